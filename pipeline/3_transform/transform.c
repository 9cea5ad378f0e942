/*
 * From the JSON tree to submission.xml: each member by the type that its
 * schema gives it.
 */

#include "3_transform/transform.h"

#include <string.h>

#include "3_transform/member.h"

/* Levels of members that the data does not state; a schema that contains itself
 * has no last one. */
#define ABSENT_DEPTH_MAX 32

/* How many such members may be written for each stated one, with some for a
 * start.  A schema that needs more doubles them at every level. */
#define ABSENT_PER_STATED 1000
#define ABSENT_MAX 200000

static void write_member(struct transformer *transformer, xmlNodePtr parent,
    const char *name, struct member member);

/* The state of a member of this member: stated, or blank for the same
 * reason. */
static struct member part(const struct member *whole,
    const struct schema_node *node, const cJSON *value)
{
    enum state state = !value
        ? (whole->state == STATE_STATED ? STATE_ABSENT : whole->state)
        : cJSON_IsNull(value) ? STATE_NULL : STATE_STATED;

    return (struct member){ .node = node,
        .value = state == STATE_STATED ? value : NULL,
        .around = whole->value, .state = state, .printed = whole->printed,
        .next = whole->next,
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

    node_expect(element, count);
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

    member_add(transformer, element, "unit",
        schema_text(member->node, SCHEMA_UNIT));
    node_expect(element, (size_t)cJSON_GetArraySize(member->value));
    cJSON_ArrayForEach(value, member->value) {
        json_pointer_add_index(&transformer->pointer, index);
        write_member(transformer, element, SUBMISSION_ITEM,
            part(member, schema_entry(member->node, index++), value));
        buffer_cut(&transformer->pointer, length);
        if (key && element->last)
            member_add(transformer, element->last, "key",
                member_string(value, key));
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

/* Adds the finding once, at the member that was being written. */
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
    xmlNodePtr element = member_element(transformer, parent, name, member);

    if (!element)
        return;
    member_add(transformer, element, "type", type);
    member_add(transformer, element, "columns", columns_of(member->node));
    member_add(transformer, element, "stands-for",
        schema_text(member->node, SCHEMA_VALUE));
    member_add(transformer, element, "outline",
        schema_text(member->node, SCHEMA_OUTLINE));
    if (list)
        write_list(transformer, element, member);
    else if (member->absent_depth < ABSENT_DEPTH_MAX
        && !is_endless(transformer))
        write_object(transformer, element, member);
}

/* Where a member is printed: where its schema says, or else with what is around
 * it. */
static void find_printed(struct member *member)
{
    const char *own = cJSON_GetStringValue(schema_value(member->node,
        SCHEMA_PRINTED));

    if (!own && (schema_value(member->node, SCHEMA_FORM)
            || schema_text(member->node, SCHEMA_ATTACHMENT)))
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
    if (schema_text(member.node, SCHEMA_NEXT_FROM))
        member.next = SCHEMA_NEXT_KEEP;
    else if (schema_next(member.node))
        member.next = schema_next(member.node);
    if (is_leaf(&member))
        member_write_leaf(transformer, parent, name, &member);
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
    write_member(&transformer, (xmlNodePtr)submission, SUBMISSION_ROOT,
        (struct member){ .node = schema_root(schema),
            .value = json_root(json), .state = STATE_STATED,
            .printed = PRINTED_IN_TEXT });
    xmlNodePtr root = xmlDocGetRootElement(submission);
    if (root)
        member_add(&transformer, root, "edition", edition);
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
