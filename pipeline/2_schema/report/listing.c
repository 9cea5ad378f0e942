/* Lists of what a schema allows, cut where they grow long. */

#include <string.h>

#include "0_base/utf8.h"
#include "2_schema/report/meant.h"

/* Branches may double at every level; nobody reads what is found then. */
#define LISTING_STEPS_MAX 10000

bool listing_next(struct listing *listing)
{
    if (listing->count++ >= LISTED_MAX)
        return false;
    if (listing->count > 1)
        words_add_phrase(listing->words, PHRASE_COMMA);
    return true;
}

/* A value, and what people read for it where that is something else. */
static void add_value(struct listing *listing,
    const struct schema_node *part, const cJSON *value)
{
    const char *words = cJSON_IsString(value)
        ? schema_choice_words(part, value->valuestring) : NULL;

    words_add_value(listing->words, part->resource->document->json, value);
    if (!words || strcmp(words, value->valuestring) == 0)
        return;
    words_add_phrase(listing->words, PHRASE_OPEN_BRACKET);
    words_add_text(listing->words, words);
    words_add_phrase(listing->words, PHRASE_CLOSE_BRACKET);
}

static void list_value(struct listing *listing,
    const struct schema_node *part, const cJSON *value)
{
    if (listing_next(listing))
        add_value(listing, part, value);
    /* A sign such as = is near to any other one. */
    if (cJSON_IsString(value)
        && utf8_read(value->valuestring, strlen(value->valuestring), NULL)
            < strlen(value->valuestring))
        nearest_try(&listing->nearest, value->valuestring);
}

static void list_part(struct listing *listing,
    const struct schema_node *part, const char *member, unsigned depth);

static void list_values(struct listing *listing,
    const struct schema_node *node, const char *member, unsigned depth)
{
    if (member) {
        const struct schema_node *inner = schema_member(node, member);
        if (inner)
            list_values(listing, inner, NULL, depth);
        if (inner)
            return;
    }
    for (size_t k = 0; k < node->parts.count; k++)
        list_part(listing, node->parts.nodes[k], member, depth);
}

static void list_part(struct listing *listing,
    const struct schema_node *part, const char *member, unsigned depth)
{
    for (size_t k = 0; k < part->check_count
        && listing->steps++ < LISTING_STEPS_MAX; k++) {
        const struct check *check = &part->checks[k];
        const cJSON *value;
        if (check->keyword->id == KEYWORD_CONST && !member)
            list_value(listing, part, check->json);
        if (check->keyword->id == KEYWORD_ENUM && !member)
            cJSON_ArrayForEach(value, check->json)
                list_value(listing, part, value);
        if (depth && (check->keyword->id == KEYWORD_ANY_OF
            || check->keyword->id == KEYWORD_ONE_OF))
            for (size_t b = 0; b < check->branches.count; b++)
                list_values(listing, check->branches.nodes[b], member,
                    depth - 1);
    }
}

void listing_add_values(struct listing *listing,
    const struct schema_node *node, const char *member)
{
    list_values(listing, node, member, BRANCH_DEPTH_MAX);
}

void listing_add_members(struct listing *listing,
    const struct schema_node *node, struct pass *run, struct step *object,
    const char *word)
{
    for (size_t k = 0; k < schema_member_count(node); k++) {
        const struct schema_member *member = schema_members(node, k);
        if (object && !step_lacks(run, object, node, k))
            continue;
        if (word && !meant_holds(word, member->name, member->node))
            continue;
        if (listing_next(listing))
            label_add_member(listing->words, member->name, member->node);
    }
}

void listing_end(struct listing *listing)
{
    if (listing->count > LISTED_MAX) {
        words_add_phrase(listing->words, PHRASE_ALL_OF);
        words_add_count(listing->words, listing->count);
        words_add_phrase(listing->words, PHRASE_IN_ALL);
    }
}
