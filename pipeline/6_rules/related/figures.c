/*
 * t:known-figures and t:unknown-figures: figures typed into a text, looked up
 * among the values of the data.
 */

#include <string.h>

#include "3_transform/submission.h"
#include "6_rules/related/passage.h"
#include "6_rules/related/quote.h"
#include "6_rules/related/related_calls.h"
#include "6_rules/related/texts.h"
#include "6_rules/related/values.h"
#include "6_rules/text/clauses.h"

#define SOUGHT_MAX 256          /* equal values that are looked at */
#define NAMED_MAX 4             /* equal values that are named */
#define UNIT_SIZE 16            /* bytes: 万元 and more */
#define NEXT_REFERENCE "、"

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
    static const struct decimal hundred = { 100, 0, false };

    if (is_zero(sought->size))
        return true;
    if (sought->kind == VALUES_RATE)
        return decimal_compare(sought->size, hundred) == 0;
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

struct question;

/* A text and the figures that are typed into it. */
struct reading {
    const struct lexicon *lexicon;
    const struct question *question;
    xmlNodePtr node;
    struct passage passage;
    bool has_standard;          /* there is a word of one in the text */
    struct text_figure figure;
    struct sought sought;
};

/* Whether the text was not typed, or was typed as the name of its entry. */
static bool is_left_out(xmlNodePtr node, const struct passage *passage)
{
    xmlNodePtr entry = node->parent;
    const char *key = entry && entry->type == XML_ELEMENT_NODE
        ? node_attribute(entry, "key") : NULL;

    return node_state(node) != STATE_STATED
        || (key && strcmp(key, buffer_string(&passage->text)) == 0);
}

/* The next typed figure that is worth looking up. */
static bool next_figure(struct reading *reading)
{
    const struct lexicon *lexicon = reading->lexicon;
    const struct buffer *text = &reading->passage.text;
    struct text_figure before = reading->figure;

    while (text_figure_next(lexicon, buffer_string(text), text->length,
        &reading->figure)) {
        const struct text_figure *figure = &reading->figure;
        if (passage_is_typed(&reading->passage, figure->begin, figure->end)
            && !is_of_calendar(lexicon, figure, &before)
            && values_seek(figure, &reading->sought)
            && !is_trivial(lexicon, &reading->sought)
            && !(reading->has_standard && is_of_standard(lexicon,
                buffer_string(text), figure)))
            return true;
        before = *figure;
    }
    return false;
}

/* The digits of a figure without zeros at its head. */
static size_t digits_of(struct decimal value)
{
    size_t count = 0;

    for (int64_t units = value.units; units != 0; units /= 10)
        count++;
    return count;
}

/* How many of the labels of a value and of what it stands in are in the words
 * before the figure. */
static size_t count_labels(xmlNodePtr leaf, const struct reading *reading)
{
    const struct text_span words = {
        buffer_string(&reading->passage.text), reading->figure.begin };
    size_t count = 0;

    for (; leaf && leaf->type == XML_ELEMENT_NODE; leaf = leaf->parent) {
        const char *label = node_attribute(leaf, "label");
        count += label && *label && text_span_contains(words, label);
    }
    return count;
}

/* A value that a figure stands for, and how near the text it is. */
struct candidate {
    const struct value *value;
    size_t labels;
    size_t depth;               /* of the innermost entry around both */
    size_t steps;
};

static bool is_better(const struct candidate *a, const struct candidate *b)
{
    if (!b->value || a->labels != b->labels)
        return !b->value || a->labels > b->labels;
    if (a->depth != b->depth)
        return a->depth > b->depth;
    return a->steps != b->steps ? a->steps < b->steps
        : a->value->order < b->value->order;
}

/* The values that a figure stands for, the best first. */
struct candidates {
    struct candidate list[NAMED_MAX];
    size_t count;
    bool more;                  /* than are named */
};

static void candidates_add(struct candidates *candidates,
    struct candidate candidate)
{
    size_t at = candidates->count;

    candidates->more = at == NAMED_MAX;
    if (candidates->more)
        return;
    for (; at > 0 && is_better(&candidate, &candidates->list[at - 1]); at--)
        candidates->list[at] = candidates->list[at - 1];
    candidates->list[at] = candidate;
    candidates->count++;
}

/* The values that are looked for, without those that stand in a text. */
static void find_candidates(const struct values *values,
    const struct sought *sought, const struct reading *reading,
    struct candidates *candidates)
{
    const struct value *value = values_first(values, sought);

    for (int k = 0; value && k < SOUGHT_MAX && !candidates->more; k++) {
        if (!value->in_words)
            candidates_add(candidates, (struct candidate){ value,
                count_labels(value->leaf, reading),
                related_path_common(value->leaf, reading->node),
                related_path_steps(value->leaf) });
        value = values_next(values, value, sought);
    }
}

/* The values that are the figure, or else those that round to it. */
static void known_values(const struct values *values,
    const struct reading *reading, struct candidates *candidates)
{
    struct sought exact = reading->sought;

    *candidates = (struct candidates){ .count = 0 };
    exact.exactly = true;
    find_candidates(values, &exact, reading, candidates);
    if (candidates->count == 0
        && digits_of(reading->figure.value)
            >= lexicon_limit(reading->lexicon, LIMIT_ROUNDED_DIGITS))
        find_candidates(values, &reading->sought, reading, candidates);
}

/* An amount in the other unit needs a notation: the unit itself, where it is
 * one of those that amounts have. */
static void add_notation(const struct text_figure *figure, xmlNodePtr leaf,
    struct buffer *out)
{
    const char *own = node_attribute(leaf, "unit");
    char unit[UNIT_SIZE] = "";

