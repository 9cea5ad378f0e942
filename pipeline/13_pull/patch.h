#ifndef PULL_PATCH_H
#define PULL_PATCH_H

/*
 * Edits as a JSON Patch, and made in the text of the data file.
 *
 * Standard:  RFC 6902, RFC 6901.
 * Order:     that of the data file.  Before each change a test: of the id of
 *            each entry of a list that the value is in, where it has one and
 *            none has tested it, and of the value that is replaced.
 */

#include "0_base/buffer.h"
#include "1_read/json.h"
#include "13_pull/edits.h"

/* How many edits do not contradict one another. */
size_t patch_count(const struct edits *edits);

/* Appends the patch; "[]" where there is nothing to change.  False if memory
 * runs out. */
bool patch_print(const struct edits *edits, const struct json *json,
    struct buffer *out);

/* Appends the text with those edits made, byte for byte the same elsewhere. */
bool patch_apply(const struct edits *edits, const struct json *json,
    struct buffer *out);

#endif
