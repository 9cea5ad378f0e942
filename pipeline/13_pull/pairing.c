/*
 * Lines and values of two wordings, told which belong together.
 */

#include "13_pull/pairing.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/align.h"

/* How far on a line is looked for that has a value in common. */
#define WINDOW 50

struct pairing {
    const struct wording *expected, *returned;
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
    pair_siblings(&(struct pairing){ expected, returned, visitor },
        of_control(expected, control), of_control(returned, other),
        WORDING_NONE);
}

/* --- lines that differ ---------------------------------------------------- */

static void pair_lines(const struct pairing *pairing, size_t left,
    size_t right)
{
    bool same = pairing->expected->lines[left].key
        == pairing->returned->lines[right].key;

    if (pair_siblings(pairing, of_line(pairing->expected, left),
            of_line(pairing->returned, right), right) && !same)
        pairing->visitor->changed(pairing->visitor->user, left, right);
}

/* The end of the lines that are in the row of the first one, or, like it, in
 * none. */
static size_t row_end(const struct wording *wording, size_t at, size_t end)
{
    size_t row = wording->lines[at].row;

    while (at < end && wording->lines[at].row == row)
        at++;
    return at;
}

/* Visits lines that one side has alone, those of a row together. */
static void visit_lines(const struct wording *wording, size_t at, size_t end,
    void (*visit)(void *user, size_t begin, size_t end), void *user)
{
    for (size_t next; at < end; at = next) {
        next = wording->lines[at].row ? row_end(wording, at, end) : at + 1;
        visit(user, at, next);
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

/* Lines between two that belong together. */
static void pair_rest(const struct pairing *pairing, size_t left,
    size_t left_end, size_t right, size_t right_end)
{
    const struct pairing_visitor *visitor = pairing->visitor;

    while (left < left_end && right < right_end)
        pair_lines(pairing, left++, right++);
    visit_lines(pairing->expected, left, left_end, visitor->removed,
        visitor->user);
    visit_lines(pairing->returned, right, right_end, visitor->added,
        visitor->user);
}

static void pair_gap(const struct pairing *pairing, size_t left,
    size_t left_end, size_t right, size_t right_end)
{
    size_t from = left;

    for (; left < left_end; left++) {
        size_t window = right_end - right < WINDOW ? right_end
            : right + WINDOW;
        size_t at = right;
        while (at < window && !have_common(pairing, left, at))
            at++;
        if (at == window)
            continue;
        pair_rest(pairing, from, left, right, at);
        pair_lines(pairing, left, at);
        from = left + 1;
        right = at + 1;
    }
    pair_rest(pairing, from, left_end, right, right_end);
}

/* --- all of them ---------------------------------------------------------- */

static void pair_all(const struct pairing *pairing,
    const size_t *matches)
{
    size_t from = 0, right = 0;

    for (size_t left = 0; left < pairing->expected->line_count; left++) {
        if (matches[left] == ALIGN_NONE)
            continue;
        pair_gap(pairing, from, left, right, matches[left]);
        pair_lines(pairing, left, matches[left]);
        from = left + 1;
        right = matches[left] + 1;
    }
    pair_gap(pairing, from, pairing->expected->line_count, right,
        pairing->returned->line_count);
}

static uint64_t *keys_of(const struct wording *wording)
{
    uint64_t *keys = calloc(wording->line_count + 1, sizeof *keys);

    for (size_t k = 0; keys && k < wording->line_count; k++)
        keys[k] = wording->lines[k].key;
    return keys;
}

bool pairing_visit(const struct wording *expected,
    const struct wording *returned, const struct pairing_visitor *visitor)
{
    uint64_t *left = keys_of(expected), *right = keys_of(returned);
    size_t *matches = calloc(expected->line_count + 1, sizeof *matches);
    bool good = left && right && matches && align(left, expected->line_count,
        right, returned->line_count, matches);

    if (good)
        pair_all(&(struct pairing){ expected, returned, visitor },
            matches);
    free(left);
    free(right);
    free(matches);
    return good;
}
