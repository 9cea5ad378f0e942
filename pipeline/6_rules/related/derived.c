/* Figures of a text that follow from values of the data. */

#include "6_rules/related/derived.h"

#include "3_transform/submission.h"
#include "6_rules/text/clauses.h"
#include "6_rules/text/ratio.h"

#define NEAR_MAX (2 * READING_REACH)
#define EQUAL_MAX 4             /* equal values whose row is looked at */
#define ROW_MAX 16              /* cells of a row that are looked at */

/* A figure near the one in hand, and the value of the data that it is. */
struct term {
    struct text_figure figure;
    struct sought sought;
    const struct value *value;  /* NULL: none */
};

/* The terms in the order of the text; the figure in hand stands before the
 * one of index `here`. */
struct terms {
    struct term list[NEAR_MAX];
    int count, here;
};

static bool may_follow(const struct text_figure *figure)
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

/* Of figures in other units than the one in hand there is no sum; a rate is one
 * of two in any. */
static void add_term(struct terms *terms, const struct values *values,
    const struct reading *reading, const struct text_figure *figure)
{
    struct term *term = &terms->list[terms->count];

    if (may_follow(figure) && (text_figure_is_rate(&reading->figure)
            || text_figures_alike(figure, &reading->figure))
        && values_seek(figure, &term->sought)) {
        term->figure = *figure;
        term->value = value_of(values, reading, figure, &term->sought);
        terms->count++;
    }
}

