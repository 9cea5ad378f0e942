/* Open findings sorted by code, and counted. */

#include "library/reports/groups.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/weight.h"

struct member {
    const struct finding *finding;
    size_t number;
};

/* By code, the worst first. */
static int compare(const char *code, enum level level, const char *other,
    enum level other_level)
{
    int order = strcmp(code, other);

    return order ? order : (level < other_level) - (level > other_level);
}

static int compare_members(const void *left, const void *right)
{
    const struct member *a = left;
    const struct member *b = right;
    int order = compare(a->finding->code, a->finding->level,
        b->finding->code, b->finding->level);

    return order ? order : (a->number > b->number) - (a->number < b->number);
}

/* Members are together now: each run of one code and level becomes a group. */
static void divide(struct groups *groups, const struct member *members,
    size_t count)
{
    for (size_t k = 0; k < count; k++) {
        const struct finding *finding = members[k].finding;
        struct group *last = groups->count
            ? &groups->list[groups->count - 1] : NULL;
        groups->members[k] = members[k].number;
        if (last && compare(last->code, last->level, finding->code,
                finding->level) == 0)
            last->count++;
        else
            groups->list[groups->count++] = (struct group){ finding->code,
                finding->level, k, 1 };
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
            members[count++] = (struct member){ finding, k };
    }
    if (good) {
        qsort(members, count, sizeof *members, compare_members);
        divide(groups, members, count);
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

static int compare_finding(const void *left, const void *right)
{
    const struct finding *finding = left;
    const struct group *group = right;

    return compare(finding->code, finding->level, group->code, group->level);
}

const struct group *groups_find(const struct groups *groups,
    const struct finding *finding)
{
    return groups->count ? bsearch(finding, groups->list, groups->count,
        sizeof *groups->list, compare_finding) : NULL;
}

static int compare_weights(const void *left, const void *right)
{
    const struct group *a = left;
    const struct group *b = right;

    return weight_compare(
        &(struct weight){ a->level, 1, a->count, a->code },
        &(struct weight){ b->level, 1, b->count, b->code });
}

void groups_sort_by_weight(struct groups *groups)
{
    if (groups->count)
        qsort(groups->list, groups->count, sizeof *groups->list,
            compare_weights);
}
