#ifndef LINE_MOVES_H
#define LINE_MOVES_H

/*
 * Lines of two wordings that were not matched in order: the rows and paragraphs
 * that stand elsewhere now, and the rest; for pairing.c.
 *
 * Moved:     a row, or a line in no row, that has a value and says the same
 *            around it in both.  Of several alike the first are the first.
 * Ownership: line_moves_free() frees what line_moves_find() has made.
 */

#include "13_pull/wording.h"

/* Numbers of lines, growing; borrowed. */
struct line_run {
    const size_t *list;
    size_t count;
};

struct line_move {
    const size_t *left, *right; /* numbers of lines; borrowed */
    size_t count;
};

struct line_moves {
    struct line_move *list;
    size_t count;
    struct line_run left, right;        /* the rest */
    size_t *unmatched, *rest;   /* what moves borrow from, and these */
};

#define LINE_MOVES_EMPTY { .list = NULL }

/* matches has for each expected line the returned one that it is, or
 * ALIGN_NONE.  False if memory runs out. */
bool line_moves_find(struct line_moves *moves,
    const struct wording *expected, const struct wording *returned,
    const size_t *matches);
void line_moves_free(struct line_moves *moves);

/* All but the first ones; those before a line. */
struct line_run line_run_from(struct line_run run, size_t count);
struct line_run line_run_until(struct line_run run, size_t line);

/* The end of the lines, from the k-th on, that follow one another in its row;
 * the next one where it is in none. */
size_t line_run_unit(const struct wording *wording,
    const struct line_run *run, size_t k);

#endif
