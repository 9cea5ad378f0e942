/* Functions that libxml2's XPath has, the exact ones: arguments and what they
 * give are converted, unless they are functions on a list of elements.  Where
 * they fail, libxml2 says why. */

#include "4_formulas/xpath/foreign.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <libxml/xpathInternals.h>

#include "4_formulas/exact.h"
#include "4_formulas/variables.h"
#include "4_formulas/xpath/flat_function.h"
#include "4_formulas/xpath/functions.h"

#define STACK_ROOM 16           /* arguments of one call */

#define LOOKED_UP 256           /* functions that are remembered */

struct looked_up {
    char prefix[8], local[24];  /* "": none */
    flat_evaluate *flat;        /* or, where this is NULL, */
    xmlXPathFunction function;
    const xmlChar *uri;
};

struct foreign {
    struct exact exact;
    xmlXPathContextPtr context;
    xmlXPathParserContextPtr parser;
    xmlXPathObjectPtr given;    /* by the last call */
    struct looked_up looked_up[LOOKED_UP];
};

void foreign_free(struct foreign *foreign)
{
    if (!foreign)
        return;
    xmlXPathFreeObject(foreign->given);
    for (xmlXPathObjectPtr left; foreign->parser
        && (left = valuePop(foreign->parser));)
        xmlXPathFreeObject(left);
    if (foreign->parser)
        xmlXPathFreeParserContext(foreign->parser);
    if (foreign->context)
        xmlXPathFreeContext(foreign->context);
    free(foreign);
}

/* libxml2 makes the stack of a context itself only where it compiles. */
static bool has_stack(xmlXPathParserContextPtr parser)
{
    parser->valueTab = xmlMalloc(STACK_ROOM * sizeof *parser->valueTab);
    parser->valueMax = parser->valueTab ? STACK_ROOM : 0;
    return parser->valueTab;
}

/* libxml2 will, when it evaluates the whole. */
static void say_nothing(void *user, xmlErrorPtr error)
{
    (void)user;
    (void)error;
}

/* Functions alone, with nothing registered. */
static xmlXPathContextPtr new_context(struct foreign *foreign)
{
    xmlXPathContextPtr context = xmlXPathNewContext(NULL);

    if (context) {
        context->userData = &foreign->exact;
        context->error = say_nothing;
    }
    return context;
}

static struct foreign *foreign_of(struct context *context)
{
    struct machine *machine = context->machine;

    if (machine->foreign)
        return machine->foreign;
    struct foreign *foreign = calloc(1, sizeof *foreign);
    if (!foreign)
        give_up(context->pool->out, "no memory", NULL);
    machine->foreign = foreign;
    foreign->exact = (struct exact){ .style = machine->style };
    if (!machine->outer)
        foreign->context = new_context(foreign);
    xmlXPathContextPtr of = machine->outer ? machine->outer
        : foreign->context;
    foreign->parser = of ? xmlXPathNewParserContext(BAD_CAST "", of) : NULL;
    if (!foreign->parser || !has_stack(foreign->parser))
        give_up(context->pool->out, "no memory", NULL);
    return foreign;
}

/* NULL: it has none. */
static xmlNodePtr origin_of(const struct node *node)
{
    if (node_is_flat(node))
        return flat_origin(node);
    return node->kind == NODE_ATTRIBUTE && !node->origin
        && node->parent->origin ? (xmlNodePtr)node_listed(
            (xmlNodePtr)node->parent->origin, node->name->local)
        : (xmlNodePtr)node->origin;
}

/* Room for so many nodes; NULL where memory runs out. */
static xmlXPathObjectPtr new_set(size_t room)
{
    xmlXPathObjectPtr object = xmlXPathNewNodeSet(NULL);

    if (!object || !room)
        return object;
    xmlNodeSetPtr set = object->nodesetval;
    set->nodeTab = room < INT_MAX / 2
        ? xmlMalloc(room * sizeof *set->nodeTab) : NULL;
    set->nodeMax = set->nodeTab ? (int)room : 0;
    if (set->nodeTab)
        return object;
    xmlXPathFreeObject(object);
    return NULL;
}

/* NULL where memory runs out.  Nodes stand in it once each, as they do in the
 * list: libxml2's own functions look whether they do. */
static xmlXPathObjectPtr nodes_object(const struct nodes *nodes,
    struct pool *pool)
{
    xmlXPathObjectPtr object = new_set(nodes->count);
    xmlNodeSetPtr set = object ? object->nodesetval : NULL;

    for (size_t k = 0; set && k < nodes->count; k++) {
        xmlNodePtr origin = origin_of(nodes->at[k]);
        if (!origin) {
            xmlXPathFreeObject(object);
            give_up(pool->out, "a function of a fragment", NULL);
        }
        set->nodeTab[set->nodeNr++] = origin;
    }
    return object;
}

xmlXPathObjectPtr foreign_object(const struct value *value,
    struct pool *pool)
{
    struct text text;

    switch (value->type) {
    case TYPE_BOOLEAN:
        return xmlXPathNewBoolean(value->boolean);
    case TYPE_NUMBER:
        return xmlXPathNewFloat(value->number);
    case TYPE_NODES:
        return nodes_object(&value->nodes, pool);
    case TYPE_FRAGMENT:
        give_up(pool->out, "a function of a fragment", NULL);
    default:
        text = value_to_text(value, pool);
        return string_object(pool_copy(pool, text.at, text.length));
    }
}

