#ifndef TEXT_COUNTED_H
#define TEXT_COUNTED_H

/* Counts that a text states before what it counts: 设3个内设机构：…. */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/buffer.h"
#include "0_base/lexicon.h"

struct text_count {
    size_t begin, end;          /* number and unit, bytes of the text */
    int value;                  /* 2 at least */
    size_t unit;                /* where the unit begins */
};

/* The count a few words before the mark at a byte of the text; false for
 * none, or where these words tell that what follows is something else. */
bool text_count_before(const struct lexicon *lexicon, const char *text,
    size_t mark, struct text_count *count);

/* Whether a list of so many items, or of `most`, may be what was counted: one
 * of quite another length hardly is. */
bool text_count_is_near(const struct text_count *count, size_t items,
    size_t most);

/* Adds a count and how many there are: 3个≠4. */
void text_add_count(const char *text, const struct text_count *count,
    size_t items, struct buffer *found);

#endif
