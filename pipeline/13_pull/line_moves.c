/*
 * Rows and paragraphs found again in another place, by their keys.
 */

#include "13_pull/line_moves.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/align.h"
#include "0_base/id_map.h"

struct line_run line_run_from(struct line_run run, size_t count)
{
    return (struct line_run){ run.list + count, run.count - count };
}

struct line_run line_run_until(struct line_run run, size_t line)
{
    size_t count = 0;

    while (count < run.count && run.list[count] < line)
        count++;
    return (struct line_run){ run.list, count };
}

size_t line_run_unit(const struct wording *wording,
    const struct line_run *run, size_t k)
{
    size_t row = wording->lines[run->list[k]].row, next = k + 1;

    while (row && next < run->count
        && run->list[next] == run->list[next - 1] + 1
        && wording->lines[run->list[next]].row == row)
        next++;
    return next;
}

/* --- what was not matched ------------------------------------------------- */

/* Lines of both that were not matched, one run behind the other. */
struct unmatched {
    const struct wording *expected, *returned;
    struct line_run left, right;
};

static struct unmatched list_unmatched(size_t *numbers,
    const struct wording *expected, const struct wording *returned,
    const size_t *matches)
{
    size_t left = 0, right = 0, from = 0;

    for (size_t k = 0; k < expected->line_count; k++)
        if (matches[k] == ALIGN_NONE)
            numbers[left++] = k;
    for (size_t k = 0; k <= expected->line_count; k++) {
        size_t match = k < expected->line_count ? matches[k]
            : returned->line_count;
        if (match == ALIGN_NONE)
            continue;
        while (from < match)
            numbers[left + right++] = from++;
        from = match + 1;
    }
    return (struct unmatched){ expected, returned, { numbers, left },
        { numbers + left, right } };
}

/* --- what is alike -------------------------------------------------------- */

/* Rows and paragraphs of what was returned that wait to be found. */
struct waiting {
    struct id_map keys;
    size_t *first, *last;       /* by the number of the key: where in the run
                                   the first one begins, and the last one */
    size_t *next;               /* of the same key, by where one begins */
};

/* 0 where there is no value in it. */
static uint64_t unit_key(const struct wording *wording,
    const struct line_run *run, size_t k, size_t end)
{
    bool has_value = false;
    uint64_t key = 1;

    for (; k < end; k++) {
        const struct line *line = &wording->lines[run->list[k]];
        has_value = has_value || line->count > 0;
        key = id_map_chain(key, line->key);
    }
    return has_value ? key : 0;
}

static bool add_waiting(struct waiting *waiting, uint64_t key, size_t k)
{
    size_t known = waiting->keys.count;
    uint32_t id;

    if (key == 0)
        return true;
    if (!id_map_add(&waiting->keys, key, &id))
        return false;
    waiting->next[k] = WORDING_NONE;
    if (id < known)
        waiting->next[waiting->last[id]] = k;
    else
        waiting->first[id] = k;
    waiting->last[id] = k;
    return true;
}

static bool wait_for(struct waiting *waiting,
    const struct unmatched *unmatched)
{
    const struct line_run *right = &unmatched->right;
    const struct wording *returned = unmatched->returned;

    waiting->first = calloc(3 * right->count + 1, sizeof *waiting->first);
    if (!waiting->first)
        return false;
    waiting->last = waiting->first + right->count;
    waiting->next = waiting->last + right->count;
    for (size_t k = 0, next; k < right->count; k = next) {
        next = line_run_unit(returned, right, k);
        if (!add_waiting(waiting, unit_key(returned, right, k, next), k))
            return false;
    }
    return true;
}

/* Where the first one of a key begins, which waits no longer; or
 * WORDING_NONE. */
static size_t take(struct waiting *waiting, uint64_t key)
{
    uint32_t id;

    if (key == 0 || !id_map_find(&waiting->keys, key, &id)
        || waiting->first[id] == WORDING_NONE)
        return WORDING_NONE;
    size_t k = waiting->first[id];
    waiting->first[id] = waiting->next[k];
    return k;
}

/* --- what was moved ------------------------------------------------------- */

/* Appends the lines of a run to the rest, but for those of moves. */
static struct line_run leave_out(const struct line_run *run,
    const bool *moved, size_t *rest)
{
    size_t count = 0;

    for (size_t k = 0; k < run->count; k++)
        if (!moved[k])
            rest[count++] = run->list[k];
    return (struct line_run){ rest, count };
}

static void find_moved(struct line_moves *moves,
    const struct unmatched *unmatched, struct waiting *waiting, bool *moved)
{
    const struct line_run *left = &unmatched->left;
    const struct line_run *right = &unmatched->right;

    for (size_t k = 0, next; k < left->count; k = next) {
        next = line_run_unit(unmatched->expected, left, k);
        size_t at = take(waiting, unit_key(unmatched->expected, left, k,
            next));
        if (at == WORDING_NONE)
            continue;
        moves->list[moves->count++] = (struct line_move){ left->list + k,
            right->list + at, next - k };
        memset(moved + k, true, next - k);
        memset(moved + left->count + at, true, next - k);
    }
    moves->left = leave_out(left, moved, moves->rest);
    moves->right = leave_out(right, moved + left->count,
        moves->rest + left->count);
}

bool line_moves_find(struct line_moves *moves,
    const struct wording *expected, const struct wording *returned,
    const size_t *matches)
{
    size_t most = expected->line_count + returned->line_count + 1;
    struct waiting waiting = { .keys = ID_MAP_EMPTY };
    bool *moved = calloc(most, sizeof *moved);

    *moves = (struct line_moves){
        .list = calloc(expected->line_count + 1, sizeof *moves->list),
        .unmatched = calloc(most, sizeof *moves->unmatched),
        .rest = calloc(most, sizeof *moves->rest) };
    bool good = moved && moves->list && moves->unmatched && moves->rest;
    if (good) {
        struct unmatched unmatched = list_unmatched(moves->unmatched,
            expected, returned, matches);
        good = wait_for(&waiting, &unmatched);
        if (good)
            find_moved(moves, &unmatched, &waiting, moved);
    }
    id_map_free(&waiting.keys);
    free(waiting.first);
    free(moved);
    return good;
}

void line_moves_free(struct line_moves *moves)
{
    free(moves->list);
    free(moves->unmatched);
    free(moves->rest);
}
