/*
 * jixiao_schema(): the JSON Schema of an edition as one document, and
 * jixiao_members(): what it lets a data file hold.
 */

#include <cjson/cJSON.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "library/handles.h"

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

static char *print_bundled(struct bundling *bundling)
{
    char *text = NULL;

    bundling->root = load_document(bundling, "submission.schema.json");
    if (!bundling->root)
        return NULL;
    bundling->documents = cJSON_GetObjectItemCaseSensitive(bundling->root,
        "$defs");
    if (!bundling->documents)
        bundling->documents = cJSON_AddObjectToObject(bundling->root, "$defs");
    if (bundling->documents && bundle_below(bundling, bundling->root)) {
        text = cJSON_Print(bundling->root);
        if (!text)
            findings_out_of_memory(bundling->findings);
    }
    cJSON_Delete(bundling->root);
    return text;
}

char *jixiao_schema(struct jixiao *jixiao, const char *edition,
    struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);
    struct buffer name = BUFFER_EMPTY;
    char *text = NULL;

    if (edition_choose(&jixiao->resources, edition, &name, list))
        text = print_bundled(&(struct bundling){ &jixiao->resources,
            buffer_string(&name), NULL, NULL, list });
    buffer_free(&name);
    return text;
}

/* An edition has some hundred members; those that double at every level come to
 * this. */
#define MEMBERS_MAX 100000

/* Going over the members, from the root on. */
struct walk {
    jixiao_member_visitor *visit;
    void *user;
    struct buffer path;
    size_t count;
};

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

static const char *type_of(const struct schema_node *node)
{
    const char *type = schema_string(node, "x-type");

    if (type)
        return type;
    if (schema_items(node))
        return "list";
    return schema_additional(node) ? "map" : "object";
}

static void show(struct walk *walk, const struct schema_node *node)
{
    walk->visit(walk->user, &(struct jixiao_member){
        .path = buffer_string(&walk->path),
        .title = schema_string(node, "title"),
        .description = schema_string(node, "description"),
        .type = type_of(node),
        .unit = schema_string(node, "x-unit"),
        .asked = schema_string(node, "x-asked"),
        .place = schema_string(node, "x-form") });
}

static void visit_members(struct walk *walk, const struct schema_node *node,
    const struct level_above *above);

/* A member and those below it, its name added to the path meanwhile. */
static void visit_member(struct walk *walk, const char *name,
    const struct schema_node *node, const struct level_above *above)
{
    size_t length = walk->path.length;

    if (!node || name[0] == '$')        /* JSON Schema's own */
        return;
    if (walk->count++ >= MEMBERS_MAX)
        return;
    if (length && name[0] != '[')
        buffer_add_char(&walk->path, '.');
    buffer_add_string(&walk->path, name);
    if (name[0] != '[')
        show(walk, node);
    visit_members(walk, node, above);
    buffer_cut(&walk->path, length);
}

static void visit_members(struct walk *walk, const struct schema_node *node,
    const struct level_above *above)
{
    struct level_above level = { node, above };

    if (is_above(above, node))
        return;
    for (size_t k = 0; k < schema_member_count(node); k++) {
        const struct schema_member *member = schema_members(node, k);
        visit_member(walk, member->name, member->node, &level);
    }
    visit_member(walk, "[]", schema_items(node), &level);
    visit_member(walk, "*", schema_additional(node), &level);
}

bool jixiao_members(struct jixiao *jixiao, const char *edition,
    jixiao_member_visitor *visit, void *user,
    struct jixiao_findings *findings)
{
    struct walk walk = { visit, user, BUFFER_EMPTY, 0 };
    const struct edition *found = jixiao_find_edition(jixiao, edition,
        findings_inside(findings));

    if (!found)
        return false;
    const struct schema_node *root = schema_root(found->schema);
    show(&walk, root);
    visit_members(&walk, root, NULL);
    bool good = !walk.path.failed && walk.count <= MEMBERS_MAX;
    if (walk.path.failed)
        jixiao_findings_out_of_memory(findings);
    else if (!good)
        findings_add(findings_inside(findings), CATALOGUE_MEMBERS_ENDLESS,
            (struct place){ 0, 0 }, NULL, NULL);
    buffer_free(&walk.path);
    return good;
}
