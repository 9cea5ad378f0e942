/* Rates of a text that follow from its figures and from values of the data. */

#include "3_transform/submission.h"
#include "6_rules/related/derived_terms.h"
#include "6_rules/text/clauses.h"
#include "6_rules/text/ratio.h"

#define EQUAL_MAX 4             /* equal values whose row is looked at */
#define ROW_MAX 16              /* cells of a row that are looked at */

/* Whether a rate is a ratio, or how much more or less one side of it is. */
static bool is_ratio(struct decimal rate, struct text_ratio ratio)
{
    if (ratio.above.units <= 0 || ratio.below.units <= 0)
        return false;
    if (text_ratio_agrees(&ratio, rate))
        return true;
    if (!decimal_subtract(ratio.above, ratio.below, &ratio.above)
        || !decimal_add(ratio.above_doubt, ratio.below_doubt,
            &ratio.above_doubt))
        return false;
    if (ratio.above.units < 0)
        ratio.above.units = -ratio.above.units;
    return text_ratio_agrees(&ratio, rate);
}

static bool is_rate_of(struct decimal rate, const struct text_figure *a,
    const struct text_figure *b)
{
    struct text_ratio ratio;

    return text_figures_alike(a, b) && text_ratio_of(a, b, &ratio)
        && is_ratio(rate, ratio);
}

/* Whether the rate is that of two values of the data: 165.4万元，占1352.75万元的12.
 * 23%. */
static bool is_of_two(const struct reading *reading,
    const struct terms *terms)
{
    for (int k = 0; k < terms->count; k++)
        for (int j = 0; j < terms->count; j++)
            if (j != k && terms->list[j].known && terms->list[k].known
                && is_rate_of(reading->figure.value, &terms->list[j].figure,
                    &terms->list[k].figure))
                return true;
    return false;
}

/* The figure in whole units of a leaf; false where it is none. */
static bool size_of(xmlNodePtr leaf, enum value_type *type,
    struct decimal *size)
{
    if (!node_value_type(leaf, type) || *type == VALUE_RATE)
        return false;
    *size = node_figure(leaf, (struct print_style){0}).value;
    return !size->blank;
}

/* Whether a value is of a row with another one that makes the rate with it: a
 * result and its target. */
static bool is_of_row(struct decimal rate, const struct value *value)
{
    xmlNodePtr other = xmlFirstElementChild(value->leaf->parent);
    struct text_ratio ratio = {0};
    enum value_type type, own;

    if (!size_of(value->leaf, &own, &ratio.above))
        return false;
    for (int k = 0; other && k < ROW_MAX; k++) {
        if (other != value->leaf && size_of(other, &type, &ratio.below)
            && type == own && is_ratio(rate, ratio))
            return true;
        other = xmlNextElementSibling(other);
    }
    return false;
}

/* The terms from one of them on, up to the rate. */
static bool is_of_a_row(const struct reading *reading,
    const struct values *values, const struct terms *terms, int from)
{
    for (int k = from; k < terms->here; k++) {
        const struct term *term = &terms->list[k];
        struct sought equal = term->sought;
        const struct value *value = term->value;
        equal.exactly = true;
        for (int j = 0; j < EQUAL_MAX && value; j++) {
            if (is_of_row(reading->figure.value, value))
                return true;
            equal.size = value->size;
            value = values_next(values, value, &equal);
        }
    }
    return false;
}

/* The words before the rate, from the figure before it on, within its
 * clause. */
static struct text_span words_before(const struct reading *reading,
    const struct terms *terms)
{
    const char *text = buffer_string(&reading->passage.text);
    struct text_span words = text_clause_around(reading->lexicon, text,
        reading->figure.begin, reading->figure.end);
    const struct text_figure *last = terms->here > 0
        ? &terms->list[terms->here - 1].figure : NULL;

    if (last && text + last->end > words.text)
        words.text = text + last->end;
    words.length = (size_t)(text + reading->figure.begin - words.text);
    return words;
}

static const struct decimal largest = { INT64_MAX, 0, false };

/* Whether the rate is the share that the figure right before it has of any
 * value: 一般公共预算2846.52万元，占7.63%. */
static bool is_share_of_any(const struct reading *reading,
    const struct values *values, const struct terms *terms)
{
    const struct term *part = terms->here > 0
        ? &terms->list[terms->here - 1] : NULL;
    struct text_ratio ratio = {0};
    struct sought whole;

    if (!part || !part->known || !word_is_in(
            lexicon_words(reading->lexicon, NOTION_PORTIONS),
            words_before(reading, terms)))
        return false;
    whole = part->sought;
    ratio.above = whole.low = whole.size;
    whole.high = largest;
    whole.exactly = false;
    for (const struct value *value = values_first(values, &whole); value;
        value = values_next(values, value, &whole)) {
        ratio.below = value->size;
        if (text_ratio_agrees(&ratio, reading->figure.value))
            return true;
    }
    return false;
}

/* Whether words before the rate call it a change or a share. */
static bool is_called_rate(const struct reading *reading,
    const struct terms *terms)
{
    static const enum notion called[] = { NOTION_RISES, NOTION_FALLS,
        NOTION_PORTIONS, NOTION_OVER_PLANS };

    return lexicon_is_in(reading->lexicon, words_before(reading, terms),
        called, sizeof called / sizeof *called);
}

/* The same of the figures just as they are written. */
static bool is_exact_rate_of(struct decimal rate,
    const struct text_figure *a, const struct text_figure *b)
{
    struct text_ratio ratio;

    if (!text_figures_alike(a, b) || !text_ratio_of(a, b, &ratio))
        return false;
    ratio.above_doubt = ratio.below_doubt = (struct decimal){ 0, 0, false };
    return is_ratio(rate, ratio);
}

/* Whether the rate is that of two figures of its sentence, one of which is
 * right before it: 28分钟缩短7分钟，降幅25%. */
static bool is_of_sentence(const struct reading *reading,
    const struct terms *terms)
{
    struct text_span sentence = terms_sentence(reading);
    const char *text = buffer_string(&reading->passage.text);
    int last = terms->here - 1;

    for (int k = 0; k < last; k++)
        if (text + terms->list[k].figure.begin >= sentence.text
            && (is_exact_rate_of(reading->figure.value,
                    &terms->list[k].figure, &terms->list[last].figure)
                || is_exact_rate_of(reading->figure.value,
                    &terms->list[last].figure, &terms->list[k].figure)))
            return true;
    return false;
}

/* One of few digits may be the rate of values by chance, but for one that is
 * called so, of the last figure before it. */
bool derived_rate(const struct reading *reading, const struct values *values)
{
    struct terms terms;

    if (reading->figure.precision != TEXT_EXACT)
        return false;
    terms_find(&terms, values, reading);
    if (terms.here > 0 && is_called_rate(reading, &terms)
        && (is_of_sentence(reading, &terms)
            || is_of_a_row(reading, values, &terms, terms.here - 1)))
        return true;
    return reading_may_round(reading, reading->figure.value)
        && (is_of_two(reading, &terms)
            || is_of_a_row(reading, values, &terms, 0)
            || is_share_of_any(reading, values, &terms));
}
