/*
 * From the JSON tree to submission.xml: each member by the type that its
 * schema gives it.
 */

#include "3_transform/transform.h"

#include <string.h>

#include "3_transform/style.h"

/* How deep members that the data does not state are written out: a schema
 * that holds itself would never end. */
#define ABSENT_DEPTH_MAX 32

/* How many of them: at this many for every member that is stated, and some
 * more, the schema names ever more members at every level. */
#define ABSENT_PER_STATED 1000
#define ABSENT_MAX 200000

struct transformer {
    const struct json *json;
    struct findings *findings;
    struct style_rule usual;    /* of figures: the root's */
    struct buffer pointer;      /* of the member being written */
    size_t absent, stated;      /* elements written */
    bool endless;               /* far too many are absent */
    bool failed;                /* memory ran out: sticky */
};

/* A member to write.  value is NULL where the data does not state it, or
 * where something around it is null. */
struct member {
    const struct schema_node *node;
    const cJSON *value;
    const cJSON *around;        /* the object or list it stands in */
    enum state state;
    const char *printed;        /* where: x-printed */
    bool printed_apart;         /* not where what is around it is */
    int absent_depth;
};

static void write_member(struct transformer *transformer, xmlNodePtr parent,
    const char *name, struct member member);

/* Adds an attribute whose value lives as long as the schema or the data. */
static void add(struct transformer *transformer, xmlNodePtr element,
    const char *name, const char *value)
{
    if (value && !node_add_attribute(element, name, value))
        transformer->failed = true;
}

static void add_copy(struct transformer *transformer, xmlNodePtr element,
    const char *name, const char *value)
{
    if (!node_set_attribute(element, name, value))
        transformer->failed = true;
}

static const char *string_of(const cJSON *object, const char *name)
{
    return cJSON_IsObject(object) && name ? cJSON_GetStringValue(
        cJSON_GetObjectItemCaseSensitive(object, name)) : NULL;
}

/* The label: the text of a member beside a leaf, or of an object's own, or
 * the schema's. */
