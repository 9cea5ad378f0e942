#ifndef TWINS_H
#define TWINS_H

/*
 * Characters outside ASCII that are typed for one that JSON knows.
 */

#include <stdbool.h>

/* The one that is meant, such as "," for a Chinese comma; NULL for others. */
const char *twin_of(unsigned code);

/* What looks like a space or like nothing, and is neither to JSON. */
bool is_strange_space(unsigned code);

#endif
