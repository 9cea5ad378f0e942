/* Pairs findings of two sets, and keeps those without a partner. */

#include "14_compare/findings_changed.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "9_bundle/marks.h"

struct candidate {
    const struct finding *finding;
    uint64_t place;             /* of its code */
    uint64_t sentence;          /* of that, too */
    size_t order;
    bool is_open, is_paired;
    bool is_other_open;         /* its partner */
};

struct candidates {
    struct candidate *list;
    size_t count;
};

static uint64_t key_of_text(uint64_t key, const char *text)
{
    return id_map_chain(key, id_map_text(text, strlen(text)));
}

static void add(struct candidates *candidates, const struct finding *finding,
    uint64_t place)
{
    struct candidate *candidate = &candidates->list[candidates->count];

    *candidate = (struct candidate){ .finding = finding,
        .place = key_of_text(place, finding->code),
        .order = candidates->count++, .is_open = !finding->answer };
    candidate->sentence = key_of_text(candidate->place,
        finding->text[LANGUAGE_ZH]);
}

/* Those that are about a value, or all of them; of old ones by the places of
 * the new data, where what is no more has none. */
static bool collect(struct candidates *candidates,
    const struct findings_side *side, const struct trace *trace)
{
    size_t count = findings_count(side->findings);
    bool failed = false;

    candidates->list = calloc(count + 1, sizeof *candidates->list);
    for (size_t k = 0; candidates->list && k < count; k++) {
        const struct finding *finding = findings_get(side->findings, k);
        if (finding->pointer && finding->level <= LEVEL_ERROR
            && marks_is_own(finding, side->path))
            add(candidates, finding, trace ? trace_key(trace,
                finding->pointer, &failed) : trace_key_of(finding->pointer));
    }
    return candidates->list && !failed;
}

/* --- pairs --------------------------------------------------------------- */

static int compare_keys(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

/* Unpaired ones first. */
static int compare_common(const struct candidate *a,
    const struct candidate *b, int by_key)
{
    if (a->is_paired != b->is_paired)
        return a->is_paired - b->is_paired;
    return by_key ? by_key : compare_keys(a->order, b->order);
}

static int by_sentence(const void *left, const void *right)
{
    const struct candidate *a = left;
    const struct candidate *b = right;

    return compare_common(a, b, compare_keys(a->sentence, b->sentence));
}

static int by_place(const void *left, const void *right)
{
    const struct candidate *a = left;
    const struct candidate *b = right;

    return compare_common(a, b, compare_keys(a->place, b->place));
}

static int by_order(const void *left, const void *right)
{
    const struct candidate *a = left;
    const struct candidate *b = right;

    return compare_keys(a->order, b->order);
}

typedef int order(const void *left, const void *right);

static void sort(struct candidates *candidates, order *compare)
{
    if (candidates->count)
        qsort(candidates->list, candidates->count, sizeof *candidates->list,
            compare);
}

static uint64_t key_of(const struct candidate *candidate, order *compare)
{
    return compare == by_place ? candidate->place : candidate->sentence;
}

static void join(struct candidate *old, struct candidate *new)
{
    old->is_paired = true;
    new->is_paired = true;
    old->is_other_open = new->is_open;
    new->is_other_open = old->is_open;
}

/* Pairs those of one key, in their order. */
static void pair(struct candidates *old, struct candidates *new,
    order *compare)
{
    size_t k = 0, n = 0;

    sort(old, compare);
    sort(new, compare);
    while (k < old->count && n < new->count && !old->list[k].is_paired
        && !new->list[n].is_paired) {
        int sign = compare_keys(key_of(&old->list[k], compare),
            key_of(&new->list[n], compare));
        if (sign == 0)
            join(&old->list[k], &new->list[n]);
        k += sign <= 0;
        n += sign >= 0;
    }
}

/* --- what is left -------------------------------------------------------- */

static void keep(struct findings_changed *changed, enum finding_change kind,
    const struct candidate *candidate)
{
    changed->list[changed->count++] = (struct finding_changed){ kind,
        candidate->finding };
}

static bool is_told(const struct candidate *candidate)
{
    return candidate->is_open && !candidate->is_other_open;
}

static bool tell(struct findings_changed *changed,
    const struct candidates *old, const struct candidates *new)
{
    changed->list = calloc(old->count + new->count + 1,
        sizeof *changed->list);
    if (!changed->list)
        return false;
    for (size_t k = 0; k < old->count; k++)
        if (is_told(&old->list[k]))
            keep(changed, old->list[k].is_paired ? FINDING_ANSWERED
                : FINDING_GONE, &old->list[k]);
    for (size_t k = 0; k < new->count; k++)
        if (is_told(&new->list[k]))
            keep(changed, FINDING_CAME, &new->list[k]);
    return true;
}

bool findings_changed_find(struct findings_changed *changed,
    const struct trace *trace, const struct findings_side *old,
    const struct findings_side *new)
{
    struct candidates before = { .count = 0 }, after = { .count = 0 };
    bool good = collect(&before, old, trace)
        && collect(&after, new, NULL);

    *changed = (struct findings_changed){ .count = 0 };
    if (good) {
        pair(&before, &after, by_sentence);
        pair(&before, &after, by_place);
        sort(&before, by_order);
        sort(&after, by_order);
        good = tell(changed, &before, &after);
    }
    free(before.list);
    free(after.list);
    return good;
}

void findings_changed_free(struct findings_changed *changed)
{
    free(changed->list);
}
