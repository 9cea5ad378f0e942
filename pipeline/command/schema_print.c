#include "command/schema_print.h"

#include <cjson/cJSON.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "1_read/json.h"
#include "library/edition.h"

/* Bundling: the documents that $ref leads to, one after the other. */
struct bundling {
    const struct resources *resources;
    const char *edition;
    cJSON *root;
    cJSON *documents;           /* $defs of the root, by file name */
    struct findings *findings;
};

static cJSON *load_document(const struct bundling *bundling, const char *file)
{
    struct buffer path = BUFFER_EMPTY;
    char *text = NULL;
    cJSON *document = NULL;

    buffer_printf(&path, "schemas/%s/%s", bundling->edition, file);
    errno = 0;
    if (!path.failed)
        text = resource_load(bundling->resources, buffer_string(&path), NULL);
    if (text)
        document = cJSON_Parse(text);
    if (!document && (path.failed || errno == ENOMEM))
        findings_out_of_memory(bundling->findings);
    else if (!document)
        findings_add(bundling->findings, CATALOGUE_RESOURCE_MISSING,
            (struct place){ 0, 0 }, NULL, "path", buffer_string(&path),
            "reason", text ? "JSON" : "$ref", NULL);
    free(text);
    buffer_free(&path);
    return document;
}

static bool bundle_below(struct bundling *bundling, const cJSON *value);

/* Takes the document of a reference in, unless it is there already. */
static bool bundle_reference(struct bundling *bundling, const char *reference)
{
    char *file = strndup(reference, strcspn(reference, "#"));
    bool good = file != NULL;

    if (!good)
        findings_out_of_memory(bundling->findings);
    if (good && *file
        && !cJSON_GetObjectItemCaseSensitive(bundling->documents, file)) {
        cJSON *document = load_document(bundling, file);
        good = document != NULL
            && cJSON_AddItemToObject(bundling->documents, file, document)
            && bundle_below(bundling, document);
    }
    free(file);
    return good;
}

static bool bundle_below(struct bundling *bundling, const cJSON *value)
{
    const cJSON *child;
    bool good = true;

    if (value->string && strcmp(value->string, "$ref") == 0
        && cJSON_IsString(value))
        return bundle_reference(bundling, value->valuestring);
    /* Documents taken in meanwhile are at the end of $defs, and done. */
    cJSON_ArrayForEach(child, value)
        good = good && bundle_below(bundling, child);
    return good;
}

bool schema_print_json(const struct resources *resources, const char *edition,
    struct buffer *out, struct findings *findings)
{
    struct bundling bundling = { resources, edition, NULL, NULL, findings };
    char *text = NULL;

    bundling.root = load_document(&bundling, "submission.schema.json");
    if (!bundling.root)
        return false;
    bundling.documents = cJSON_GetObjectItemCaseSensitive(bundling.root,
        "$defs");
    if (!bundling.documents)
        bundling.documents = cJSON_AddObjectToObject(bundling.root, "$defs");
    if (bundling.documents && bundle_below(&bundling, bundling.root))
        text = cJSON_Print(bundling.root);
    if (text) {
        buffer_add_string(out, text);
        buffer_add_char(out, '\n');
    }
    cJSON_free(text);
    cJSON_Delete(bundling.root);
    return text && !out->failed;
}

/* A member on the way to the one being written, to see a schema that holds
 * itself. */
struct level_above {
    const struct schema_node *node;
    const struct level_above *above;
};

static bool is_above(const struct level_above *above,
    const struct schema_node *node)
{
    for (; above; above = above->above)
        if (above->node == node)
            return true;
    return false;
}

/* A cell of the table: no line break, no bar. */
static void write_cell(struct buffer *out, const char *text)
{
    buffer_add_string(out, " ");
    for (; text && *text; text++) {
        if (*text == '|')
            buffer_add_string(out, "\\|");
        else
            buffer_add_char(out, *text == '\n' ? ' ' : *text);
    }
    buffer_add_string(out, " |");
}

static const char *type_of(const struct schema_node *node)
{
    const char *type = schema_string(node, "x-type");

    if (type)
        return type;
    if (schema_items(node))
        return "list";
    return schema_additional(node) ? "map" : "object";
}

static void write_row(struct buffer *out, const struct buffer *path,
    const struct schema_node *node)
{
    static const char *const columns[] = { "x-unit", "x-asked", "x-form",
        "description" };

    buffer_add_string(out, "| `");
    buffer_add_string(out, buffer_string(path));
    buffer_add_string(out, "` |");
    write_cell(out, schema_string(node, "title"));
    write_cell(out, type_of(node));
    for (size_t k = 0; k < sizeof columns / sizeof *columns; k++)
        write_cell(out, schema_string(node, columns[k]));
    buffer_add_char(out, '\n');
}

static void write_members(struct buffer *out, struct buffer *path,
    const struct schema_node *node, const struct level_above *above);

/* A member and those below it, its name added to the path meanwhile. */
static void write_member(struct buffer *out, struct buffer *path,
    const char *name, const struct schema_node *node,
    const struct level_above *above)
{
    size_t length = path->length;

    if (!node || name[0] == '$')        /* JSON Schema's own */
        return;
    if (length && name[0] != '[')
        buffer_add_char(path, '.');
    buffer_add_string(path, name);
    if (name[0] != '[')
        write_row(out, path, node);
    write_members(out, path, node, above);
    buffer_cut(path, length);
}

static void write_members(struct buffer *out, struct buffer *path,
    const struct schema_node *node, const struct level_above *above)
{
    struct level_above level = { node, above };

    if (is_above(above, node))
        return;
    for (size_t k = 0; k < schema_member_count(node); k++) {
        const struct schema_member *member = schema_members(node, k);
        write_member(out, path, member->name, member->node, &level);
    }
    write_member(out, path, "[]", schema_items(node), &level);
    write_member(out, path, "*", schema_additional(node), &level);
}

bool schema_print_markdown(const struct resources *resources,
    const char *edition, struct buffer *out, struct findings *findings)
{
    struct edition *loaded = edition_load(resources, edition, findings);
    struct buffer path = BUFFER_EMPTY;

    if (!loaded)
        return false;
    const struct schema_node *root = schema_root(loaded->schema);
    const char *title = schema_string(root, "title");
    buffer_printf(out, "# %s (%s)\n\n", title ? title : "jixiao", edition);
    if (schema_string(root, "description"))
        buffer_printf(out, "%s\n\n", schema_string(root, "description"));
    buffer_add_string(out,
        "| 成员 | 名称 | 类型 | 单位 | 空白时 | 表中位置 | 说明 |\n"
        "|---|---|---|---|---|---|---|\n");
    write_members(out, &path, root, NULL);
    bool good = !path.failed && !out->failed;
    if (!good)
        findings_out_of_memory(findings);
    buffer_free(&path);
    edition_free(loaded);
    return good;
}
