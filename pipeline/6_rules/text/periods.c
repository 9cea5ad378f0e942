/* Finds periods that end before they begin: 2023年12月至2023年1月. */

#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/clauses.h"
#include "6_rules/text/date_parts.h"
#include "6_rules/text/numerals.h"

/* A date with its year, which says when a period begins or ends. */
static bool read_whole(const struct lexicon *lexicon, const char *text,
    size_t at, struct date *date)
{
    return (date_read_signed(lexicon, text, at, date)
            || date_read(lexicon, text, at, date))
        && date->parts[DATE_YEAR].count == 4;
}

/* Behind what is between the two dates of a period, 至 or 起至; 0 where they are
 * no period. */
static size_t skip_joint(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t size = notion_at(lexicon, NOTION_PERIOD_BEGINNINGS, text, at);
    size_t joint = at += size;

    while ((size = notion_at(lexicon, NOTION_RANGE_JOINTS, text, at)) > 0)
        at += size;
    return at > joint ? at : 0;
}

/* As far as both say it: of 2023年12月 and 2023年 neither comes first. */
static bool is_before(const struct date *a, const struct date *b)
{
    int order = 0;

    for (int k = DATE_YEAR; order == 0 && k < DATE_PARTS
        && a->parts[k].count > 0 && b->parts[k].count > 0; k++)
        order = a->parts[k].value - b->parts[k].value;
    return order < 0;
}

/* Whether the one date took the place of the other. */
static bool is_changed(const struct lexicon *lexicon, const char *text,
    size_t begin, size_t end)
{
    return word_is_in(lexicon_words(lexicon, NOTION_DATE_CHANGES),
        text_sentence_around(lexicon, text, begin, end));
}

const struct text_needs text_reversed_period_needs = { TEXT_ANY, 1,
    { NOTION_RANGE_JOINTS } };

bool text_reversed_period(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static const enum notion numerals[] = { NOTION_NUMERALS };
    const struct word_marks beginnings = lexicon_beginnings(lexicon,
        numerals, 1);
    struct date first, last;
    unsigned code;

    (void)argument;
    for (size_t at = 0; found->length == 0
        && text[at = text_skip_plain(&beginnings, text, at)];) {
        bool is_date = read_whole(lexicon, text, at, &first);
        size_t other = is_date ? skip_joint(lexicon, text, first.end) : 0;
        if (other > 0 && read_whole(lexicon, text, other, &last)
            && is_before(&last, &first)
            && !is_changed(lexicon, text, at, last.end))
            buffer_add(found, text + at, last.end - at);
        size_t number = date_skip_number(lexicon, text, at);
        at = is_date ? first.end : number > at ? number
            : at + text_character(text + at, &code);
    }
    return true;
}
