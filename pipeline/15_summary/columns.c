/* Reads which values stand in a summary. */

#include "15_summary/columns.h"

#include <errno.h>
#include <stdlib.h>

#include "15_summary/shape.h"

#define SHAPE "schemas/common/summary.schema.json"

static const char *member_text(const cJSON *object, const char *name)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object,
        name));
}

static const char **read_texts(struct arena *arena, const cJSON *list,
    size_t *count)
{
    const char **texts = arena_new(arena, (size_t)cJSON_GetArraySize(list) + 1,
        sizeof *texts);
    const cJSON *text;

    cJSON_ArrayForEach(text, list)
        if (texts)
            texts[(*count)++] = cJSON_GetStringValue(text);
    return texts;
}

static struct columns_grades read_grades(struct arena *arena,
    const cJSON *grades)
{
    struct columns_grades read = { .rule = member_text(grades, "rule"),
        .words = member_text(grades, "words") };

    read.least = read_texts(arena, cJSON_GetObjectItemCaseSensitive(grades,
        "least"), &read.count);
    return read;
}

static void read_columns(struct columns *columns)
{
    const cJSON *root = json_root(columns->json), *entry;
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(root, "columns");
    struct arena *arena = &columns->arena;

    columns->list = arena_new(arena, (size_t)cJSON_GetArraySize(list) + 1,
        sizeof *columns->list);
    cJSON_ArrayForEach(entry, list)
        if (columns->list)
            columns->list[columns->count++] = (struct column){
                .name = member_text(entry, "name"),
                .pointer = member_text(entry, "pointer"),
                .title = member_text(entry, "title"),
                .is_identity = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(
                    entry, "identity")),
                .grades = read_grades(arena, cJSON_GetObjectItemCaseSensitive(
                    entry, "grades")) };
    columns->names = read_texts(arena, cJSON_GetObjectItemCaseSensitive(root,
        "names"), &columns->name_count);
}

/* An edition without such a file has no columns. */
static bool read_file(struct columns *columns,
    const struct resources *resources, const char *path,
    struct findings *findings)
{
    size_t length;
    char *bytes = resource_load(resources, path, &length);

    if (!bytes && errno == ENOENT)
        return true;
    columns->json = bytes ? shape_parse(resources, SHAPE, path, bytes, length,
        findings) : NULL;
    if (!bytes)
        findings_out_of_memory(findings);
    free(bytes);
    return columns->json != NULL;
}

struct columns *columns_load(const struct resources *resources,
    const char *path, struct findings *findings)
{
    struct columns *columns = calloc(1, sizeof *columns);

    if (!columns) {
        findings_out_of_memory(findings);
        return NULL;
    }
    bool good = read_file(columns, resources, path, findings);
    if (columns->json)
        read_columns(columns);
    if (columns->arena.failed)
        findings_out_of_memory(findings);
    if (good && !columns->arena.failed)
        return columns;
    columns_free(columns);
    return NULL;
}

void columns_free(struct columns *columns)
{
    if (!columns)
        return;
    arena_free(&columns->arena);
    json_free(columns->json);
    free(columns);
}