static struct value nodes_value(xmlNodeSetPtr set, const struct flats *flats,
    struct pool *pool)
{
    size_t count = (size_t)xmlXPathNodeSetGetLength(set);
    struct nodes nodes = { .count = count, .room = count };

    if (!flats)
        give_up(pool->out, "a function that gives nodes", NULL);
    nodes.at = count ? pool_get(pool, count * sizeof *nodes.at) : NULL;
    for (size_t k = 0; k < count; k++) {
        nodes.at[k] = flats_find(flats, set->nodeTab[k]);
        if (!nodes.at[k])
            give_up(pool->out, "a node of another tree", NULL);
    }
    nodes_sort(&nodes, pool);
    return value_nodes(nodes);
}

struct value foreign_value(xmlXPathObjectPtr object,
    const struct flats *flats, struct pool *pool)
{
    size_t length;

    switch (object->type) {
    case XPATH_BOOLEAN:
        return value_boolean(object->boolval);
    case XPATH_NUMBER:
        return value_number(object->floatval);
    case XPATH_STRING:
        if (!object->stringval)         /* libxml2 lacked memory for it */
            give_up(pool->out, "no memory", NULL);
        length = strlen((const char *)object->stringval);
        return value_text((struct text){ pool_copy(pool,
            (const char *)object->stringval, length), length });
    case XPATH_NODESET:
        return nodes_value(object->nodesetval, flats, pool);
    default:
        give_up(pool->out, "a value of another type", NULL);
    }
}

static struct value take_result(struct foreign *foreign,
    struct context *context)
{
    xmlXPathObjectPtr object = foreign->given = valuePop(foreign->parser);

    if (!object || foreign->parser->error != XPATH_EXPRESSION_OK)
        give_up(context->pool->out, "a function that failed", NULL);
    struct value value = foreign_value(object, context->machine->flats,
        context->pool);
    foreign->given = NULL;
    xmlXPathFreeObject(object);
    return value;
}

/* What the last call may have left, where it was given up. */
static void clear(struct foreign *foreign)
{
    xmlXPathObjectPtr left = foreign->given;

    foreign->given = NULL;
    do
        xmlXPathFreeObject(left);
    while ((left = valuePop(foreign->parser)));
    foreign->parser->error = XPATH_EXPRESSION_OK;
}

static bool is_of_name(const struct looked_up *found,
    const struct name *name)
{
    return strcmp(found->local, name->local) == 0
        && strcmp(found->prefix, name->uri) == 0;
}

/* Long names are looked up each time. */
static void remember(struct looked_up *found, const struct name *name)
{
    if (strlen(name->local) >= sizeof found->local
            || strlen(name->uri) >= sizeof found->prefix)
        return;
    strcpy(found->local, name->local);
    strcpy(found->prefix, name->uri);
}

/* NULL: it is no function on a list of elements. */
static flat_evaluate *find_flat(const struct machine *machine,
    const xmlChar *uri, const char *local)
{
    size_t k = 0;

    while (k < machine->function_count
        && (strcmp(machine->functions[k].name, local) != 0
            || strcmp(machine->functions[k].uri, (const char *)uri) != 0))
        k++;
    return k < machine->function_count ? machine->functions[k].evaluate
        : NULL;
}

static void look_up(const struct name *name, struct context *context,
    struct looked_up *found)
{
    xmlXPathContextPtr outer = context->machine->outer;
    const xmlChar *uri = xmlXPathNsLookup(outer, BAD_CAST name->uri);
    xmlXPathFunction function = uri ? xmlXPathFunctionLookupNS(outer,
        BAD_CAST name->local, uri) : NULL;

    if (!function)
        give_up(context->pool->out, "an unknown function", NULL);
    *found = (struct looked_up){ .function = function, .uri = uri,
        .flat = find_flat(context->machine, uri, name->local) };
    remember(found, name);
}

static const struct looked_up *find_function(const struct name *name,
    struct foreign *foreign, struct context *context)
{
    struct looked_up *found = &foreign->looked_up[name->hash % LOOKED_UP];

    if (!is_of_name(found, name))
        look_up(name, context, found);
    return found;
}

/* The context that a function was looked up in is told its name. */
static void tell_name(xmlXPathContextPtr outer, const struct name *name,
    const struct looked_up *found)
{
    outer->function = BAD_CAST name->local;
    outer->functionURI = found->uri;
}

struct value xpath_foreign(const struct expr *call, struct context *context)
{
    struct foreign *foreign = foreign_of(context);
    struct value *arguments = pool_get(context->pool,
        call->count * sizeof *arguments + 1);

    for (size_t k = 0; k < call->count; k++)
        arguments[k] = expr_value(call->arguments[k], context);
    clear(foreign);
    const struct looked_up *found = call->foreign ? NULL
        : find_function(call->name, foreign, context);
    if (found && found->flat)
        return found->flat(arguments, call->count, context->machine->flats,
            context->pool);
    if (found)
        tell_name(context->machine->outer, call->name, found);
    for (size_t k = 0; k < call->count; k++) {
        if (arguments[k].type == TYPE_NODES)
            machine_count_tests(context->machine, arguments[k].nodes.count,
                context->pool);
        xmlXPathObjectPtr object = foreign_object(&arguments[k],
            context->pool);
        if (!object || valuePush(foreign->parser, object) < 0)
            give_up(context->pool->out, "no memory", NULL);
    }
    (found ? found->function : call->foreign)(foreign->parser,
        (int)call->count);
    return take_result(foreign, context);
}
