#ifndef EDITED_DATA_H
#define EDITED_DATA_H

/*
 * Edits made in the text of a data file.
 */

#include "0_base/buffer.h"
#include "1_read/json.h"
#include "13_pull/edits.h"

/* Whether the data has a value, or an object that may get it as a member, with
 * objects around it where these are missing, too.  *failed is set where memory
 * runs out. */
bool edited_data_has_place(const struct json *json, const char *src,
    bool *failed);

/* How many edits do not contradict one another. */
size_t edited_data_count(const struct edits *edits);

/* Appends the text with those edits made, byte for byte the same elsewhere.
 * False if memory runs out. */
bool edited_data_write(const struct edits *edits, const struct json *json,
    struct buffer *out);

#endif
