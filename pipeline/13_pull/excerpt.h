#ifndef PULL_EXCERPT_H
#define PULL_EXCERPT_H

/*
 * Words for a finding: a paragraph in full, of what is much longer its
 * beginning.
 */

#include <stddef.h>

#include "0_base/signs.h"

#define EXCERPT_CHARACTERS 1000
#define EXCERPT_SIZE (4 * (size_t)EXCERPT_CHARACTERS + sizeof SIGN_CUT)

/* The text itself, or its beginning in the room, with … behind it. */
const char *excerpt_of(const char *text, char room[EXCERPT_SIZE]);

#endif
