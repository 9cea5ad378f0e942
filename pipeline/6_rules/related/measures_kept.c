/* The measures of the sets that functions were last called with. */

#include "6_rules/related/measures.h"
#include "6_rules/related/related_calls.h"

struct known_measures {
    struct node_list targets, actuals;
    struct measures *measures;
};

static void empty(void *memory)
{
    struct known_measures *known = memory;

    node_list_free(&known->targets);
    node_list_free(&known->actuals);
    measures_free(known->measures);
}

/* NULL if memory runs out. */
static struct measures *know(struct related *related, xmlNodeSetPtr targets,
    xmlNodeSetPtr actuals)
{
    struct kept *kept = &related->kept[KEEPER_MEASURES];
    struct known_measures *known = kept->memory;

    if (known && node_list_is(&known->targets, targets)
        && node_list_is(&known->actuals, actuals))
        return known->measures;
    known = kept_renew(kept, sizeof *known, empty);
    return known && node_list_set(&known->targets, targets)
        && node_list_set(&known->actuals, actuals)
        && (known->measures = measures_new(related->scope.lexicon,
            &known->targets, &known->actuals))
        ? known->measures : kept_drop(kept);
}

void *related_prepare_measures(struct related *related,
    const xmlXPathObjectPtr *others)
{
    return others[0]->type == XPATH_NODESET && others[1]->type == XPATH_NODESET
        ? know(related, others[0]->nodesetval, others[1]->nodesetval) : NULL;
}

void related_call_measures(xmlXPathParserContextPtr parser, int given,
    related_check *check)
{
    struct buffer out = BUFFER_EMPTY;
    struct call call;

    if (call_begin(&call, parser, given, 3)) {
        xmlNodePtr node = call_node(&call, 0);
        void *measures = related_prepare_measures(related_of(&call),
            call.objects + 1);
        if (call.objects[0]->type != XPATH_NODESET
            || call.objects[1]->type != XPATH_NODESET
            || call.objects[2]->type != XPATH_NODESET)
            call_fail(&call, XPATH_INVALID_TYPE);
        else if (!measures || (node && !check(related_of(&call), measures,
                node, &out)))
            call_fail_memory(&call);
        else
            call_return_string(&call, buffer_string(&out));
    }
    buffer_free(&out);
    call_end(&call);
}
