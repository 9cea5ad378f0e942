/*
 * Lines and values of two wordings, told which belong together.
 */

#include "13_pull/pairing.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/align.h"
#include "13_pull/line_moves.h"

/* How far on a line is looked for that has a value in common. */
#define WINDOW 50

struct pairing {
    const struct wording *expected;
    struct wording *returned;
    const struct pairing_visitor *visitor;
    bool *failed;               /* memory ran out */
};

/* Controls next to one another: those of a line or of a control. */
struct siblings {
    const struct wording *wording;
    size_t at, end, parent;
};

static struct siblings of_line(const struct wording *wording, size_t line)
{
    const struct line *one = &wording->lines[line];

    return (struct siblings){ wording, one->first, one->first + one->count,
        WORDING_NONE };
}

/* What is in a control stands behind it. */
static struct siblings of_control(const struct wording *wording, size_t k)
{
    size_t end = k + 1;

    while (end < wording->control_count
        && wording->controls[end].parent != WORDING_NONE
        && wording->controls[end].parent >= k)
        end++;
    return (struct siblings){ wording, k + 1, end, k };
}

/* The next one, or WORDING_NONE. */
static size_t next_sibling(struct siblings *siblings)
{
    while (siblings->at < siblings->end) {
        size_t k = siblings->at++;
        if (siblings->wording->controls[k].parent == siblings->parent)
            return k;
    }
    return WORDING_NONE;
}

/* The next one with a tag; they stay where they are where there is none. */
static size_t next_tagged(struct siblings *siblings, const char *tag)
{
    struct siblings rest = *siblings;
    size_t k;

    while ((k = next_sibling(&rest)) != WORDING_NONE)
        if (strcmp(rest.wording->controls[k].tag, tag) == 0) {
            *siblings = rest;
            return k;
        }
    return WORDING_NONE;
}

/* Whether all controls are there. */
static bool pair_siblings(const struct pairing *pairing,
    struct siblings expected, struct siblings returned, size_t line)
{
    const struct pairing_visitor *visitor = pairing->visitor;
    bool whole = true;
    size_t k;

    while ((k = next_sibling(&expected)) != WORDING_NONE) {
        size_t other = next_tagged(&returned, expected.wording->controls[k]
            .tag);
        if (other != WORDING_NONE) {
            visitor->value(visitor->user, k, other);
        } else {
            visitor->lost(visitor->user, k, line);
            whole = false;
        }
    }
    return whole;
}

void pairing_visit_inside(const struct wording *expected, size_t control,
    const struct wording *returned, size_t other,
    const struct pairing_visitor *visitor)
{
    pair_siblings(&(struct pairing){ .visitor = visitor },
        of_control(expected, control), of_control(returned, other),
        WORDING_NONE);
}

/* --- lines that differ ---------------------------------------------------- */

/* What is typed beside a value that is all that its line said is part of
 * it. */
static void widen(const struct pairing *pairing, size_t left, size_t right)
{
    size_t k = wording_only_value(pairing->expected, left);
    size_t other = wording_only_value(pairing->returned, right);

    if (wording_is_value(pairing->expected, left) && other != WORDING_NONE
        && strcmp(pairing->expected->controls[k].tag,
            pairing->returned->controls[other].tag) == 0)
        wording_widen(pairing->returned, right);
}

static void pair_lines(const struct pairing *pairing, size_t left,
    size_t right)
{
    widen(pairing, left, right);
    bool same = pairing->expected->lines[left].key
        == pairing->returned->lines[right].key;

    if (pair_siblings(pairing, of_line(pairing->expected, left),
            of_line(pairing->returned, right), right) && !same)
        pairing->visitor->changed(pairing->visitor->user, left, right);
}

/* What is left around two lines that belong together. */
struct around {
    struct line_rest left, right;
};

/* Takes parts of a line from what is left around the known one of them. */
static void take_parts(struct line_rest *rest, size_t known,
    struct line_parts parts)
{
    rest->before.count -= known - parts.begin;
    rest->after = line_run_from(rest->after, parts.end - known - 1);
}

/* Visits two lines, and takes what else is of them from what is left. */
static void pair_around(const struct pairing *pairing, size_t left,
    size_t right, struct around *around)
{
    const struct pairing_visitor *visitor = pairing->visitor;
    struct line_of expected = { pairing->expected, left };
    struct line_of returned = { pairing->returned, right };
    struct line_parts parts;

    if (line_parts_find(returned, expected, &around->left, &parts,
            pairing->failed)) {
        visitor->joined(visitor->user, parts, right);
        take_parts(&around->left, left, parts);
    } else if (line_parts_find(expected, returned, &around->right, &parts,
            pairing->failed)) {
        visitor->parted(visitor->user, left, parts);
        take_parts(&around->right, right, parts);
    } else {
        pair_lines(pairing, left, right);
    }
}

/* Visits what two runs begin with, and takes it from them. */
static void pair_first(const struct pairing *pairing, struct line_run *left,
    struct line_run *right)
{
    struct around around = { { { left->list, 0 }, line_run_from(*left, 1) },
        { { right->list, 0 }, line_run_from(*right, 1) } };

