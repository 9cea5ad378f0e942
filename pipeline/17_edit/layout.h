#ifndef EDIT_LAYOUT_H
#define EDIT_LAYOUT_H

/*
 * How a data file is laid out, for what is put into it: its line ends, its
 * indents, and what stands between values.
 */

#include "0_base/buffer.h"
#include "1_read/json.h"

/* Appends the blanks that the line of an offset begins with. */
void layout_add_indent(const struct json *json, size_t at,
    struct buffer *out);

/* Appends a line end and what a value on a line of its own has in front of it,
 * one level deeper than the line of an offset where inner is set; one blank
 * where the file has no lines. */
void layout_add_break(const struct json *json, size_t at, bool inner,
    struct buffer *out);

/* Appends a text of several lines, which are indented by two blanks a level,
 * the first one not at all, as it stands behind a line break of the file. */
void layout_add_lines(const struct json *json, const char *text,
    const char *line_break, struct buffer *out);

#endif
