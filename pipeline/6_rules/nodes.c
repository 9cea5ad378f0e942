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

/* Conditions of t:elements(), one after the other. */
#define CONDITIONS_MAX 4

struct condition {
    const char *name, *values;  /* values is NULL where any will do */
    size_t name_length, values_length;
};

/* How many there are; 0 where there are none or too many. */
static size_t read_conditions(const char *text,
    struct condition conditions[CONDITIONS_MAX])
{
    size_t count = 0;

    for (text += strspn(text, " "); *text; text += strspn(text, " ")) {
        size_t length = strcspn(text, " "), name = strcspn(text, " =");
        if (count == CONDITIONS_MAX)
            return 0;
        conditions[count++] = name < length
            ? (struct condition){ text, text + name + 1, name,
                length - name - 1 }
            : (struct condition){ text, NULL, name, 0 };
        text += length;
    }
    return count;
}

static bool is_one_of(const char *value, const char *values, size_t length)
{
    size_t size = strlen(value);

    for (const char *end = values + length; values <= end;) {
        size_t part = strcspn(values, "| ");
        if (part == size && memcmp(values, value, size) == 0)
            return true;
        values += part + 1;
    }
    return false;
}

static bool fulfils(xmlNodePtr node, const struct condition *condition)
{
    for (xmlAttrPtr attribute = node->properties; attribute;
        attribute = attribute->next) {
        const char *name = (const char *)attribute->name;
        if (strncmp(name, condition->name, condition->name_length) == 0
            && !name[condition->name_length])
            return !condition->values || is_one_of(attribute->children
                ? (const char *)attribute->children->content : "",
                condition->values, condition->values_length);
    }
    return false;
}

/* The first element in this one that is part of the data: a text has nothing
 * but words and references in it. */
static xmlNodePtr first_member(xmlNodePtr node)
{
    xmlNodePtr child = node->children;

    return child && child->type == XML_ELEMENT_NODE
        && strcmp((const char *)child->name, "reference") != 0 ? child : NULL;
}

/* The element behind this one in document order. */
static xmlNodePtr next_element(xmlNodePtr node)
{
    xmlNodePtr next = first_member(node);

    while (!next && node && node->type == XML_ELEMENT_NODE) {
        next = xmlNextElementSibling(node);
        node = node->parent;
    }
    return next;
}

/* The elements from node on that fulfil all conditions; NULL if memory runs
 * out. */
static xmlXPathObjectPtr find_elements(xmlNodePtr node,
    const struct condition *conditions, size_t count)
{
    xmlXPathObjectPtr found = xmlXPathNewNodeSet(NULL);

    for (; found && node; node = next_element(node)) {
        size_t k = 0;
        while (k < count && fulfils(node, &conditions[k]))
            k++;
        if (k == count
            && xmlXPathNodeSetAddUnique(found->nodesetval, node) != 0) {
            xmlXPathFreeObject(found);
            found = NULL;
        }
    }
    return found;
}

static void call_elements(xmlXPathParserContextPtr parser, int given)
{
    struct condition conditions[CONDITIONS_MAX];
    struct call call;

    if (call_begin(&call, parser, given, 1)) {
        xmlChar *text = call_string(&call, 0);
        size_t count = text ? read_conditions((const char *)text, conditions)
            : 0;
        xmlXPathObjectPtr found = count ? find_elements(
            xmlDocGetRootElement(parser->context->doc), conditions, count)
            : NULL;
        if (found)
            valuePush(parser, found);
        else if (text && !count)
            call_fail(&call, XPATH_INVALID_OPERAND);
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
    static const struct {
        const char *name;
        xmlXPathFunction function;
    } functions[] = {
        { "elements", call_elements },
        { "having", call_having },
        { "place", call_place },
    };

    for (size_t k = 0; k < sizeof functions / sizeof *functions; k++)
        if (xmlXPathRegisterFuncNS(context, BAD_CAST functions[k].name,
                BAD_CAST TEXT_NAMESPACE, functions[k].function) != 0)
            return false;
    return true;
}