static const char *label_of(const struct member *member)
{
    const cJSON *holder = cJSON_IsObject(member->value)
        ? member->value : member->around;
    const char *own = string_of(holder,
        schema_text(member->node, SCHEMA_LABEL_FROM));
    const char *label = schema_text(member->node, SCHEMA_LABEL);

    if (own)
        return own;
    return label ? label : schema_text(member->node, SCHEMA_TITLE);
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

static xmlNodePtr new_element(struct transformer *transformer,
    xmlNodePtr parent, const char *name, const struct member *member)
{
    xmlNodePtr element = node_add(parent, name);
    const char *label = label_of(member);

    if (!element) {
        transformer->failed = true;
        return NULL;
    }
    *(member->state == STATE_STATED ? &transformer->stated
        : &transformer->absent) += 1;
    add_copy(transformer, element, "src",
        buffer_string(&transformer->pointer));
    add(transformer, element, "label", label ? label : name);
    add(transformer, element, "state", state_name(member->state));
    if (schema_text(member->node, SCHEMA_LABEL))
        add(transformer, element, "title",
            schema_text(member->node, SCHEMA_TITLE));
    if (member->printed_apart)
        add(transformer, element, "printed", member->printed);
    for (size_t k = 0; k < sizeof copied / sizeof *copied; k++)
        add(transformer, element, copied[k].attribute,
            schema_text(member->node, copied[k].text));
    if (node_attribute(element, "attachment")
        || parent == xmlDocGetRootElement(parent->doc))
        add(transformer, element, "form",
            cJSON_GetStringValue(schema_value(member->node, SCHEMA_FORM)));
    return element;
}

/* Type and unit of a leaf: the schema's, or those of a unit beside it. */
static void find_kind(const struct member *member, enum value_type *type,
    const char **unit)
{
    const char *beside = string_of(member->around,
        schema_text(member->node, SCHEMA_UNIT_FROM));

    *unit = schema_text(member->node, SCHEMA_UNIT);
    value_type_parse(schema_text(member->node, SCHEMA_TYPE), type);
    if (beside) {
        *unit = beside;
        *type = value_type_of_unit(beside);
    }
}

/* A figure as it was stated: a number's literal, or a decimal string. */
static const char *literal_of(struct transformer *transformer,
    const cJSON *value, size_t *length)
{
    const char *string = cJSON_GetStringValue(value);

    if (!string)
        return json_literal(transformer->json, value, length);
    *length = strlen(string);
    return string;
}

/* Gives a leaf a style of its own, where it is not the usual one. */
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

static void write_leaf(struct transformer *transformer, xmlNodePtr parent,
    const char *name, const struct member *member)
{
    enum value_type type = VALUE_TEXT;
    const char *unit;
    xmlNodePtr element = new_element(transformer, parent, name, member);

    if (!element)
        return;
    find_kind(member, &type, &unit);
    add(transformer, element, "type", value_type_name(type));
    add(transformer, element, "unit", unit);
    if (member->state != STATE_STATED) {
        if (value_type_is_figure(type))
            set_style(transformer, element, style_of_rule(style_rule_of(
                member->node, transformer->usual)));
        return;
    }
    if (value_type_is_figure(type))
        write_figure(transformer, element, type, member);
    else if (!node_set_words(element, cJSON_GetStringValue(member->value)))
        transformer->failed = true;
}

/* What a member of this one is: stated, or blank for the reason this is. */
static struct member part(const struct member *whole,
    const struct schema_node *node, const cJSON *value)
{
    enum state state = !value
        ? (whole->state == STATE_STATED ? STATE_ABSENT : whole->state)
        : cJSON_IsNull(value) ? STATE_NULL : STATE_STATED;

    return (struct member){ .node = node,
        .value = state == STATE_STATED ? value : NULL,
        .around = whole->value, .state = state, .printed = whole->printed,
        .absent_depth = value ? 0 : whole->absent_depth + 1 };
}

static bool is_xml_name(const char *name)
{
    return xmlValidateNCName(BAD_CAST name, 0) == 0;
}

static void write_named(struct transformer *transformer, xmlNodePtr element,
    const char *name, const cJSON *value, const struct member *whole,
    const struct schema_node *node)
{
    size_t length = transformer->pointer.length;

    if (name[0] == '$')
        return;
    json_pointer_add(&transformer->pointer, name);
    if (is_xml_name(name))
        write_member(transformer, element, name, part(whole, node, value));
    else
        findings_add(transformer->findings, CATALOGUE_NAME_UNUSABLE,
            value ? json_name_place(transformer->json, value)
            : (struct place){ 0, 0 }, buffer_string(&transformer->pointer),
            "name", name, NULL);
    buffer_cut(&transformer->pointer, length);
}

/* The member of a name, NULL if there is none.  Members mostly stand in the
 * schema's order, so the search goes on behind the one that it found last. */
static const cJSON *find_next(const cJSON *object, const char *name,
    const cJSON **last)
{
    const cJSON *first = cJSON_IsObject(object) ? object->child : NULL;
    const cJSON *start = *last && (*last)->next ? (*last)->next : first;
    const cJSON *member = start;

    while (member) {
        if (strcmp(member->string, name) == 0)
            return *last = member;
        member = member->next ? member->next : first;
        if (member == start)
            break;
    }
    return NULL;
}

/* A member of the data that `properties` does not name.  One that nothing
 * names is let in by an open schema, and cannot be printed. */
static void write_unlisted(struct transformer *transformer,
    xmlNodePtr element, const cJSON *value, const struct member *member)
{
    const struct schema_node *node = schema_named(member->node,
        value->string, &transformer->failed);
    size_t length = transformer->pointer.length;

    if (node || value->string[0] == '$') {
        write_named(transformer, element, value->string, value, member,
            node);
        return;
    }
    json_pointer_add(&transformer->pointer, value->string);
    findings_add(transformer->findings, CATALOGUE_MEMBER_UNDESCRIBED,
        json_name_place(transformer->json, value),
        buffer_string(&transformer->pointer), "name", value->string, NULL);
    buffer_cut(&transformer->pointer, length);
}

/* Members of the schema in its order, then those that only the data names. */
static void write_object(struct transformer *transformer, xmlNodePtr element,
    const struct member *member)
{
    size_t count = schema_member_count(member->node);
    const cJSON *value, *last = NULL;

    for (size_t k = 0; k < count; k++) {
        const struct schema_member *known = schema_members(member->node, k);
        value = find_next(member->value, known->name, &last);
        write_named(transformer, element, known->name, value, member,
            known->node);
    }
    cJSON_ArrayForEach(value, member->value)
        if (!schema_member(member->node, value->string))
            write_unlisted(transformer, element, value, member);
}

static void write_list(struct transformer *transformer, xmlNodePtr element,
    const struct member *member)
{
    const char *key = schema_text(member->node, SCHEMA_KEY);
    size_t length = transformer->pointer.length;
    const cJSON *value;
    size_t index = 0;

    add(transformer, element, "unit", schema_text(member->node, SCHEMA_UNIT));
    cJSON_ArrayForEach(value, member->value) {
        json_pointer_add_index(&transformer->pointer, index);
        write_member(transformer, element, "item",
            part(member, schema_entry(member->node, index++), value));
        buffer_cut(&transformer->pointer, length);
        if (key && element->last)
            add(transformer, element->last, "key", string_of(value, key));
    }
}

static bool is_leaf(const struct member *member)
{
    return schema_text(member->node, SCHEMA_TYPE)
        && !cJSON_IsObject(member->value) && !cJSON_IsArray(member->value);
}

static bool is_list(const struct member *member)
{
    return member->value ? cJSON_IsArray(member->value)
        : schema_entry(member->node, 0) != NULL;
}

/* The finding is told once, at what was being written then. */
static bool is_endless(struct transformer *transformer)
{
    if (!transformer->endless && transformer->absent > ABSENT_MAX
        && transformer->absent / ABSENT_PER_STATED > transformer->stated) {
        transformer->endless = true;
        findings_add(transformer->findings, CATALOGUE_MEMBERS_ENDLESS,
            (struct place){ 0, 0 }, buffer_string(&transformer->pointer),
            NULL);
    }
    return transformer->endless;
}

/* Which columns it has, if it is a table; NULL if it is none. */
static const char *columns_of(const struct schema_node *node)
{
    const cJSON *columns = schema_value(node, SCHEMA_COLUMNS);

    return cJSON_IsTrue(columns) ? COLUMNS_ALL
        : cJSON_GetStringValue(columns);
}

static void write_branch(struct transformer *transformer, xmlNodePtr parent,
    const char *name, const struct member *member)
{
    bool list = is_list(member);
    const char *type = list ? "list"
        : schema_additional(member->node) ? "map" : "object";
    xmlNodePtr element = new_element(transformer, parent, name, member);

    if (!element)
        return;
    add(transformer, element, "type", type);
    add(transformer, element, "columns", columns_of(member->node));
    add(transformer, element, "stands-for",
        schema_text(member->node, SCHEMA_VALUE));
    add(transformer, element, "outline",
        schema_text(member->node, SCHEMA_OUTLINE));
    if (list)
        write_list(transformer, element, member);
    else if (member->absent_depth < ABSENT_DEPTH_MAX
        && !is_endless(transformer))
        write_object(transformer, element, member);
}

/* Where a member is printed: where its schema says, or as what is around. */
static void find_printed(struct member *member)
{
    const char *own = cJSON_GetStringValue(schema_value(member->node,
        SCHEMA_PRINTED));

    if (!own && schema_value(member->node, SCHEMA_FORM))
        own = PRINTED_BY_FORM;
    member->printed_apart = own && strcmp(own, member->printed) != 0;
    if (own)
        member->printed = own;
}

static void write_member(struct transformer *transformer, xmlNodePtr parent,
    const char *name, struct member member)
{
    member.node = schema_branch(member.node, member.value);
    find_printed(&member);
    if (is_leaf(&member))
        write_leaf(transformer, parent, name, &member);
    else
        write_branch(transformer, parent, name, &member);
}

struct print_style transform_style(const struct schema *schema)
{
    return style_of_rule(style_rule_usual(schema));
}

xmlDocPtr transform(const struct json *json, const struct schema *schema,
    const char *edition, struct findings *findings)
{
    struct transformer transformer = { .json = json, .findings = findings,
        .usual = style_rule_usual(schema) };
    xmlDocPtr submission = submission_new();

    if (!submission) {
        findings_out_of_memory(findings);
        return NULL;
    }
    write_member(&transformer, (xmlNodePtr)submission, "submission",
        (struct member){ .node = schema_root(schema),
            .value = json_root(json), .state = STATE_STATED,
            .printed = PRINTED_NOWHERE });
    xmlNodePtr root = xmlDocGetRootElement(submission);
    if (root)
        add(&transformer, root, "edition", edition);
    if (transformer.failed || transformer.pointer.failed)
        findings_out_of_memory(findings);
    if (transformer.failed || transformer.pointer.failed
        || transformer.endless) {
        submission_free(submission);
        submission = NULL;
    }
    buffer_free(&transformer.pointer);
    return submission;
}
