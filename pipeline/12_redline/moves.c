/* Numbers what stands in both versions, but elsewhere. */

#include "12_redline/moves.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/align.h"
#include "0_base/xml_add.h"
#include "12_redline/entries.h"

#define ATTRIBUTE_MOVED "moved"
#define ATTRIBUTE_ENTRY "entry"

/* What was moved has a partner now, and had none before. */
static void number(size_t *count, const size_t *in_order,
    const size_t *partners, const struct moves *moves, size_t old_count)
{
    for (size_t k = 0; k < old_count; k++)
        if (in_order[k] == ALIGN_NONE && partners[k] != ALIGN_NONE)
            moves->old[k].number = moves->new[partners[k]].number = ++*count;
}

/* False if memory runs out. */
static bool note_entries(struct move *moves, const xmlNodePtr *elements,
    size_t count)
{
    size_t *numbers = malloc((count + 1) * sizeof *numbers);

    bool good = numbers && entries_number(elements, count, numbers);
    for (size_t k = 0; good && k < count; k++)
        moves[k].entry = numbers[k];
    free(numbers);
    return good;
}

/* What has the same number in both lists moved with the list, or into another
 * one: the number says nothing. */
static void drop_same_entries(struct moves *moves, const size_t *partners,
    size_t old_count)
{
    for (size_t k = 0; k < old_count; k++) {
        struct move *old = &moves->old[k];
        struct move *new = old->number ? &moves->new[partners[k]] : NULL;
        if (new && old->entry == new->entry)
            old->entry = new->entry = 0;
    }
}

bool moves_find(struct moves *moves, struct merging *merging,
    const struct sides *sides, const size_t *partners)
{
    size_t old_count = sides->old_count, new_count = sides->new_count;
    size_t *all = malloc((old_count + 1) * sizeof *all);

    *moves = (struct moves){ calloc(old_count + 1, sizeof *moves->old),
        calloc(new_count + 1, sizeof *moves->new) };
    bool good = all && moves->old && moves->new;
    if (good)
        memcpy(all, partners, old_count * sizeof *all);
    good = good && align_moved(sides->old, old_count, sides->new, new_count,
        all);
    size_t before = merging->moves;
    if (good)
        number(&merging->moves, partners, all, moves, old_count);
    if (good && merging->moves > before)
        good = note_entries(moves->old, sides->old_elements, old_count)
            && note_entries(moves->new, sides->new_elements, new_count);
    if (good)
        drop_same_entries(moves, all, old_count);
    free(all);
    return good;
}

void moves_free(struct moves *moves)
{
    free(moves->old);
    free(moves->new);
}

void moves_mark(struct merging *merging, xmlNodePtr element,
    struct move move)
{
    if (!element || !move.number)
        return;
    xml_add_number(element, ATTRIBUTE_MOVED, move.number, &merging->failed);
    if (move.entry)
        xml_add_number(element, ATTRIBUTE_ENTRY, move.entry,
            &merging->failed);
}
