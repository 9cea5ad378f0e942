/* Numbers what stands in both versions, but elsewhere. */

#include "12_redline/moves.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/align.h"
#include "0_base/xml_add.h"

#define ATTRIBUTE_MOVED "moved"

/* What was moved has a partner now, and had none before. */
static void number(size_t *count, const size_t *in_order,
    const size_t *partners, const struct moves *moves, size_t old_count)
{
    for (size_t k = 0; k < old_count; k++)
        if (in_order[k] == ALIGN_NONE && partners[k] != ALIGN_NONE)
            moves->old[k] = moves->new[partners[k]] = ++*count;
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
    if (good)
        number(&merging->moves, partners, all, moves, old_count);
    free(all);
    return good;
}

void moves_free(struct moves *moves)
{
    free(moves->old);
    free(moves->new);
}

void moves_mark(struct merging *merging, xmlNodePtr element, size_t number)
{
    if (element && number)
        xml_add_number(element, ATTRIBUTE_MOVED, number, &merging->failed);
}
