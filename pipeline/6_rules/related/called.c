/*
 * t:called-otherwise: a figure right behind the words for a value of the data,
 * which is another one: 公务用车保有量12辆 where the table has 11.
 */

#include "0_base/signs.h"
#include "6_rules/related/called_values.h"
#include "6_rules/related/related_calls.h"
#include "6_rules/related/stated_walk.h"
#include "6_rules/related/texts.h"
#include "6_rules/text/characters.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

void *related_prepare_called(struct related *related,
    const xmlXPathObjectPtr *others)
{
    return called_values_read(related, KEEPER_CALLED, others[0]);
}

/* By how many tens the value is in the unit of a figure: an amount of the data
 * is in yuan, a count in its own unit. */
static int shift_of(const struct called *called,
    const struct text_figure *figure)
{
    return (called->value.type == VALUE_AMOUNT ? 0 : called->measure.shift)
        - figure->shift;
}

/* Whether a figure is the value, or what that rounds to. */
static bool is_value(const struct called *called,
    const struct text_figure *figure)
{
    struct decimal size, value = called->value.value;

    if (!text_figure_base(figure, &size)
        || !decimal_shift(value, shift_of(called, figure), &value))
        return true;
    return decimal_compare(value, figure->value) == 0
        || (figure->value.places < value.places && decimal_compare(
            decimal_round(value, figure->value.places), figure->value) == 0);
}

/* The figure at a byte of the sentence; NULL for none. */
static const struct text_figure *figure_at(
    const struct text_statement *statement, size_t at)
{
    for (size_t k = 0; k < statement->count; k++)
        if (statement->figures[k].begin == at)
            return &statement->figures[k];
    return NULL;
}

/* The value that is meant by a figure behind words for a path; NULL for
 * none. */
static const struct called *value_of(const struct called_sentence *calling,
    struct text_span path, const struct text_figure *figure)
{
    for (size_t k = 0; k < calling->values->count; k++) {
        const struct called *called = &calling->values->list[k];
        if (called_is_at(called, path)
            && text_figures_alike(figure, &called->measure))
            return called;
    }
    return NULL;
}

/* "公务用车保有量12辆≠11辆". */
static void judge(const struct called_sentence *calling,
    const struct called *called, size_t begin,
    const struct text_figure *figure)
{
    struct decimal value = called->value.value;

    if (figure->precision != TEXT_EXACT || is_value(called, figure)
        || !decimal_shift(value, shift_of(called, figure), &value))
        return;
    buffer_add(calling->out, calling->statement->sentence.text + begin,
        figure->end - begin);
    buffer_add_string(calling->out, SIGN_UNEQUAL);
    text_add_number(decimal_trim(value, 0), calling->out);
    buffer_add(calling->out, figure->unit, figure->unit_length);
}

/* Reads on behind a word, as long as there are figures. */
static void read_on(const struct called_sentence *calling,
    const struct word *word, size_t begin)
{
    static const enum notion between[] = { NOTION_CONNECTORS,
        NOTION_ITEM_MARKS };
    const struct text_statement *statement = calling->statement;
    const char *text = statement->sentence.text;
    size_t at = begin + word->length, size = 1;

    for (; size > 0 && calling->out->length == 0; at += size) {
        const struct text_figure *figure = figure_at(statement, at);
        const struct called *called = figure
            ? value_of(calling, word->meaning, figure) : NULL;
        if (called)
            judge(calling, called, begin, figure);
        size = figure ? figure->end - at : 0;
        for (size_t k = 0; size == 0 && k < COUNT(between); k++)
            size = notion_at(statement->lexicon, between[k], text, at);
    }
}

static void read_sentence(const struct called_sentence *calling)
{
    const struct text_statement *statement = calling->statement;
    const struct word_list *words = lexicon_words(statement->lexicon,
        NOTION_CALLED);
    const char *text = statement->sentence.text;
    unsigned code;

    for (size_t at = 0; statement->count > 0
        && at < statement->sentence.length
        && calling->out->length == 0; at += text_character(text + at, &code)) {
        const struct word *word = word_at(words, text, at);
        if (word && stated_stands_alone(statement->lexicon, text, at)
            && !called_is_of_others(calling, at))
            read_on(calling, word, at);
    }
}

bool related_check_called(struct related *related, void *prepared,
    xmlNodePtr node, struct buffer *found)
{
    const struct node_text *text = node_text_of(related, node);

    return text && (!text->has_typed_digit || called_values_check(related,
        prepared, node, read_sentence, found));
}

void related_call_called(xmlXPathParserContextPtr parser, int given)
{
    called_values_call(parser, given, related_prepare_called,
        related_check_called);
}
