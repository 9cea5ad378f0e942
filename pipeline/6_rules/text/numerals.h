#ifndef TEXT_NUMERALS_H
#define TEXT_NUMERALS_H

#include <stddef.h>

#include "0_base/lexicon.h"

/* Reads a whole number in Chinese numerals below ten thousand (十二,
 * 一百零五, 两): its length in bytes, 0 where there is none. */
size_t text_numeral_read(const struct lexicon *lexicon, const char *text,
    int *value);

/* Reads one digit of any script (2, ２, 二): its bytes, 0 where there is
 * none. */
size_t text_any_digit(const struct lexicon *lexicon, const char *text,
    char *digit);

/* The first place from `at` on where digits, of full width or not, or a word
 * of the beginnings may stand. */
size_t text_skip_plain(const struct word_marks *beginnings, const char *text,
    size_t at);

#endif
