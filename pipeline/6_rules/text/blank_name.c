/* Names, dates and boxes of a form that somebody was to fill in. */

#include <string.h>

#include "0_base/utf8.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/leftovers.h"

/* 500字以内, how long what is written was to be. */
static bool is_text_length(const struct lexicon *lexicon,
    struct text_span inside)
{
    size_t digits = strspn(inside.text, "0123456789");
    size_t size = digits > 0 ? notion_at(lexicon, NOTION_TEXT_LENGTHS,
        inside.text, digits) : 0;

    return size > 0 && digits + size == inside.length;
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
                kinds[k].brackets), text, at, TEXT_LEFTOVER_REACH, &inside);
        if (length > 0 && (word_of(lexicon_words(lexicon, kinds[k].names),
                    inside)
                || notion_at(lexicon, NOTION_ORDERS, inside.text, 0) > 0
                || is_text_length(lexicon, inside)))
            return length;
    }
    return 0;
}

/* 某某局, where nobody is kept anonymous. */
static size_t find_anonymous(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    return notion_at(lexicon, NOTION_ANONYMOUS, text, at);
}

/* 年　月　日 without its numbers. */
static size_t find_blank_date(const struct lexicon *lexicon,
    const char *text, size_t at)
{
    size_t size = notion_at(lexicon, NOTION_YEAR_UNITS, text, at);
    size_t blanks = size > 0 ? text_blanks_at(text + at + size) : 0;
    size_t month = blanks > 0 ? notion_at(lexicon, NOTION_MONTH_UNITS, text,
        at + size + blanks) : 0;

    return month > 0 ? size + blanks + month : 0;
}

/* □是 ■否, of which one was to be chosen. */
static size_t find_box(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    return notion_at(lexicon, NOTION_BOXES, text, at);
}

/* Whether a text, or a clause of it, ends here. */
static bool ends_at(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    static const enum notion marks[] = { NOTION_STOPS, NOTION_SEMICOLONS,
        NOTION_COMMAS, NOTION_ITEM_MARKS, NOTION_CLOSING };

    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        if (notion_at(lexicon, marks[k], text, at) > 0)
            return true;
    return text[at] == '\0' || text[at] == '\n';
}

/* 略, of which a text is made, or what a colon or a bracket leads to. */
static size_t find_omitted(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t size = notion_at(lexicon, NOTION_OMITTED, text, at);
    bool begins = at == 0 || notion_before(lexicon, NOTION_COLONS, text, at) > 0
        || notion_before(lexicon, NOTION_OPENING, text, at) > 0;

    return begins && ends_at(lexicon, text, at + size) ? size : 0;
}

/* 示例：… at the head of a text. */
static size_t find_sample(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    return at == 0 ? notion_at(lexicon, NOTION_SAMPLE_HEADS, text, at) : 0;
}

/* How much room is kept in front: two blanks, a wide one, …… or ——. */
static size_t room_before(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t room = 0, size;
    unsigned code;

    while ((size = text_character_before(text, at - room, &code)) > 0
        && utf8_is_space(code) && code != '\n')
        room += size;
    if (room > 1)
        return text_is_ideograph(code) ? room : 0;
    return notion_before(lexicon, NOTION_GAPS, text, at);
}

/* N个, X 项: a letter for a number, in no word, code or sum. */
static size_t unknown_before(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t blank = at > 0 && text[at - 1] == ' ';
    size_t size = notion_before(lexicon, NOTION_UNKNOWNS, text, at - blank);
    unsigned code = 0;

    if (size == 0)
        return 0;
    at -= blank + size;
    text_character_before(text, at - (at > 0 && text[at - 1] == ' '), &code);
    return !code || text_is_ideograph(code) ? blank + size : 0;
}

/* 率为%: what a share follows, and no number. */
static size_t share_before(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    static const enum notion words[] = { NOTION_SHARE_VERBS, NOTION_RATES,
        NOTION_RISES, NOTION_FALLS };
    size_t blank = at > 0 && text[at - 1] == ' ', size = 0;

    for (size_t k = 0; size == 0 && k < sizeof words / sizeof *words; k++)
        size = notion_before(lexicon, words[k], text, at - blank);
    return size > 0 ? blank + size : 0;
}

/* A unit without its number: 共　　万元, 培训……人次, N个, 率为%. */
static size_t find_bare_unit(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t size = notion_at(lexicon, NOTION_ASKED_UNITS, text, at);

    if (size == 0)
        return 0;
    if (unknown_before(lexicon, text, at) > 0)
        return size;
    if (!ends_at(lexicon, text, at + size))
        return 0;
    if (word_of(lexicon_words(lexicon, NOTION_UNIT_SIGNS),
            (struct text_span){ text + at, size })
        && share_before(lexicon, text, at) > 0)
        return size;
    return room_before(lexicon, text, at) > 0 ? size : 0;
}

const struct text_needs text_blank_name_needs = { TEXT_ANY, 8,
    { NOTION_BRACKETS, NOTION_ROUND_BRACKETS, NOTION_ANONYMOUS,
    NOTION_MONTH_UNITS, NOTION_BOXES, NOTION_OMITTED, NOTION_SAMPLE_HEADS,
    NOTION_ASKED_UNITS } };

bool text_blank_name(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static const struct text_needs begins = { TEXT_ANY, 8,
        { NOTION_BRACKETS, NOTION_ROUND_BRACKETS, NOTION_ANONYMOUS,
        NOTION_YEAR_UNITS, NOTION_BOXES, NOTION_OMITTED,
        NOTION_SAMPLE_HEADS, NOTION_ASKED_UNITS } };
    static text_finder *const finders[] = { find_field, find_anonymous,
        find_blank_date, find_box, find_omitted, find_sample,
        find_bare_unit, NULL };

    (void)argument;
    text_add_leftover(lexicon, text, &begins, finders, found);
    return true;
}
