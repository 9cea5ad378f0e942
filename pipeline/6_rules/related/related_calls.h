#ifndef RELATED_CALLS_H
#define RELATED_CALLS_H

/*
 * What the functions of related.h have in common; for the files of this
 * folder.  False always means that memory ran out.
 */

#include <stddef.h>
#include <stdint.h>

#include "0_base/nearest.h"
#include "0_base/buffer.h"
#include "4_formulas/call.h"
#include "6_rules/related/kept.h"
#include "6_rules/related/labels.h"
#include "6_rules/related/links.h"
#include "6_rules/related/node_list.h"
#include "6_rules/related/passage.h"
#include "6_rules/related/related.h"
#include "6_rules/text/spans.h"

struct flats;

/* The functions that keep what they found for their last call. */
enum keeper {
    KEEPER_TWINS, KEEPER_FORMER, KEEPER_OVERLAP, KEEPER_NAMES, KEEPER_VARIANTS,
    KEEPER_MEASURES, KEEPER_CALLED, KEEPER_DENIED, KEEPER_LABELS,
    KEEPER_COUNT = KEEPER_LABELS + LABEL_KIND_COUNT     /* one for each kind */
};

/* What functions keep between calls, NULL while they have not been called. */
struct related {
    struct text_scope scope;    /* first: text.h */
    xmlDocPtr submission;
    const struct flats *flats;  /* all elements, listed by the expressions that
                                   are evaluated, or here */
    struct flats *own;          /* NULL: not here */
    struct text_memory *memory; /* borrowed; NULL: nothing is remembered */
    struct passage passage;     /* for the text in hand */
    struct texts *texts;        /* texts.h */
    struct values *values;      /* values.h */
    struct node_links originals;        /* what t:repeated found */
    struct kept kept[KEEPER_COUNT];
};

struct related *related_of(const struct call *call);

/* Of elements.c. */
bool related_list_elements(struct related *related);
void related_free_elements(struct related *related);

/* The year that the data states; 0 for none. */
int related_year(xmlDocPtr submission);

void related_call_twins(xmlXPathParserContextPtr parser, int given);
void related_call_twin(xmlXPathParserContextPtr parser, int given);
void related_call_overlap(xmlXPathParserContextPtr parser, int given);
void related_call_uncovered(xmlXPathParserContextPtr parser, int given);
void related_call_repeated(xmlXPathParserContextPtr parser, int given);
void related_call_original(xmlXPathParserContextPtr parser, int given);
void related_call_recurring(xmlXPathParserContextPtr parser, int given);
void related_call_former(xmlXPathParserContextPtr parser, int given);
void related_call_near_name(xmlXPathParserContextPtr parser, int given);
void related_call_meant_name(xmlXPathParserContextPtr parser, int given);
void related_call_cut_name(xmlXPathParserContextPtr parser, int given);
void related_call_uncut_name(xmlXPathParserContextPtr parser, int given);
void related_call_variant(xmlXPathParserContextPtr parser, int given);
void related_call_variant_of(xmlXPathParserContextPtr parser, int given);
void related_call_known(xmlXPathParserContextPtr parser, int given);
void related_call_unknown(xmlXPathParserContextPtr parser, int given);
void related_call_first_unknown(xmlXPathParserContextPtr parser, int given);
void related_call_turned(xmlXPathParserContextPtr parser, int given);
void related_call_twisted(xmlXPathParserContextPtr parser, int given);
void related_call_differs(xmlXPathParserContextPtr parser, int given);
void related_call_stated(xmlXPathParserContextPtr parser, int given);
void related_call_planned(xmlXPathParserContextPtr parser, int given);
void related_call_called(xmlXPathParserContextPtr parser, int given);
void related_call_denied(xmlXPathParserContextPtr parser, int given);
void related_call_reached(xmlXPathParserContextPtr parser, int given);

/* Functions that tell something of one text can be used without XPath.  They
 * are prepared once, with the arguments behind the node, which they keep.  Then
 * they check one element after the other and add what they find to an empty
 * buffer; the caller looks whether the buffer failed. */
typedef void *related_prepare(struct related *related,
    const xmlXPathObjectPtr *others);   /* NULL also if they are of no use */
typedef bool related_check(struct related *related, void *prepared,
    xmlNodePtr node, struct buffer *found);

struct related_function {
    const char *name;
    xmlXPathFunction function;
    int arguments;
    related_prepare *prepare;   /* NULL where there is no check */
    related_check *check;
};

/* One with a check and so many arguments; NULL where there is none. */
const struct related_function *related_function_find(struct text_span name,
    int arguments);

/* Tries the names of all with a check. */
void related_functions_try(struct nearest *nearest);

related_prepare related_prepare_overlap;
related_check related_check_overlap;
related_prepare related_prepare_names;
related_prepare related_prepare_cut_names;
related_check related_check_near_name;
related_prepare related_prepare_figures;
related_check related_check_known;
related_check related_check_unknown, related_check_first_unknown;
related_check related_check_turned, related_check_twisted;
related_prepare related_prepare_rates;
related_prepare related_prepare_labels;
related_check related_check_differs;
related_prepare related_prepare_measures;
related_check related_check_stated, related_check_planned;
related_check related_check_reached;

related_prepare related_prepare_called, related_prepare_denied;
related_check related_check_called, related_check_denied;

/* The call of a function on a node and two sets of cells, of measures.h. */
void related_call_measures(xmlXPathParserContextPtr parser, int given,
    related_check *check);

/* The nodes of an argument; NULL for a string. */
xmlNodeSetPtr related_nodes(const struct call *call, int k);

/* Set the result of the call: the nodes of a list that are marked, or one node,
 * NULL for none. */
void related_return_nodes(struct call *call, const struct node_list *list,
    const bool *marked);
void related_return_node(struct call *call, xmlNodePtr node);

#endif
