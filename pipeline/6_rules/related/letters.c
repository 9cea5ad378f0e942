/* The letters of a text, and pairs of them as numbers. */

#include "6_rules/related/letters.h"

#include <stdlib.h>

#include "0_base/utf8.h"
#include "6_rules/text/characters.h"

/* Full-width forms of ASCII, from ！ to ～, lie this far behind it. */
#define WIDE_FIRST 0xFF01u
#define WIDE_LAST 0xFF5Eu
#define WIDE_OFFSET 0xFEE0u

/* Punctuation, spaces, operators and signs of layout behind ASCII. */
static bool is_mark(unsigned code)
{
    static const struct utf8_range ranges[] = {
        { 0x80, 0xB1 }, { 0xB4, 0xBF }, { 0xD7, 0xD7 }, { 0xF7, 0xF7 },
        { 0x2000, 0x202F }, { 0x2031, 0x20FF }, { 0x2190, 0x245F },
        { 0x2500, 0x2BFF }, { 0x3000, 0x3004 }, { 0x3008, 0x3020 },
        { 0x3030, 0x3030 }, { 0x303D, 0x303F }, { 0xFE10, 0xFE6F },
        { 0xFF5F, 0xFF65 }, { 0xFFF9, 0xFFFD },
    };

    return UTF8_IS_WITHIN(code, ranges);
}

/* Most of a text: the block of unified ideographs. */
static bool is_unified(unsigned code)
{
    return code >= 0x4E00 && code <= 0x9FFF;
}

uint32_t letters_fold(unsigned code)
{
    if (code >= WIDE_FIRST && code <= WIDE_LAST)
        code -= WIDE_OFFSET;
    if (code >= 0x80)
        return text_is_ideograph(code) || !is_mark(code) ? code : 0;
    if (text_is_digit(code) || code == '%')
        return code;
    return text_is_latin(code) ? code | 0x20 : 0;
}

void letters_read(struct letters *letters, const char *text, size_t length)
{
    size_t size;

    letters->count = 0;
    if (letters->failed)
        return;
    if (letters->room < length) {
        uint32_t *codes = realloc(letters->codes, length * sizeof *codes);
        if (!codes) {
            letters->failed = true;
            return;
        }
        letters->codes = codes;
        letters->room = length;
    }
    for (size_t at = 0; at < length; at += size) {
        unsigned code;
        size = text_character(text + at, &code);
        uint32_t letter = is_unified(code) ? code : letters_fold(code);
        if (letter)
            letters->codes[letters->count++] = letter;
    }
}

size_t letters_pairs(const struct letters *letters)
{
    return letters->count > 1 ? letters->count - 1 : 0;
}

uint64_t letters_pair(const struct letters *letters, size_t k)
{
    return (uint64_t)letters->codes[k] << 32 | letters->codes[k + 1];
}

void letters_free(struct letters *letters)
{
    free(letters->codes);
    *letters = (struct letters){0};
}
