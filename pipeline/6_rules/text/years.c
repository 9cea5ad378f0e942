/* Years that a text speaks of. */

#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/spans.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))
#define YEAR_DIGITS 4

struct year {
    char digits[YEAR_DIGITS + 1];
    size_t length;              /* bytes in the text */
};

/* Bytes of a digit of any script at text, 0 for none. */
static size_t read_digit(const char *text, char *digit)
{
    /* The highest code first: most characters are above all but one. */
    static const struct { unsigned code; char digit; } numerals[] = {
        { u'零', '0' }, { u'四', '4' }, { u'六', '6' }, { u'八', '8' },
        { u'五', '5' }, { u'二', '2' }, { u'九', '9' }, { u'三', '3' },
        { u'七', '7' }, { u'一', '1' }, { u'〇', '0' }, { u'○', '0' },
    };
    unsigned code;
    size_t size = text_character(text, &code);

    if (code >= 0xFF10)
        code -= 0xFEE0;
    *digit = (char)code;
    if (text_is_digit(code))
        return size;
    for (size_t k = 0; k < COUNT(numerals) && code <= numerals[k].code; k++)
        if (code == numerals[k].code) {
            *digit = numerals[k].digit;
            return size;
        }
    return 0;
}

/* Four digits and no more, from 1900 to 2099. */
static bool read_year(const char *text, struct year *year)
{
    size_t count = 0, size;
    char digit;

    year->length = 0;
    for (; (size = read_digit(text + year->length, &digit)) > 0
         && count < YEAR_DIGITS; year->length += size)
        year->digits[count++] = digit;
    year->digits[count] = '\0';
    return count == YEAR_DIGITS && size == 0
        && (text_starts(year->digits, "19")
            || text_starts(year->digits, "20"));
}

/* Whether 年 stands at text, or joins it by way of more years: -2023年. */
static bool leads_to_year(const char *text)
{
    static const char *const joints[] = { "-", "－", "–", "—", "~", "～",
        "至", "到", "、", "和", "与", "及" };
    struct year next;

    text += strspn(text, " ");
    if (text_starts(text, "年"))
        return true;
    for (size_t k = 0; k < COUNT(joints); k++) {
        size_t size = text_starts(text, joints[k]);
        if (size > 0)
            return read_year(text + size, &next)
                && leads_to_year(text + size + next.length);
    }
    return false;
}

/* Titles and numbers of documents, which have their own years, and what stands
 * in brackets behind a title: 《预算法》（2018年修正）. */
static size_t skip_title(const char *text)
{
    static const struct { const char *open, *close; } pairs[] = {
        { "《", "》" }, { "》（", "）" }, { "〔", "〕" }, { "[", "]" },
    };

    for (size_t k = 0; k < COUNT(pairs); k++)
        if (text_starts(text, pairs[k].open)) {
            const char *end = strstr(text, pairs[k].close);
            return end ? (size_t)(end - text) : strlen(pairs[k].open);
        }
    return 0;
}

static size_t skip_digits(const char *text)
{
    size_t length = 0, size;
    char digit;

    while ((size = read_digit(text + length, &digit)) > 0)
        length += size;
    return length;
}

bool text_other_year(const struct lexicon *lexicon, const char *text,
    const char *years, struct buffer *found)
{
    struct year year;

    (void)lexicon;
    /* Only a text with a year in it is worth reading. */
    for (const char *at = strstr(text, "年") ? text : ""; *at;) {
        size_t size = skip_title(at);
        if (size == 0 && (size = skip_digits(at)) > 0 && read_year(at, &year)
            && leads_to_year(at + size) && !text_words_have(years,
                (struct text_span){ year.digits, strlen(year.digits) })) {
            buffer_printf(found, "%s年", year.digits);
            break;
        }
        unsigned code;
        at += size > 0 ? size : text_character(at, &code);
    }
    return true;
}
