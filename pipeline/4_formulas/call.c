/* The arguments and the result of an XPath function that is written in C. */

#include "4_formulas/call.h"

#include "4_formulas/variables.h"

void call_end(struct call *call)
{
    for (int k = 0; k < call->count; k++)
        xmlXPathFreeObject(call->objects[k]);
}

bool call_begin(struct call *call, xmlXPathParserContextPtr parser,
    int given, int wanted)
{
    *call = (struct call){ .parser = parser };
    if (given != wanted) {
        xmlXPathSetArityError(parser);
        return false;
    }
    /* The last one is popped first. */
    for (int k = wanted - 1; k >= 0; k--) {
        call->objects[k] = valuePop(parser);
        if (!call->objects[k]) {
            call->objects[k] = string_object("");
            xmlXPathSetError(parser, XPATH_STACK_ERROR);
        }
    }
    call->count = wanted;
    return parser->error == XPATH_EXPRESSION_OK;
}

xmlChar *call_string(struct call *call, int k)
{
    xmlChar *text = xmlXPathCastToString(call->objects[k]);

    if (!text)
        call_fail_memory(call);
    return text;
}

xmlNodePtr call_node(const struct call *call, int k)
{
    xmlXPathObjectPtr object = call->objects[k];

    if (object->type != XPATH_NODESET
        || xmlXPathNodeSetIsEmpty(object->nodesetval))
        return NULL;
    return object->nodesetval->nodeTab[0];
}

void call_return_string(struct call *call, const char *text)
{
    xmlXPathObjectPtr object = string_object(text);

    if (object)
        valuePush(call->parser, object);
    else
        call_fail_memory(call);
}

void call_fail(struct call *call, int error)
{
    xmlXPathSetError(call->parser, error);
}

void call_fail_memory(struct call *call)
{
    call_fail(call, XPATH_MEMORY_ERROR);
}
