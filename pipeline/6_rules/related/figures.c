/*
 * t:known-figures, t:unknown-figures, t:twisted-figures and t:turned-change:
 * figures typed into a text, looked up among the values of the data.
 */

#include <string.h>

#include "0_base/signs.h"
#include "3_transform/submission.h"
#include "6_rules/related/candidates.h"
#include "6_rules/related/derived.h"
#include "6_rules/related/quote.h"
#include "6_rules/related/related_calls.h"
#include "6_rules/related/texts.h"
#include "6_rules/related/typed.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/clauses.h"
#include "6_rules/text/statements.h"

#define UNIT_SIZE 16            /* bytes: 万元 and more */
#define MOST_DIGITS 18          /* of a figure */

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
    void (*judge)(const struct question *question,
        const struct values *values, struct reading *reading,
        struct buffer *out);    /* adds a figure, if it is to be told */
    const char *between;        /* two of them; NULL: the first alone */
    const char *needed;         /* tells nothing without it; NULL: always */
};

/* Where the figure in hand ends with the whole unit of a value, which a
 * reference prints: 42台（套）, of which figures read 42台. */
static size_t end_with_unit(const struct reading *reading,
    const struct value *value)
{
    const struct text_figure *figure = &reading->figure;
    const char *text = buffer_string(&reading->passage.text);
    const char *unit = node_attribute(value->leaf, "unit");
    size_t begin = figure->end - figure->unit_length;

    return unit && strlen(unit) > figure->unit_length
        && text_starts(text + begin, unit) ? begin + strlen(unit)
        : figure->end;
}

/* The figure in hand, up to a byte of the text. */
static void add_typed(const struct question *question,
    const struct reading *reading, size_t end, struct buffer *out)
{
    size_t begin = reading->figure.begin;

    if (out->length > 0)
        buffer_add_string(out, question->between);
    buffer_add(out, buffer_string(&reading->passage.text) + begin,
        end - begin);
}

/* "{{path}}"; nothing where no path leads there. */
static void add_reference(const struct reading *reading,
    const struct value *value, struct buffer *out)
{
    struct buffer path = BUFFER_EMPTY;

    related_path_write(value->leaf, reading->node, &path);
    out->failed = out->failed || path.failed;
    if (path.length > 0) {
        buffer_printf(out, "%s{{%s", out->length > 0 ? SIGN_AND : "",
            buffer_string(&path));
        if (value->kind == VALUES_AMOUNT)
            add_notation(&reading->figure, value->leaf, out);
        buffer_add_string(out, "}}");
    }
    buffer_free(&path);
}

/* "9.99万元→{{path}}、{{path}}", "9.99万元→…" where there are too many. */
static void judge_known(const struct question *question,
    const struct values *values, struct reading *reading, struct buffer *out)
{
    struct buffer references = BUFFER_EMPTY;
    struct candidates known;

    candidates_find(values, reading, &known);
    if (known.more)
        buffer_add_string(&references, SIGN_CUT);
    for (size_t k = 0; k < known.count && !known.more; k++)
        add_reference(reading, known.list[k].value, &references);
    out->failed = out->failed || references.failed;
    if (references.length > 0) {
        add_typed(question, reading, known.more ? reading->figure.end
            : end_with_unit(reading, known.list[0].value), out);
        buffer_printf(out, SIGN_ARROW "%s", buffer_string(&references));
    }
    buffer_free(&references);
}

/* Whether a figure that is not exact tells as much as to have a source: an
 * amount of several digits that were cut off, 268万余元, which is then sought
 * from there to one more. */
static bool may_be_cut_off(struct reading *reading)
{
    const struct text_figure *figure = &reading->figure;
    struct sought *sought = &reading->sought;
    struct decimal value = figure->value, one = { 1, 0, false };

    while (value.places == 0 && value.units != 0 && value.units % 10 == 0)
        value.units /= 10;
    if (!figure->is_some_more || !figure->is_amount
        || !reading_may_round(reading, value))
        return false;
    while (decimal_compare(value, figure->value) != 0) {
        value.units *= 10;
        one.units *= 10;
    }
    sought->low = sought->size;
    return decimal_shift(one, figure->shift - figure->value.places, &one)
        && decimal_add(sought->size, one, &sought->high);
}

