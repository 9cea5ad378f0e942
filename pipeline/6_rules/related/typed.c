/* The figures that are typed into a text and worth looking up. */

#include "6_rules/related/typed.h"

#include <string.h>

#include "3_transform/submission.h"
#include "6_rules/text/clauses.h"

static bool is_zero(struct decimal value)
{
    return value.units == 0;
}

static bool is_below(struct decimal value, size_t limit)
{
    return decimal_compare(value,
        (struct decimal){ (int64_t)limit, 0, false }) < 0;
}

static bool is_trivial(const struct lexicon *lexicon,
    const struct sought *sought)
{
    if (is_zero(sought->size))
        return true;
    if (sought->kind == VALUES_RATE)
        return decimal_compare(sought->size, decimal_hundred) == 0;
    return sought->kind == VALUES_OTHER && is_below(sought->size,
        lexicon_limit(lexicon, LIMIT_SMALL_COUNT));
}

static bool has_unit_of(const struct lexicon *lexicon,
    const struct text_figure *figure, enum notion notion)
{
    return word_of(lexicon_words(lexicon, notion),
        (struct text_span){ figure->unit, figure->unit_length }) != NULL;
}

/* Whether a figure begins or continues a date or a time: 2023年4月24日, 9时30分.  A
 * number of years or days by itself is neither. */
static bool is_of_calendar(const struct lexicon *lexicon,
    const struct text_figure *figure, const struct text_figure *before)
{
    if (has_unit_of(lexicon, figure, NOTION_CALENDAR))
        return true;
    if (figure->is_year)
        return !is_below(figure->value,
            lexicon_limit(lexicon, LIMIT_FIRST_YEAR));
    return before->end > 0 && before->end == figure->begin
        && has_unit_of(lexicon, before, NOTION_CALENDAR_OPENING);
}

/* Whether a figure belongs to a standard for scores, 每低于5%扣2分, and so is no
 * figure of the data. */
static bool is_of_standard(const struct lexicon *lexicon, const char *text,
    const struct text_figure *figure)
{
    const struct word_list *scoring = lexicon_words(lexicon, NOTION_SCORING);
    struct text_span clause = text_clause_around(lexicon, text,
        figure->begin, figure->end);

    return word_is_in(scoring, clause)
        || ((figure->precision == TEXT_LIMIT
                || word_is_in(lexicon_words(lexicon, NOTION_CONDITIONS),
                    clause))
            && word_is_in(scoring, text_sentence_around(lexicon, text,
                figure->begin, figure->end)));
}

/* Whether a figure is the limit of a rule for spending, 5万元以上的支出经集体研究,
 * and so is no figure of the data. */
static bool is_of_threshold(const struct lexicon *lexicon, const char *text,
    const struct text_figure *figure)
{
    return figure->is_amount && figure->precision == TEXT_LIMIT
        && word_is_in(lexicon_words(lexicon, NOTION_THRESHOLDS),
            text_clause_around(lexicon, text, figure->begin, figure->end));
}

void reading_begin(struct reading *reading, const struct lexicon *lexicon,
    xmlNodePtr node)
{
    *reading = (struct reading){ .lexicon = lexicon, .node = node };
    passage_read(&reading->passage, node, PASSAGE_PRINTED);
    reading->has_standard = word_is_in(lexicon_words(lexicon,
        NOTION_SCORING), (struct text_span){
        buffer_string(&reading->passage.text),
        reading->passage.text.length });
}

void reading_end(struct reading *reading)
{
    passage_free(&reading->passage);
}

bool reading_is_left_out(const struct reading *reading)
{
    xmlNodePtr entry = reading->node->parent;
    const char *key = entry && entry->type == XML_ELEMENT_NODE
        ? node_attribute(entry, "key") : NULL;

    return node_state(reading->node) != STATE_STATED
        || (key && strcmp(key, buffer_string(&reading->passage.text)) == 0);
}

/* The digits of a figure without zeros at its head. */
static size_t digits_of(struct decimal value)
{
    size_t count = 0;

    for (int64_t units = value.units; units != 0; units /= 10)
        count++;
    return count;
}

bool reading_may_round(const struct reading *reading, struct decimal value)
{
    return digits_of(value)
        >= lexicon_limit(reading->lexicon, LIMIT_ROUNDED_DIGITS);
}

bool reading_is_general(const struct reading *reading)
{
    const struct lexicon *lexicon = reading->lexicon;
    const char *text = buffer_string(&reading->passage.text);
    size_t begin = reading->figure.begin;
    struct text_span clause = text_clause_around(lexicon, text, begin,
        reading->figure.end);

    clause.length = (size_t)(text + begin - clause.text);
    return word_is_in(lexicon_words(lexicon, NOTION_AVERAGES), clause)
        || word_is_in(lexicon_words(lexicon, NOTION_NORMS), clause)
        || notion_at(lexicon, NOTION_NORMS_BEHIND, text,
            reading->figure.end) > 0;
}

/* The next figure of the text; the one in hand goes to those before it. */
static bool next_figure(struct reading *reading)
{
    const struct buffer *text = &reading->passage.text;

    if (reading->figure.end > 0)
        reading->before[reading->count++ % READING_REACH] = reading->figure;
    return text_figure_next(reading->lexicon, buffer_string(text),
        text->length, &reading->figure);
}

bool reading_next(struct reading *reading)
{
    const struct lexicon *lexicon = reading->lexicon;
    const char *text = buffer_string(&reading->passage.text);
    struct text_figure before = reading->figure;

    for (; next_figure(reading); before = reading->figure) {
        const struct text_figure *figure = &reading->figure;
        if (passage_is_typed(&reading->passage, figure->begin, figure->end)
            && !is_of_calendar(lexicon, figure, &before)
            && values_seek(figure, &reading->sought)
            && !is_trivial(lexicon, &reading->sought)
            && !(reading->has_standard
                && is_of_standard(lexicon, text, figure))
            && !is_of_threshold(lexicon, text, figure))
            return true;
    }
    return false;
}
