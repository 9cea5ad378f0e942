/*
 * Quarters and halves of a year against the year, told of beside each other:
 * 一季度20万元、二季度25万元、三季度30万元、四季度30万元，全年100万元.  Of amounts:
 * a person may come in each of them, and is one in the year.
 */

#include "6_rules/text/checks.h"
#include "6_rules/text/statements.h"
#include "6_rules/text/sum.h"

/* What a sentence tells of a year. */
struct year {
    struct text_sum sum;
    int parts;                  /* that a year has: 4 */
    struct text_span part, whole;       /* what both are of: 支出 */
};

/* What stands behind a word in a name, which is at a byte of it. */
static struct text_span behind(struct text_span name, const struct word *word,
    size_t at)
{
    at += word->length;
    return (struct text_span){ name.text + at, name.length - at };
}

/* Takes a part; false where it is not the next one. */
static bool take_part(struct year *year, const struct text_figure *figure,
    const struct word *period)
{
    int order = word_number(period) / 10, parts = word_number(period) % 10;

    if (order != (int)year->sum.count + 1
        || (year->sum.count > 0 && parts != year->parts))
        return false;
    year->parts = parts;
    year->sum.parts[year->sum.count++] = figure;
    return true;
}

/* Takes figure k, a part or the whole; false where it can be neither. */
static bool take_figure(const struct text_statement *statement, size_t k,
    struct year *year)
{
    static const enum notion others[] = { NOTION_PLANS, NOTION_CUMULATIVE,
        NOTION_AVERAGES };
    const struct lexicon *lexicon = statement->lexicon;
    const struct text_figure *figure = &statement->figures[k];
    struct text_span name = text_label_name(statement, k);
    size_t at;
    const struct word *word = word_in(lexicon_words(lexicon,
        NOTION_NAMED_PARTS_OF_YEARS), name, &at);

    if (!figure->is_amount || figure->precision != TEXT_EXACT
        || lexicon_is_in(lexicon, name, others,
            sizeof others / sizeof *others))
        return false;
    if (word) {
        if (year->sum.count == 0)
            year->part = behind(name, word, at);
        return take_part(year, figure, word);
    }
    word = word_in(lexicon_words(lexicon, NOTION_WHOLE_YEARS), name, &at);
    if (!word || year->sum.whole)
        return false;
    year->sum.whole = figure;
    year->whole = behind(name, word, at);
    return true;
}

/* Whether the year is told all of, and of one thing. */
static bool is_whole(const struct year *year)
{
    size_t length = year->part.length;

    if (!year->sum.whole || year->parts != (int)year->sum.count)
        return false;
    return length == 0 || year->whole.length == 0
        || (length == year->whole.length
            && text_span_has(year->part, year->whole));
}

static void check(const struct text_statement *statement,
    struct buffer *found)
{
    struct year year = { .sum = { .nearness = lexicon_limit(
        statement->lexicon, LIMIT_SUM_NEARNESS) } };

    for (size_t k = 0; k < statement->count; k++)
        if (!statement->figures[k].is_date
            && !take_figure(statement, k, &year))
            return;
    if (is_whole(&year))
        text_sum_judge(&year.sum, found);
}

const struct text_needs text_year_parts_needs = { TEXT_DIGIT, 1,
    { NOTION_NAMED_PARTS_OF_YEARS } };

bool text_year_parts(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static const struct text_statement_search search = {
        &text_year_parts_needs, 3, check };

    (void)argument;
    text_check_long_statements(lexicon, text, &search, found);
    return true;
}
