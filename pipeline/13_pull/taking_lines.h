#ifndef TAKING_LINES_H
#define TAKING_LINES_H

/*
 * Findings about words that are no value, and about paragraphs and rows that
 * came, went or were moved; for taking.c, whose struct taking the users are.
 */

#include "13_pull/line_parts.h"
#include "13_pull/taking.h"

/* Lines from one to the one before another, parted by marks. */
void taking_lines_print(const struct wording *wording, size_t at, size_t end,
    struct buffer *out);

/* As pairing.h calls them. */
void taking_lines_changed(void *user, size_t expected_line,
    size_t returned_line);
void taking_lines_moved(void *user, size_t begin, size_t end);
void taking_lines_removed(void *user, size_t begin, size_t end);
void taking_lines_added(void *user, size_t begin, size_t end);
void taking_lines_joined(void *user, struct line_parts expected, size_t line);
void taking_lines_parted(void *user, size_t line, struct line_parts returned);

#endif
