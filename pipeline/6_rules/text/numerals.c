/* Numbers in Chinese numerals, and digits of any script. */

#include "6_rules/text/numerals.h"

#include "6_rules/text/characters.h"

#define TEN_THOUSAND 10000

/* The value of the numeral that text begins with; 10 and 100 for 十, 百. */
static size_t read_part(const struct lexicon *lexicon, const char *text,
    int *value)
{
    const struct word *numeral = word_at(lexicon_words(lexicon,
        NOTION_NUMERALS), text, 0);

    *value = numeral ? word_number(numeral) : 0;
    return numeral ? numeral->length : 0;
}

size_t text_numeral_read(const struct lexicon *lexicon, const char *text,
    int *value)
{
    int total = 0, digit = -1, last = TEN_THOUSAND, part;
    size_t length = 0, size;

    while ((size = read_part(lexicon, text + length, &part)) > 0) {
        if (part < 10) {
            if (digit > 0)
                return 0;       /* 三五 is no number, nor is 二三十 */
            digit = part;
        } else {
            if (part >= last || digit == 0)
                return 0;
            total += part * (digit < 0 ? 1 : digit);
            last = part;
            digit = -1;
        }
        length += size;
    }
    *value = total + (digit > 0 ? digit : 0);
    return *value > 0 ? length : 0;
}

size_t text_any_digit(const struct lexicon *lexicon, const char *text,
    char *digit)
{
    unsigned code;
    size_t size = text_character(text, &code);
    int value;

    if (code >= 0xFF10)
        code -= 0xFEE0;
    *digit = (char)code;
    if (text_is_digit(code))
        return size;
    if (code < 0x80)
        return 0;
    size = read_part(lexicon, text, &value);
    *digit = (char)('0' + value);
    return value < 10 ? size : 0;
}

size_t text_skip_plain(const struct word_marks *beginnings, const char *text,
    size_t at)
{
    unsigned code;
    size_t size;

    while ((size = text_character(text + at, &code)) > 0
        && !text_is_digit(code) && code < 0xFF10
        && !word_is_marked(beginnings, word_code_at(text + at)))
        at += size;
    return at;
}
