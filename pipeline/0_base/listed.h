#ifndef LISTED_H
#define LISTED_H

/*
 * Names in a row, in a text that a sentence of the catalogue is filled with:
 * each language puts its own comma between them, and its own brackets around
 * what stands beside one.
 */

#include "0_base/buffer.h"
#include "0_base/findings.h"

/* Stand between two names, and around what is beside one; no name has them. */
#define LISTED_NEXT "\x1F"
#define LISTED_OPEN "\x1D"
#define LISTED_CLOSE "\x1E"

/* Appends a name to those that the buffer has. */
void listed_add(struct buffer *list, const char *name);

/* Appends a name with another in brackets. */
void listed_add_beside(struct buffer *list, const char *name,
    const char *beside);

/* Appends a text with its names as the language lists them. */
void listed_print(const char *text, enum language language,
    struct buffer *out);

#endif
