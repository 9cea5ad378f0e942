#ifndef BREAKS_H
#define BREAKS_H

/*
 * Where a line may end: UAX 14 by libunibreak, and on top of it what Chinese
 * official papers ask for (GB/T 15834, GB/T 15835).
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

enum break_after { BREAK_NONE, BREAK_ALLOWED, BREAK_FORCED };

/* What of figures is words, and data (typography.xml). */
struct break_words {
    const char32_t *orders;     /* characters between a figure and its unit */
    const char32_t *units;      /* that stay whole behind a figure, with blanks
                                   between */
};

/* After each of the characters (UTF-32, U+000A forces a break, and a 0 stands
 * behind the last one).  False if memory runs out. */
bool breaks_find(const struct break_words *words, const uint32_t *characters,
    size_t count, unsigned char *breaks);

/* Whether a mark parts two neighbours, so that no word is in both lines: one
 * that closes before, or one that opens behind. */
bool breaks_at_mark(uint32_t before, uint32_t behind);

#endif
