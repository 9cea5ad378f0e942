#ifndef SHEET_MERGE_H
#define SHEET_MERGE_H

/*
 * Data put into the text of a data file that states something else: what says
 * the same keeps its bytes.
 *
 * Members:   those that are gone are taken out, new ones stand behind the one
 *            that they follow.
 * Entries:   those at the beginning and the end of a list that are the same
 *            stay; of the others the first are compared with the first.
 */

#include <cjson/cJSON.h>

#include "0_base/buffer.h"
#include "1_read/json.h"

/* Appends the text; numbers of the data may be raw.  False if memory runs
 * out. */
bool merge_write(const struct json *json, const cJSON *data,
    struct buffer *out);

#endif
