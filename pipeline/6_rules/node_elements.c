/* Finds elements of a submission by their names and attributes. */

#include "6_rules/node_elements.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "3_transform/submission.h"
#include "4_formulas/call.h"
#include "6_rules/elements.h"
#include "6_rules/gather.h"
#include "6_rules/related/related_calls.h"

/* Conditions of t:elements(), one after the other. */
#define CONDITIONS_MAX 4

/* What of an element is at hand, and where. */
static const struct {
    const char *name;
    size_t place;               /* in struct element; none is its first part */
} at_hand[] = {
    { "state", offsetof(struct element, state) },
    { "type", offsetof(struct element, type) },
    { "asked", offsetof(struct element, asked) },
    { "asked-rule", offsetof(struct element, asked_rule) },
};

struct condition {
    size_t place;               /* 0 for what is not at hand */
    bool is_name;               /* "self": the name of the element, */
    const char *attribute;      /* and not this */
    const char *values;         /* NULL for any */
    const char *last;           /* value that was asked about, */
    bool fits;                  /* and whether it is one of them */
};

/* Cuts the word in two. */
static struct condition read_condition(char *word)
{
    struct condition condition = { .attribute = word };
    char *sign = strchr(word, '=');

    if (sign) {
        *sign = '\0';
        condition.values = sign + 1;
    }
    condition.is_name = strcmp(word, "self") == 0;
    for (size_t k = 0; k < sizeof at_hand / sizeof *at_hand; k++)
        if (strcmp(at_hand[k].name, word) == 0)
            condition.place = at_hand[k].place;
    return condition;
}

/* How many there are in the text, which they cut to pieces and borrow; 0 where
 * there are none or too many. */
static size_t read_conditions(char *text,
    struct condition conditions[CONDITIONS_MAX])
{
    size_t count = 0;
    char *rest;

    for (char *word = strtok_r(text, " ", &rest); word;
        word = strtok_r(NULL, " ", &rest)) {
        if (count == CONDITIONS_MAX)
            return 0;
        conditions[count++] = read_condition(word);
    }
    return count;
}

static bool is_one_of(const char *value, const char *values)
{
    while (true) {
        const char *byte = value;
        while (*values && *values == *byte) {
            values++;
            byte++;
        }
        if (!*byte && (!*values || *values == '|'))
            return true;
        while (*values && *values != '|')
            values++;
        if (!*values)
            return false;
        values++;
    }
}

static const char *value_of(const struct element *element,
    const struct condition *condition)
{
    if (condition->place)
        return *(const char *const *)((const char *)element
            + condition->place);
    if (condition->is_name)
        return (const char *)element->node->name;
    return node_names_allow(element->names, condition->attribute)
        ? node_attribute(element->node, condition->attribute) : NULL;
}

/* Many elements have the value of the one before them. */
static bool has_one(struct condition *condition, const char *value)
{
    if (value && value != condition->last) {
        condition->last = value;
        condition->fits = !condition->values
            || is_one_of(value, condition->values);
    }
    return value && condition->fits;
}

static bool fulfils(const struct element *element,
    struct condition *conditions, size_t count)
{
    size_t k = 0;

    while (k < count && has_one(&conditions[k],
            value_of(element, &conditions[k])))
        k++;
    return k == count;
}

/* What elements are chosen by, and those that were. */
struct choice {
    struct condition conditions[CONDITIONS_MAX];
    size_t count;
    xmlNodeSetPtr chosen;
};

/* False if memory runs out. */
static bool choose(struct choice *choice, const struct element *element)
{
    return !element || !element->node
        || !fulfils(element, choice->conditions, choice->count)
        || gather_node(choice->chosen, element->node);
}

static bool choose_of_all(struct choice *choice,
    const struct elements *elements)
{
    bool good = true;

    for (size_t k = 0; good && k < elements->count; k++)
        good = choose(choice, &elements->list[k]);
    return good;
}

static bool choose_of_nodes(struct choice *choice,
    const struct elements *elements, xmlNodeSetPtr nodes)
{
    bool good = true;

    for (int k = 0; good && k < xmlXPathNodeSetGetLength(nodes); k++)
        good = choose(choice, elements_find(elements, nodes->nodeTab[k]));
    return good;
}

/* The elements that fulfil the conditions, of all or of those given; NULL, and
 * the call failed, where that cannot be told. */
static xmlXPathObjectPtr find_elements(struct call *call, xmlChar *text)
{
    const struct elements *elements = &related_of(call)->elements;
    struct choice choice = { .count = 0 };

    choice.count = read_conditions((char *)text, choice.conditions);
    if (!choice.count
        || (call->count > 1 && call->objects[1]->type != XPATH_NODESET)) {
        call_fail(call, choice.count ? XPATH_INVALID_TYPE
            : XPATH_INVALID_OPERAND);
        return NULL;
    }
    xmlXPathObjectPtr found = xmlXPathNewNodeSet(NULL);
    choice.chosen = found ? found->nodesetval : NULL;
    if (found && (call->count > 1
            ? choose_of_nodes(&choice, elements, call->objects[1]->nodesetval)
            : choose_of_all(&choice, elements)))
        return found;
    xmlXPathFreeObject(found);
    call_fail_memory(call);
    return NULL;
}

void node_elements(xmlXPathParserContextPtr parser, int given)
{
    struct call call;

    if (call_begin(&call, parser, given, given == 2 ? 2 : 1)) {
        xmlChar *text = call_string(&call, 0);
        xmlXPathObjectPtr found = text ? find_elements(&call, text) : NULL;
        if (found)
            valuePush(parser, found);
        xmlFree(text);
    }
    call_end(&call);
}
