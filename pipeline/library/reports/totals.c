/* Counts of a run, added up file by file. */

#include "library/reports/totals.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "0_base/weight.h"

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
    rules_print_title(rules, group->code, language, &title);
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

static void add_file(struct totals *totals, const struct findings *findings)
{
    totals->file_count++;
    totals->files[findings_worst(findings)]++;
    for (size_t k = 0; k < findings_count(findings); k++)
        totals->answered += findings_get(findings, k)->answer != NULL;
}

void totals_add(struct totals *totals, const struct report_file *file,
    const struct groups *groups, enum language language)
{
    add_file(totals, file->findings);
    for (size_t k = 0; k < groups->count && !totals->failed; k++) {
        struct total *total = find(totals, &groups->list[k], file->rules,
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

    return weight_compare(
        &(struct weight){ a->level, a->files, a->places, a->code },
        &(struct weight){ b->level, b->files, b->places, b->code });
}

static struct text_row row_of(const void *user, size_t k)
{
    const struct total *total = &((const struct totals *)user)->list[k];

    return (struct text_row){ total->level, total->code, total->title,
        total->places, total->files };
}

void totals_print(struct totals *totals, const struct text_table *table)
{
    struct text_totals all = { .answered = totals->answered, .row = row_of,
        .user = totals, .count = totals->count };

    if (totals->count)
        qsort(totals->list, totals->count, sizeof *totals->list, compare);
    id_map_free(&totals->ids);
    memcpy(all.files, totals->files, sizeof all.files);
    text_totals_print(table, &all);
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
