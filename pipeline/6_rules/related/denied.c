/*
 * t:denied-otherwise: what a text says that there was none of, while the data
 * has some: 没有因公出国 beside 5万元 of it.
 *
 * The words are read one after the other, from 没有 over 安排 to what is named,
 * and on to the end of the clause: 没有公务接待费超支 denies something else.
 */

#include "0_base/signs.h"
#include "6_rules/related/called_values.h"
#include "6_rules/related/related_calls.h"
#include "6_rules/related/texts.h"
#include "6_rules/text/characters.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

void *related_prepare_denied(struct related *related,
    const xmlXPathObjectPtr *others)
{
    return called_values_read(related, KEEPER_DENIED, others[0]);
}

/* Behind as many words of a notion as there are at a byte. */
static size_t behind(const struct text_statement *statement,
    enum notion notion, size_t at)
{
    size_t size = 1;

    while (size > 0) {
        size = notion_at(statement->lexicon, notion,
            statement->sentence.text, at);
        at += size;
    }
    return at;
}

/* Whether a clause, or an item of a list, ends at a byte. */
static bool ends(const struct text_statement *statement, size_t at)
{
    static const enum notion marks[] = { NOTION_STOPS, NOTION_SEMICOLONS,
        NOTION_COMMAS, NOTION_ITEM_MARKS, NOTION_CLOSING, NOTION_JOINTS };
    bool found = at >= statement->sentence.length;

    for (size_t k = 0; !found && k < COUNT(marks); k++)
        found = notion_at(statement->lexicon, marks[k],
            statement->sentence.text, at) > 0;
    return found;
}

/* The first value at a path that is more than nothing; NULL for none. */
static const struct called *value_above_zero(
    const struct called_values *values, struct text_span path)
{
    for (size_t k = 0; k < values->count; k++)
        if (called_is_at(&values->list[k], path)
            && values->list[k].value.value.units > 0)
            return &values->list[k];
    return NULL;
}

/* "没有因公出国（5万元）", the value exactly: its cell may have rounded it to
 * nothing. */
static void tell(const struct called_sentence *denial, size_t begin, size_t end,
    const struct called *called)
{
    struct buffer *out = denial->out;
    const char *unit = called->unit + 1;

    buffer_add(out, denial->statement->sentence.text + begin, end - begin);
    buffer_add_string(out, SIGN_OPENING);
    text_add_number(decimal_trim(value_in_unit(called->value.type, unit,
        called->value.value), 0), out);
    buffer_add_string(out, unit);
    buffer_add_string(out, SIGN_CLOSING);
}

/* Reads on behind a word of denial, from one thing to the next. */
static void read_on(const struct called_sentence *denial, size_t begin,
    size_t at)
{
    const struct text_statement *statement = denial->statement;
    const struct word_list *things = lexicon_words(statement->lexicon,
        NOTION_DENIED);
    const char *text = statement->sentence.text;
    const struct word *word;

    at = behind(statement, NOTION_DENIED_VERBS, at);
    while (denial->out->length == 0 && (word = word_at(things, text, at))) {
        size_t end = behind(statement, NOTION_DENIED_ENDS, at + word->length);
        const struct called *called = ends(statement, end)
            ? value_above_zero(denial->values, word->meaning) : NULL;
        if (called)
            tell(denial, begin, end, called);
        at = behind(statement, NOTION_ITEM_MARKS, end);
        at = behind(statement, NOTION_JOINTS, at);
    }
}

static void read_sentence(const struct called_sentence *denial)
{
    const struct text_statement *statement = denial->statement;
    const char *text = statement->sentence.text;
    unsigned code;

    for (size_t at = 0; at < statement->sentence.length
        && denial->out->length == 0; at += text_character(text + at, &code)) {
        size_t size = notion_at(statement->lexicon, NOTION_ABSENCES, text, at);
        if (size > 0 && !called_is_of_others(denial, at))
            read_on(denial, at, at + size);
    }
}

bool related_check_denied(struct related *related, void *prepared,
    xmlNodePtr node, struct buffer *found)
{
    return called_values_check(related, prepared, node, read_sentence, found);
}

void related_call_denied(xmlXPathParserContextPtr parser, int given)
{
    called_values_call(parser, given, related_prepare_denied,
        related_check_denied);
}
