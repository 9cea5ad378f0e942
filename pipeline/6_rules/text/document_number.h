#ifndef TEXT_DOCUMENT_NUMBER_H
#define TEXT_DOCUMENT_NUMBER_H

/*
 * The number of a document as texts have it, right or wrong: the year in
 * whatever brackets, 〔2024〕 or [2024年], and behind it 5号, 第5号, several of
 * them, 5、7号, or 5文件 without 号.  Places are bytes of the text.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/lexicon.h"

/* A year in brackets. */
struct document_year {
    size_t begin, close, end;   /* of its digits, of what closes it, 年 before
                                   that too, and where that ends */
    bool is_right;              /* what opens it is what a document's has */
};

/* The year of four digits in the brackets at a place, which may be of two
 * kinds; false where there is none. */
bool document_year_read(const struct lexicon *lexicon, const char *text,
    size_t at, struct document_year *year);

/* Where the digits of a number begin that stands behind a year: behind a blank
 * and 第. */
size_t document_number_begin(const struct lexicon *lexicon, const char *text,
    size_t at);

/* Where the number or the numbers behind a year end, 号 among them; 0 for
 * none. */
size_t document_number_end(const struct lexicon *lexicon, const char *text,
    size_t at);

/* Where the digits of a number end that lost its 号; 0 where it has one, or
 * where that is no number of a document: no 文件 follows, and the year is not
 * in the right brackets or other words follow. */
size_t document_bare_end(const struct lexicon *lexicon, const char *text,
    const struct document_year *year);

#endif
