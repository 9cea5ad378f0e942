#ifndef LINE_PARTS_H
#define LINE_PARTS_H

/*
 * A line of one wording that stands as several in another one, whatever was
 * edited in them; for pairing.c.
 *
 * Parts: lines of the text next to one another, in one row or in none.  Most
 *        of the words of each are in the line, and together they have most of
 *        it, in order; and so are those that the longest of them does not
 *        have.  Words are characters with those before them.
 */

#include "13_pull/line_moves.h"

struct line_parts {
    size_t begin, end;          /* numbers of lines */
};

/* What nobody has told yet of the lines before one and behind it. */
struct line_rest {
    struct line_run before, after;
};

/* A line of a wording. */
struct line_of {
    const struct wording *wording;
    size_t line;
};

/* Finds the parts of a whole line, one of which is known.  False where it is
 * not parted, or memory runs out, which sets *failed. */
bool line_parts_find(struct line_of whole, struct line_of known,
    const struct line_rest *rest, struct line_parts *found, bool *failed);

#endif
