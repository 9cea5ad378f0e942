/*
 * Lines and values of two wordings, told which belong together.
 */

#include "13_pull/compare.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/align.h"

/* How far on a line is looked for that has a value in common. */
#define WINDOW 50

struct comparing {
    const struct wording *expected, *returned;
    const struct compare_visitor *visitor;
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
static bool compare_siblings(const struct comparing *comparing,
    struct siblings expected, struct siblings returned, size_t line)
{
    const struct compare_visitor *visitor = comparing->visitor;
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

void compare_inside(const struct wording *expected, size_t control,
    const struct wording *returned, size_t other,
    const struct compare_visitor *visitor)
{
    compare_siblings(&(struct comparing){ expected, returned, visitor },
        of_control(expected, control), of_control(returned, other),
        WORDING_NONE);
}

/* --- lines that differ ---------------------------------------------------- */

static void compare_lines(const struct comparing *comparing, size_t left,
    size_t right)
{
    bool same = comparing->expected->lines[left].key
        == comparing->returned->lines[right].key;

    if (compare_siblings(comparing, of_line(comparing->expected, left),
            of_line(comparing->returned, right), right) && !same)
        comparing->visitor->changed(comparing->visitor->user, left, right);
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

static bool have_common(const struct comparing *comparing, size_t left,
    size_t right)
{
    struct siblings siblings = of_line(comparing->expected, left);
    size_t k;

    while ((k = next_sibling(&siblings)) != WORDING_NONE) {
        struct siblings others = of_line(comparing->returned, right);
        if (next_tagged(&others, comparing->expected->controls[k].tag)
            != WORDING_NONE)
            return true;
    }
    return false;
}

/* Lines between two that belong together. */
static void compare_rest(const struct comparing *comparing, size_t left,
    size_t left_end, size_t right, size_t right_end)
{
    const struct compare_visitor *visitor = comparing->visitor;

    while (left < left_end && right < right_end)
        compare_lines(comparing, left++, right++);
    visit_lines(comparing->expected, left, left_end, visitor->removed,
        visitor->user);
    visit_lines(comparing->returned, right, right_end, visitor->added,
        visitor->user);
}

static void compare_gap(const struct comparing *comparing, size_t left,
    size_t left_end, size_t right, size_t right_end)
{
    size_t from = left;

    for (; left < left_end; left++) {
        size_t window = right_end - right < WINDOW ? right_end
            : right + WINDOW;
        size_t at = right;
        while (at < window && !have_common(comparing, left, at))
            at++;
        if (at == window)
            continue;
        compare_rest(comparing, from, left, right, at);
        compare_lines(comparing, left, at);
        from = left + 1;
        right = at + 1;
    }
    compare_rest(comparing, from, left_end, right, right_end);
}

/* --- all of them ---------------------------------------------------------- */

static void compare_all(const struct comparing *comparing,
    const size_t *matches)
{
    size_t from = 0, right = 0;

    for (size_t left = 0; left < comparing->expected->line_count; left++) {
        if (matches[left] == ALIGN_NONE)
            continue;
        compare_gap(comparing, from, left, right, matches[left]);
        compare_lines(comparing, left, matches[left]);
        from = left + 1;
        right = matches[left] + 1;
    }
    compare_gap(comparing, from, comparing->expected->line_count, right,
        comparing->returned->line_count);
}

static uint64_t *keys_of(const struct wording *wording)
{
    uint64_t *keys = calloc(wording->line_count + 1, sizeof *keys);

    for (size_t k = 0; keys && k < wording->line_count; k++)
        keys[k] = wording->lines[k].key;
    return keys;
}

bool compare_wordings(const struct wording *expected,
    const struct wording *returned, const struct compare_visitor *visitor)
{
    uint64_t *left = keys_of(expected), *right = keys_of(returned);
    size_t *matches = calloc(expected->line_count + 1, sizeof *matches);
    bool good = left && right && matches && align(left, expected->line_count,
        right, returned->line_count, matches);

    if (good)
        compare_all(&(struct comparing){ expected, returned, visitor },
            matches);
    free(left);
    free(right);
    free(matches);
    return good;
}
