#ifndef TEXT_CHARACTERS_H
#define TEXT_CHARACTERS_H

/*
 * Characters of UTF-8 text that ends with a NUL, and what kind they are.
 */

#include <stdbool.h>
#include <stddef.h>

#define TEXT_MALFORMED 0xFFFD   /* code of a byte that is no UTF-8 */

/* The character that text begins with and its length in bytes; code 0 and
 * length 0 at the end.  A malformed byte counts by itself. */
size_t text_character(const char *text, unsigned *code);

/* The character that ends at the byte `at`; code 0 and length 0 at 0. */
size_t text_character_before(const char *text, size_t at, unsigned *code);

/* Whether text begins with prefix: its length, or 0. */
size_t text_starts(const char *text, const char *prefix);

/* Whether the bytes of text before `at` end with suffix: its length, or 0. */
size_t text_ends(const char *text, size_t at, const char *suffix);

bool text_is_digit(unsigned code);              /* 0 to 9 */
bool text_is_latin(unsigned code);              /* ASCII letter or digit */
bool text_is_ideograph(unsigned code);
bool text_is_space(unsigned code);              /* of any width */

/* Marks that only Chinese has: ，。、；：？！（）《》「」【】〔〕 and so on, not
 * “ ” ‘ ’ … —, which Latin text has, too. */
bool text_is_chinese_mark(unsigned code);

#endif
