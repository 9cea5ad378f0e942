/*
 * Finds what another unit says of itself, which was copied with its text: 县卫健局
 * 内设6个股室.  That a unit is named with others, 会同县卫健局, or does something,
 * 县财政局批复预算, is not told.
 */

#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/clauses.h"
#include "6_rules/text/date_parts.h"
#include "6_rules/text/figures.h"
#include "6_rules/text/spans.h"

#define PREFIX_CHARACTERS 4     /* of 我县 and the name of a county */

/* Whether the characters of a name but for its last one, 局, stand in one of
 * some names in their order: 卫健 in 示例县卫生健康局. */
static bool is_own(const struct word *office, const char *own)
{
    size_t length = text_back(office->text, office->length, 1);
    struct text_span name = { own, 0 };

    while (text_word_next(&name)) {
        size_t at = 0, behind = 0, size;
        unsigned code, other;
        while (at < length && behind < name.length) {
            size = text_character(office->text + at, &code);
            behind += text_character(name.text + behind, &other);
            at += code == other ? size : 0;
        }
        if (at >= length)
            return true;
    }
    return false;
}

/* Whether the unit is over the office or under it, or was called so.  The name
 * of the county, own's first word, tells nothing of a unit: 水 in 冷水江市. */
static bool is_related(const struct lexicon *lexicon, const char *text,
    size_t at, const char *own)
{
    const struct word *office = word_at(lexicon_words(lexicon,
        NOTION_RELATED_OFFICES), text, at);
    size_t county = strcspn(own, " "), size;
    unsigned code, other;

    for (size_t j = 0; office && own[j]; j += size) {
        if (county > 0 && strncmp(own + j, own, county) == 0) {
            size = county;
            continue;
        }
        size = text_character(own + j, &other);
        for (size_t k = 0; k < office->meaning.length;) {
            k += text_character(office->meaning.text + k, &code);
            if (code == other)
                return true;
        }
    }
    return false;
}

/* Whether a name begins its clause, but for a county: 我县卫健局, 示例县人社局. */
static bool begins_clause(const struct lexicon *lexicon, const char *text,
    size_t at, size_t length)
{
    struct text_span clause = text_clause_around(lexicon, text, at,
        at + length);
    struct text_span before = { clause.text,
        (size_t)(text + at - clause.text) };
    size_t year = 0, size;
    unsigned code;

    while ((size = text_character(before.text + year, &code)) > 0
        && year < before.length && (text_is_digit(code)
            || notion_at(lexicon, NOTION_DATE_UNITS, before.text, year)))
        year += size;
    before.text += year;
    before.length -= year;
    return before.length == 0
        || (text_span_characters(before) <= PREFIX_CHARACTERS
            && word_before(lexicon_words(lexicon, NOTION_COUNTIES), text, at)
            && !word_is_in(lexicon_words(lexicon, NOTION_COMPANY), before));
}

/* Behind the year of what is said: 卫健局2023年度部门预算. */
static size_t skip_year(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t end = at + text_digits(text + at);

    return end > at ? end + date_year_unit(lexicon, text, end) : at;
}

/* Whether words go on to a number of people and no more: 现有30人. */
static bool goes_on_to_people(const struct lexicon *lexicon,
    struct text_span rest)
{
    struct text_figure figure = {0};

    return text_figure_next(lexicon, rest.text, rest.length, &figure)
        && figure.begin == 0 && figure.end == rest.length && word_of(
            lexicon_words(lexicon, NOTION_PEOPLE),
            (struct text_span){ figure.unit, figure.unit_length });
}

/* Whether words go on to several units: 下设3个中心, 下设就业中心、社保中心. */
static bool goes_on_to_units(const struct lexicon *lexicon,
    struct text_span rest)
{
    const struct word_list *units = lexicon_words(lexicon,
        NOTION_UNITS_UNDER);
    unsigned code;
    size_t at;

    text_character(rest.text, &code);
    bool counted = text_is_digit(code)
        || notion_at(lexicon, NOTION_NUMERALS, rest.text, 0) > 0;
    const struct word *unit = word_in(units, rest, &at);
    if (!unit || counted)
        return unit != NULL;
    at += unit->length;
    return word_is_in(units, (struct text_span){ rest.text + at,
        rest.length - at });
}

/* Whether what others say of a unit as well is followed by what it consists
 * of. */
static bool goes_on_to_parts(const struct lexicon *lexicon, const char *text,
    size_t said, struct text_span rest)
{
    return word_is_in(lexicon_words(lexicon, NOTION_UNIT_PARTS), rest)
        || (notion_at(lexicon, NOTION_STAFFED, text, said) > 0
            && goes_on_to_people(lexicon, rest))
        || (notion_at(lexicon, NOTION_UNDER_IT, text, said) > 0
            && goes_on_to_units(lexicon, rest));
}

/* Whether what is said up to text + end is the unit's own: it does not go on to
 * what that asks of others, and nothing tells the two apart. */
static bool is_of_itself(const struct lexicon *lexicon, const char *text,
    size_t said, size_t end)
{
    struct text_span clause = text_clause_around(lexicon, text, said, end);
    struct text_span sentence = text_sentence_around(lexicon, text, said, end);
    struct text_span rest = { text + end,
        (size_t)(clause.text + clause.length - (text + end)) };
    struct text_span on = { text + end,
        (size_t)(sentence.text + sentence.length - (text + end)) };

    return (notion_at(lexicon, NOTION_SOLE_STATEMENTS, text, said) > 0
            || !word_is_in(lexicon_words(lexicon, NOTION_DEALINGS), rest))
        && !word_is_in(lexicon_words(lexicon, NOTION_OWN_WORDS), on)
        && (notion_at(lexicon, NOTION_PART_STATEMENTS, text, said) == 0
            || goes_on_to_parts(lexicon, text, said, rest));
}

const struct text_needs text_office_needs = { TEXT_ANY, 1,
    { NOTION_OFFICES } };

bool text_office(const struct lexicon *lexicon, const char *text,
    const char *own, struct buffer *found)
{
    const struct word_list *offices = lexicon_words(lexicon, NOTION_OFFICES);
    unsigned code;

    for (size_t at = 0; found->length == 0 && text[at];) {
        const struct word *office = word_at(offices, text, at);
        if (!office) {
            at += text_character(text + at, &code);
            continue;
        }
        size_t end = at + office->length;
        size_t said = skip_year(lexicon, text, end);
        size_t size = notion_at(lexicon, NOTION_SELF_STATEMENTS, text, said);
        if (size > 0 && begins_clause(lexicon, text, at, office->length)
            && !is_own(office, own) && !is_related(lexicon, text, at, own)
            && is_of_itself(lexicon, text, said, said + size))
            buffer_add(found, text + at, said + size - at);
        at = end;
    }
    return true;
}
