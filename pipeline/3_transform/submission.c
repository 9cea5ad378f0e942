#include "3_transform/submission.h"

#include <string.h>

static const char *const state_names[] = {
    [STATE_STATED] = "stated",
    [STATE_DERIVED] = "derived",
    [STATE_NULL] = "null",
    [STATE_ABSENT] = "absent",
};

const char *state_name(enum state state)
{
    return state_names[state];
}

/* An attribute made by xmlSetNoNsProp() has one text node at most. */
const char *node_attribute(xmlNodePtr node, const char *name)
{
    xmlAttrPtr attribute = xmlHasNsProp(node, BAD_CAST name, NULL);

    if (!attribute)
        return NULL;
    return attribute->children
        ? (const char *)attribute->children->content : "";
}

bool node_set_attribute(xmlNodePtr node, const char *name, const char *value)
{
    return xmlSetNsProp(node, NULL, BAD_CAST name, BAD_CAST value) != NULL;
}

xmlNodePtr node_child(xmlNodePtr node, const char *name)
{
    xmlNodePtr child = xmlFirstElementChild(node);

    while (child && strcmp((const char *)child->name, name) != 0)
        child = xmlNextElementSibling(child);
    return child;
}

enum state node_state(xmlNodePtr node)
{
    const char *name = node_attribute(node, "state");
    int state = STATE_STATED;

    while (state < STATE_ABSENT && name
        && strcmp(state_names[state], name) != 0)
        state++;
    return (enum state)state;
}

bool node_value_type(xmlNodePtr node, enum value_type *type)
{
    const char *name = node_attribute(node, "type");

    return name && value_type_parse(name, type);
}

struct figure node_figure(xmlNodePtr leaf)
{
    struct figure figure = { .value = decimal_blank, .type = VALUE_TEXT,
        .unit = node_attribute(leaf, "unit") };
    const char *value = node_attribute(leaf, "value");

    node_value_type(leaf, &figure.type);
    figure.with_unit = figure.type == VALUE_RATE;
    if (value && value_type_is_figure(figure.type))
        decimal_parse(value, strlen(value), &figure.value);
    return figure;
}

static bool set_content(xmlNodePtr leaf, struct buffer *words)
{
    xmlNodePtr text = words->failed ? NULL
        : xmlNewTextLen(BAD_CAST buffer_string(words), (int)words->length);

    buffer_free(words);
    if (!text)
        return false;
    xmlNodeSetContent(leaf, NULL);
    return xmlAddChild(leaf, text) != NULL;
}

bool node_set_figure(xmlNodePtr leaf, struct decimal value,
    struct print_style style)
{
    struct figure figure = node_figure(leaf);
    struct buffer words = BUFFER_EMPTY;
    char text[DECIMAL_TEXT_SIZE];

    if (figure.type == VALUE_AMOUNT)
        value = amount_settle(value);
    figure.value = value;
    figure_print(&figure, style, &words);
    return set_content(leaf, &words)
        && node_set_attribute(leaf, "value", decimal_print(value, text));
}

bool node_set_words(xmlNodePtr leaf, const char *words)
{
    struct buffer printed = BUFFER_EMPTY;
    enum value_type type = VALUE_TEXT;

    node_value_type(leaf, &type);
    if (type == VALUE_DATE) {
        date_print(words, &printed);
        if (!node_set_attribute(leaf, "value", words))
            printed.failed = true;
    } else {
        buffer_add_string(&printed, words);
    }
    return set_content(leaf, &printed);
}
