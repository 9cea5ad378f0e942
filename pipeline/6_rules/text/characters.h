#ifndef TEXT_CHARACTERS_H
#define TEXT_CHARACTERS_H

/*
 * Characters of UTF-8 text that ends with a NUL, and what kind they are.
 */

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#define TEXT_MALFORMED 0xFFFD   /* code of a byte that is no UTF-8 */

/* The character that text begins with and its length in bytes; code 0 and
 * length 0 at the end.  A malformed byte counts by itself. */
size_t text_character_read(const char *text, unsigned *code);

/* The same, without a call for most characters: ASCII, and three bytes none
 * of which can make them malformed.  Every text is read by it many times. */
static inline size_t text_character(const char *text, unsigned *code)
{
    const unsigned char *bytes = (const unsigned char *)text;

    *code = bytes[0];
    if (bytes[0] < 0x80)
        return bytes[0] != 0;
    if (bytes[0] <= 0xE0 || bytes[0] >= 0xF0 || bytes[0] == 0xED
        || (bytes[1] & 0xC0) != 0x80 || (bytes[2] & 0xC0) != 0x80)
        return text_character_read(text, code);
    *code = (bytes[0] & 0x0Fu) << 12 | (bytes[1] & 0x3Fu) << 6
        | (bytes[2] & 0x3Fu);
    return 3;
}

/* How far the next place is where a character may begin: behind one of three
 * bytes, else behind a byte.  For what looks for a few characters only; text
 * is not at its end. */
static inline size_t text_step(const char *text)
{
    const unsigned char *bytes = (const unsigned char *)text;

    return bytes[0] >= 0xE0 && (bytes[1] & 0xC0) == 0x80
        && (bytes[2] & 0xC0) == 0x80 ? 3 : 1;
}

/* The character that ends at the byte `at`; code 0 and length 0 at 0. */
size_t text_character_before(const char *text, size_t at, unsigned *code);

/* Whether text begins with prefix: its length, or 0.  Most often the first
 * bytes tell: faster than strncmp(). */
static inline size_t text_starts(const char *text, const char *prefix)
{
    size_t length = 0;

    for (; prefix[length]; length++)
        if (text[length] != prefix[length])
            return 0;
    return length;
}

/* Whether the bytes of text before `at` end with so many others: how many, or
 * 0.  Most often the last one tells. */
static inline size_t text_ends_with(const char *text, size_t at,
    const char *suffix, size_t length)
{
    return length > 0 && length <= at && text[at - 1] == suffix[length - 1]
        && memcmp(text + at - length, suffix, length) == 0 ? length : 0;
}

static inline bool text_is_digit(unsigned code)         /* 0 to 9 */
{
    return code - '0' < 10;
}

/* How many of them a text begins with. */
static inline size_t text_digits(const char *text)
{
    return strspn(text, "0123456789");
}

static inline bool text_is_latin(unsigned code)         /* or an ASCII letter */
{
    return text_is_digit(code) || (code | 0x20) - 'a' < 26;
}

bool text_is_ideograph(unsigned code);

/* What words are made of. */
static inline bool text_is_letter(unsigned code)
{
    return text_is_ideograph(code) || text_is_latin(code);
}

/* Marks that only Chinese has: ，。、；：？！（）《》「」【】〔〕 and so on, not
 * “ ” ‘ ’ … —, which Latin text has, too. */
bool text_is_chinese_mark(unsigned code);

#endif
