#ifndef PULL_RAISED_H
#define PULL_RAISED_H

/*
 * What stands above its line: the 2 of m2, the 1 of a note.
 */

#include <libxml/tree.h>
#include <stdbool.h>

#include "0_base/buffer.h"

/* Whether what is in a run stands there. */
bool run_is_raised(xmlNodePtr run);

/* Appends words with their digits as the characters that stand there by
 * themselves: ² for 2. */
void raised_add(const char *words, struct buffer *out);

#endif
