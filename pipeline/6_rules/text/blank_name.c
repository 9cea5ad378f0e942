/* Names, dates and boxes of a form that somebody was to fill in. */

#include "6_rules/text/checks.h"
#include "6_rules/text/leftovers.h"

static size_t size_of(const struct lexicon *lexicon, enum notion notion,
    const char *text, size_t at)
{
    return word_size_at(lexicon_words(lexicon, notion), text, at);
}

/* 【单位名称】, （项目名称）; （单位） may be the head of a column. */
static size_t find_field(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    static const struct { enum notion brackets, names; } kinds[] = {
        { NOTION_BRACKETS, NOTION_FIELD_NAMES },
        { NOTION_ROUND_BRACKETS, NOTION_LONG_FIELD_NAMES },
    };
    struct text_span inside;

    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        size_t length = text_brackets_at(lexicon_words(lexicon,
            kinds[k].brackets), text, at,
        TEXT_LEFTOVER_REACH, &inside);
        if (length > 0 && (word_of(lexicon_words(lexicon, kinds[k].names),
                    inside)
                || size_of(lexicon, NOTION_ORDERS, inside.text, 0) > 0))
            return length;
    }
    return 0;
}

/* 某某局, where nobody is kept anonymous. */
static size_t find_anonymous(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    return size_of(lexicon, NOTION_ANONYMOUS, text, at);
}

/* 年　月　日 without its numbers. */
static size_t find_blank_date(const struct lexicon *lexicon,
    const char *text, size_t at)
{
    size_t size = size_of(lexicon, NOTION_YEAR_UNITS, text, at);
    size_t blanks = size > 0 ? text_blanks_at(text + at + size) : 0;
    size_t month = blanks > 0 ? size_of(lexicon, NOTION_MONTH_UNITS, text,
        at + size + blanks) : 0;

    return month > 0 ? size + blanks + month : 0;
}

/* □是 ■否, of which one was to be chosen. */
static size_t find_box(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    return size_of(lexicon, NOTION_BOXES, text, at);
}

const struct text_needs text_blank_name_needs = { TEXT_ANY, 5,
    { NOTION_BRACKETS, NOTION_ROUND_BRACKETS, NOTION_ANONYMOUS,
    NOTION_MONTH_UNITS, NOTION_BOXES } };

bool text_blank_name(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static const struct text_needs begins = { TEXT_ANY, 5,
        { NOTION_BRACKETS, NOTION_ROUND_BRACKETS, NOTION_ANONYMOUS,
        NOTION_YEAR_UNITS, NOTION_BOXES } };
    static text_finder *const finders[] = { find_field, find_anonymous,
        find_blank_date, find_box, NULL };

    (void)argument;
    text_add_leftover(lexicon, text, &begins, finders, found);
    return true;
}
