/*
 * Places put into findings.
 */

#include "13_pull/placed.h"

#include <stdlib.h>

#include "0_base/list.h"

void placed_add(struct placed_list *placed, const struct findings *findings,
    const struct line_places *places, size_t begin, size_t end)
{
    struct placed *list = list_room(placed->list, placed->count,
        &placed->room, sizeof *list);
    struct buffer where = BUFFER_EMPTY;
    const char *kind = line_places_print(places, begin, end, &where);

    if (list)
        placed->list = list;
    if (!list || where.failed || findings_count(findings) == 0) {
        placed->failed = true;
        buffer_free(&where);
        return;
    }
    if (where.length == 0) {
        buffer_free(&where);
        return;
    }
    list[placed->count++] = (struct placed){ findings_count(findings) - 1,
        buffer_take(&where), kind };
}

/* A finding in its turn, and the place that is the next one. */
struct putting {
    const struct placed_list *placed;
    size_t finding, next;
};

static bool put(void *user, struct finding *finding)
{
    struct putting *putting = user;
    const struct placed *next = &putting->placed->list[putting->next];

    if (putting->next < putting->placed->count
        && next->finding == putting->finding) {
        finding->where = next->where;
        finding->attachment = next->kind;
        putting->next++;
    }
    putting->finding++;
    return true;
}

void placed_put(const struct placed_list *placed, struct findings *findings)
{
    if (placed->count == 0)
        return;
    struct putting putting = { placed, placed->list[0].finding, 0 };
    findings_revise(findings, putting.finding, put, &putting);
}

void placed_free(struct placed_list *placed)
{
    for (size_t k = 0; k < placed->count; k++)
        free(placed->list[k].where);
    free(placed->list);
    *placed = (struct placed_list)PLACED_EMPTY;
}
