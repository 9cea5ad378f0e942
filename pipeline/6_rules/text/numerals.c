/* Numbers in Chinese numerals. */

#include "6_rules/text/numerals.h"

#include "6_rules/text/characters.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

/* The value of the numeral that text begins with; 10 and 100 for 十, 百. */
static size_t read_numeral_part(const char *text, int *value)
{
    static const struct { const char *word; int value; } parts[] = {
        { "零", 0 }, { "〇", 0 }, { "一", 1 }, { "二", 2 }, { "两", 2 },
        { "三", 3 }, { "四", 4 }, { "五", 5 }, { "六", 6 }, { "七", 7 },
        { "八", 8 }, { "九", 9 }, { "十", 10 }, { "百", 100 },
        { "千", 1000 },
    };
    size_t size = 0;

    for (size_t k = 0; size == 0 && k < COUNT(parts); k++) {
        size = text_starts(text, parts[k].word);
        *value = parts[k].value;
    }
    return size;
}

size_t text_numeral_read(const char *text, int *value)
{
    int total = 0, digit = -1, last = 10000, part;
    size_t length = 0, size;

    while ((size = read_numeral_part(text + length, &part)) > 0) {
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