    pair_around(pairing, left->list[0], right->list[0], &around);
    *left = around.left.after;
    *right = around.right.after;
}

/* Visits lines that one side has alone, those of a row together. */
static void visit_lines(const struct wording *wording,
    const struct line_run *lines,
    void (*visit)(void *user, size_t begin, size_t end), void *user)
{
    for (size_t k = 0, next; k < lines->count; k = next) {
        next = line_run_unit(wording, lines, k);
        visit(user, lines->list[k], lines->list[next - 1] + 1);
    }
}

static bool have_common(const struct pairing *pairing, size_t left,
    size_t right)
{
    struct siblings siblings = of_line(pairing->expected, left);
    size_t k;

    while ((k = next_sibling(&siblings)) != WORDING_NONE) {
        struct siblings others = of_line(pairing->returned, right);
        if (next_tagged(&others, pairing->expected->controls[k].tag)
            != WORDING_NONE)
            return true;
    }
    return false;
}

/* Lines between two that belong together; those in order belong together that
 * stand in places of one kind. */
static void pair_rest(const struct pairing *pairing, struct line_run left,
    struct line_run right)
{
    const struct pairing_visitor *visitor = pairing->visitor;

    while (left.count > 0 && right.count > 0
        && pairing->expected->lines[left.list[0]].kind
            == pairing->returned->lines[right.list[0]].kind) {
        pair_first(pairing, &left, &right);
    }
    visit_lines(pairing->expected, &left, visitor->removed, visitor->user);
    visit_lines(pairing->returned, &right, visitor->added, visitor->user);
}

/* Where the first line of a run is that has a value in common with one, not
 * far on; or WORDING_NONE. */
static size_t find_common(const struct pairing *pairing, size_t left,
    struct line_run right)
{
    for (size_t at = 0; at < right.count && at < WINDOW; at++)
        if (have_common(pairing, left, right.list[at]))
            return at;
    return WORDING_NONE;
}

static void pair_gap(const struct pairing *pairing, struct line_run left,
    struct line_run right)
{
    for (size_t k = 0; k < left.count;) {
        size_t at = find_common(pairing, left.list[k], right);
        if (at == WORDING_NONE) {
            k++;
            continue;
        }
        struct around around = {
            { { left.list, k }, line_run_from(left, k + 1) },
            { { right.list, at }, line_run_from(right, at + 1) } };
        pair_around(pairing, left.list[k], right.list[at], &around);
        pair_rest(pairing, around.left.before, around.right.before);
        left = around.left.after;
        right = around.right.after;
        k = 0;
    }
    pair_rest(pairing, left, right);
}

/* --- all of them ---------------------------------------------------------- */

static void pair_moved(const struct pairing *pairing,
    const struct line_moves *moves)
{
    const struct pairing_visitor *visitor = pairing->visitor;

    for (size_t k = 0; k < moves->count; k++) {
        const struct line_move *move = &moves->list[k];
        visitor->moved(visitor->user, move->right[0],
            move->right[move->count - 1] + 1);
        for (size_t n = 0; n < move->count; n++)
            pair_lines(pairing, move->left[n], move->right[n]);
    }
}

/* Lines that are the same, and those between two that are. */
static void pair_all(const struct pairing *pairing, const size_t *matches,
    struct line_run left, struct line_run right)
{
    for (size_t line = 0; line < pairing->expected->line_count; line++) {
        if (matches[line] == ALIGN_NONE)
            continue;
        struct line_run before = line_run_until(left, line);
        struct line_run other = line_run_until(right, matches[line]);
        struct around around = {
            { before, line_run_from(left, before.count) },
            { other, line_run_from(right, other.count) } };
        pair_around(pairing, line, matches[line], &around);
        pair_gap(pairing, around.left.before, around.right.before);
        left = around.left.after;
        right = around.right.after;
    }
    pair_gap(pairing, left, right);
}

static uint64_t *keys_of(const struct wording *wording)
{
    uint64_t *keys = calloc(wording->line_count + 1, sizeof *keys);

    for (size_t k = 0; keys && k < wording->line_count; k++)
        keys[k] = wording->lines[k].key;
    return keys;
}

static bool match_lines(const struct pairing *pairing, size_t *matches)
{
    uint64_t *left = keys_of(pairing->expected);
    uint64_t *right = keys_of(pairing->returned);
    bool good = left && right && align(left, pairing->expected->line_count,
        right, pairing->returned->line_count, matches);

    free(left);
    free(right);
    return good;
}

bool pairing_visit(const struct wording *expected,
    struct wording *returned, const struct pairing_visitor *visitor)
{
    bool failed = false;
    const struct pairing pairing = { expected, returned, visitor, &failed };
    size_t *matches = calloc(expected->line_count + 1, sizeof *matches);
    struct line_moves moves = LINE_MOVES_EMPTY;
    bool good = matches && match_lines(&pairing, matches)
        && line_moves_find(&moves, expected, returned, matches);

    if (good) {
        pair_moved(&pairing, &moves);
        pair_all(&pairing, matches, moves.left, moves.right);
    }
    line_moves_free(&moves);
    free(matches);
    return good && !failed;
}
