/* Figures of a text that follow from values of the data. */

#include "6_rules/related/derived.h"

#include "3_transform/submission.h"
#include "6_rules/related/derived_terms.h"
#include "6_rules/text/clauses.h"

#define EQUAL_MAX 4             /* equal values whose row is looked at */
#define ROW_MAX 16              /* cells of a row that are looked at */

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

/* The words from a byte on to the figure that begins at another, within its
 * clause. */
static struct text_span words_between(const struct reading *reading,
    size_t from, size_t begin)
{
    const char *text = buffer_string(&reading->passage.text);
    struct text_span words = text_clause_around(reading->lexicon, text, begin,
        begin);

    if (text + from > words.text)
        words.text = text + from;
    words.length = (size_t)(text + begin - words.text);
    return words;
}

/* The figures of a part of the text, of terms and the one in hand. */
struct line {
    struct decimal sizes[TERMS_MAX + 1];
    bool known[TERMS_MAX + 1];  /* values of the data */
    bool less[TERMS_MAX + 1];   /* what was taken away: 调减工程预算12万元 */
    int count, here;
    size_t end;                 /* of the last figure */
};

static void add_to_line(struct line *line, const struct reading *reading,
    const struct text_figure *figure, struct decimal size, bool known)
{
    line->known[line->count] = known;
    line->less[line->count] = word_is_in(lexicon_words(reading->lexicon,
        NOTION_FALLS), words_between(reading, line->end, figure->begin));
    line->end = figure->end;
    line->sizes[line->count++] = size;
}

static void draw_line(struct line *line, const struct terms *terms,
    const struct reading *reading, struct text_span part)
{
    size_t begin = (size_t)(part.text
        - buffer_string(&reading->passage.text));

    *line = (struct line){ .end = begin };
    for (int k = 0; k <= terms->count; k++) {
        if (k == terms->here) {
            line->here = line->count;
            add_to_line(line, reading, &reading->figure, reading->sought.size,
                false);
        }
        if (k < terms->count && terms->list[k].figure.begin >= begin
            && terms->list[k].figure.begin < begin + part.length)
            add_to_line(line, reading, &terms->list[k].figure,
                terms->list[k].sought.size, terms->list[k].known);
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

/* What the figures from one on to another make, without those that were taken
 * away: 追加46万元，调减12万元; false where it does not fit. */
static bool add_up(const struct line *line, int from, int to,
    struct decimal *sum)
{
    bool good = true;

    *sum = (struct decimal){ 0, 0, false };
    for (int k = from; good && k <= to; k++)
        good = (line->less[k] ? decimal_subtract : decimal_add)(*sum,
            line->sizes[k], sum);
    return good;
}

/* Whether some figures lead from one value of the data to another one: they
 * stand between these, or behind them and, perhaps, what they make. */
static bool lead_on(const struct line *line, int from, int to)
{
    struct decimal sum, size;

    if (!add_up(line, from, to, &sum))
        return false;
    for (int k = 0; k < line->count; k++)
        for (int j = 0; j < k; j++) {
            bool between = j < from && k > to;
            bool behind = k < from && k + 2 >= from;
            if (line->known[j] && line->known[k] && (between || behind)
                && decimal_subtract(line->sizes[k], line->sizes[j], &size)
                && decimal_compare(sum, size) == 0)
                return true;
        }
    return false;
}

/* Whether the figure in hand is one of two and more that do. */
static bool is_adjustment(const struct line *line)
{
    for (int from = 0; from <= line->here; from++)
        for (int to = line->here; to < line->count; to++)
            if (to > from && lead_on(line, from, to))
                return true;
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

/* Whether the figure in hand is a part of a value of the data, or of what leads
 * from one to another. */
static bool is_part(const struct reading *reading,
    const struct values *values, const struct terms *terms)
{
    struct line line;

    draw_line(&line, terms, reading, terms_sentence(reading));
    for (int k = 0; k < line.count; k++)
        if (line.known[k] && are_parts_of(&line, k))
            return true;
    if (are_all_of_one(&line, values, reading))
        return true;
    draw_line(&line, terms, reading, (struct text_span){
        buffer_string(&reading->passage.text), reading->passage.text.length });
    return is_adjustment(&line);
}

bool reading_is_derived(const struct reading *reading,
    const struct values *values)
{
    struct terms terms;

    if (text_figure_is_rate(&reading->figure))
        return derived_rate(reading, values);
    if (!terms_may_follow(&reading->figure))
        return false;
    terms_find(&terms, values, reading);
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
    const struct text_figure *last = reading->count > 0
        ? &reading->before[(reading->count - 1) % READING_REACH] : NULL;
    struct text_span words = words_between(reading, last ? last->end : 0,
        reading->figure.begin);

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
