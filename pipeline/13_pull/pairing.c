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

/* Whether a paragraph of a wording says what two of another one say together,
 * between which no other line stands. */
static bool says_both(const struct wording *wording, size_t one,
    const struct wording *other, struct line_run two)
{
    size_t first = two.count > 1 ? two.list[0] : 0;

    return two.count > 1 && two.list[1] == first + 1
        && !wording->lines[one].row && !other->lines[first].row
        && !other->lines[first + 1].row
        && wording->lines[one].kind == LINE_TEXT
        && wording_key(wording, one, one + 1)
            == wording_key(other, first, first + 2);
}

/* Visits what two runs begin with, and takes it from them. */
static void pair_first(const struct pairing *pairing, struct line_run *left,
    struct line_run *right)
{
    const struct pairing_visitor *visitor = pairing->visitor;
    bool joined = says_both(pairing->returned, right->list[0],
        pairing->expected, *left);
    bool parted = !joined && says_both(pairing->expected, left->list[0],
        pairing->returned, *right);

    if (joined)
        visitor->joined(visitor->user, left->list[0], right->list[0]);
    else if (parted)
        visitor->parted(visitor->user, left->list[0], right->list[0]);
    else
        pair_lines(pairing, left->list[0], right->list[0]);
    *left = line_run_from(*left, 1 + joined);
    *right = line_run_from(*right, 1 + parted);
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

static void pair_gap(const struct pairing *pairing, struct line_run left,
    struct line_run right)
{
    size_t from = 0;

    for (size_t k = 0; k < left.count; k++) {
        size_t window = right.count < WINDOW ? right.count : WINDOW;
        size_t at = 0;
        while (at < window
            && !have_common(pairing, left.list[k], right.list[at]))
            at++;
        if (at == window)
            continue;
        pair_rest(pairing, (struct line_run){ left.list + from, k - from },
            (struct line_run){ right.list, at });
        struct line_run rest = line_run_from(left, k);
        right = line_run_from(right, at);
        pair_first(pairing, &rest, &right);
        from = left.count - rest.count;
        k = from - 1;
    }
    pair_rest(pairing, line_run_from(left, from), right);
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

/* Two lines that are the same but for the words of a value; a part of these
 * may be in a paragraph of its own behind it. */
static void pair_match(const struct pairing *pairing, size_t line,
    size_t match, struct line_run *rest)
{
    const struct pairing_visitor *visitor = pairing->visitor;
    const size_t two[] = { match, match + 1 };

    if (rest->count > 0 && rest->list[0] == match + 1
        && says_both(pairing->expected, line, pairing->returned,
            (struct line_run){ two, 2 })) {
        visitor->parted(visitor->user, line, match);
        *rest = line_run_from(*rest, 1);
    } else {
        pair_lines(pairing, line, match);
    }
}

/* Lines up to two that are the same, and these. */
static void pair_all(const struct pairing *pairing, const size_t *matches,
    struct line_run left, struct line_run right)
{
    size_t count = pairing->expected->line_count;

    for (size_t line = 0; line <= count; line++) {
        size_t match = line < count ? matches[line] : WORDING_NONE;
        if (line < count && match == ALIGN_NONE)
            continue;
        struct line_run before = line_run_until(left, line);
        struct line_run after = line_run_until(right, match);
        pair_gap(pairing, before, after);
        left = line_run_from(left, before.count);
        right = line_run_from(right, after.count);
        if (line < count)
            pair_match(pairing, line, match, &right);
    }
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
    const struct pairing pairing = { expected, returned, visitor };
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
    return good;
}
