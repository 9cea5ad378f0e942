/*
 * t:rate-differs and t:figure-differs: figures in texts that differ from
 * what their labels say elsewhere.
 */

#include <stdlib.h>
#include <string.h>

#include "0_base/signs.h"
#include "3_transform/submission.h"
#include "5_references/path.h"
#include "6_rules/related/labels.h"
#include "6_rules/related/passage.h"
#include "6_rules/related/related_calls.h"
#include "6_rules/related/texts.h"
#include "6_rules/related/values.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/spans.h"

/* The last call of a function: its nodes and what was found for them. */
struct labelled_nodes {
    enum label_kind kind;
    struct node_list nodes;
    struct labels *labels;      /* NULL while nothing was compared with them */
    struct text_cues cues;      /* what a text that differs has, or else a
                                   figure that is typed into it */
    bool has_cues;
};

static void empty(void *memory)
{
    struct labelled_nodes *known = memory;

    node_list_free(&known->nodes);
    labels_free(known->labels);
    text_cues_free(&known->cues);
}

int related_year(xmlDocPtr submission)
{
    xmlNodePtr child = xmlFirstElementChild(xmlDocGetRootElement(submission));
    enum value_type type;

    for (; child; child = xmlNextElementSibling(child))
        if (node_value_type(child, &type) && type == VALUE_YEAR
            && node_state(child) == STATE_STATED)
            return (int)strtol(node_attribute(child, "value"), NULL, 10);
    return 0;
}

/* Whether a node's labels are wanted. */
typedef bool chooser(xmlNodePtr node);

static bool choose_any(xmlNodePtr node)
{
    (void)node;
    return true;
}

/* The labels of some nodes; NULL if memory runs out. */
static struct labels *read_labels(struct related *related,
    const struct labelled_nodes *known, chooser *is_chosen)
{
    const struct node_list *nodes = &known->nodes;
    struct labels *labels = labels_new(related->scope.lexicon, known->kind,
        related_year(related->submission));
    struct passage passage = PASSAGE_EMPTY;
    bool good = labels != NULL;

    for (size_t k = 0; good && k < nodes->count; k++)
        if (is_chosen(nodes->nodes[k])) {
            passage_read(&passage, nodes->nodes[k], PASSAGE_PRINTED);
            good = labels_add(labels, &passage);
        }
    passage_free(&passage);
    if (good)
        return labels;
    labels_free(labels);
    return NULL;
}

/* Those of all nodes, kept for the next call; NULL if memory runs out. */
static const struct labels *labels_of(struct related *related,
    struct labelled_nodes *known)
{
    struct labels *labels = known->labels ? known->labels
        : read_labels(related, known, choose_any);

    if (known->labels || (labels && labels_index(labels)))
        return known->labels = labels;
    labels_free(labels);
    return NULL;
}

/* These nodes, kept for the next call; NULL if memory runs out. */
static struct labelled_nodes *know(struct related *related,
    enum label_kind kind, xmlNodeSetPtr nodes)
{
    struct kept *kept = &related->kept[(size_t)KEEPER_LABELS + kind];
    struct labelled_nodes *known = kept->memory;

    if (known && node_list_is(&known->nodes, nodes))
        return known;
    known = kept_renew(kept, sizeof *known, empty);
    if (!known)
        return NULL;
    known->kind = kind;
    return node_list_set(&known->nodes, nodes) ? known : kept_drop(kept);
}

/* The first value of the data that the figure is; NULL for none.  False if
 * memory runs out. */
static bool look_up(struct related *related, const struct labels *labels,
    const struct labelled *labelled, struct sought *sought,
    const struct value **found)
{
    const struct values *values = values_of(related);
    struct text_figure figure = {0};

    *found = values && text_figure_next(related->scope.lexicon,
            labels_words(labels, labelled->figure), labelled->figure_length,
            &figure)
        && values_seek(&figure, sought) ? values_first(values, sought) : NULL;
    return values != NULL;
}

/* Two texts that are compared, the first that of a node. */
struct comparison {
    struct related *related;
    enum label_kind kind;
    xmlNodePtr node;
    const struct labels *text, *nodes;
    struct buffer *out;
};

/* Whether a cell, or what it stands in within its entry, is called so. */
static bool is_called(xmlNodePtr cell, xmlNodePtr entry, const char *label)
{
    for (; cell && cell != entry; cell = cell->parent) {
        const char *name = node_attribute(cell, "label");
        if (name && strstr(name, label))
            return true;
    }
    return false;
}

/* Whether one of the values is that of a cell that every entry of a list has,
 * of the entry around the text, and is called so: the 全年预算 of a project is
 * another one than that of the department. */
static bool is_own(const struct comparison *comparison,
    const struct value *value, const struct sought *sought, const char *label)
{
    xmlNodePtr entry = comparison->node
        ? path_entry_around(comparison->node) : NULL;

    for (; entry && value; value = values_next(
            comparison->related->values, value, sought))
        if (!node_attribute(value->leaf, "label-from")
            && path_is_around(entry, value->leaf)
            && is_called(value->leaf, entry, label))
            return true;
    return false;
}

/* Finds out whether one of two figures is typed without being in the data. 
 * False if memory runs out. */
