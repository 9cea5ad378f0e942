/* The types that are left where several schemas narrow one value. */

#include "2_schema/compile/compile.h"
#include "2_schema/compile/common_values.h"

/* Branches inside branches; no schema that people read has more. */
#define DEPTH_MAX 200

#define CONTAINERS (1u << TYPE_ARRAY | 1u << TYPE_OBJECT)
#define FIGURES (1u << TYPE_NUMBER | 1u << TYPE_INTEGER | 1u << TYPE_STRING)

static unsigned find_types(const struct schema_node *node, unsigned depth);

static unsigned types_of_check(const struct check *check, unsigned depth)
{
    unsigned types = 0;

    switch (check->keyword->id) {
    case KEYWORD_TYPE:
        types = check->types;
        if (types >> TYPE_NUMBER & 1)
            types |= 1u << TYPE_INTEGER;
        return types;
    case KEYWORD_ANY_OF:
    case KEYWORD_ONE_OF:
        for (size_t k = 0; k < check->branches.count; k++)
            types |= find_types(check->branches.nodes[k], depth + 1);
        return types;
    default:
        return TYPES_ALL;
    }
}

/* The types that a node's own keywords let in. */
static unsigned find_own_types(const struct schema_node *node,
    unsigned depth)
{
    unsigned types = TYPES_ALL;

    for (size_t k = 0; k < node->check_count; k++)
        types &= types_of_check(&node->checks[k], depth);
    return types;
}

/* A node on the way to itself lets in whatever the others do. */
static unsigned find_types(const struct schema_node *constant,
    unsigned depth)
{
    /* Nodes are constant to all but those who compile them. */
    struct schema_node *node = (struct schema_node *)constant;
    unsigned types = TYPES_ALL;

    if (node->typed || depth == DEPTH_MAX)
        return node->typed ? node->types : TYPES_ALL;
    node->typed = true;
    node->types = TYPES_ALL;
    for (size_t p = 0; p < node->parts.count; p++)
        types &= find_own_types(node->parts.nodes[p], depth);
    node->types = node->never ? 0 : types;
    return node->types;
}

void node_find_types(struct schema_node *node)
{
    find_types(node, 0);
}

/* The types that x-type lets in. */
static unsigned types_of_rule(const struct type_rule *rule)
{
    return !rule ? TYPES_ALL : CONTAINERS | 1u << TYPE_NULL
        | (value_type_is_figure(rule->type) ? FIGURES : 1u << TYPE_STRING);
}

/* Whether its parts leave no type, or blanks alone where none of them is about
 * blanks alone. */
static bool lacks_types(const struct schema_node *node)
{
    const unsigned blank = 1u << TYPE_NULL;

    if (node->types != blank)
        return !node->types;
    for (size_t p = 0; p < node->parts.count; p++)
        if (find_own_types(node->parts.nodes[p], 0) == blank)
            return false;
    return true;
}

/* One of its parts that lacks types by itself, which is told there; NULL for
 * none. */
static const struct schema_node *part_without(const struct schema_node *node)
{
    for (size_t p = 0; p < node->parts.count; p++)
        if (node->parts.nodes[p] != node && lacks_types(node->parts.nodes[p]))
            return node->parts.nodes[p];
    return NULL;
}

/* What the parts ask for by two keywords, as they write it:
 * type "string" + x-type "text" */
static void list_parts(const struct schema_node *node,
    const char *const keywords[2], struct buffer *out)
{
    for (size_t p = 0; p < node->parts.count; p++) {
        const struct schema_node *part = node->parts.nodes[p];
        for (int k = 0; k < 2; k++) {
            const cJSON *json = cJSON_GetObjectItemCaseSensitive(part->json,
                keywords[k]);
            size_t length;
            if (!json)
                continue;
            const char *literal = json_literal(
                part->resource->document->json, json, &length);
            buffer_add_string(out, out->length ? " + " : "");
            buffer_printf(out, "%s %.*s", keywords[k], (int)length, literal);
        }
    }
}

