/*
 * Aligns two sequences of keys: common ends, the differences of Myers, and
 * where there are too many of these, what stands once on both sides.
 */

#include "0_base/align.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"

/* A part of both sequences. */
struct stretch {
    const uint64_t *old, *new;
    size_t old_count, new_count;
    size_t new_first;           /* where it begins in the whole sequence */
    size_t *partners;           /* of its old elements */
};

/* --- Myers --------------------------------------------------------------- */

/* How far each diagonal has been followed with so many differences: a row for
 * each number of them, diagonal k at k + the number. */
#define REACHED_ROOM \
    ((size_t)(ALIGN_DIFFERENCES + 1) * (ALIGN_DIFFERENCES + 1))

static size_t *reached_at(size_t *reached, size_t differences, ptrdiff_t k)
{
    return &reached[differences * differences
        + (size_t)(k + (ptrdiff_t)differences)];
}

/* Whether the way to diagonal k comes from the one above it: by taking a new
 * element, and not by leaving an old one. */
static bool comes_from_above(size_t *reached, size_t differences, ptrdiff_t k)
{
    ptrdiff_t last = (ptrdiff_t)differences;

    return k == -last || (k != last && *reached_at(reached, differences - 1,
        k - 1) < *reached_at(reached, differences - 1, k + 1));
}

static size_t begin_of(size_t *reached, size_t differences, ptrdiff_t k)
{
    if (differences == 0)
        return 0;
    return comes_from_above(reached, differences, k)
        ? *reached_at(reached, differences - 1, k + 1)
        : *reached_at(reached, differences - 1, k - 1) + 1;
}

/* Follows a diagonal as far as the elements are the same; whether both end. */
static bool follow(const struct stretch *stretch, size_t *reached,
    size_t differences, ptrdiff_t k)
{
    size_t at = begin_of(reached, differences, k);
    size_t *end = reached_at(reached, differences, k);

    while (at < stretch->old_count
        && at - (size_t)k < stretch->new_count
        && stretch->old[at] == stretch->new[at - (size_t)k])
        at++;
    *end = at;
    return at == stretch->old_count
        && at - (size_t)k == stretch->new_count;
}

/* Goes back over what find_way() has noted. */
static void note_way(const struct stretch *stretch, size_t *reached,
    size_t differences)
{
    ptrdiff_t k = (ptrdiff_t)stretch->old_count
        - (ptrdiff_t)stretch->new_count;

    for (;; differences--) {
        size_t at = *reached_at(reached, differences, k);
        size_t begin = begin_of(reached, differences, k);
        for (; at > begin; at--)
            stretch->partners[at - 1] = stretch->new_first + at - 1
                - (size_t)k;
        if (differences == 0)
            return;
        k += comes_from_above(reached, differences, k) ? 1 : -1;
    }
}

/* Whether the parts differ in few enough elements; then they are aligned. */
static bool find_way(const struct stretch *stretch, size_t *reached)
{
    for (size_t differences = 0; differences <= ALIGN_DIFFERENCES;
        differences++) {
        ptrdiff_t last = (ptrdiff_t)differences;
        for (ptrdiff_t k = -last; k <= last; k += 2) {
            if (follow(stretch, reached, differences, k)) {
                note_way(stretch, reached, differences);
                return true;
            }
        }
    }
    return false;
}

/* --- what stands once ---------------------------------------------------- */

/* An element that stands once in each sequence. */
struct single {
    size_t old_count, new_count, old, new;
};

/* Singles in order, of which the longest chain that grows is taken. */
struct singles {
    struct id_map keys;
    struct single *list;        /* by the number of the key */
    size_t *chain;              /* the old elements by which chains of each
                                   length end */
    size_t *former;             /* of each old element, the one before it */
    size_t length;
};

static bool count_keys(struct singles *singles, const uint64_t *keys,
    size_t count, bool is_old)
{
    for (size_t k = 0; k < count; k++) {
        uint32_t id;
        if (!id_map_add(&singles->keys, keys[k], &id))
            return false;
        struct single *single = &singles->list[id];
        *(is_old ? &single->old_count : &single->new_count) += 1;
        *(is_old ? &single->old : &single->new) = k;
    }
    return true;
}

