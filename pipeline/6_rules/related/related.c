/* What the functions on several texts keep between calls, and their table. */

#include "6_rules/related/related.h"

#include <stdlib.h>
#include <string.h>
#include <libxml/xpathInternals.h>

#include "6_rules/related/related_calls.h"
#include "6_rules/related/texts.h"
#include "6_rules/related/values.h"

static const struct related_function functions[] = {
    { "known-figures", related_call_known, 1, related_prepare_figures,
        related_check_known },
    { "unknown-figures", related_call_unknown, 1, related_prepare_figures,
        related_check_unknown },
    { "unknown-figure", related_call_first_unknown, 1,
        related_prepare_figures, related_check_first_unknown },
    { "twisted-figures", related_call_twisted, 1, related_prepare_figures,
        related_check_twisted },
    { "turned-change", related_call_turned, 1, related_prepare_figures,
        related_check_turned },
    { "twins", related_call_twins, 2, NULL, NULL },
    { "twin", related_call_twin, 1, NULL, NULL },
    { "overlap", related_call_overlap, 2, related_prepare_overlap,
        related_check_overlap },
    { "uncovered", related_call_uncovered, 3, NULL, NULL },
    { "repeated", related_call_repeated, 2, NULL, NULL },
    { "original", related_call_original, 1, NULL, NULL },
    { "recurring", related_call_recurring, 3, NULL, NULL },
    { "former", related_call_former, 2, NULL, NULL },
    { "near-name", related_call_near_name, 3, related_prepare_names,
        related_check_near_name },
    { "meant-name", related_call_meant_name, 3, NULL, NULL },
    { "cut-name", related_call_cut_name, 3, related_prepare_cut_names,
        related_check_near_name },
    { "uncut-name", related_call_uncut_name, 3, NULL, NULL },
    { "variant", related_call_variant, 2, NULL, NULL },
    { "variant-of", related_call_variant_of, 2, NULL, NULL },
    { "rate-differs", related_call_differs, 2, related_prepare_rates,
        related_check_differs },
    { "figure-differs", related_call_differs, 2, related_prepare_labels,
        related_check_differs },
    { "stated-otherwise", related_call_stated, 3, related_prepare_measures,
        related_check_stated },
    { "planned-otherwise", related_call_planned, 3, related_prepare_measures,
        related_check_planned },
    { "called-otherwise", related_call_called, 2, related_prepare_called,
        related_check_called },
    { "denied-otherwise", related_call_denied, 2, related_prepare_denied,
        related_check_denied },
    { "called-reached", related_call_reached, 3, related_prepare_measures,
        related_check_reached },
};

#define FUNCTION_COUNT (sizeof functions / sizeof *functions)

const struct related_function *related_function_find(struct text_span name,
    int arguments)
{
    for (size_t k = 0; k < FUNCTION_COUNT; k++)
        if (functions[k].check && functions[k].arguments == arguments
            && text_span_equals(name, functions[k].name))
            return &functions[k];
    return NULL;
}

void related_functions_try(struct nearest *nearest)
{
    for (size_t k = 0; k < FUNCTION_COUNT; k++)
        if (functions[k].check)
            nearest_try(nearest, functions[k].name);
}

bool related_register(xmlXPathContextPtr context, struct related *related)
{
    context->user = related;
    for (size_t k = 0; k < FUNCTION_COUNT; k++)
        if (xmlXPathRegisterFuncNS(context, BAD_CAST functions[k].name,
                BAD_CAST RELATED_NAMESPACE, functions[k].function) != 0)
            return false;
    return xmlXPathRegisterNs(context, BAD_CAST "t",
        BAD_CAST RELATED_NAMESPACE) == 0;
}

struct text_scope *related_scope(struct related *related)
{
    return related ? &related->scope : NULL;
}

struct related *related_new(xmlDocPtr submission,
    const struct lexicon *lexicon, struct text_memory *memory)
{
    struct related *related = calloc(1, sizeof *related);

    if (!related)
        return NULL;
    related->scope.lexicon = lexicon;
    related->submission = submission;
    related->memory = memory;
    if (related_list_elements(related))
        return related;
    related_free(related);
    return NULL;
}

void related_free(struct related *related)
{
    if (!related)
        return;
    related_free_elements(related);
    passage_free(&related->passage);
    texts_free(related->texts);
    values_free(related->values);
    node_links_free(&related->originals);
    for (int k = 0; k < KEEPER_COUNT; k++)
        kept_drop(&related->kept[k]);
    free(related);
}
