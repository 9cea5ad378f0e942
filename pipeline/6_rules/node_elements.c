/* Finds elements of a submission by their attributes. */

#include "6_rules/node_elements.h"

#include <stdbool.h>

#include "4_formulas/call.h"
#include "6_rules/elements.h"
#include "6_rules/related/related_calls.h"
#include "6_rules/text/spans.h"

/* Conditions of t:elements(), one after the other. */
#define CONDITIONS_MAX 4

struct condition {
    enum { ATTRIBUTE_STATE, ATTRIBUTE_TYPE, ATTRIBUTE_OTHER } attribute;
    struct text_span name, values;
    bool any;                   /* of its values */
};

static struct condition read_condition(struct text_span word)
{
    size_t name = text_span_find(word, "=");
    size_t values = name < word.length ? name + 1 : name;
    struct condition condition = { ATTRIBUTE_OTHER, { word.text, name },
        { word.text + values, word.length - values }, name == word.length };

    if (text_span_equals(condition.name, "state"))
        condition.attribute = ATTRIBUTE_STATE;
    if (text_span_equals(condition.name, "type"))
        condition.attribute = ATTRIBUTE_TYPE;
    return condition;
}

/* How many there are; 0 where there are none or too many. */
static size_t read_conditions(const char *text,
    struct condition conditions[CONDITIONS_MAX])
{
    struct text_span word = { text, 0 };
    size_t count = 0;

    for (; text_word_next(&word); count++) {
        if (count == CONDITIONS_MAX)
            return 0;
        conditions[count] = read_condition(word);
    }
    return count;
}

static bool is_one_of(const char *value, struct text_span values)
{
    const char *at = values.text, *end = at + values.length;

    while (true) {
        const char *byte = value;
        while (at < end && *at == *byte && *byte) {
            at++;
            byte++;
        }
        if (!*byte && (at == end || *at == '|'))
            return true;
        while (at < end && *at != '|')
            at++;
        if (at == end)
            return false;
        at++;
    }
}

static const char *value_of(const struct element *element,
    const struct condition *condition)
{
    if (condition->attribute == ATTRIBUTE_STATE)
        return element->state;
    if (condition->attribute == ATTRIBUTE_TYPE)
        return element->type;
    for (xmlAttrPtr attribute = element->node->properties; attribute;
        attribute = attribute->next)
        if (text_span_equals(condition->name,
                (const char *)attribute->name))
            return attribute->children
                ? (const char *)attribute->children->content : "";
    return NULL;
}

static bool fulfils(const struct element *element,
    const struct condition *conditions, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        const char *value = value_of(element, &conditions[k]);
        if (!value || (!conditions[k].any
                && !is_one_of(value, conditions[k].values)))
            return false;
    }
    return true;
}

static const struct elements *elements_of(const struct call *call)
{
    return &related_of(call)->elements;
}

/* NULL if memory runs out. */
static xmlXPathObjectPtr find_elements(const struct elements *elements,
    const struct condition *conditions, size_t count)
{
    xmlXPathObjectPtr found = xmlXPathNewNodeSet(NULL);

    for (size_t k = 0; found && k < elements->count; k++)
        if (fulfils(&elements->list[k], conditions, count)
            && xmlXPathNodeSetAddUnique(found->nodesetval,
                elements->list[k].node) != 0) {
            xmlXPathFreeObject(found);
            found = NULL;
        }
    return found;
}

void node_elements(xmlXPathParserContextPtr parser, int given)
{
    struct condition conditions[CONDITIONS_MAX];
    struct call call;

    if (call_begin(&call, parser, given, 1)) {
        xmlChar *text = call_string(&call, 0);
        size_t count = text ? read_conditions((const char *)text, conditions)
            : 0;
        xmlXPathObjectPtr found = count ? find_elements(elements_of(&call),
            conditions, count) : NULL;
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
