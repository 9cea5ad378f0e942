/* Averages against the amount and the count that they come from: 支出2.1456万元，
 * 接待212人次，人均101.21元; 80万元，800套，每套1000元. */

#include <string.h>

#include "0_base/signs.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/ratio.h"
#include "6_rules/text/statements.h"

#define PERCENT_PLACES 2        /* a ratio is in percent, an average is not */
#define PLACES_LEAST 2

static bool begins_with(struct text_span text, struct text_span beginning)
{
    return beginning.length > 0 && beginning.length <= text.length
        && memcmp(text.text, beginning.text, beginning.length) == 0;
}

/* Whether the label of an average says that it is one of that count: 人均, 每套.
 * One of two things, 每人每月 and 人均每年, is none. */
static bool is_of_count(const struct text_statement *statement,
    struct text_span label, const struct text_figure *count)
{
    const struct lexicon *lexicon = statement->lexicon;
    const struct word_list *words = lexicon_words(lexicon,
        NOTION_AVERAGE_COUNTS);
    struct text_span own = { count->base, count->base_length };
    struct text_span unit = { count->usual, count->usual_length };
    size_t at;
    const struct word *word = word_in(words, label, &at);

    if (!word)
        return false;
    label.text += at + word->length;
    label.length -= at + word->length;
    if (word_is_in(words, label)
        || text_statement_has(statement, label, NOTION_PERIODS_OF_AVERAGES))
        return false;
    return begins_with(unit, word->meaning) || (word->meaning.length
        == word->length && (begins_with(label, own)
            || begins_with(label, unit)));
}

static bool is_candidate(const struct text_figure *figure)
{
    return figure->precision == TEXT_EXACT && !figure->is_date
        && figure->base_length > 0 && !text_figure_is_rate(figure);
}

/* The ratio of an amount, in the unit of the average, and a count. */
static bool ratio_of(const struct text_figure *amount,
    const struct text_figure *count, const struct text_figure *average,
    struct text_ratio *ratio)
{
    if (!text_ratio_of(amount, count, ratio) || ratio->below.units <= 0
        || ratio->above.units <= 0)
        return false;
    ratio->above.places += average->shift;
    ratio->above_doubt.places += average->shift;
    return ratio->above.places + PERCENT_PLACES <= DECIMAL_PLACES_MAX
        && ratio->above_doubt.places + PERCENT_PLACES <= DECIMAL_PLACES_MAX;
}

static bool agrees(struct text_ratio ratio, struct decimal average)
{
    ratio.above.places += PERCENT_PLACES;
    ratio.above_doubt.places += PERCENT_PLACES;
    return text_ratio_agrees(&ratio, average);
}

/* Whether one is less than half of the other, and so hardly meant for it. */
static bool is_far(struct decimal a, struct decimal b)
{
    struct decimal twice_a, twice_b;

    return !decimal_add(a, a, &twice_a) || !decimal_add(b, b, &twice_b)
        || decimal_compare(twice_a, b) < 0 || decimal_compare(twice_b, a) < 0;
}

/* Adds amount÷count=quotient≠average where these are near enough. */
static void report_average(const struct text_statement *statement,
    const struct text_figure *const pair[2],
    const struct text_figure *average, struct buffer *found)
{
    int places = average->value.places > PLACES_LEAST
        ? average->value.places : PLACES_LEAST;
    struct text_ratio ratio;
    struct decimal quotient;

    if (!ratio_of(pair[0], pair[1], average, &ratio)
        || !decimal_divide(ratio.above, ratio.below, 0, places, &quotient)
        || is_far(quotient, average->value))
        return;
    text_add_figure(statement, pair[0], found);
    buffer_add_string(found, SIGN_DIVIDED);
    text_add_figure(statement, pair[1], found);
    buffer_add_char(found, '=');
    text_add_number(quotient, found);
    buffer_add(found, average->unit, average->unit_length);
    buffer_add_string(found, SIGN_UNEQUAL);
    text_add_figure(statement, average, found);
}

/* Whether figure k is none of any amount and count before it; the last ones of
 * these. */
static bool is_of_none(const struct text_statement *statement, size_t k,
    const struct text_figure *pair[2])
{
    const struct text_figure *figures = statement->figures;
    struct text_span label = text_label(statement, k);
    struct text_ratio ratio;

    for (size_t j = 0; j < k; j++) {
        if (!is_candidate(&figures[j]) || figures[j].is_amount
            || !is_of_count(statement, label, &figures[j]))
            continue;
        for (size_t i = 0; i < k; i++) {
            if (!is_candidate(&figures[i]) || !figures[i].is_amount
                || text_statement_has(statement, text_label(statement, i),
                    NOTION_AVERAGES))
                continue;
            if (!ratio_of(&figures[i], &figures[j], &figures[k], &ratio)
                || agrees(ratio, figures[k].value))
                return false;
            pair[0] = &figures[i];
            pair[1] = &figures[j];
        }
    }
    return pair[0] != NULL;
}

static void check(const struct text_statement *statement,
    struct buffer *found)
{
    for (size_t k = 2; k < statement->count && found->length == 0; k++) {
        const struct text_figure *average = &statement->figures[k];
        const struct text_figure *pair[2] = { NULL, NULL };
        if (average->is_amount && is_candidate(average)
            && is_of_none(statement, k, pair))
            report_average(statement, pair, average, found);
    }
}

const struct text_needs text_average_needs = { TEXT_DIGIT, 1,
    { NOTION_AVERAGE_COUNTS } };

bool text_average(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static const struct text_statement_search search = { &text_average_needs,
        3, check };

    (void)argument;
    text_check_statements(lexicon, text, &search, found);
    return true;
}
