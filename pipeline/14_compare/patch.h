#ifndef COMPARE_PATCH_H
#define COMPARE_PATCH_H

/*
 * Changes as a JSON Patch.
 *
 * Standard:  RFC 6902, RFC 6901.
 * Guards:    before each replace, remove and move stands a test that the entry
 *            of a list that it is about still has its key there; of what has
 *            no key, and of a value that is replaced, that it still says what
 *            it said.
 */

#include "0_base/buffer.h"
#include "14_compare/compare.h"

/* Appends the patch, an array with an operation on each line. */
void comparison_print_patch(const struct comparison *comparison,
    struct buffer *out);

#endif