static void judge_unknown(const struct question *question,
    const struct values *values, struct reading *reading, struct buffer *out)
{
    struct sought *sought = &reading->sought;

    if ((reading->figure.precision == TEXT_ABOUT
            && !may_be_cut_off(reading))
        || reading_is_general(reading))
        return;
    if (sought->kind == VALUES_OTHER) {
        if (!word_of(lexicon_words(reading->lexicon, NOTION_PEOPLE),
                (struct text_span){ sought->unit, sought->unit_length }))
            return;
        sought->kind = VALUES_ANY_UNIT;
        sought->unit_length = 0;
    }
    if (!values_first(values, sought) && !values_have_sum(values, sought)
        && !reading_is_derived(reading, values)
        && !reading_is_rest(reading))
        add_typed(question, reading, reading->figure.end, out);
}

/* The sign of the figure in hand by the word for a change before it, in a
 * sentence that compares; 0 for none. */
static int direction_of(const struct reading *reading)
{
    const struct lexicon *lexicon = reading->lexicon;
    const char *text = buffer_string(&reading->passage.text);
    size_t at = reading->figure.begin;
    size_t more = notion_before(lexicon, NOTION_RISES, text, at);
    size_t less = notion_before(lexicon, NOTION_FALLS, text, at);

    if (!word_is_in(lexicon_words(lexicon, NOTION_COMPARED),
            text_sentence_around(lexicon, text, at, reading->figure.end)))
        return 0;
    return (more > less) - (more < less);
}

/* Whether a value is a change in a direction, as its label says. */
static bool is_change(const struct reading *reading,
    const struct value *value, int direction)
{
    const char *label = node_attribute(value->leaf, "label");
    struct decimal change = node_figure(value->leaf,
        (struct print_style){0}).value;

    return label && (direction > 0) == (change.units > 0)
        && word_is_in(lexicon_words(reading->lexicon, NOTION_CHANGES),
            (struct text_span){ label, strlen(label) });
}

/* Whether the sentence with the figure names the row of a value. */
static bool is_of_named_row(const struct reading *reading,
    const struct value *value)
{
    xmlNodePtr row = value->leaf->parent;
    const char *title = node_attribute(row, "title");
    const char *name = title ? title : node_attribute(row, "label");

    return name && text_span_has(text_sentence_around(reading->lexicon,
        buffer_string(&reading->passage.text), reading->figure.begin,
        reading->figure.end), (struct text_span){ name, strlen(name) });
}

/* Whether the figure is a change in the other direction, and nothing else that
 * it may be rounded from.  Few digits agree by chance: of such a figure the
 * rows that are named are asked alone. */
static bool is_turned(const struct reading *reading,
    const struct values *values, int direction)
{
    bool is_sure = reading_may_round(reading, reading->figure.value);
    bool found = false;

    for (const struct value *value = values_first(values, &reading->sought);
        value; value = values_next(values, value, &reading->sought)) {
        if (!is_sure && !is_of_named_row(reading, value))
            continue;
        if (!is_change(reading, value, -direction))
            return false;
        found = true;
    }
    return found;
}

/* "增加251.75万元≠−251.75万元". */
static void judge_turned(const struct question *question,
    const struct values *values, struct reading *reading, struct buffer *out)
{
    const char *text = buffer_string(&reading->passage.text);
    int direction = direction_of(reading);

    (void)question;
    if (direction == 0 || !is_turned(reading, values, direction))
        return;
    size_t begin = reading->figure.begin - notion_before(reading->lexicon,
        direction > 0 ? NOTION_RISES : NOTION_FALLS, text,
        reading->figure.begin);
    buffer_add(out, text + begin, reading->figure.end - begin);
    buffer_add_string(out, SIGN_UNEQUAL);
    buffer_add_string(out, direction > 0 ? SIGN_MINUS : "+");
    buffer_add(out, text + reading->figure.begin,
        reading->figure.end - reading->figure.begin);
}

/* The figure with its digits k and k + 1 from the right, which differ, turned
 * round; false where there are none. */
static bool turn_digits(const struct text_figure *figure, int k,
    struct text_figure *turned)
{
    int64_t unit = 1, units = figure->value.units;

