/* What walking asks of a node, together with what its $ref and allOf say. */

#include "2_schema/compile/compile.h"

#include <stdlib.h>
#include <string.h>

/* Each node is walked once: those behind it are known by then. */
void node_find_circle(struct compiler *compiler, struct schema_node *node)
{
    struct schema_node *at = node;

    for (; at && at->way == WAY_UNKNOWN; at = (struct schema_node *)at->ref)
        at->way = WAY_WALKED;
    const enum way way = !at || at->way == WAY_ENDS ? WAY_ENDS : WAY_CIRCLES;
    for (at = node; at && at->way == WAY_WALKED;
        at = (struct schema_node *)at->ref)
        at->way = way;
    if (node->way == WAY_CIRCLES)
        compiler_wrong(compiler, node,
            cJSON_GetObjectItemCaseSensitive(node->json, "$ref"),
            PHRASE_NO_CIRCLE);
}

/* The number of the first part that says something by a keyword. */
static size_t find_saying(const struct schema_node *node,
    const char *keyword)
{
    size_t p = 0;

    while (p < node->parts.count
        && !node_string(node->parts.nodes[p]->json, keyword))
        p++;
    return p;
}

/* Keywords whose nearest value counts, in the order of their names, and where a
 * node keeps it: texts and values. */
static const struct annotation {
    const char *keyword;
    int text, value;            /* -1: it is none */
} annotations[] = {
    { "title", SCHEMA_TITLE, -1 },
    { "x-asked", SCHEMA_ASKED, -1 },
    { "x-asked-rule", SCHEMA_ASKED_RULE, -1 },
    { "x-attachment", SCHEMA_ATTACHMENT, -1 },
    { "x-columns", -1, SCHEMA_COLUMNS },
    { "x-form", -1, SCHEMA_FORM },
    { "x-keep-zeros", -1, SCHEMA_KEEP_ZEROS },
    { "x-key", SCHEMA_KEY, -1 },
    { "x-label", SCHEMA_LABEL, -1 },
    { "x-label-from", SCHEMA_LABEL_FROM, -1 },
    { "x-next-from", SCHEMA_NEXT_FROM, -1 },
    { "x-outline", SCHEMA_OUTLINE, -1 },
    { "x-place", SCHEMA_PLACE, -1 },
    { "x-places", -1, SCHEMA_PLACES },
    { "x-printed", -1, SCHEMA_PRINTED },
    { "x-type", SCHEMA_TYPE, -1 },
    { "x-unit", SCHEMA_UNIT, -1 },
    { "x-unit-from", SCHEMA_UNIT_FROM, -1 },
    { "x-value", SCHEMA_VALUE, -1 },
};

static int compare_keyword(const void *name, const void *row)
{
    return strcmp(name, ((const struct annotation *)row)->keyword);
}

static void note_annotation(struct schema_node *node, const cJSON *member)
{
    const struct annotation *found = bsearch(member->string, annotations,
        sizeof annotations / sizeof *annotations, sizeof *annotations,
        compare_keyword);

    if (found && found->text >= 0)
        node->texts[found->text] = cJSON_GetStringValue(member);
    else if (found)
        node->values[found->value] = member;
}

/* From the farthest part on: what is nearer stands instead.  A label says more
 * than the title beside it, but nothing of a nearer one. */
static void merge_annotations(struct schema_node *node)
{
    for (size_t p = node->parts.count; p-- > 0;) {
        const cJSON *member;
        cJSON_ArrayForEach(member, node->parts.nodes[p]->json)
            if (member->string)
                note_annotation(node, member);
    }
    if (node->texts[SCHEMA_LABEL]
        && find_saying(node, "title") < find_saying(node, "x-label"))
        node->texts[SCHEMA_LABEL] = NULL;
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
        if (json && !node->roots.count)
            compiler_wrong(compiler, node, json, PHRASE_VALUE_TYPES);
        return;
    }
    node->type_rule = type_rule_find(type, schema_text(node, SCHEMA_UNIT));
}

static void merge_next(struct compiler *compiler, struct schema_node *node)
{
    const char *name = schema_string(node, "x-next");
    const cJSON *own = cJSON_GetObjectItemCaseSensitive(node->json, "x-next");
    int next = SCHEMA_NEXT_KEEP;

    while (name && next < SCHEMA_NEXT_COUNT
        && strcmp(schema_next_name((enum schema_next)next), name) != 0)
        next++;
    if (name && next < SCHEMA_NEXT_COUNT)
        node->next = (enum schema_next)next;
    else if (own && !node->roots.count)
        compiler_wrong(compiler, node, own, PHRASE_NEXT_DECISIONS);
}

static void merge_branches(struct schema_node *node)
{
    for (size_t p = 0; p < node->parts.count && !node->branches; p++) {
        const struct schema_node *part = node->parts.nodes[p];
        for (size_t k = 0; k < part->check_count && !node->branches; k++)
            if (part->checks[k].keyword->id == KEYWORD_ANY_OF
                || part->checks[k].keyword->id == KEYWORD_ONE_OF)
                node->branches = &part->checks[k];
    }
}

/* The keywords of entries: which one a part has, NULL for none. */
static const struct schema_node *items_of(const struct schema_node *part,
    size_t k)
{
    return k < part->prefix.count ? part->prefix.nodes[k] : part->items;
}

static const struct schema_node *additional_of(
    const struct schema_node *part, size_t k)
{
    (void)k;
    return part->additional || !part->unevaluated_members
        || part->unevaluated_members->never
        ? part->additional : part->unevaluated_members;
}

/* What all parts say by one keyword; NULL where one of them says false, or
 * none says more than true. */
static const struct schema_node *merge_keyword(struct compiler *compiler,
    const struct schema_node *node, const struct schema_node *(*keyword_of)(
        const struct schema_node *part, size_t k), size_t k)
{
    struct node_list found = { compiler_new(compiler, node->parts.count,
        sizeof *found.nodes), 0 };

    for (size_t p = 0; found.nodes && p < node->parts.count; p++) {
        const struct schema_node *said = keyword_of(node->parts.nodes[p], k);
        if (said && said->never)
            return NULL;
        if (said && cJSON_IsObject(said->json))
            found.nodes[found.count++] = said;
    }
    return found.nodes ? compiler_merged(compiler, found) : NULL;
}

static void merge_entries(struct compiler *compiler,
    struct schema_node *node)
{
    size_t count = 0;

    for (size_t p = 0; p < node->parts.count; p++)
        if (node->parts.nodes[p]->prefix.count > count)
            count = node->parts.nodes[p]->prefix.count;
    node->all_items = merge_keyword(compiler, node, items_of, count);
    node->all_additional = merge_keyword(compiler, node, additional_of, 0);
    node->entries.nodes = compiler_new(compiler, count,
        sizeof *node->entries.nodes);
    for (size_t k = 0; node->entries.nodes && k < count; k++)
        node->entries.nodes[node->entries.count++]
            = merge_keyword(compiler, node, items_of, k);
}

void node_merge(struct compiler *compiler, struct schema_node *node)
{
    if (!node_find_parts(compiler, node))
        return;
    node_merge_members(compiler, node);
    merge_entries(compiler, node);
    merge_annotations(node);
    merge_type(compiler, node);
    merge_next(compiler, node);
    merge_branches(node);
}
