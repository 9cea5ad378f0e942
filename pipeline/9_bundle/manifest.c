#include "9_bundle/manifest.h"

#include <cjson/cJSON.h>
#include <string.h>

#include "0_base/digest.h"

static bool add_origin(cJSON *root, const struct bundle_origin *origin)
{
    cJSON *data;

    return cJSON_AddStringToObject(root, "program", origin->program)
        && cJSON_AddStringToObject(root, "edition", origin->edition)
        && (data = cJSON_AddObjectToObject(root, "data")) != NULL
        && cJSON_AddStringToObject(data, "name", origin->data)
        && cJSON_AddStringToObject(data, "sha256", origin->digest);
}

static bool add_entry(cJSON *files, const struct manifest_entry *entry,
    const struct bundle_origin *origin)
{
    cJSON *file = cJSON_CreateObject();

    if (!file || !cJSON_AddItemToArray(files, file))
        return false;
    return cJSON_AddStringToObject(file, "name", entry->name)
        && cJSON_AddNumberToObject(file, "size", (double)entry->size)
        && cJSON_AddStringToObject(file, "sha256", entry->digest)
        && (strcmp(entry->data, origin->digest) == 0
        || cJSON_AddStringToObject(file, "data_sha256", entry->data));
}

bool manifest_print(const struct bundle_origin *origin,
    const struct manifest_entry *entries, size_t count, struct buffer *out)
{
    cJSON *root = cJSON_CreateObject();
    char *text = NULL;
    cJSON *files;
    bool good = root && add_origin(root, origin)
        && (files = cJSON_AddArrayToObject(root, "files")) != NULL;

    for (size_t k = 0; good && k < count; k++)
        good = add_entry(files, &entries[k], origin);
    if (good)
        text = cJSON_Print(root);
    if (text) {
        buffer_add_string(out, text);
        buffer_add_char(out, '\n');
    }
    cJSON_free(text);
    cJSON_Delete(root);
    return text && !out->failed;
}

struct cJSON *manifest_parse(const struct buffer *text)
{
    cJSON *root = cJSON_ParseWithLength(buffer_string(text), text->length);

    if (!cJSON_IsArray(cJSON_GetObjectItemCaseSensitive(root, "files"))) {
        cJSON_Delete(root);
        return NULL;
    }
    return root;
}

bool manifest_is_name(const char *name)
{
    return *name && !strpbrk(name, "/\\") && strcmp(name, ".") != 0
        && strcmp(name, "..") != 0;
}

static const char *string_of(const cJSON *object, const char *name)
{
    return cJSON_GetStringValue(
        cJSON_GetObjectItemCaseSensitive(object, name));
}

static bool read_entry(const cJSON *file, const cJSON *manifest,
    struct manifest_entry *entry)
{
    const cJSON *data = cJSON_GetObjectItemCaseSensitive(manifest, "data");
    const cJSON *size = cJSON_GetObjectItemCaseSensitive(file, "size");

    entry->name = string_of(file, "name");
    entry->digest = string_of(file, "sha256");
    entry->data = string_of(file, "data_sha256");
    if (!entry->data)
        entry->data = string_of(data, "sha256");
    if (!entry->data)
        entry->data = "";
    if (!entry->name || !manifest_is_name(entry->name) || !entry->digest
        || strlen(entry->digest) != DIGEST_TEXT_SIZE - 1
        || !cJSON_IsNumber(size) || !(size->valuedouble >= 0
        && size->valuedouble < 1e15))
        return false;
    entry->size = (size_t)size->valuedouble;
    return true;
}

const struct cJSON *manifest_next(const struct cJSON *manifest,
    const struct cJSON *before, struct manifest_entry *entry)
{
    const cJSON *file = before ? before->next
        : cJSON_GetObjectItemCaseSensitive(manifest, "files")->child;

    while (file && !read_entry(file, manifest, entry))
        file = file->next;
    return file;
}