    while (k-- > 0 && unit <= units / 10)
        unit *= 10;
    int64_t low = units / unit % 10, high = units / unit / 10 % 10;
    *turned = *figure;
    turned->value.units += (high - low) * unit + (low - high) * unit * 10;
    return unit <= units / 10 && low != high && (low > 0
        || units / unit / 100 > 0);
}

/* Finds a value in that unit that the figure is with two of its digits turned
 * round, 1721批次 for 1712批次, and that its clause speaks of. */
static bool find_turned(const struct values *values,
    const struct reading *reading, struct text_figure *found)
{
    struct sought sought;

    for (int k = 0; k < MOST_DIGITS; k++) {
        if (!turn_digits(&reading->figure, k, found)
            || !values_seek(found, &sought))
            continue;
        sought.exactly = true;
        const struct value *value = values_first(values, &sought);
        if (value && candidates_speak_of(reading, value))
            return true;
    }
    return false;
}

/* "1721批次≠1712批次" of a figure that is no value and follows from none, where
 * the text does not have both; those that are to have a source are told
 * otherwise. */
static void judge_twisted(const struct question *question,
    const struct values *values, struct reading *reading, struct buffer *out)
{
    const struct text_figure *figure = &reading->figure;
    struct sought any = reading->sought;
    struct buffer words = BUFFER_EMPTY;
    struct text_figure meant;

    any.kind = VALUES_ANY_UNIT;
    any.unit_length = 0;
    if (reading->sought.kind != VALUES_OTHER
        || figure->precision != TEXT_EXACT || reading_is_general(reading)
        || !reading_may_round(reading, figure->value)
        || values_first(values, &any) || reading_is_derived(reading, values)
        || reading_is_rest(reading)
        || !find_turned(values, reading, &meant))
        return;
    text_add_number(meant.value, &words);
    buffer_add(&words, meant.unit, meant.unit_length);
    out->failed = out->failed || words.failed;
    if (!strstr(buffer_string(&reading->passage.text), buffer_string(&words))) {
        add_typed(question, reading, figure->end, out);
        buffer_printf(out, SIGN_UNEQUAL "%s", buffer_string(&words));
    }
    buffer_free(&words);
}

/* Nobody can write a reference after "60万元→…" alone. */
static const struct question known = { judge_known, SIGN_AND_THEN, "{{" };
static const struct question unknown = { judge_unknown, SIGN_AND, NULL };
static const struct question first_unknown = { judge_unknown, NULL, NULL };
static const struct question turned = { judge_turned, NULL, NULL };
static const struct question twisted = { judge_twisted, SIGN_AND, NULL };

/* Whether the text is read on after what has been found in it so far. */
static bool goes_on(const struct question *question, const struct buffer *out)
{
    return question->between || out->length == 0;
}

static bool judge_figures(struct related *related, xmlNodePtr node,
    const struct question *question, struct buffer *out)
{
    const struct node_text *text = node_text_of(related, node);
    struct reading reading;
    bool good = true;

    if (!text || !text->has_typed_digit)
        return text != NULL;
    reading_begin(&reading, related->scope.lexicon, node);
    if (!reading_is_left_out(&reading))
        while (good && goes_on(question, out) && reading_next(&reading)) {
            const struct values *values = values_of(related);
            good = values != NULL;
            if (good)
                question->judge(question, values, &reading, out);
        }
    if (question->needed && !strstr(buffer_string(out), question->needed))
        buffer_clear(out);
    good = good && !out->failed && !reading.passage.text.failed;
    reading_end(&reading);
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

bool related_check_turned(struct related *related, void *prepared,
    xmlNodePtr node, struct buffer *found)
{
    (void)prepared;
    return judge_figures(related, node, &turned, found);
}

bool related_check_twisted(struct related *related, void *prepared,
    xmlNodePtr node, struct buffer *found)
{
    (void)prepared;
    return judge_figures(related, node, &twisted, found);
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

void related_call_turned(xmlXPathParserContextPtr parser, int given)
{
    call_figures(parser, given, &turned);
}

void related_call_twisted(xmlXPathParserContextPtr parser, int given)
{
    call_figures(parser, given, &twisted);
}
