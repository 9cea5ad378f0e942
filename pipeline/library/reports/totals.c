/* Counts of a run, added up file by file. */

#include "library/reports/totals.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "library/reports/report.h"

/* A total of nothing yet, in front of which there is none of its kind. */
static bool begin_total(struct totals *totals, const struct group *group,
    const struct rules *rules, enum language language)
{
    struct total *list = list_room(totals->list, totals->count,
        &totals->room, sizeof *list);
    struct buffer title = BUFFER_EMPTY;

    if (!list)
        return false;
    totals->list = list;
    report_print_title(rules, group->code, language, &title);
    buffer_add_string(&title, "");
    struct total total = { .code = strdup(group->code),
        .title = buffer_take(&title), .level = group->level };
    if (total.code && total.title) {
        list[totals->count++] = total;
        return true;
    }
    free(total.code);
    free(total.title);
    return false;
}

/* NULL where memory runs out. */
static struct total *find(struct totals *totals, const struct group *group,
    const struct rules *rules, enum language language)
{
    uint64_t key = id_map_chain(id_map_text(group->code,
        strlen(group->code)), group->level);
    uint32_t id;

    if (!id_map_add(&totals->ids, key, &id))
        return NULL;
    return id < totals->count || begin_total(totals, group, rules, language)
        ? &totals->list[id] : NULL;
}

void totals_add(struct totals *totals, const struct groups *groups,
    const struct rules *rules, enum language language)
{
    for (size_t k = 0; k < groups->count && !totals->failed; k++) {
        struct total *total = find(totals, &groups->list[k], rules,
            language);
        if (!total) {
            totals->failed = true;
            return;
        }
        total->places += groups->list[k].count;
        total->files++;
    }
}

static int compare(const void *left, const void *right)
{
    const struct total *a = left;
    const struct total *b = right;

    if (a->level != b->level)
        return a->level > b->level ? -1 : 1;
    if (a->places != b->places)
        return a->places > b->places ? -1 : 1;
    return strcmp(a->code, b->code);
}

void totals_sort(struct totals *totals)
{
    if (totals->count)
        qsort(totals->list, totals->count, sizeof *totals->list, compare);
    id_map_free(&totals->ids);
}

size_t totals_of(const struct totals *totals, enum level level)
{
    size_t places = 0;

    for (size_t k = 0; k < totals->count; k++)
        places += totals->list[k].level == level ? totals->list[k].places : 0;
    return places;
}

void totals_free(struct totals *totals)
{
    for (size_t k = 0; k < totals->count; k++) {
        free(totals->list[k].code);
        free(totals->list[k].title);
    }
    free(totals->list);
    id_map_free(&totals->ids);
    *totals = (struct totals)TOTALS_EMPTY;
}
