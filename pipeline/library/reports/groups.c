/* Open findings sorted by code, and counted. */

#include "library/reports/groups.h"

#include <stdlib.h>
#include <string.h>

struct member {
    const char *code;
    size_t number;
};

static int compare_members(const void *left, const void *right)
{
    const struct member *a = left;
    const struct member *b = right;
    int order = strcmp(a->code, b->code);

    return order ? order : (a->number > b->number) - (a->number < b->number);
}

/* Members are together now: each run of one code becomes a group, which is as
 * bad as the worst of them. */
static void divide(struct groups *groups, const struct member *members,
    size_t count, const struct findings *findings)
{
    for (size_t k = 0; k < count; k++) {
        struct group *last = groups->count
            ? &groups->list[groups->count - 1] : NULL;
        enum level level = findings_get(findings, members[k].number)->level;
        groups->members[k] = members[k].number;
        if (!last || strcmp(last->code, members[k].code) != 0) {
            groups->list[groups->count++] = (struct group){ members[k].code,
                level, k, 1 };
            continue;
        }
        last->count++;
        if (last->level < level)
            last->level = level;
    }
}

bool groups_make(struct groups *groups, const struct findings *findings)
{
    size_t total = findings_count(findings), count = 0;
    struct member *members = malloc((total + 1) * sizeof *members);

    *groups = (struct groups){
        .list = malloc((total + 1) * sizeof *groups->list),
        .members = malloc((total + 1) * sizeof *groups->members) };
    bool good = members && groups->list && groups->members;
    for (size_t k = 0; good && k < total; k++) {
        const struct finding *finding = findings_get(findings, k);
        if (!finding->answer)
            members[count++] = (struct member){ finding->code, k };
    }
    if (good) {
        qsort(members, count, sizeof *members, compare_members);
        divide(groups, members, count, findings);
    } else {
        groups_free(groups);
    }
    free(members);
    return good;
}

void groups_free(struct groups *groups)
{
    free(groups->list);
    free(groups->members);
    *groups = (struct groups){0};
}

static int compare_code(const void *code, const void *group)
{
    return strcmp(code, ((const struct group *)group)->code);
}

const struct group *groups_find(const struct groups *groups, const char *code)
{
    return groups->count ? bsearch(code, groups->list, groups->count,
        sizeof *groups->list, compare_code) : NULL;
}

static int compare_weights(const void *left, const void *right)
{
    const struct group *a = left;
    const struct group *b = right;

    if (a->level != b->level)
        return a->level > b->level ? -1 : 1;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return strcmp(a->code, b->code);
}

void groups_sort_by_weight(struct groups *groups)
{
    if (groups->count)
        qsort(groups->list, groups->count, sizeof *groups->list,
            compare_weights);
}
