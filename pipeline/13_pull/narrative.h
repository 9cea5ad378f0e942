#ifndef NARRATIVE_H
#define NARRATIVE_H

/*
 * An edited text of a form, back to a text of data: the words as they are now,
 * and in place of each value that it still quotes the reference that it had.
 */

#include "13_pull/wording.h"

/* A control of what is expected, and the one that it has become. */
struct narrative {
    const struct wording *expected, *returned;
    size_t control, other;
};

/*
 * Appends the text.  source is what the data has now.  False where it does not
 * have one reference for each value that is quoted, or memory runs out, which
 * out->failed tells.
 */
bool narrative_write(const struct narrative *narrative, const char *source,
    struct buffer *out);

#endif
