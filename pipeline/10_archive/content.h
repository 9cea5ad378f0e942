#ifndef CONTENT_H
#define CONTENT_H

/*
 * What a file is by its first bytes, where these tell.
 */

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether the bytes contradict the media type that follows from a file's name;
 * *found is then what they are of, such as "PNG", or NULL where they are of
 * nothing that is known.  Text has no mark, and of a type that is not known
 * nothing is expected: these contradict nothing but a known mark, or nothing.
 */
bool content_differs(const char *type, const char *bytes, size_t length,
    const char **found);

#endif
