/* Reads the numbers of documents, for what finds faults in them and for what
 * lists the years that a text has. */

#include "6_rules/text/document_number.h"

#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/date_parts.h"
#include "6_rules/text/numerals.h"
#include "6_rules/text/punctuation_marks.h"

#define YEAR_DIGITS 4
#define COUNT(table) (sizeof (table) / sizeof *(table))

/* --- the year ------------------------------------------------------------- */

/* The size of a bracket at a byte that opens, or closes; 0 for none. */
static size_t bracket_at(const struct lexicon *lexicon, const char *text,
    bool closes)
{
    static const enum notion kinds[] = { NOTION_BRACKETS,
        NOTION_ROUND_BRACKETS, NOTION_TITLE_BRACKETS };

    for (size_t k = 0; k < COUNT(kinds); k++) {
        const struct word_list *pairs = lexicon_words(lexicon, kinds[k]);
        for (size_t w = 0; w < pairs->count; w++) {
            struct text_span mark = closes ? pairs->list[w].meaning
                : (struct text_span){ pairs->list[w].text,
                    pairs->list[w].length };
            if (strncmp(text, mark.text, mark.length) == 0)
                return mark.length;
        }
    }
    return 0;
}

bool document_year_read(const struct lexicon *lexicon, const char *text,
    size_t at, struct document_year *year)
{
    const struct word *right = lexicon_words(lexicon,
        NOTION_YEAR_BRACKETS)->list;
    size_t opens = bracket_at(lexicon, text + at, false), size;
    int digits = 0;
    char digit;

    *year = (struct document_year){ .begin = at + opens,
        .close = at + opens };
    if (!opens)
        return false;
    for (; (size = text_any_digit(lexicon, text + year->close, &digit)) > 0;
        digits++)
        year->close += size;
    size_t unit = notion_at(lexicon, NOTION_YEAR_UNITS, text, year->close);
    size = bracket_at(lexicon, text + year->close + unit, true);
    year->end = year->close + unit + size;
    year->is_right = right && strncmp(text + at, right->text, right->length)
        == 0;
    return digits == YEAR_DIGITS && size > 0;
}

/* --- the number ----------------------------------------------------------- */

size_t document_number_begin(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    at += text[at] == ' ';
    return at + notion_at(lexicon, NOTION_ORDINAL, text, at);
}

/* Behind the digits at a byte, of either width. */
static size_t skip_digits(const char *text, size_t at)
{
    size_t size;
    int value;

    while ((size = date_digit_read(text + at, &value)) > 0)
        at += size;
    return at;
}

/* Behind 号 at a byte, or behind a blank there; 0 where there is none. */
static size_t skip_number_word(const struct lexicon *lexicon,
    const char *text, size_t at)
{
    at += text[at] == ' ';
    size_t size = notion_at(lexicon, NOTION_DOCUMENT_NUMBERS, text, at);

    return size ? at + size : 0;
}

/* How many bytes the sign or word between two numbers takes; 0 for none. */
static size_t between_numbers(const struct lexicon *lexicon,
    const char *text, size_t at)
{
    static const enum notion notions[] = { NOTION_ITEM_MARKS, NOTION_JOINTS,
        NOTION_RANGE_JOINTS };
    size_t size = 0;

    for (size_t k = 0; k < COUNT(notions) && size == 0; k++)
        size = notion_at(lexicon, notions[k], text, at);
    return size;
}

size_t document_number_end(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t joint = 0, begin, end;

    at = document_number_begin(lexicon, text, at);
    do {
        begin = at + joint;
        at = skip_digits(text, begin);
        end = at > begin ? skip_number_word(lexicon, text, at) : 0;
        joint = between_numbers(lexicon, text, at);
    } while (!end && at > begin && joint > 0);
    return end;
}

size_t document_bare_end(const struct lexicon *lexicon, const char *text,
    const struct document_year *year)
{
    size_t begin = document_number_begin(lexicon, text, year->end);
    size_t end = skip_digits(text, begin);
    bool is_named = notion_at(lexicon, NOTION_DOCUMENT_NOUNS, text, end) > 0;
    unsigned code = mark_code_at(text, end);

    return end > begin && !document_number_end(lexicon, text, year->end)
        && (is_named
            || (year->is_right && (code == 0 || mark_is_chinese(code))))
        && between_numbers(lexicon, text, end) == 0 ? end : 0;
}
