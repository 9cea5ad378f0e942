/* Functions that are written for libxml2's XPath, the exact ones: arguments
 * and what they give are converted.  Where they fail, libxslt says why. */

#include "4_formulas/xpath/foreign.h"

#include <stdlib.h>
#include <string.h>
#include <libxml/xpathInternals.h>

#include "4_formulas/exact.h"
#include "4_formulas/xpath/functions.h"

#define STACK_ROOM 16           /* arguments of one call */

struct foreign {
    struct exact exact;
    xmlXPathContextPtr context;
    xmlXPathParserContextPtr parser;
    xmlXPathObjectPtr given;    /* by the last call */
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

/* libxslt will. */
static void say_nothing(void *user, xmlErrorPtr error)
{
    (void)user;
    (void)error;
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
    foreign->context = xmlXPathNewContext(NULL);
    if (foreign->context) {
        foreign->context->userData = &foreign->exact;
        foreign->context->error = say_nothing;
    }
    foreign->parser = foreign->context
        ? xmlXPathNewParserContext(BAD_CAST "", foreign->context) : NULL;
    if (!foreign->parser || !has_stack(foreign->parser))
        give_up(context->pool->out, "no memory", NULL);
    return foreign;
}

static xmlXPathObjectPtr nodes_object(const struct nodes *nodes,
    struct context *context)
{
    for (size_t k = 0; k < nodes->count; k++)
        if (!nodes->at[k]->origin)
            give_up(context->pool->out, "a function of a fragment", NULL);
    xmlXPathObjectPtr object = xmlXPathNewNodeSet(nodes->count
        ? (xmlNodePtr)nodes->at[0]->origin : NULL);
    for (size_t k = 1; object && k < nodes->count; k++)
        xmlXPathNodeSetAddUnique(object->nodesetval,
            (xmlNodePtr)nodes->at[k]->origin);
    return object;
}

static xmlXPathObjectPtr object_of(const struct value *value,
    struct context *context)
{
    struct text text;

    switch (value->type) {
    case TYPE_BOOLEAN:
        return xmlXPathNewBoolean(value->boolean);
    case TYPE_NUMBER:
        return xmlXPathNewFloat(value->number);
    case TYPE_NODES:
        return nodes_object(&value->nodes, context);
    case TYPE_FRAGMENT:
        give_up(context->pool->out, "a function of a fragment", NULL);
    default:
        text = value_to_text(value, context->pool);
        return xmlXPathNewString(BAD_CAST pool_copy(context->pool, text.at,
            text.length));
    }
}

static struct value take_result(struct foreign *foreign,
    struct context *context)
{
    xmlXPathObjectPtr object = foreign->given = valuePop(foreign->parser);
    struct value value = { .type = TYPE_UNSET };

    if (!object || foreign->parser->error != XPATH_EXPRESSION_OK)
        give_up(context->pool->out, "a function that failed", NULL);
    if (object->type == XPATH_BOOLEAN)
        value = value_boolean(object->boolval);
    else if (object->type == XPATH_NUMBER)
        value = value_number(object->floatval);
    else if (object->type == XPATH_STRING)
        value = value_text((struct text){ pool_copy(context->pool,
            (const char *)object->stringval,
            strlen((const char *)object->stringval)),
            strlen((const char *)object->stringval) });
    else
        give_up(context->pool->out, "a function that gives nodes", NULL);
    foreign->given = NULL;
    xmlXPathFreeObject(object);
    return value;
}

struct value xpath_foreign(const struct expr *call, struct context *context)
{
    struct foreign *foreign = foreign_of(context);
    struct value *arguments = pool_get(context->pool,
        call->count * sizeof *arguments + 1);
    xmlXPathFunction function = call->foreign;

    for (size_t k = 0; k < call->count; k++)
        arguments[k] = expr_value(call->arguments[k], context);
    for (size_t k = 0; k < call->count; k++) {
        xmlXPathObjectPtr object = object_of(&arguments[k], context);
        if (!object || valuePush(foreign->parser, object) < 0)
            give_up(context->pool->out, "no memory", NULL);
    }
    function(foreign->parser, (int)call->count);
    return take_result(foreign, context);
}