    if (figure->unit_length < UNIT_SIZE)
        memcpy(unit, figure->unit, figure->unit_length);
    if (value_type_of_unit(unit) == VALUE_AMOUNT
        && (!own || strcmp(own, unit) != 0))
        buffer_printf(out, " | %s", unit);
}

/* How a function reports the figures that it finds in a text. */
struct question {
    void (*judge)(const struct values *values, struct reading *reading,
        struct buffer *out);    /* adds a figure, if it is to be told */
    const char *between;        /* two of them; NULL: the first alone */
};

static void add_typed(const struct reading *reading, struct buffer *out)
{
    const struct text_figure *figure = &reading->figure;

    if (out->length > 0)
        buffer_add_string(out, reading->question->between);
    buffer_add(out, buffer_string(&reading->passage.text) + figure->begin,
        figure->end - figure->begin);
}

/* "{{path}}"; nothing where no path leads there. */
static void add_reference(const struct reading *reading,
    const struct value *value, struct buffer *out)
{
    struct buffer path = BUFFER_EMPTY;

    related_path_write(value->leaf, reading->node, &path);
    out->failed = out->failed || path.failed;
    if (path.length > 0) {
        buffer_printf(out, "%s{{%s", out->length > 0 ? NEXT_REFERENCE : "",
            buffer_string(&path));
        if (value->kind == VALUES_AMOUNT)
            add_notation(&reading->figure, value->leaf, out);
        buffer_add_string(out, "}}");
    }
    buffer_free(&path);
}

/* "9.99万元→{{path}}、{{path}}", "9.99万元→…" where there are too many. */
static void judge_known(const struct values *values, struct reading *reading,
    struct buffer *out)
{
    struct buffer references = BUFFER_EMPTY;
    struct candidates known;

    known_values(values, reading, &known);
    if (known.more)
        buffer_add_string(&references, "…");
    for (size_t k = 0; k < known.count && !known.more; k++)
        add_reference(reading, known.list[k].value, &references);
    out->failed = out->failed || references.failed;
    if (references.length > 0) {
        add_typed(reading, out);
        buffer_printf(out, "→%s", buffer_string(&references));
    }
    buffer_free(&references);
}

static void judge_unknown(const struct values *values,
    struct reading *reading, struct buffer *out)
{
    struct sought *sought = &reading->sought;

    if (reading->figure.precision == TEXT_ABOUT)
        return;
    if (sought->kind == VALUES_OTHER) {
        if (!word_of(lexicon_words(reading->lexicon, NOTION_PEOPLE),
                (struct text_span){ sought->unit, sought->unit_length }))
            return;
        sought->kind = VALUES_ANY_UNIT;
        sought->unit_length = 0;
    }
    if (!values_first(values, sought))
        add_typed(reading, out);
}

static const struct question known = { judge_known, "；" };
static const struct question unknown = { judge_unknown, "、" };
static const struct question first_unknown = { judge_unknown, NULL };

/* Whether the text is read on after what has been found in it so far. */
static bool goes_on(const struct question *question, const struct buffer *out)
{
    return question->between || out->length == 0;
}

static bool judge_figures(struct related *related, xmlNodePtr node,
    const struct question *question, struct buffer *out)
{
    const struct node_text *text = node_text_of(related, node);
    struct reading reading = { .lexicon = related->scope.lexicon,
        .question = question, .node = node };
    bool good = true;

    if (!text || !text->has_typed_digit)
        return text != NULL;
    passage_read(&reading.passage, node, PASSAGE_PRINTED);
    reading.has_standard = word_is_in(lexicon_words(reading.lexicon,
        NOTION_SCORING), (struct text_span){
        buffer_string(&reading.passage.text), reading.passage.text.length });
    if (!is_left_out(node, &reading.passage))
        while (good && goes_on(question, out)
            && next_figure(&reading)) {
            const struct values *values = values_of(related);
            good = values != NULL;
            if (good)
                question->judge(values, &reading, out);
        }
    good = good && !out->failed && !reading.passage.text.failed;
    passage_free(&reading.passage);
    return good;
}

static void call_figures(xmlXPathParserContextPtr parser, int given,
    const struct question *question)
{
    struct buffer out = BUFFER_EMPTY;
    struct call call;

    if (call_begin(&call, parser, given, 1)) {
        xmlNodePtr node = call_node(&call, 0);
        if (call.objects[0]->type != XPATH_NODESET)
            call_fail(&call, XPATH_INVALID_TYPE);
        else if (node && !judge_figures(related_of(&call), node, question,
                &out))
            call_fail_memory(&call);
        else
            call_return_string(&call, buffer_string(&out));
    }
    buffer_free(&out);
    call_end(&call);
}

/* The data's figures are collected where a text has one. */
void *related_prepare_figures(struct related *related,
    const xmlXPathObjectPtr *others)
{
    (void)others;
    return related;
}

bool related_check_known(struct related *related, void *prepared,
    xmlNodePtr node, struct buffer *found)
{
    (void)prepared;
    return judge_figures(related, node, &known, found);
}

bool related_check_unknown(struct related *related, void *prepared,
    xmlNodePtr node, struct buffer *found)
{
    (void)prepared;
    return judge_figures(related, node, &unknown, found);
}

bool related_check_first_unknown(struct related *related, void *prepared,
    xmlNodePtr node, struct buffer *found)
{
    (void)prepared;
    return judge_figures(related, node, &first_unknown, found);
}

void related_call_known(xmlXPathParserContextPtr parser, int given)
{
    call_figures(parser, given, &known);
}

void related_call_unknown(xmlXPathParserContextPtr parser, int given)
{
    call_figures(parser, given, &unknown);
}

void related_call_first_unknown(xmlXPathParserContextPtr parser, int given)
{
    call_figures(parser, given, &first_unknown);
}
