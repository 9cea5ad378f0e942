#include <stdlib.h>
#include <string.h>

#include "3_transform/submission.h"
#include "6_rules/related_labels.h"
#include "6_rules/related_parts.h"
#include "6_rules/related_passage.h"

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

static bool differs(enum label_kind kind, const struct labels *text,
    const struct labelled *sought, const struct label_match *match)
{
    if (match->agrees)
        return false;
    if (kind == LABELS_RATES)
        return match->values < VALUES_MANY;
    return match->values == 1 && (match->is_typed || sought->is_typed)
        && !labels_disagree(text, sought);
}

/* Writes the k-th of the text's labels, if the nodes have it otherwise. */
static void compare(enum label_kind kind, const struct labels *text, size_t k,
    const struct labels *nodes, struct buffer *out)
{
    const struct labelled *sought = labels_get(text, k);
    struct label_match match;

    if (!labels_match(nodes, text, sought, &match)
        || !differs(kind, text, sought, &match))
        return;
    buffer_add(out, match.label, match.label_length);
    buffer_add(out, labels_words(text, sought->figure),
        sought->figure_length);
    buffer_add_string(out, "≠");
    buffer_add(out, labels_words(nodes, match.first->figure),
        match.first->figure_length);
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
        const struct labels *nodes = labels_of(related, kind,
            related_nodes(call, 1));
        good = nodes != NULL;
        for (size_t k = 0; good && k < labels_count(text) && !out->length;
            k++)
            compare(kind, text, k, nodes, out);
    }
    labels_free(text);
    passage_free(&passage);
    return good && !out->failed;
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
