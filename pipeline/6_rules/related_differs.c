#include <stdlib.h>
#include <string.h>

#include "3_transform/submission.h"
#include "6_rules/related_labels.h"
#include "6_rules/related_parts.h"
#include "6_rules/related_passage.h"
#include "6_rules/related_values.h"

#define VALUES_MANY 8           /* so many percentages tell nothing */

/* The labels of the nodes that a function was last called with. */
struct labelled_nodes {
    struct node_list nodes;
    struct labels *labels;      /* NULL while there are none */
};

static void forget(struct labelled_nodes *known)
{
    node_list_free(&known->nodes);
    labels_free(known->labels);
    known->labels = NULL;
}

void labelled_nodes_free(struct labelled_nodes *known)
{
    if (known)
        forget(known);
    free(known);
}

/* The year that the data states; 0 for none. */
static int data_year(xmlDocPtr submission)
{
    xmlNodePtr child = xmlFirstElementChild(xmlDocGetRootElement(submission));
    enum value_type type;

    for (; child; child = xmlNextElementSibling(child))
        if (node_value_type(child, &type) && type == VALUE_YEAR
            && node_state(child) == STATE_STATED)
            return atoi(node_attribute(child, "value"));
    return 0;
}

static bool add_nodes(struct labels *labels, const struct node_list *nodes)
{
    struct passage passage = PASSAGE_EMPTY;
    bool good = true;

    for (size_t k = 0; good && k < nodes->count; k++) {
        passage_read(&passage, nodes->nodes[k], PASSAGE_PRINTED);
        good = labels_add(labels, &passage);
    }
    passage_free(&passage);
    return good && labels_index(labels);
}

/* Those of the nodes, kept for the next call; NULL if memory runs out. */
static const struct labels *labels_of(struct related *related,
    enum label_kind kind, xmlNodeSetPtr nodes)
{
    struct labelled_nodes *known = related->labelled[kind];

    if (known && known->labels && node_list_is(&known->nodes, related, nodes))
        return known->labels;
    if (!known)
        known = related->labelled[kind] = calloc(1, sizeof *known);
    if (!known)
        return NULL;
    forget(known);
    known->labels = labels_new(kind, data_year(related->submission));
    if (known->labels && node_list_set(&known->nodes, related, nodes)
        && add_nodes(known->labels, &known->nodes))
        return known->labels;
    forget(known);
    return NULL;
}

/* Whether the data has the figure, too.  False if memory runs out. */
static bool look_up(struct related *related, const struct labels *labels,
    const struct labelled *labelled, bool *found)
{
    const struct values *values = values_of(related);
    struct text_figure figure = {0};
    struct sought sought;

    if (!values)
        return false;
    *found = text_figure_next(labels_words(labels, labelled->figure),
            labelled->figure_length, &figure)
        && values_seek(&figure, &sought) && values_first(values, &sought);
    return true;
}

/* Two texts that are compared. */
struct comparison {
    struct related *related;
    enum label_kind kind;
    const struct labels *text, *nodes;
    struct buffer *out;
};

/* Whether one of two figures is typed, and comes from nowhere.  False if
 * memory runs out. */
static bool look_for_stray(const struct comparison *comparison,
    const struct labelled *sought, const struct label_match *match,
    bool *stray)
{
    bool in_text = true, in_nodes = true;
    bool good = (!sought->is_typed || look_up(comparison->related,
            comparison->text, sought, &in_text))
        && (!match->is_typed || look_up(comparison->related,
            comparison->nodes, match->first, &in_nodes));

    *stray = !in_text || !in_nodes;
    return good;
}

static void write_difference(const struct comparison *comparison,
    const struct labelled *sought, const struct label_match *match)
{
    buffer_add(comparison->out, match->label, match->label_length);
    buffer_printf(comparison->out, "%s≠%s",
        labels_words(comparison->text, sought->figure),
        labels_words(comparison->nodes, match->first->figure));
}

/* Writes the k-th of the text's labels, if the nodes have it otherwise.
 * False if memory runs out. */
static bool compare(const struct comparison *comparison, size_t k)
{
    const struct labelled *sought = labels_get(comparison->text, k);
    struct label_match match;
    bool good = true, differs;

    if (!labels_match(comparison->nodes, comparison->text, sought, &match)
        || match.agrees)
        return true;
    if (comparison->kind == LABELS_RATES) {
        differs = match.values < VALUES_MANY;
    } else {
        differs = match.values == 1
            && !labels_disagree(comparison->text, sought);
        if (differs)
            good = look_for_stray(comparison, sought, &match, &differs);
    }
    if (good && differs)
        write_difference(comparison, sought, &match);
    return good && !comparison->out->failed;
}

static bool compare_all(const struct comparison *comparison)
{
    bool good = true;

    for (size_t k = 0; good && k < labels_count(comparison->text)
        && comparison->out->length == 0; k++)
        good = compare(comparison, k);
    return good;
}

static bool find_difference(struct call *call, enum label_kind kind,
    struct buffer *out)
{
    struct related *related = related_of(call);
    struct labels *text = labels_new(kind, data_year(related->submission));
    struct passage passage = PASSAGE_EMPTY;

    passage_read_argument(&passage, call, 0, PASSAGE_PRINTED);
    bool good = text && labels_add(text, &passage);
    if (good && labels_count(text) > 0) {
        struct comparison comparison = { related, kind, text,
            labels_of(related, kind, related_nodes(call, 1)), out };
        good = comparison.nodes && compare_all(&comparison);
    }
    labels_free(text);
    passage_free(&passage);
    return good;
}

void related_call_differs(xmlXPathParserContextPtr parser, int given)
{
    enum label_kind kind = strcmp((const char *)parser->context->function,
        "rate-differs") == 0 ? LABELS_RATES : LABELS_FIGURES;
    struct buffer out = BUFFER_EMPTY;
    struct call call;

    if (call_begin(&call, parser, given, 2)) {
        if (call.objects[1]->type != XPATH_NODESET)
            call_fail(&call, XPATH_INVALID_TYPE);
        else if (!find_difference(&call, kind, &out))
            call_fail_memory(&call);
        else
            call_return_string(&call, buffer_string(&out));
    }
    buffer_free(&out);
    call_end(&call);
}
