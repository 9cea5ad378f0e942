#ifndef UTF8_H
#define UTF8_H

/*
 * UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
 */

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

#include "0_base/buffer.h"

#define UTF8_LENGTH_MAX 4       /* bytes of one code point */

/* Read one code point: its length in bytes, 0 where there is no well-formed
 * one.  code may be NULL. */
size_t utf8_read(const char *bytes, size_t length, unsigned *code);

/* The same of a text that ends with a zero byte, of which no more is read. */
size_t utf8_first(const char *text, unsigned *code);

/* Whether all of such a text is well formed. */
bool utf8_is_valid(const char *text);

/* Append one. */
void utf8_add(struct buffer *out, unsigned code);

/* The bytes that a code point takes; a surrogate counts as three. */
size_t utf8_size(unsigned code);

/* The characters of a text, each by its first byte. */
size_t utf8_count(const char *text, size_t length);

/* The bytes that the first characters of a text take, as many as count. */
size_t utf8_head(const char *text, size_t count);

/* The same in units of UTF-16, in which spreadsheets count: what lies beyond
 * U+FFFF, as rare Han characters do, takes two. */
size_t utf8_units(const char *text);
size_t utf8_units_head(const char *text, size_t units);

/* Whether the last characters of a text are those of another. */
bool utf8_ends_with(const char *text, const char *end);

/* Whether a name ends so, an ASCII text in small letters, in letters of either
 * case. */
bool utf8_has_ending(const char *name, const char *ending);

/* Code points from the first to the last. */
struct utf8_range {
    unsigned first, last;
};

/* Whether one of an array of ranges has the code point. */
#define UTF8_IS_WITHIN(code, ranges) \
    utf8_is_within(code, ranges, sizeof ranges / sizeof *ranges)
bool utf8_is_within(unsigned code, const struct utf8_range *ranges,
    size_t count);

/* Whether a text has the code point; none of them is 0. */
bool utf8_is_one_of(unsigned code, const char32_t *text);

/* The encoding with more bytes a character that a text's byte order mark is of:
 * "UTF-16", "UTF-32"; NULL for none. */
const char *utf8_wide_mark(const char *text, size_t length);

/* White space of any width. */
bool utf8_is_space(unsigned code);

/* Nothing but that. */
bool utf8_is_blank(const char *text);

/* The columns that text takes on a terminal: Han and other characters that
 * are wide or full-width (UAX 11) take two each, marks that combine none. */
size_t utf8_width(const char *text);

#endif