static bool add_fault(struct compiler *compiler,
    const struct schema_node *node, enum catalogue id)
{
    static const char *const types[] = { "type", "x-type" };
    static const char *const values[] = { VALUES_ENUM, VALUES_CONST };
    const struct schema_document *document = node->resource->document;
    struct buffer asked = BUFFER_EMPTY, pointer = BUFFER_EMPTY;

    list_parts(node, id == CATALOGUE_SCHEMA_NO_VALUE ? values : types,
        &asked);
    json_pointer_to(document->json, node->json, &pointer);
    findings_set_file(compiler->findings, document->uri);
    findings_add(compiler->findings, id,
        json_name_place(document->json, node->json), buffer_string(&pointer),
        "name", node->json->string ? node->json->string : "", "types",
        buffer_string(&asked), (char *)NULL);
    compiler->schema->arena.failed |= asked.failed || pointer.failed;
    compiler->faulty = true;
    buffer_free(&asked);
    buffer_free(&pointer);
    return false;
}

/* Whether anything is named inside a node, or may be. */
static bool has_inside(const struct schema_node *node)
{
    return node->member_count || node->entries.count || node->all_items
        || node->all_additional || node->branches;
}

static bool check_types(struct compiler *compiler,
    const struct schema_node *node)
{
    unsigned scalars = node->types & ~(CONTAINERS | 1u << TYPE_NULL);

    if (node->never || part_without(node))
        return true;
    if (lacks_types(node)
        || (scalars && !(scalars & types_of_rule(node->type_rule))))
        return add_fault(compiler, node, CATALOGUE_SCHEMA_NO_TYPE);
    if (node_lacks_values(node))
        return add_fault(compiler, node, CATALOGUE_SCHEMA_NO_VALUE);
    if (scalars && !node->type_rule && !has_inside(node) && compiler->typed
        && node != compiler->schema->root)
        return add_fault(compiler, node, CATALOGUE_SCHEMA_UNTYPED);
    return true;
}

/* What a member takes from another one beside it has to be there. */
static bool check_beside(struct compiler *compiler,
    const struct schema_node *node)
{
    static const char *const keywords[] = { "x-next-from", "x-unit-from" };

    for (size_t k = 0; k < node->member_count; k++) {
        const struct schema_node *member = node->members[k].node;
        for (size_t w = 0; w < sizeof keywords / sizeof *keywords; w++) {
            const cJSON *said = schema_annotation(member, keywords[w]);
            const char *from = cJSON_GetStringValue(said);
            if (from && !schema_member(node, from))
                return compiler_wrong(compiler, member, said,
                    PHRASE_A_MEMBER_BESIDE);
        }
    }
    return true;
}

/* JSON Schema's own members, $schema and the like, are printed nowhere. */
static bool is_printed(const struct schema_member *member)
{
    return member->name[0] != '$';
}

static bool walk_to(struct compiler *compiler,
    const struct schema_node *constant)
{
    /* Nodes are constant to all but those who compile them. */
    struct schema_node *node = (struct schema_node *)constant;

    if (!node || node->walked)
        return true;
    node->walked = true;
    return compiler_add(compiler, node);
}

/* All that can be walked from a node, one step of it. */
static bool walk_on(struct compiler *compiler,
    const struct schema_node *node)
{
    bool good = walk_to(compiler, part_without(node))
        && walk_to(compiler, node->all_items)
        && walk_to(compiler, node->all_additional);

    for (size_t k = 0; good && k < node->member_count; k++)
        if (is_printed(&node->members[k]))
            good = walk_to(compiler, node->members[k].node);
    for (size_t k = 0; good && k < node->entries.count; k++)
        good = walk_to(compiler, node->entries.nodes[k]);
    for (size_t k = 0; good && node->branches && !node->type_rule
        && k < node->branches->branches.count; k++)
        good = walk_to(compiler, node->branches->branches.nodes[k]);
    return good;
}

void compiler_check_types(struct compiler *compiler)
{
    /* A schema without any x-type is none of forms. */
    for (size_t k = 0; k < compiler->pending_count; k++)
        compiler->typed |= compiler->pending[k]->type_rule != NULL;
    compiler->pending_count = 0;
    if (!walk_to(compiler, compiler->schema->root))
        return;
    for (size_t k = 0; k < compiler->pending_count; k++) {
        if (check_types(compiler, compiler->pending[k])
            && check_beside(compiler, compiler->pending[k])
            && !walk_on(compiler, compiler->pending[k]))
            return;
    }
}
