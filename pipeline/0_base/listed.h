#ifndef LISTED_H
#define LISTED_H

/*
 * Names in a row, in a text that a sentence of the catalogue is filled with:
 * each language puts its own comma between them.
 */

#include "0_base/buffer.h"
#include "0_base/findings.h"

/* Stands between two names; no name has it. */
#define LISTED_NEXT "\x1F"

/* Appends a name to those that the buffer has. */
void listed_add(struct buffer *list, const char *name);

/* Appends a text with its names as the language lists them. */
void listed_print(const char *text, enum language language,
    struct buffer *out);

#endif
