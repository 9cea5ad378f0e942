/*
 * Texts whose references lead through entries that have another name now.
 */

#include "13_pull/renamed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/json_string.h"
#include "2_schema/target.h"
#include "3_transform/children.h"
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
    uint32_t number;            /* of that name in its list */
    bool is_shared;             /* another entry of the list has it */
    size_t count, left;         /* of its references: written with the name,
                                   and not */
};

struct following {
    struct edits *edits;
    const struct pull_source *source;
    struct findings *findings;
    struct renaming *list;
    struct id_map entries;      /* by their addresses: numbers in the list */
    struct id_map names;        /* new ones, with the lists that they are in */
    size_t *holders;            /* of each: how many entries are called so */
    bool conflicts;             /* the text that is looked at is edited in two
                                   ways, and stays as it is */
    const struct renaming *last;        /* in that text */
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
            edit->file, name, 0, false, 0, 0 };
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

static void count_holder(struct following *following,
    struct renaming *renaming)
{
    const char *name = renaming->name->valuestring;
    uint64_t key = id_map_chain((uintptr_t)renaming->entry->parent,
        id_map_text(name, strlen(name)));

    if (id_map_add(&following->names, key, &renaming->number))
        following->holders[renaming->number]++;
    else
        following->failed = true;
}

/* By a name that two entries have, a reference leads to one of them only. */
static bool is_shared(const struct following *following,
    const struct renaming *renaming)
{
    const char *name = renaming->name->valuestring;
    xmlNodePtr other = child_called(renaming->entry->parent, name,
        strlen(name));

    return following->holders[renaming->number] > 1
        || (other && !find_renaming(following, other));
}

static void find_shared(struct following *following)
{
    size_t count = following->entries.count;

    for (size_t k = 0; !following->failed && k < count; k++)
        count_holder(following, &following->list[k]);
    for (size_t k = 0; !following->failed && k < count; k++)
        following->list[k].is_shared = is_shared(following,
            &following->list[k]);
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
        if (renaming && !renaming->is_shared && !following->conflicts) {
            path_add_name(out, renaming->name->valuestring);
            renaming->count++;
            following->last = renaming;
        } else {
            buffer_add(out, path + at, length);
            if (renaming)
                renaming->left++;
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
        edits_rewrite(following->edits, &(struct edit){ .src = src,
            .shown = src, .file = following->last->file,
            .words = (char *)buffer_string(text),
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
    following->conflicts = edit && edit->conflicts;
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
    const struct renaming *renaming, enum catalogue id, size_t number)
{
    char count[24];

    if (number == 0)
        return;
    snprintf(count, sizeof count, "%zu", number);
    findings_set_file(following->findings, renaming->file);
    findings_add(following->findings, id, nowhere, renaming->src,
        "old", node_attribute(renaming->entry, "key"),
        "found", renaming->name->valuestring, "count", count, NULL);
}

static void finish(struct following *following)
{
    for (size_t k = 0; k < following->entries.count; k++) {
        const struct renaming *renaming = &following->list[k];
        report(following, renaming, CATALOGUE_PULL_RENAMED, renaming->count);
        report(following, renaming, renaming->is_shared
                ? CATALOGUE_PULL_RENAMED_SHARED
                : CATALOGUE_PULL_RENAMED_CONFLICT, renaming->left);
        cJSON_Delete(renaming->name);
    }
    id_map_free(&following->entries);
    id_map_free(&following->names);
    free(following->holders);
    free(following->list);
}

bool renamed_follow(struct edits *edits, const struct pull_source *source,
    struct findings *findings)
{
    struct following following = { .edits = edits, .source = source,
        .findings = findings,
        .list = calloc(edits->count + 1, sizeof *following.list),
        .holders = calloc(edits->count + 1, sizeof *following.holders) };

    following.failed = !following.list || !following.holders;
    for (size_t k = 0; !following.failed && k < edits->count; k++)
        note_renaming(&following, &edits->list[k]);
    find_shared(&following);
    if (following.entries.count > 0 && !following.failed)
        follow_all(&following, xmlDocGetRootElement(source->submission));
    finish(&following);
    return !following.failed && !edits->failed;
}