static void find_terms(struct terms *terms, const struct values *values,
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

/* Whether the figure in hand is so much, or that rounded to it. */
static bool is_so_much(const struct reading *reading, struct decimal size)
{
    const struct sought *sought = &reading->sought;

    if (size.units < 0)
        size.units = -size.units;
    if (decimal_compare(size, sought->size) == 0)
        return true;
    return reading_may_round(reading, reading->figure.value)
        && decimal_compare(size, sought->low) >= 0
        && decimal_compare(size, sought->high) < 0;
}

static bool is_sum_or_difference(const struct reading *reading,
    struct decimal a, struct decimal b)
{
    struct decimal size;

    return (decimal_subtract(a, b, &size) && is_so_much(reading, size))
        || (decimal_add(a, b, &size) && is_so_much(reading, size));
}

/* Of the data's values, or of the figures that were made from rounded ones. */
static bool is_of_two(const struct reading *reading, const struct term *a,
    const struct term *b)
{
    return is_sum_or_difference(reading, a->value->size, b->value->size)
        || is_sum_or_difference(reading, a->sought.size, b->sought.size);
}

/* Whether an amount stands beside a value in the data that differs from it by
 * the figure in hand. */
static bool is_beside(const struct reading *reading,
    const struct value *value)
{
    xmlNodePtr other = xmlFirstElementChild(value->leaf->parent);
    enum value_type type;

    for (int k = 0; other && k < ROW_MAX; k++) {
        if (other != value->leaf && node_value_type(other, &type)
            && type == VALUE_AMOUNT) {
            struct decimal size = node_figure(other,
                (struct print_style){0}).value;
            if (!size.blank && decimal_subtract(value->size, size, &size)
                && is_so_much(reading, size))
                return true;
        }
        other = xmlNextElementSibling(other);
    }
    return false;
}

static bool is_of_a_row(const struct reading *reading,
    const struct values *values, const struct term *term)
{
    struct sought equal = term->sought;
    const struct value *value = term->value;

    equal.size = value->size;
    equal.exactly = true;
    for (int k = 0; k < EQUAL_MAX && value
        && value->kind == VALUES_AMOUNT; k++) {
        if (is_beside(reading, value))
            return true;
        value = values_next(values, value, &equal);
    }
    return false;
}

/* Whether the terms from one on, `step` after step, make the figure. */
static bool is_sum_from(const struct reading *reading,
    const struct terms *terms, int from, int step)
{
    struct decimal sum = { 0, 0, false };

    for (int k = from; k >= 0 && k < terms->count && terms->list[k].value;
        k += step)
        if (!decimal_add(sum, terms->list[k].sought.size, &sum))
            return false;
        else if (k != from && is_so_much(reading, sum))
            return true;
    return false;
}

/* Whether a rate is one figure in percent of another one, or how much more or
 * less it is. */
static bool is_rate_of(struct decimal rate, const struct text_figure *a,
    const struct text_figure *b)
{
    struct text_ratio ratio;

    if (!text_figures_alike(a, b) || !text_ratio_of(a, b, &ratio)
        || ratio.above.units <= 0 || ratio.below.units <= 0)
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

/* Whether the rate in hand is that of two values of the data beside it: 165.4万
 * 元，占1352.75万元的12.23%.  One of few digits may be so by chance. */
static bool is_rate_of_terms(const struct reading *reading,
    const struct values *values)
{
    struct decimal rate = reading->figure.value;
    struct terms terms;

    if (reading->figure.precision != TEXT_EXACT
        || !reading_may_round(reading, rate))
        return false;
    find_terms(&terms, values, reading);
    for (int k = 0; k < terms.count; k++)
        for (int j = 0; j < terms.count; j++)
            if (j != k && terms.list[j].value && terms.list[k].value
                && is_rate_of(rate, &terms.list[j].figure,
                    &terms.list[k].figure))
                return true;
    return false;
}

/* The figures of the sentence of the one in hand, of terms: that one among
 * them. */
struct line {
    struct decimal sizes[NEAR_MAX + 1];
    bool known[NEAR_MAX + 1];   /* values of the data */
    int count, here;
};

static void add_to_line(struct line *line, struct decimal size, bool known)
{
    line->known[line->count] = known;
    line->sizes[line->count++] = size;
}

static void draw_line(struct line *line, const struct terms *terms,
    const struct reading *reading)
{
    const char *text = buffer_string(&reading->passage.text);
    struct text_span sentence = text_long_sentence_around(reading->lexicon,
        text, reading->figure.begin, reading->figure.end);
    size_t begin = (size_t)(sentence.text - text);

    line->count = line->here = 0;
    for (int k = 0; k <= terms->count; k++) {
        if (k == terms->here) {
            line->here = line->count;
            add_to_line(line, reading->sought.size, false);
        }
        if (k < terms->count && terms->list[k].figure.begin >= begin
            && terms->list[k].figure.begin < begin + sentence.length)
            add_to_line(line, terms->list[k].sought.size,
                terms->list[k].value != NULL);
    }
}

/* Whether the figures on one side of a value of the data, the one in hand among
 * them, make just so much. */
static bool are_parts_of(const struct line *line, int whole)
{
    int step = line->here > whole ? 1 : -1;
    struct decimal sum = { 0, 0, false };

    for (int k = whole + step; k >= 0 && k < line->count; k += step) {
        bool all = (line->here - k) * step <= 0;
        if (!decimal_add(sum, line->sizes[k], &sum))
            return false;
        if (all && k != whole + step
            && decimal_compare(sum, line->sizes[whole]) == 0)
            return true;
    }
    return false;
}

/* Whether the amounts of a line make one of the data, which is not named. */
static bool are_all_of_one(const struct line *line,
    const struct values *values, const struct reading *reading)
{
    struct sought whole = reading->sought;

    whole.exactly = true;
    whole.size = (struct decimal){ 0, 0, false };
    for (int k = 0; k < line->count; k++)
        if (!decimal_add(whole.size, line->sizes[k], &whole.size))
            return false;
    return line->count > 1 && whole.kind == VALUES_AMOUNT
        && values_first(values, &whole);
}

/* Whether the figure in hand is a part of a value of the data. */
static bool is_part(const struct reading *reading,
    const struct values *values, const struct terms *terms)
{
    struct line line;

    draw_line(&line, terms, reading);
    for (int k = 0; k < line.count; k++)
        if (line.known[k] && are_parts_of(&line, k))
            return true;
    return are_all_of_one(&line, values, reading);
}

bool reading_is_derived(const struct reading *reading,
    const struct values *values)
{
    struct terms terms;

    if (text_figure_is_rate(&reading->figure))
        return is_rate_of_terms(reading, values);
    if (!may_follow(&reading->figure))
        return false;
    find_terms(&terms, values, reading);
    for (int k = 0; k < terms.count; k++) {
        if (!terms.list[k].value)
            continue;
        if (is_of_a_row(reading, values, &terms.list[k]))
            return true;
        for (int j = 0; j < k; j++)
            if (terms.list[j].value && is_of_two(reading, &terms.list[j],
                    &terms.list[k]))
                return true;
    }
    return is_sum_from(reading, &terms, terms.here, 1)
        || is_sum_from(reading, &terms, terms.here - 1, -1)
        || is_part(reading, values, &terms);
}

/* Whether the words before the figure in hand, from the one before it on, call
 * it what is left. */
static bool is_called_rest(const struct reading *reading)
{
    const char *text = buffer_string(&reading->passage.text);
    size_t begin = reading->figure.begin;
    struct text_span words = text_clause_around(reading->lexicon, text, begin,
        reading->figure.end);
    const struct text_figure *last = reading->count > 0
        ? &reading->before[(reading->count - 1) % READING_REACH] : NULL;

    if (last && text + last->end > words.text)
        words.text = text + last->end;
    words.length = (size_t)(text + begin - words.text);
    return word_is_in(lexicon_words(reading->lexicon, NOTION_RESTS), words);
}

/* What the figures make that are read from the one in hand back to the whole
 * before them. */
struct rest {
    const struct reading *reading;
    struct decimal sum;
    int parts;                  /* beside the one in hand */
};

static bool is_whole(const struct rest *rest,
    const struct text_figure *figure)
{
    struct decimal size;

    return rest->parts > 0 && text_figures_alike(figure, &rest->reading->figure)
        && text_figure_base(figure, &size)
        && decimal_compare(size, rest->sum) == 0;
}

static bool add_part(struct rest *rest, const struct text_figure *figure)
{
    struct decimal size;

    if (figure->is_date || !text_figures_alike(figure, &rest->reading->figure))
        return true;
    rest->parts++;
    return figure->precision == TEXT_EXACT && text_figure_base(figure, &size)
        && decimal_add(rest->sum, size, &rest->sum);
}

/* Whether a figure that is no part stands behind the one in hand, within the
 * sentence, and is the whole of the parts so far: …，共120人. */
static bool has_whole_behind(const struct rest *rest,
    struct text_span sentence)
{
    const struct buffer *text = &rest->reading->passage.text;
    struct text_figure figure = rest->reading->figure;

    return text_figure_next(rest->reading->lexicon, buffer_string(text),
            text->length, &figure)
        && buffer_string(text) + figure.begin
            < sentence.text + sentence.length
        && is_whole(rest, &figure);
}

/* Shares have a whole that nobody names: 占60%，其余40%. */
static bool is_all(const struct rest *rest)
{
    return rest->parts > 0 && text_figure_is_rate(&rest->reading->figure)
        && decimal_compare(rest->sum, decimal_hundred) == 0;
}

bool reading_is_rest(const struct reading *reading)
{
    const char *text = buffer_string(&reading->passage.text);
    const struct text_figure *figure = &reading->figure;
    struct text_span sentence = text_sentence_around(reading->lexicon, text,
        figure->begin, figure->end);
    struct rest rest = { .reading = reading };
    size_t last = reading->count > READING_REACH
        ? reading->count - READING_REACH : 0;

    if (figure->precision != TEXT_EXACT || !is_called_rest(reading)
        || !text_figure_base(figure, &rest.sum))
        return false;
    for (size_t k = reading->count; k-- > last;) {
        figure = &reading->before[k % READING_REACH];
        if (text + figure->begin < sentence.text)
            break;
        if (is_whole(&rest, figure))
            return true;
        if (!add_part(&rest, figure))
            return false;
        if (is_all(&rest) || has_whole_behind(&rest, sentence))
            return true;
    }
    return false;
}
