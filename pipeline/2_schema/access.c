/* Walks a compiled schema, as schema.h describes it. */

#include <limits.h>
#include <string.h>

#include "2_schema/keywords.h"
#include "2_schema/node.h"

/* Branches inside branches; no schema that people read has more. */
#define BRANCH_DEPTH_MAX 16

const struct schema_member *find_member(
    const struct schema_member *const *by_name, size_t count,
    const char *name)
{
    size_t low = 0;

    while (low < count) {
        size_t middle = low + (count - low) / 2;
        int order = strcmp(by_name[middle]->name, name);
        if (order == 0)
            return by_name[middle];
        if (order < 0)
            low = middle + 1;
        else
            count = middle;
    }
    return NULL;
}

const struct schema_node *schema_root(const struct schema *schema)
{
    return schema ? schema->root : NULL;
}

size_t schema_member_count(const struct schema_node *node)
{
    return node ? node->member_count : 0;
}

const struct schema_member *schema_members(const struct schema_node *node,
    size_t k)
{
    return node && k < node->member_count ? &node->members[k] : NULL;
}

const struct schema_node *schema_member(const struct schema_node *node,
    const char *name)
{
    const struct schema_member *member = node ? find_member(
        node->members_by_name, node->member_count, name) : NULL;

    return member ? member->node : NULL;
}

const struct schema_node *schema_items(const struct schema_node *node)
{
    return node ? node->all_items : NULL;
}

const struct schema_node *schema_entry(const struct schema_node *node,
    size_t k)
{
    return node && k < node->entries.count ? node->entries.nodes[k]
        : schema_items(node);
}

const struct schema_node *schema_additional(const struct schema_node *node)
{
    return node ? node->all_additional : NULL;
}

/* A member as the first branch of anyOf or oneOf has it that names it. */
static const struct schema_node *branch_member(
    const struct schema_node *node, const char *name)
{
    const struct node_list *branches = &node->branches->branches;
    const struct schema_node *named = NULL;

    for (size_t k = 0; !named && k < branches->count; k++)
        named = schema_member(branches->nodes[k], name);
    return named;
}

const struct schema_node *schema_named(const struct schema_node *node,
    const char *name, bool *failed)
{
    const struct schema_node *named = schema_member(node, name);

    for (size_t k = 0; node && !named && k < node->parts.count; k++) {
        const struct schema_node *part = node->parts.nodes[k];
        for (size_t p = 0; !named && p < part->pattern_count; p++)
            if (regex_matches(part->patterns[p].regex, name, strlen(name),
                failed))
                named = part->patterns[p].node;
    }
    if (node && !named && node->branches)
        named = branch_member(node, name);
    return named ? named : schema_additional(node);
}

const cJSON *schema_annotation(const struct schema_node *node,
    const char *keyword)
{
    for (size_t k = 0; node && k < node->parts.count; k++) {
        const cJSON *json = cJSON_GetObjectItemCaseSensitive(
            node->parts.nodes[k]->json, keyword);
        if (json)
            return json;
    }
    return NULL;
}

const char *schema_string(const struct schema_node *node,
    const char *keyword)
{
    return cJSON_GetStringValue(schema_annotation(node, keyword));
}

const char *schema_text(const struct schema_node *node,
    enum schema_text text)
{
    return node ? node->texts[text] : NULL;
}

const cJSON *schema_value(const struct schema_node *node,
    enum schema_value value)
{
    return node ? node->values[value] : NULL;
}

enum schema_next schema_next(const struct schema_node *node)
{
    return node ? node->next : SCHEMA_NEXT_UNDECIDED;
}

const char *schema_next_name(enum schema_next next)
{
    static const char *const names[SCHEMA_NEXT_COUNT] = {
        [SCHEMA_NEXT_KEEP] = "keep",
        [SCHEMA_NEXT_CLEAR] = "clear",
        [SCHEMA_NEXT_DROP] = "drop",
        [SCHEMA_NEXT_TURN] = "turn",
    };

    return names[next];
}

static bool is_required(const struct schema_node *part, const char *name)
{
    const cJSON *entry;

    cJSON_ArrayForEach(entry, cJSON_GetObjectItemCaseSensitive(part->json,
            "required"))
        if (strcmp(entry->valuestring, name) == 0)
            return true;
    return false;
}

bool schema_requires(const struct schema_node *node, const char *name)
{
    for (size_t k = 0; node && k < node->parts.count; k++)
        if (is_required(node->parts.nodes[k], name))
            return true;
    return false;
}

bool node_has_part(const struct schema_node *node,
    const struct schema_node *part)
{
    for (size_t k = 0; k < node->parts.count; k++)
        if (node->parts.nodes[k] == part)
            return true;
    return false;
}

bool schema_allows_type(const struct schema_node *node, int cjson_type)
{
    const cJSON sample = { .type = cjson_type };
    unsigned bits = json_type_bit(&sample);

    if (cJSON_IsNumber(&sample))
        bits |= 1u << TYPE_INTEGER;
    return node && (node->types & bits);
}

/* Whether a string member is none of the words that a branch allows there. */
static bool is_other_word(const struct schema_node *node,
    const cJSON *value)
{
    const cJSON *constant = schema_annotation(node, "const");
    const char *word = cJSON_GetStringValue(constant);
    const cJSON *words = schema_annotation(node, "enum");
    const cJSON *entry;

    if (!cJSON_IsString(value) || (!constant && !words))
        return false;
    if (word)
        return strcmp(word, value->valuestring) != 0;
    cJSON_ArrayForEach(entry, words)
        if (cJSON_IsString(entry)
            && strcmp(entry->valuestring, value->valuestring) == 0)
            return false;
    return words != NULL;
}

static unsigned count_missing(const struct schema_node *branch,
    const cJSON *object)
{
    unsigned count = 0;

    for (size_t k = 0; k < branch->parts.count; k++) {
        const cJSON *required = cJSON_GetObjectItemCaseSensitive(
            branch->parts.nodes[k]->json, "required");
        const cJSON *entry;
        cJSON_ArrayForEach(entry, required)
            count += !cJSON_GetObjectItemCaseSensitive(object,
                entry->valuestring);
    }
    return count;
}

/* How badly a branch fits a value, by its type and members alone. */
static unsigned misfit(const struct schema_node *branch, const cJSON *value)
{
    const cJSON *entry;
    unsigned sum = schema_allows_type(branch, value->type & 0xFF)
        ? 0 : 1000;

    if (is_other_word(branch, value))
        sum += 300;
    if (!cJSON_IsObject(value))
        return sum;
    cJSON_ArrayForEach(entry, value) {
        const struct schema_node *member = schema_member(branch,
            entry->string);
        if (!member && !schema_additional(branch))
            sum += 50;
        if (is_other_word(member, entry))
            sum += 300;
    }
    return sum + 50 * count_missing(branch, value);
}

const struct schema_node *schema_branch(const struct schema_node *node,
    const cJSON *value)
{
    for (int depth = 0; node && value && depth < BRANCH_DEPTH_MAX; depth++) {
        const struct check *check = node->branches;
        const struct schema_node *best = NULL;
        unsigned least = UINT_MAX;
        if (!check || schema_member_count(node) || schema_items(node)
            || (schema_text(node, SCHEMA_TYPE) && !value->child))
            break;
        for (size_t k = 0; k < check->branches.count; k++) {
            unsigned sum = misfit(check->branches.nodes[k], value);
            if (sum < least) {
                least = sum;
                best = check->branches.nodes[k];
            }
        }
        node = best;
    }
    return node;
}
