/* Counts before a mark, in digits or Chinese numerals: 设3个内设机构：, 三项措施：. */

#include "6_rules/text/counted.h"

#include "0_base/signs.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/numerals.h"
#include "6_rules/text/spans.h"

/* What before a number makes it none that could be counted up. */
static bool is_vague_before(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    static const enum notion notions[] = { NOTION_ORDINAL, NOTION_ABOUT,
        NOTION_LIMITS, NOTION_RANGE_JOINTS, NOTION_NO_COUNT };
    unsigned code;

    for (size_t k = 0; k < sizeof notions / sizeof *notions; k++)
        if (notion_before(lexicon, notions[k], text, at))
            return true;
    text_character_before(text, at, &code);
    return text_is_latin(code);
}

/* Up to three digits that end at `end`. */
static bool read_digits_before(const char *text, size_t end,
    struct text_count *count)
{
    size_t at = end;

    count->value = 0;
    while (at > 0 && end - at < 4 && text_is_digit((unsigned char)text[at - 1]))
        at--;
    if (at == end || end - at == 4)
        return false;
    for (size_t k = at; k < end; k++)
        count->value = count->value * 10 + (text[k] - '0');
    count->begin = at;
    return true;
}

static bool read_numeral_before(const struct lexicon *lexicon,
    const char *text, size_t end, struct text_count *count)
{
    size_t at = end, size;

    while ((size = word_size_before(lexicon_words(lexicon, NOTION_NUMERALS),
            text, at)) > 0)
        at -= size;
    count->begin = at;
    return at < end && text_numeral_read(lexicon, text + at, &count->value)
        == end - at;
}

/* The count whose unit begins at `unit`: behind Chinese numerals fewer can be
 * counted, 二级 and 三类 being ranks and kinds. */
static bool read_count(const struct lexicon *lexicon, const char *text,
    size_t unit, struct text_count *count)
{
    size_t counted = notion_at(lexicon, NOTION_COUNTED, text, unit);
    size_t size = counted ? counted
        : notion_at(lexicon, NOTION_RANKED, text, unit);

    count->unit = unit;
    count->end = unit + size;
    bool read = size > 0 && (read_digits_before(text, unit, count)
            || (counted && read_numeral_before(lexicon, text, unit, count)));
    return read && count->value > 1
        && !is_vague_before(lexicon, text, count->begin);
}

/* Whether the words between a count and a list tell that the list is not one
 * of what was counted. */
static bool leads_away(const struct lexicon *lexicon, struct text_span words)
{
    return word_is_in(lexicon_words(lexicon, NOTION_DOING), words);
}

bool text_count_before(const struct lexicon *lexicon, const char *text,
    size_t mark, struct text_count *count)
{
    size_t at = mark, size;
    unsigned code;

    for (size_t k = 0; k < lexicon_limit(lexicon, LIMIT_LIST_NOUN)
         && (size = text_character_before(text, at, &code)) > 0; k++) {
        if (!text_is_ideograph(code)
            && !notion_at(lexicon, NOTION_QUOTATION_MARKS, text, at - size))
            return false;
        at -= size;
        if (read_count(lexicon, text, at, count))
            return !leads_away(lexicon,
                (struct text_span){ text + at, mark - at });
    }
    return false;
}

bool text_count_is_near(const struct text_count *count, size_t items,
    size_t most)
{
    size_t stated = (size_t)count->value;

    return items >= 2 && stated <= most * 2 && items <= stated * 2;
}

void text_add_count(const char *text, const struct text_count *count,
    size_t items, struct buffer *found)
{
    buffer_add(found, text + count->begin, count->end - count->begin);
    buffer_printf(found, SIGN_UNEQUAL "%zu", items);
}
