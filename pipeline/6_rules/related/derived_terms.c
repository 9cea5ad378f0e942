/* The figures around one in hand, and which values of the data they are. */

#include "6_rules/related/derived_terms.h"

#include "6_rules/text/clauses.h"

bool terms_may_follow(const struct text_figure *figure)
{
    return figure->precision == TEXT_EXACT && !figure->is_date
        && figure->base_length > 0 && !text_figure_is_rate(figure);
}

/* The first value that a figure is, or else that rounds to it. */
static const struct value *value_of(const struct values *values,
    const struct reading *reading, const struct text_figure *figure,
    const struct sought *sought)
{
    struct sought exact = *sought;

    exact.exactly = true;
    const struct value *value = values_first(values, &exact);
    return value || !reading_may_round(reading, figure->value) ? value
        : values_first(values, sought);
}

static void add_term(struct terms *terms, const struct values *values,
    const struct reading *reading, const struct text_figure *figure)
{
    struct term *term = &terms->list[terms->count];

    if (terms_may_follow(figure) && (text_figure_is_rate(&reading->figure)
            || text_figures_alike(figure, &reading->figure))
        && values_seek(figure, &term->sought)) {
        term->figure = *figure;
        term->value = value_of(values, reading, figure, &term->sought);
        term->known = term->value || values_have_sum(values, &term->sought);
        terms->count++;
    }
}

void terms_find(struct terms *terms, const struct values *values,
    const struct reading *reading)
{
    const struct buffer *text = &reading->passage.text;
    struct text_figure figure = reading->figure;
    size_t first = reading->count < READING_REACH ? 0
        : reading->count - READING_REACH;

    terms->count = 0;
    for (size_t k = first; k < reading->count; k++)
        add_term(terms, values, reading,
            &reading->before[k % READING_REACH]);
    terms->here = terms->count;
    for (int k = 0; k < READING_REACH && text_figure_next(reading->lexicon,
            buffer_string(text), text->length, &figure); k++)
        add_term(terms, values, reading, &figure);
}

struct text_span terms_sentence(const struct reading *reading)
{
    return text_long_sentence_around(reading->lexicon,
        buffer_string(&reading->passage.text), reading->figure.begin,
        reading->figure.end);
}
