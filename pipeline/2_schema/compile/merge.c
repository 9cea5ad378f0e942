/* What walking asks of a node, together with what its $ref says. */

#include "2_schema/compile/compile.h"

void node_find_circle(struct compiler *compiler,
    const struct schema_node *node)
{
    const struct schema_node *slow = node;

    for (const struct schema_node *fast = node->ref; fast && fast->ref;) {
        if (slow == fast) {
            compiler_wrong(compiler, node,
                cJSON_GetObjectItemCaseSensitive(node->json, "$ref"),
                PHRASE_NO_CIRCLE);
            return;
        }
        slow = slow->ref;
        fast = fast->ref->ref;
    }
}

static void merge_texts(struct schema_node *node)
{
    static const char *const keywords[SCHEMA_TEXT_COUNT] = {
        [SCHEMA_TITLE] = "title",
        [SCHEMA_LABEL] = "x-label",
        [SCHEMA_LABEL_FROM] = "x-label-from",
        [SCHEMA_TYPE] = "x-type",
        [SCHEMA_UNIT] = "x-unit",
        [SCHEMA_UNIT_FROM] = "x-unit-from",
        [SCHEMA_ASKED] = "x-asked",
        [SCHEMA_ASKED_RULE] = "x-asked-rule",
        [SCHEMA_ATTACHMENT] = "x-attachment",
        [SCHEMA_PLACE] = "x-place",
        [SCHEMA_KEY] = "x-key",
        [SCHEMA_VALUE] = "x-value",
        [SCHEMA_OUTLINE] = "x-outline",
    };

    for (int k = 0; k < SCHEMA_TEXT_COUNT; k++)
        node->texts[k] = schema_string(node, keywords[k]);
}

static void merge_values(struct schema_node *node)
{
    static const char *const keywords[SCHEMA_VALUE_COUNT] = {
        [SCHEMA_PLACES] = "x-places",
        [SCHEMA_KEEP_ZEROS] = "x-keep-zeros",
        [SCHEMA_COLUMNS] = "x-columns",
    };

    for (int k = 0; k < SCHEMA_VALUE_COUNT; k++)
        node->values[k] = schema_annotation(node, keywords[k]);
}

static void merge_type(struct compiler *compiler, struct schema_node *node)
{
    const char *name = schema_text(node, SCHEMA_TYPE);
    enum value_type type;

    if (!name)
        return;
    if (!value_type_parse(name, &type)) {
        const cJSON *json = cJSON_GetObjectItemCaseSensitive(node->json,
            "x-type");
        if (json)
            compiler_wrong(compiler, node, json,
                PHRASE_VALUE_TYPES);
        return;
    }
    node->type_rule = type_rule_find(type, schema_text(node, SCHEMA_UNIT));
}

static void merge_branches(struct schema_node *node)
{
    for (const struct schema_node *at = node; at; at = at->ref)
        for (size_t k = 0; k < at->check_count && !node->branches; k++)
            if (at->checks[k].keyword->id == KEYWORD_ANY_OF
                || at->checks[k].keyword->id == KEYWORD_ONE_OF)
                node->branches = &at->checks[k];
}

/* The members of a node and, behind them, the other ones of its ref. */
static void merge_members(struct compiler *compiler,
    struct schema_node *node)
{
    size_t count = 0;

    for (const struct schema_node *at = node; at; at = at->ref)
        count += at->own_count;
    if (count == 0)
        return;
    node->members = compiler_new(compiler, count, sizeof *node->members);
    if (!node->members)
        return;
    for (const struct schema_node *at = node; at; at = at->ref)
        for (size_t k = 0; k < at->own_count; k++) {
            bool known = false;
            for (const struct schema_node *before = node; before != at;
                before = before->ref)
                known = known || find_member(before->own_by_name,
                    before->own_count, at->own[k].name);
            if (!known)
                node->members[node->member_count++] = at->own[k];
        }
    node->members_by_name = compiler_sort(compiler, node->members,
        node->member_count);
}

void node_merge(struct compiler *compiler, struct schema_node *node)
{
    merge_members(compiler, node);
    merge_texts(node);
    merge_values(node);
    merge_type(compiler, node);
    merge_branches(node);
}
