#ifndef EDIT_QUOTING_H
#define EDIT_QUOTING_H

/*
 * A figure in a text that is one of the data's values, made a reference to it.
 */

#include <libxml/tree.h>
#include <stdbool.h>

#include "0_base/buffer.h"

struct quoting {
    const char *source;         /* of the text, as data has it */
    const char *figure;         /* as it stands in there */
    const char *reference;      /* what goes between the braces */
    xmlNodePtr text;            /* in submission.xml: where its paths begin */
};

/* Appends the text with the first such figure that is no part of another one
 * and of no reference quoted; the unit behind it goes with it, where the value
 * has that one.  False where there is none, or the reference leads nowhere. */
bool quoting_write(const struct quoting *quoting, struct buffer *out);

#endif