static bool look_for_stray(const struct comparison *comparison,
    const struct labelled *sought, const struct label_match *match,
    bool *stray)
{
    const struct value *in_text = NULL, *in_nodes = NULL;
    struct sought size;
    bool good = (!match->is_typed || look_up(comparison->related,
            comparison->nodes, match->first, &size, &in_nodes))
        && look_up(comparison->related, comparison->text, sought, &size,
            &in_text);

    *stray = ((sought->is_typed && !in_text) || (match->is_typed && !in_nodes))
        && !is_own(comparison, in_text, &size, match->label);
    return good;
}

static void write_difference(const struct comparison *comparison,
    const struct labelled *sought, const struct label_match *match)
{
    buffer_add(comparison->out, match->label, match->label_length);
    buffer_printf(comparison->out, "%s" SIGN_UNEQUAL "%s",
        labels_words(comparison->text, sought->figure),
        labels_words(comparison->nodes, match->first->figure));
}

/* Writes the k-th label of the text if the nodes give it another figure.  False
 * if memory runs out. */
static bool compare(const struct comparison *comparison, size_t k)
{
    const struct labelled *sought = labels_get(comparison->text, k);
    struct label_match match;
    bool good = true, differs;

    if (!labels_match(comparison->nodes, comparison->text, sought, &match)
        || match.agrees)
        return true;
    if (comparison->kind == LABELS_RATES) {
        differs = match.values < lexicon_limit(
            comparison->related->scope.lexicon, LIMIT_MANY_RATES);
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

/* `passage` is what was read of the node; NULL: of none. */
static bool find_difference(struct related *related,
    struct labelled_nodes *known, xmlNodePtr node,
    const struct passage *passage, struct buffer *out)
{
    struct labels *text = labels_new(related->scope.lexicon, known->kind,
        related_year(related->submission));
    bool good = text && labels_add(text, passage);

    if (good && labels_count(text) > 0) {
        struct comparison comparison = { related, known->kind, node, text,
            labels_of(related, known), out };
        good = comparison.nodes && compare_all(&comparison);
    }
    labels_free(text);
    return good;
}

/* The ends of labels with typed figures.  A figure that one of these differs
 * from has a label with the same end. */
static bool add_ends(const struct labels *labels, struct buffer *ends)
{
    for (size_t k = 0; k < labels_count(labels); k++) {
        const struct labelled *labelled = labels_get(labels, k);
        const char *label = labels_words(labels, labelled->label);
        if (!labelled->is_typed)
            continue;
        buffer_add_string(ends, label
            + text_back(label, labelled->label_length,
                labels_shortest(labels)));
        buffer_add_char(ends, ' ');
    }
    return !ends->failed;
}

static bool find_figure_cues(struct related *related,
    struct labelled_nodes *known)
{
    struct labels *labels = read_labels(related, known,
        passage_has_typed_digit);
    struct buffer ends = BUFFER_EMPTY;
    bool good = labels && add_ends(labels, &ends)
        && text_cues_read(&known->cues, buffer_string(&ends));

    buffer_free(&ends);
    labels_free(labels);
    return good;
}

static void *prepare(struct related *related, enum label_kind kind,
    xmlXPathObjectPtr object)
{
    struct labelled_nodes *known = object->type == XPATH_NODESET
        ? know(related, kind, object->nodesetval) : NULL;

    if (known && !known->has_cues)
        known->has_cues = kind == LABELS_RATES
            ? text_cues_make(&known->cues, related->scope.lexicon,
                &text_rate_needs)
            : find_figure_cues(related, known);
    return known && known->has_cues ? known : NULL;
}

void *related_prepare_rates(struct related *related,
    const xmlXPathObjectPtr *others)
{
    return prepare(related, LABELS_RATES, others[0]);
}

void *related_prepare_labels(struct related *related,
    const xmlXPathObjectPtr *others)
{
    return prepare(related, LABELS_FIGURES, others[0]);
}

bool related_check_differs(struct related *related, void *prepared,
    xmlNodePtr node, struct buffer *found)
{
    struct labelled_nodes *known = prepared;
    const struct node_text *text = node_text_of(related, node);

    if (!text)
        return false;
    if (!text_cues_fit(&known->cues, &text->sketch)
        && (known->kind == LABELS_RATES || !text->has_typed_digit))
        return true;
    passage_read(&related->passage, node, PASSAGE_PRINTED);
    return find_difference(related, known, node, &related->passage, found);
}

static void answer(struct call *call, enum label_kind kind)
{
    struct related *related = related_of(call);
    struct labelled_nodes *known = know(related, kind,
        related_nodes(call, 1));
    struct passage passage = PASSAGE_EMPTY;
    struct buffer out = BUFFER_EMPTY;

    passage_read_argument(&passage, call, 0, PASSAGE_PRINTED);
    if (known && find_difference(related, known, call_node(call, 0),
            &passage, &out))
        call_return_string(call, buffer_string(&out));
    else
        call_fail_memory(call);
    passage_free(&passage);
    buffer_free(&out);
}

void related_call_differs(xmlXPathParserContextPtr parser, int given)
{
    enum label_kind kind = strcmp((const char *)parser->context->function,
        "rate-differs") == 0 ? LABELS_RATES : LABELS_FIGURES;
    struct call call;

    if (call_begin(&call, parser, given, 2)) {
        if (call.objects[1]->type == XPATH_NODESET)
            answer(&call, kind);
        else
            call_fail(&call, XPATH_INVALID_TYPE);
    }
    call_end(&call);
}
