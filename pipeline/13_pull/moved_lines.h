#ifndef MOVED_LINES_H
#define MOVED_LINES_H

/*
 * Lines of what has moved in the data since a file was made, whose places and
 * numbers are others now: those of a row with a value that was moved, or of a
 * paragraph with one, headings right before one, and all of an attachment most
 * of whose own values were, as those of a project.
 */

#include "13_pull/line_places.h"
#include "13_pull/tags_now.h"

/* Fills places->moved.  False if memory runs out. */
bool moved_lines_find(struct line_places *places,
    const struct tags_now *tags);

#endif