/* The single that an old element is; NULL for none. */
static const struct single *single_of(const struct singles *singles,
    uint64_t key)
{
    uint32_t id;

    if (!id_map_find(&singles->keys, key, &id))
        return NULL;
    const struct single *single = &singles->list[id];
    return single->old_count == 1 && single->new_count == 1 ? single : NULL;
}

/* Puts an element behind the longest chain that it makes longer. */
static void chain_single(struct singles *singles,
    const struct stretch *stretch, size_t at)
{
    const struct single *single = single_of(singles, stretch->old[at]);
    size_t low = 0, high = singles->length;

    if (!single)
        return;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (single_of(singles, stretch->old[singles->chain[middle]])->new
            < single->new)
            low = middle + 1;
        else
            high = middle;
    }
    singles->former[at] = low ? singles->chain[low - 1] : ALIGN_NONE;
    singles->chain[low] = at;
    if (low == singles->length)
        singles->length++;
}

static void note_singles(const struct singles *singles,
    const struct stretch *stretch)
{
    size_t at = singles->length ? singles->chain[singles->length - 1]
        : ALIGN_NONE;

    for (; at != ALIGN_NONE; at = singles->former[at])
        stretch->partners[at] = stretch->new_first
            + single_of(singles, stretch->old[at])->new;
}

/* Aligns what stands once on both sides; false if memory runs out. */
static bool align_singles(const struct stretch *stretch)
{
    struct singles singles = { .list = calloc(stretch->old_count
        + stretch->new_count, sizeof *singles.list),
        .chain = calloc(stretch->old_count, sizeof *singles.chain),
        .former = calloc(stretch->old_count, sizeof *singles.former) };
    bool good = singles.list && singles.chain && singles.former
        && count_keys(&singles, stretch->old, stretch->old_count, true)
        && count_keys(&singles, stretch->new, stretch->new_count, false);

    for (size_t k = 0; good && k < stretch->old_count; k++)
        chain_single(&singles, stretch, k);
    if (good)
        note_singles(&singles, stretch);
    id_map_free(&singles.keys);
    free(singles.list);
    free(singles.chain);
    free(singles.former);
    return good;
}

/* --- all of it ----------------------------------------------------------- */

/* Takes off what both begin and end with. */
static void trim(struct stretch *stretch)
{
    while (stretch->old_count && stretch->new_count
        && stretch->old[0] == stretch->new[0]) {
        *stretch->partners++ = stretch->new_first++;
        stretch->old++;
        stretch->new++;
        stretch->old_count--;
        stretch->new_count--;
    }
    while (stretch->old_count && stretch->new_count
        && stretch->old[stretch->old_count - 1]
        == stretch->new[stretch->new_count - 1]) {
        stretch->old_count--;
        stretch->new_count--;
        stretch->partners[stretch->old_count] = stretch->new_first
            + stretch->new_count;
    }
}

/* The differences between what is aligned already. */
static void fill_gaps(const struct stretch *whole, size_t *reached)
{
    size_t from_old = 0, from_new = 0;

    for (size_t k = 0; k <= whole->old_count; k++) {
        if (k < whole->old_count && whole->partners[k] == ALIGN_NONE)
            continue;
        size_t to_new = k < whole->old_count
            ? whole->partners[k] - whole->new_first : whole->new_count;
        struct stretch gap = { whole->old + from_old, whole->new + from_new,
            k - from_old, to_new - from_new, whole->new_first + from_new,
            whole->partners + from_old };
        trim(&gap);
        if (gap.old_count && gap.new_count)
            find_way(&gap, reached);
        from_old = k + 1;
        from_new = to_new + 1;
    }
}

bool align(const uint64_t *old, size_t old_count, const uint64_t *new,
    size_t new_count, size_t *partners)
{
    struct stretch stretch = { old, new, old_count, new_count, 0, partners };
    bool good = true;

    for (size_t k = 0; k < old_count; k++)
        partners[k] = ALIGN_NONE;
    trim(&stretch);
    if (!stretch.old_count || !stretch.new_count)
        return true;
    size_t *reached = malloc(REACHED_ROOM * sizeof *reached);
    if (!reached)
        return false;
    if (!find_way(&stretch, reached)) {
        good = align_singles(&stretch);
        if (good)
            fill_gaps(&stretch, reached);
    }
    free(reached);
    return good;
}
