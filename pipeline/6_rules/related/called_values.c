/*
 * What functions have in common that know values of the data by the words which
 * the language has for their paths.
 */

#include <string.h>

#include "6_rules/related/called_values.h"
#include "6_rules/related/stated_walk.h"
#include "6_rules/related/texts.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

static void empty(void *memory)
{
    (void)memory;
}

/* Reads the value of a leaf; false where it has none, or no unit. */
static bool read_value(const struct lexicon *lexicon, xmlNodePtr leaf,
    struct called *called)
{
    const char *unit = node_attribute(leaf, "unit");
    enum value_type type;

    called->path = node_attribute(leaf, "src");
    if (!called->path || !unit || strlen(unit) + 2 > CALLED_UNIT_BYTES
        || !node_value_type(leaf, &type))
        return false;
    called->value = node_figure(leaf, (struct print_style){0});
    called->unit[0] = '1';
    strcpy(called->unit + 1, unit);
    called->measure = (struct text_figure){0};
    return !called->value.value.blank && text_figure_next(lexicon,
        called->unit, strlen(called->unit), &called->measure);
}

struct called_values *called_values_read(struct related *related,
    enum keeper keeper, xmlXPathObjectPtr nodes)
{
    struct called_values *values = nodes->type == XPATH_NODESET
        ? kept_renew(&related->kept[keeper], sizeof *values, empty) : NULL;
    xmlNodeSetPtr set = nodes->nodesetval;

    for (int k = 0; values && set && k < set->nodeNr
        && values->count < CALLED_VALUES_MAX; k++)
        values->count += read_value(related->scope.lexicon, set->nodeTab[k],
            &values->list[values->count]);
    return values;
}

bool called_is_at(const struct called *called, struct text_span path)
{
    return strncmp(called->path, path.text, path.length) == 0
        && (called->path[path.length] == '/' || !called->path[path.length]);
}

bool called_is_of_others(const struct called_sentence *sentence, size_t end)
{
    static const enum notion others[] = { NOTION_OTHER_UNITS };
    const struct text_statement *statement = sentence->statement;

    return stated_is_of_others(statement, end, sentence->year)
        || lexicon_is_in(statement->lexicon,
            text_statement_span(statement, 0, end), others, COUNT(others));
}

bool called_values_check(struct related *related,
    const struct called_values *values, xmlNodePtr node, called_reader *read,
    struct buffer *found)
{
    const struct lexicon *lexicon = related->scope.lexicon;
    const struct node_text *text = node_text_of(related, node);
    struct text_statement statement = { .lexicon = lexicon };
    struct text_span *sentence = &statement.sentence;
    const struct called_sentence called = { values, &statement,
        related_year(related->submission), found };

    if (!text)
        return false;
    sentence->text = text->words;
    while (found->length == 0 && text_sentence_next(lexicon, sentence)) {
        statement.count = text_figures(lexicon, sentence->text,
            sentence->length, statement.figures, COUNT(statement.figures));
        read(&called);
    }
    return true;
}

void called_values_call(xmlXPathParserContextPtr parser, int given,
    related_prepare *prepare, related_check *check)
{
    struct buffer out = BUFFER_EMPTY;
    struct call call;

    if (call_begin(&call, parser, given, 2)) {
        struct related *related = related_of(&call);
        xmlNodePtr node = call_node(&call, 0);
        void *values = prepare(related, call.objects + 1);
        if (call.objects[0]->type != XPATH_NODESET
            || call.objects[1]->type != XPATH_NODESET)
            call_fail(&call, XPATH_INVALID_TYPE);
        else if (!values || (node && !check(related, values, node, &out)))
            call_fail_memory(&call);
        else
            call_return_string(&call, buffer_string(&out));
    }
    buffer_free(&out);
    call_end(&call);
}
