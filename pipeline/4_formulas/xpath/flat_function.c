/* Calls functions on the elements of a submission for libxml2's XPath. */

#include "4_formulas/xpath/flat_function.h"

#include "4_formulas/call.h"
#include "4_formulas/xpath/foreign.h"

#define CALL_MAX ((size_t)1 << 30)

static const char refused[] = "arguments of a wrong number or type";

_Noreturn void flat_refuse(struct pool *pool)
{
    give_up(pool->out, refused, NULL);
}

static struct value listed(xmlNodeSetPtr set, const struct flats *flats,
    struct pool *pool)
{
    struct nodes nodes = {0};

    for (int k = 0; k < xmlXPathNodeSetGetLength(set); k++) {
        size_t place = flats_place(flats, set->nodeTab[k]);
        if (place)
            nodes_add(&nodes, node_of(&flats->list[place]), pool);
    }
    nodes_sort(&nodes, pool);
    return value_nodes(nodes);
}

/* NULL where it was given up. */
static xmlXPathObjectPtr attempt(const struct call *call,
    flat_evaluate *function, const struct flats *flats, struct pool *pool)
{
    struct value arguments[CALL_ARGUMENTS_MAX];

    if (setjmp(pool->out->back) != 0)
        return NULL;
    for (int k = 0; k < call->count; k++)
        arguments[k] = call->objects[k]->type == XPATH_NODESET
            ? listed(call->objects[k]->nodesetval, flats, pool)
            : foreign_value(call->objects[k], flats, pool);
    struct value value = function(arguments, (size_t)call->count, flats, pool);
    return foreign_object(&value, pool);
}

void flat_call(xmlXPathParserContextPtr parser, int given,
    flat_evaluate *function, const struct flats *flats)
{
    struct way_out out = { .why = NULL };
    struct pool pool = {0};
    struct call call;

    pool_begin(&pool, CALL_MAX, &out);
    if (call_begin(&call, parser, given,
            given > CALL_ARGUMENTS_MAX ? CALL_ARGUMENTS_MAX : given)) {
        xmlXPathObjectPtr found = attempt(&call, function, flats, &pool);
        if (found)
            valuePush(parser, found);
        else if (out.why == refused)
            call_fail(&call, XPATH_INVALID_TYPE);
        else
            call_fail_memory(&call);
    }
    call_end(&call);
    pool_free(&pool);
}
