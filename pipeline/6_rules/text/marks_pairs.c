/* Marks that open and close: 《…〉 is to be 《…》. */

#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/punctuation_marks.h"

#define DEPTH 8                 /* pairs within pairs that are followed */

/* The pair that a mark at a byte opens, or closes; NULL for none. */
static const struct word *pair_at(const struct mark_place *place, size_t at,
    bool closes)
{
    const struct word_list *pairs = lexicon_words(place->lexicon,
        NOTION_PAIRED_MARKS);

    for (size_t k = 0; k < pairs->count; k++) {
        struct text_span mark = closes ? pairs->list[k].meaning
            : (struct text_span){ pairs->list[k].text,
                pairs->list[k].length };
        if (strncmp(place->text + at, mark.text, mark.length) == 0)
            return &pairs->list[k];
    }
    return NULL;
}

/* The pairs that are open, the outermost first. */
struct open_pairs {
    const struct word *list[DEPTH];
    size_t count;
};

static bool has_open(const struct open_pairs *open, const struct word *pair)
{
    for (size_t k = 0; k < open->count; k++)
        if (open->list[k] == pair)
            return true;
    return false;
}

/*
 * The pair whose mark closes the one at the place, and where it does.  NULL
 * where the pair is one, where it does not close, and where a mark within it
 * is wrong or missing.
 */
static const struct word *wrong_closing(const struct mark_place *place,
    const struct word *opened, size_t *at)
{
    struct open_pairs open = { { opened }, 1 };
    size_t size;
    unsigned code;

    for (*at = place->end; *at - place->end < MARK_REACH
        && (size = text_character(place->text + *at, &code)) > 0
        && code != '\n'; *at += size) {
        const struct word *inner = text_is_ideograph(code) ? NULL
            : pair_at(place, *at, false);
        const struct word *closed = text_is_ideograph(code) || inner ? NULL
            : pair_at(place, *at, true);
        if (inner && open.count == DEPTH)
            return NULL;
        if (inner)
            open.list[open.count++] = inner;
        if (closed && closed == open.list[open.count - 1])
            open.count--;
        else if (closed)
            return open.count == 1 && !has_open(&open, closed) ? closed
                : NULL;
        if (open.count == 0)
            return NULL;
    }
    return NULL;
}

/* Whether the place is within an open pair. */
static bool is_within(const struct mark_place *place, const struct word *pair)
{
    size_t at = place->begin, size;
    unsigned code;

    while (place->begin - at < MARK_REACH
        && (size = text_character_before(place->text, at, &code)) > 0
        && code != '\n') {
        at -= size;
        if (text_is_ideograph(code))
            continue;
        if (pair_at(place, at, false) == pair)
            return true;
        if (pair_at(place, at, true) == pair)
            return false;
    }
    return false;
}

/* Of two marks that are no pair the rarer one is wrong, the one further down
 * the list; but within its own pair a mark of that pair does not open again. */
void mark_find_pair(const struct mark_place *place, struct mark_fixes *fixes)
{
    const struct word *opened = pair_at(place, place->begin, false), *closed;
    size_t at;

    mark_find_document_year(place, fixes);
    if (fixes->count > 0 || !opened
        || !(closed = wrong_closing(place, opened, &at)))
        return;
    if (closed < opened && !is_within(place, closed))
        mark_add_fix(fixes, place->begin, place->end,
            (struct text_span){ closed->text, closed->length });
    else
        mark_add_fix(fixes, at, at + closed->meaning.length,
            opened->meaning);
}
