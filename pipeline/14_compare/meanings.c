/* Digests of the values of a JSON text, and its members by name. */

#include "14_compare/meanings.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "1_read/members.h"

/* What a digest begins with, so that "1", 1, [1] and {"1": …} differ. */
enum begin { BEGIN_LITERAL = 1, BEGIN_TEXT, BEGIN_LIST, BEGIN_OBJECT };

static uint64_t digest_literal(const struct meanings *meanings,
    const cJSON *value)
{
    size_t length;
    const char *text = cJSON_IsString(value)
        ? json_string(meanings->json, value, &length)
        : json_literal(meanings->json, value, &length);

    return id_map_chain(cJSON_IsString(value) ? BEGIN_TEXT : BEGIN_LITERAL,
        id_map_text(text, length));
}

static uint64_t digest_name(const struct meanings *meanings,
    const cJSON *member)
{
    size_t length;
    const char *name = json_name(meanings->json, member, &length);

    return id_map_text(name, length);
}

/* Members are added up, so that their order does not matter; each is chained
 * once more, or else two could change their values without a trace. */
static uint64_t digest(struct meanings *meanings, const cJSON *value)
{
    uint64_t result, sum = 0;
    const cJSON *child;

    if (cJSON_IsArray(value)) {
        result = BEGIN_LIST;
        cJSON_ArrayForEach(child, value)
            result = id_map_chain(result, digest(meanings, child));
    } else if (cJSON_IsObject(value)) {
        cJSON_ArrayForEach(child, value)
            sum += id_map_chain(id_map_chain(digest_name(meanings, child),
                digest(meanings, child)), BEGIN_OBJECT);
        result = id_map_chain(BEGIN_OBJECT, sum);
    } else {
        result = digest_literal(meanings, value);
    }
    meanings->digests[value->valueint] = result;
    return result;
}

bool meanings_make(struct meanings *meanings, const struct json *json)
{
    size_t count = json_value_count(json);

    *meanings = (struct meanings){ .json = json,
        .digests = calloc(count, sizeof *meanings->digests),
        .naming = calloc(count, sizeof *meanings->naming) };
    if (!meanings->digests || !meanings->naming)
        return false;
    digest(meanings, json_root(json));
    return true;
}

void meanings_free(struct meanings *meanings)
{
    free(meanings->digests);
    free(meanings->naming);
}

/* What names an entry, if it says so in a text. */
static const cJSON *find_naming(const cJSON *entry, const char *key)
{
    const cJSON *member = key && cJSON_IsObject(entry)
        ? cJSON_GetObjectItemCaseSensitive(entry, key) : NULL;

    return cJSON_IsString(member) ? member : NULL;
}

static void note_keys(struct meanings *meanings,
    const struct schema_node *around,
    const cJSON *value, bool *failed)
{
    const struct schema_node *node = schema_branch(around, value);
    const char *key = schema_text(node, SCHEMA_KEY);
    const cJSON *child;
    size_t k = 0;

    if (!node || *failed)
        return;
    if (cJSON_IsArray(value)) {
        cJSON_ArrayForEach(child, value) {
            meanings->naming[child->valueint] = find_naming(child, key);
            note_keys(meanings, schema_entry(node, k++), child, failed);
        }
    } else if (cJSON_IsObject(value)) {
        cJSON_ArrayForEach(child, value)
            note_keys(meanings, schema_named(node, child->string, failed),
                child, failed);
    }
}

bool meanings_note_keys(struct meanings *meanings, const struct schema *schema)
{
    bool failed = false;

    note_keys(meanings, schema_root(schema), json_root(meanings->json),
        &failed);
    return !failed;
}

uint64_t meanings_digest(const struct meanings *meanings, const cJSON *value)
{
    return meanings->digests[value->valueint];
}

const cJSON *meanings_naming(const struct meanings *meanings,
    const cJSON *entry)
{
    return meanings->naming[entry->valueint];
}

static bool is_called(const cJSON *member, const char *name)
{
    return strcmp(member->string, name) == 0;
}

const cJSON *meanings_member(const struct meanings *meanings,
    const cJSON *object, const char *name, const cJSON **former)
{
    const cJSON *next = *former ? (*former)->next : object->child;
    const cJSON *member = object->child;

    if (!next || !is_called(next, name)) {
        for (size_t k = 0; member && k < MEMBERS_MANY; k++) {
            if (is_called(member, name))
                break;
            member = member->next;
        }
        next = !member || is_called(member, name) ? member
            : members_called(json_members(meanings->json), object, name,
            strlen(name));
    }
    if (next)
        *former = next;
    return next;
}
