#ifndef PUNCTUATION_MARKS_H
#define PUNCTUATION_MARKS_H

/*
 * Marks as GB/T 15834-2011 has them, digits as GB/T 15835-2011.
 *
 * A text is read once, character by character; what may be wrong with one of
 * a kind a finder tells, and what should stand there.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/lexicon.h"

#define MARK_REACH 240          /* bytes in which a pair must close */
#define MARK_FIX_SIZE 64        /* bytes of what should stand there */
#define MARK_FIXES_MOST 3       /* both brackets of a year, and the number */

/* A character in its text. */
struct mark_place {
    const struct lexicon *lexicon;
    const char *text;
    size_t begin, end;
    unsigned before, code, after;
};

/* Bytes of the text, and what should stand there. */
struct mark_fix {
    size_t begin, end;
    char text[MARK_FIX_SIZE];
};

struct mark_fixes {
    struct mark_fix list[MARK_FIXES_MOST];      /* in the order of the text */
    int count;
    size_t skip;                /* where to read on if nothing is wrong */
    size_t plain;               /* up to here only www. begins an address */
};

typedef void mark_finder(const struct mark_place *place,
    struct mark_fixes *fixes);

mark_finder mark_find_half, mark_find_half_stop, mark_find_doubled;
mark_finder mark_find_half_opening, mark_find_half_closing;
mark_finder mark_find_quote, mark_find_document_year, mark_find_pair;
mark_finder mark_find_lost_year;
mark_finder mark_find_space, mark_find_wide_run, mark_find_relation;

/* Adds what should stand there, whole characters of it as far as there is
 * room. */
void mark_add_fix(struct mark_fixes *fixes, size_t begin, size_t end,
    struct text_span text);

/* The same of a text in parts. */
void mark_add_fix_of(struct mark_fixes *fixes, size_t begin, size_t end,
    const struct text_span *parts, size_t count);

/* Adds what is written for a mark that stands at `begin`. */
void mark_add_wide(const struct mark_place *place, size_t begin, size_t end,
    struct mark_fixes *fixes);

/* The length of a mark that parts clauses or sentences, at text; its rank,
 * the strongest being the highest. */
size_t mark_stop_at(const struct lexicon *lexicon, const char *text,
    int *rank);

/* An ideograph, or a mark that only Chinese has. */
bool mark_is_chinese(unsigned code);

/* The character at a byte of the text, or before it; 0 for none. */
unsigned mark_code_at(const char *text, size_t at);
unsigned mark_code_before(const char *text, size_t at);

#endif
