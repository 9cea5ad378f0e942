/*
 * Texts whose references lead through entries that have another name now.
 */

#include "13_pull/renamed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/json_string.h"
#include "2_schema/target.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"
#include "5_references/notation.h"
#include "5_references/path.h"

static const struct place nowhere = { 0, 0 };

/* An entry, and what it is called now. */
struct renaming {
    xmlNodePtr entry;
    const char *src, *file;     /* of the edit of its name */
    cJSON *name;
    size_t count;               /* of its references */
};

struct following {
    struct edits *edits;
    const struct pull_source *source;
    struct findings *findings;
    struct renaming *list;
    struct id_map entries;      /* by their addresses: numbers in the list */
    const struct renaming *last;        /* in the text that is looked at */
    bool failed;
};

/* --- which entries -------------------------------------------------------- */

/* Whether a leaf is the member that names its entry. */
static bool is_name(struct following *following, xmlNodePtr leaf)
{
    const struct pull_source *source = following->source;
    xmlNodePtr list = leaf->parent ? leaf->parent->parent : NULL;
    const char *src = list && list->type == XML_ELEMENT_NODE
        ? node_attribute(list, "src") : NULL;
    struct target target;

    if (!src || !node_attribute(leaf->parent, "key"))
        return false;
    bool good = target_find(source->json, source->schema, src, &target);
    const char *key = good && target.node
        ? schema_string(target.node, "x-key") : NULL;
    following->failed = following->failed || !good;
    return key && strcmp(key, (const char *)leaf->name) == 0;
}

static void note_renaming(struct following *following,
    const struct edit *edit)
{
    xmlNodePtr leaf = edit->conflicts ? NULL
        : where_find(following->source->submission, edit->src);

    if (!leaf || !is_name(following, leaf))
        return;
    cJSON *name = cJSON_Parse(edit->literal);
    uint32_t id;
    if (cJSON_IsString(name) && *name->valuestring
        && id_map_add(&following->entries, (uintptr_t)leaf->parent, &id)) {
        following->list[id] = (struct renaming){ leaf->parent, edit->src,
            edit->file, name, 0 };
    } else {
        following->failed = following->failed || !name
            || (cJSON_IsString(name) && *name->valuestring);
        cJSON_Delete(name);
    }
}

static struct renaming *find_renaming(const struct following *following,
    xmlNodePtr entry)
{
    uint32_t id;

    return id_map_find(&following->entries, (uintptr_t)entry, &id)
        ? &following->list[id] : NULL;
}

/* --- references ----------------------------------------------------------- */

static void add_path(struct following *following, xmlNodePtr leaf,
    const char *path, struct buffer *out)
{
    size_t done = 0, at = 0, length;
    xmlNodePtr entry;

    while ((entry = path_keyed(path, leaf, &at, &length)) != NULL) {
        struct renaming *renaming = find_renaming(following, entry);
        buffer_add(out, path + done, at - done);
        if (renaming) {
            path_add_name(out, renaming->name->valuestring);
            renaming->count++;
            following->last = renaming;
        } else {
            buffer_add(out, path + at, length);
        }
        done = at += length;
    }
    buffer_add_string(out, path + done);
}

/* What is between braces, its path as it is to be. */
static void add_reference(struct following *following, xmlNodePtr leaf,
    const char *begin, size_t length, struct buffer *out)
{
    char *source = strndup(begin, length), *notations;
    char *path = source ? reference_split(source, &notations) : NULL;

    if (path) {
        size_t before = (size_t)(path - source), end = before + strlen(path);
        buffer_add(out, begin, before);
        add_path(following, leaf, path, out);
        buffer_add(out, begin + end, length - end);
    }
    following->failed = following->failed || !source;
    free(source);
}

static void add_text(struct following *following, xmlNodePtr leaf,
    const char *source, struct buffer *out)
{
    const char *from = source, *at, *closing;

    while ((at = reference_next(source, from, &closing)) != NULL) {
        at += strlen(REFERENCE_OPENING);
        buffer_add(out, from, (size_t)(at - from));
        add_reference(following, leaf, at, (size_t)(closing - at), out);
        from = closing;
    }
    buffer_add_string(out, from);
}

/* --- texts ---------------------------------------------------------------- */

static void put(struct following *following, const char *src,
    const struct buffer *text)
{
    struct buffer literal = BUFFER_EMPTY;

    json_string_add(buffer_string(text), &literal);
    if (literal.failed)
        following->failed = true;
    else
        edits_put(following->edits, &(struct edit){ .src = src, .shown = src,
            .file = following->last->file, .words = (char *)buffer_string(text),
            .literal = (char *)buffer_string(&literal) });
    buffer_free(&literal);
}

/* The text as it is to be, or as it is. */
static void follow_text(struct following *following, xmlNodePtr leaf)
{
    const char *src = node_attribute(leaf, "src");
    const struct edit *edit = src ? edits_find(following->edits, src) : NULL;
    cJSON *edited = edit && !edit->conflicts ? cJSON_Parse(edit->literal)
        : NULL;
    const char *source = cJSON_GetStringValue(edited ? edited
        : src ? json_at(following->source->json, src) : NULL);
    struct buffer text = BUFFER_EMPTY;

    following->last = NULL;
    if (source && strstr(source, REFERENCE_OPENING))
        add_text(following, leaf, source, &text);
    if (following->last && !text.failed)
        put(following, src, &text);
    following->failed = following->failed || text.failed;
    buffer_free(&text);
    cJSON_Delete(edited);
}

static void follow_all(struct following *following, xmlNodePtr node)
{
    enum value_type type;

    if (node_value_type(node, &type)) {
        if (type == VALUE_TEXT)
            follow_text(following, node);
        return;
    }
    for (xmlNodePtr child = xmlFirstElementChild(node);
        child && !following->failed; child = xmlNextElementSibling(child))
        follow_all(following, child);
}

static void report(const struct following *following,
    const struct renaming *renaming)
{
    char count[24];

    if (renaming->count == 0)
        return;
    snprintf(count, sizeof count, "%zu", renaming->count);
    findings_set_file(following->findings, renaming->file);
    findings_add(following->findings, CATALOGUE_PULL_RENAMED, nowhere,
        renaming->src, "old", node_attribute(renaming->entry, "key"),
        "found", renaming->name->valuestring, "count", count, NULL);
}

bool renamed_follow(struct edits *edits, const struct pull_source *source,
    struct findings *findings)
{
    struct following following = { .edits = edits, .source = source,
        .findings = findings,
        .list = calloc(edits->count + 1, sizeof *following.list) };

    following.failed = !following.list;
    for (size_t k = 0; !following.failed && k < edits->count; k++)
        note_renaming(&following, &edits->list[k]);
    if (following.entries.count > 0 && !following.failed)
        follow_all(&following, xmlDocGetRootElement(source->submission));
    for (size_t k = 0; k < following.entries.count; k++) {
        report(&following, &following.list[k]);
        cJSON_Delete(following.list[k].name);
    }
    id_map_free(&following.entries);
    free(following.list);
    return !following.failed && !edits->failed;
}
