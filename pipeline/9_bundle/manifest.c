/* Prints manifest.json, and reads one back that anybody may have written. */

#include "9_bundle/manifest.h"

#include <cjson/cJSON.h>
#include <errno.h>
#include <stdlib.h>
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

struct cJSON *manifest_new(const struct bundle_origin *origin,
    const struct manifest_entry *entries, size_t count)
{
    cJSON *root = cJSON_CreateObject();
    cJSON *files;
    bool good = root && add_origin(root, origin)
        && (files = cJSON_AddArrayToObject(root, "files")) != NULL;

    for (size_t k = 0; good && k < count; k++)
        good = add_entry(files, &entries[k], origin);
    if (good)
        return root;
    cJSON_Delete(root);
    return NULL;
}

/* Append a manifest as it is written; false if memory runs out. */
static bool print_tree(const cJSON *root, struct buffer *out)
{
    char *text = root ? cJSON_Print(root) : NULL;

    if (text) {
        buffer_add_string(out, text);
        buffer_add_char(out, '\n');
    }
    cJSON_free(text);
    return text && !out->failed;
}

bool manifest_print(const struct bundle_origin *origin,
    const struct manifest_entry *entries, size_t count, struct buffer *out)
{
    cJSON *root = manifest_new(origin, entries, count);
    bool good = print_tree(root, out);

    cJSON_Delete(root);
    return good;
}

bool manifest_is_as_printed(const char *text, bool *failed)
{
    cJSON *root = cJSON_Parse(text);
    struct buffer again = BUFFER_EMPTY;
    bool is_manifest = cJSON_IsArray(cJSON_GetObjectItemCaseSensitive(root,
        "files"));
    bool is_printed = is_manifest && print_tree(root, &again);
    bool same = is_printed && strcmp(buffer_string(&again), text) == 0;

    *failed = *failed || (is_manifest && !is_printed);
    buffer_free(&again);
    cJSON_Delete(root);
    return same;
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

static int compare_entries(const void *left, const void *right)
{
    const struct manifest_entry *a = left;
    const struct manifest_entry *b = right;

    return strcmp(a->name, b->name);
}

/* Sorts the entries by name, and keeps one of each name. */
static void order_entries(struct manifest *manifest)
{
    struct manifest_entry *entries = manifest->entries;
    size_t count = 0;

    qsort(entries, manifest->count, sizeof *entries, compare_entries);
    for (size_t k = 0; k < manifest->count; k++)
        if (count == 0 || strcmp(entries[count - 1].name,
                entries[k].name) != 0)
            entries[count++] = entries[k];
    manifest->count = count;
}

int manifest_read(struct manifest *manifest, const char *text)
{
    *manifest = (struct manifest){ .tree = cJSON_Parse(text) };
    const cJSON *files = cJSON_GetObjectItemCaseSensitive(manifest->tree,
        "files");
    bool is_manifest = cJSON_IsArray(files);

    if (is_manifest)
        manifest->entries = calloc((size_t)cJSON_GetArraySize(files) + 1,
            sizeof *manifest->entries);
    if (!manifest->entries) {
        manifest_free(manifest);
        return is_manifest ? ENOMEM : 0;
    }
    for (const cJSON *file = files->child; file; file = file->next)
        manifest->count += read_entry(file, manifest->tree,
            &manifest->entries[manifest->count]);
    order_entries(manifest);
    return 0;
}

void manifest_free(struct manifest *manifest)
{
    cJSON_Delete(manifest->tree);
    free(manifest->entries);
    *manifest = (struct manifest){ .tree = NULL };
}

const struct manifest_entry *manifest_find(const struct manifest *manifest,
    const char *name)
{
    const struct manifest_entry key = { .name = name };

    return manifest->count ? bsearch(&key, manifest->entries,
        manifest->count, sizeof key, compare_entries) : NULL;
}
