#ifndef TWINS_H
#define TWINS_H

/*
 * Characters outside ASCII that are typed for one that JSON knows.
 */

#include <stdbool.h>

/* The ASCII character that is meant by one that looks like it, such as "," for
 * a Chinese comma; NULL for all others. */
const char *twin_of(unsigned code);

/* Whether a character looks like a space, or cannot be seen, but is no space of
 * JSON. */
bool is_strange_space(unsigned code);

#endif
