/* Writes one member as an element: what all elements have, and leaves with
 * their values. */

#include "3_transform/member.h"

#include <stdlib.h>
#include <string.h>

void member_add(struct transformer *transformer, xmlNodePtr element,
    const char *name, const char *value)
{
    if (value && !node_add_attribute(element, name, value))
        transformer->failed = true;
}

/* Adds an attribute whose value is copied. */
static void add_copy(struct transformer *transformer, xmlNodePtr element,
    const char *name, const char *value)
{
    if (!node_set_attribute(element, name, value))
        transformer->failed = true;
}

const char *member_string(const cJSON *object, const char *name)
{
    return cJSON_IsObject(object) && name ? cJSON_GetStringValue(
        cJSON_GetObjectItemCaseSensitive(object, name)) : NULL;
}

/* The label: the text of a member beside a leaf, or of an object's own, or
 * the schema's, or its name. */
static void add_label(struct transformer *transformer, xmlNodePtr element,
    const char *name, const struct member *member)
{
    const cJSON *holder = cJSON_IsObject(member->value)
        ? member->value : member->around;
    const char *own = member_string(holder,
        schema_text(member->node, SCHEMA_LABEL_FROM));
    const char *label = schema_text(member->node, SCHEMA_LABEL);

    if (own && !node_add_own_label(element, own))
        transformer->failed = true;
    if (own)
        return;
    if (!label)
        label = schema_text(member->node, SCHEMA_TITLE);
    member_add(transformer, element, "label", label ? label : name);
}

/* Annotations that any element may have. */
static const struct {
    const char *attribute;
    enum schema_text text;
} copied[] = {
    { "asked", SCHEMA_ASKED },
    { "asked-rule", SCHEMA_ASKED_RULE },
    { "label-from", SCHEMA_LABEL_FROM },
    { "place", SCHEMA_PLACE },
    { "attachment", SCHEMA_ATTACHMENT },
};

xmlNodePtr member_element(struct transformer *transformer,
    xmlNodePtr parent, const char *name, const struct member *member)
{
    xmlNodePtr element = node_add(parent, name);

    if (!element) {
        transformer->failed = true;
        return NULL;
    }
    *(member->state == STATE_STATED ? &transformer->stated
        : &transformer->absent) += 1;
    add_copy(transformer, element, "src",
        buffer_string(&transformer->pointer));
    add_label(transformer, element, name, member);
    member_add(transformer, element, "state", state_name(member->state));
    if (schema_text(member->node, SCHEMA_LABEL))
        member_add(transformer, element, "title",
            schema_text(member->node, SCHEMA_TITLE));
    if (member->printed_apart)
        member_add(transformer, element, "printed", member->printed);
    for (size_t k = 0; k < sizeof copied / sizeof *copied; k++)
        member_add(transformer, element, copied[k].attribute,
            schema_text(member->node, copied[k].text));
    if (node_attribute(element, "attachment")
        || parent == xmlDocGetRootElement(parent->doc))
        member_add(transformer, element, "form",
            cJSON_GetStringValue(schema_value(member->node, SCHEMA_FORM)));
    return element;
}

/* Type and unit of a leaf: the schema's, or those of a unit beside it. */
static void find_kind(const struct member *member, enum value_type *type,
    const char **unit)
{
    const char *beside = member_string(member->around,
        schema_text(member->node, SCHEMA_UNIT_FROM));

    *unit = schema_text(member->node, SCHEMA_UNIT);
    value_type_parse(schema_text(member->node, SCHEMA_TYPE), type);
    if (beside) {
        *unit = beside;
        *type = value_type_of_unit(beside);
    }
}

/* What was stated: a string, or the literal of any other value. */
static const char *literal_of(struct transformer *transformer,
    const cJSON *value, size_t *length)
{
    const char *string = cJSON_GetStringValue(value);

    if (!string)
        return json_literal(transformer->json, value, length);
    *length = strlen(string);
    return string;
}

/* Gives a leaf a style of its own if that differs from the style of the
 * root. */
static void set_style(struct transformer *transformer, xmlNodePtr element,
    struct print_style style)
{
    struct print_style usual = style_of_rule(transformer->usual);

    if ((style.most != usual.most || style.least != usual.least)
        && !node_set_style(element, style))
        transformer->failed = true;
}

static void write_figure(struct transformer *transformer, xmlNodePtr element,
    enum value_type type, const struct member *member)
{
    enum value_type own = type; /* of the schema, not of a unit beside it */
    struct figure figure = { .type = type,
        .unit = node_attribute(element, "unit") };
    size_t length;
    int places;
    const char *literal = literal_of(transformer, member->value, &length);

    if (!value_read(type, figure.unit, literal, length, &figure.value,
            &places)) {
        findings_add(transformer->findings, CATALOGUE_FIGURE_UNREADABLE,
            json_place(transformer->json, member->value),
            buffer_string(&transformer->pointer), NULL);
        return;
    }
    add_copy(transformer, element, "places",
        (char[]){ (char)('0' + places), '\0' });
    value_type_parse(schema_text(member->node, SCHEMA_TYPE), &own);
    set_style(transformer, element, style_of_stated(style_rule_of(
        member->node, transformer->usual), own, &figure, places));
    if (!node_set_figure(element, figure.value,
            style_of_rule(transformer->usual)))
        transformer->failed = true;
}

/* Where the schema has no `type` beside x-type, any value is words. */
static void write_words(struct transformer *transformer, xmlNodePtr element,
    const cJSON *value)
{
    const char *string = cJSON_GetStringValue(value);
    size_t length;
    const char *literal = literal_of(transformer, value, &length);
    char *words = string ? NULL : strndup(literal, length);

    if ((!string && !words)
            || !node_set_words(element, string ? string : words))
        transformer->failed = true;
    free(words);
}

void member_write_leaf(struct transformer *transformer, xmlNodePtr parent,
    const char *name, const struct member *member)
{
    enum value_type type = VALUE_TEXT;
    const char *unit;
    xmlNodePtr element = member_element(transformer, parent, name, member);

    if (!element)
        return;
    find_kind(member, &type, &unit);
    member_add(transformer, element, "type", value_type_name(type));
    if (unit)       /* the same words in many rows */
        add_copy(transformer, element, "unit", unit);
    if (member->state != STATE_STATED) {
        if (value_type_is_figure(type))
            set_style(transformer, element, style_of_rule(style_rule_of(
                member->node, transformer->usual)));
        return;
    }
    if (member->next == SCHEMA_NEXT_CLEAR || member->next == SCHEMA_NEXT_DROP)
        member_add(transformer, element, "next",
            schema_next_name(member->next));
    if (value_type_is_figure(type))
        write_figure(transformer, element, type, member);
    else
        write_words(transformer, element, member->value);
}
