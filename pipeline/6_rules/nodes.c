#include "6_rules/nodes.h"

#include <string.h>

#include "3_transform/where.h"
#include "4_formulas/call.h"
#include "6_rules/text.h"

/* Whether the node's string value is the text; false, and the call failed,
 * where memory runs out. */
static bool has_value(struct call *call, xmlNodePtr node, const xmlChar *text)
{
    xmlChar *value = xmlXPathCastNodeToString(node);
    bool same = value && xmlStrEqual(value, text);

    if (!value)
        call_fail_memory(call);
    xmlFree(value);
    return same;
}

static void call_having(xmlXPathParserContextPtr parser, int given)
{
    struct call call;

    if (call_begin(&call, parser, given, 2)) {
        xmlNodeSetPtr nodes = call.objects[0]->nodesetval;
        int count = call.objects[0]->type == XPATH_NODESET && nodes
            ? nodes->nodeNr : 0;
        xmlChar *text = call_string(&call, 1);
        xmlXPathObjectPtr found = text ? xmlXPathNewNodeSet(NULL) : NULL;
        for (int k = 0; found && k < count; k++)
            if (has_value(&call, nodes->nodeTab[k], text)
                && xmlXPathNodeSetAddUnique(found->nodesetval,
                    nodes->nodeTab[k]) != 0)
                call_fail_memory(&call);
        if (found)
            valuePush(parser, found);
        else
            call_fail_memory(&call);
        xmlFree(text);
    }
    call_end(&call);
}

static void call_place(xmlXPathParserContextPtr parser, int given)
{
    struct call call;

    if (call_begin(&call, parser, given, 1)) {
        xmlNodePtr node = call_node(&call, 0);
        struct buffer place = BUFFER_EMPTY;
        if (node)
            where_print(node, &place);
        if (place.failed)
            call_fail_memory(&call);
        else
            call_return_string(&call, buffer_string(&place));
        buffer_free(&place);
    }
    call_end(&call);
}

bool nodes_register(xmlXPathContextPtr context)
{
    return xmlXPathRegisterFuncNS(context, BAD_CAST "having",
            BAD_CAST TEXT_NAMESPACE, call_having) == 0
        && xmlXPathRegisterFuncNS(context, BAD_CAST "place",
            BAD_CAST TEXT_NAMESPACE, call_place) == 0;
}
