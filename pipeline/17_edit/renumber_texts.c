/*
 * Texts whose references lead to other numbers by now, rewritten.
 */

#include "17_edit/renumber_texts.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/json_string.h"
#include "0_base/list.h"
#include "17_edit/renumber.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"
#include "5_references/notation.h"
#include "5_references/path.h"

struct rewriting {
    struct json_span span;      /* in the text before any is written */
    struct buffer literal;
};

struct texts {
    struct editing *editing;
    const struct json *json;    /* of the data now */
    struct findings *findings;
    struct rewriting *list;
    size_t count, room;
};

/* --- references ----------------------------------------------------------- */

/* Whether an entry was taken out itself, and not with what is around it. */
static bool is_taken_out(const struct texts *texts, xmlNodePtr entry)
{
    const char *list = node_attribute(entry->parent, "src");
    struct buffer aside = BUFFER_EMPTY;
    bool is = list && renumber_pointer(texts->editing, list, &aside);

    buffer_free(&aside);
    return is;
}

static bool refuse(struct texts *texts, xmlNodePtr leaf)
{
    struct buffer where = BUFFER_EMPTY;

    where_print(leaf, &where);
    findings_add(texts->findings, CATALOGUE_EDIT_REFERRED,
        (struct place){ 0, 0 }, node_attribute(leaf, "src"),
        "where", buffer_string(&where), NULL);
    texts->editing->failed = texts->editing->failed || where.failed;
    buffer_free(&where);
    return false;
}

/* Appends the digits of an entry; false: it is gone. */
static bool add_number(struct texts *texts, xmlNodePtr entry,
    const char *digits, size_t length, struct buffer *out)
{
    const char *pointer = node_attribute(entry, "src");
    struct buffer now = BUFFER_EMPTY;
    bool is_there = pointer
        && renumber_pointer(texts->editing, pointer, &now);
    const char *slash = is_there ? strrchr(buffer_string(&now), '/') : NULL;

    if (slash)
        buffer_add_string(out, slash + 1);
    else
        buffer_add(out, digits, length);
    out->failed = out->failed || now.failed;
    buffer_free(&now);
    return is_there || !pointer || !is_taken_out(texts, entry);
}

static bool add_path(struct texts *texts, xmlNodePtr leaf, const char *path,
    struct buffer *out)
{
    size_t done = 0, at = 0, length;
    xmlNodePtr entry;

    while ((entry = path_numbered(path, leaf, &at, &length)) != NULL) {
        buffer_add(out, path + done, at - done);
        if (!add_number(texts, entry, path + at, length, out))
            return refuse(texts, leaf);
        done = at += length;
    }
    buffer_add_string(out, path + done);
    return true;
}

/* Appends what is between braces, its path as it is now. */
static bool add_reference(struct texts *texts, xmlNodePtr leaf,
    const char *begin, size_t length, struct buffer *out)
{
    char *source = strndup(begin, length), *notations;
    char *path = source ? reference_split(source, &notations) : NULL;
    bool good = path != NULL;

    out->failed = out->failed || !source;
    if (good) {
        size_t before = (size_t)(path - source), end = before + strlen(path);
        buffer_add(out, begin, before);
        good = add_path(texts, leaf, path, out);
        buffer_add(out, begin + end, length - end);
    }
    free(source);
    return good;
}

static bool add_text(struct texts *texts, xmlNodePtr leaf,
    const char *source, struct buffer *out)
{
    const char *from = source, *at, *closing;
    bool good = true;

    while (good && (at = reference_next(source, from, &closing)) != NULL) {
        at += strlen(REFERENCE_OPENING);
        buffer_add(out, from, (size_t)(at - from));
        good = add_reference(texts, leaf, at, (size_t)(closing - at), out);
        from = closing;
    }
    buffer_add_string(out, from);
    return good;
}

/* --- texts ---------------------------------------------------------------- */

/* The text where it is by now; NULL where it is gone, or another one. */
static const cJSON *find_now(const struct texts *texts, const char *pointer,
    const char *source)
{
    struct buffer now = BUFFER_EMPTY;
    const cJSON *value = renumber_pointer(texts->editing, pointer, &now)
        ? json_at(texts->json, buffer_string(&now)) : NULL;
    const char *text = cJSON_GetStringValue(value);

    texts->editing->failed = texts->editing->failed || now.failed;
    buffer_free(&now);
    return text && strcmp(text, source) == 0 ? value : NULL;
}

static bool note(struct texts *texts, const cJSON *value,
    const struct buffer *text)
{
    struct rewriting *list = list_room(texts->list, texts->count,
        &texts->room, sizeof *list);

    if (list) {
        texts->list = list;
        list += texts->count++;
        *list = (struct rewriting){ json_span(texts->json, value),
            BUFFER_EMPTY };
        json_string_add(buffer_string(text), &list->literal);
    }
    texts->editing->failed = texts->editing->failed || !list
        || list->literal.failed;
    return !texts->editing->failed;
}

static bool read_text(struct texts *texts, xmlNodePtr leaf)
{
    const char *pointer = node_attribute(leaf, "src");
    const char *source = pointer ? cJSON_GetStringValue(json_at(
        texts->editing->given, pointer)) : NULL;
    bool refers = source && strstr(source, REFERENCE_OPENING);
    const cJSON *value = refers ? find_now(texts, pointer, source) : NULL;
    struct buffer text = BUFFER_EMPTY;

    bool good = !value || add_text(texts, leaf, source, &text);
    texts->editing->failed = texts->editing->failed || text.failed;
    good = good && !texts->editing->failed;
    if (good && value && strcmp(buffer_string(&text), source) != 0)
        good = note(texts, value, &text);
    buffer_free(&text);
    return good;
}

static bool read_all(struct texts *texts, xmlNodePtr node)
{
    enum value_type type;
    bool good = true;

    if (node_value_type(node, &type))
        return type != VALUE_TEXT || read_text(texts, node);
    for (xmlNodePtr child = xmlFirstElementChild(node); good && child;
        child = xmlNextElementSibling(child))
        good = read_all(texts, child);
    return good;
}

/* --- written -------------------------------------------------------------- */

static int compare(const void *left, const void *right)
{
    size_t a = ((const struct rewriting *)left)->span.start;
    size_t b = ((const struct rewriting *)right)->span.start;

    return a < b ? 1 : a > b ? -1 : 0;
}

/* From the last one on: those in front of it stay where they are. */
static bool write_all(struct texts *texts)
{
    bool good = true;

    if (texts->count > 1)
        qsort(texts->list, texts->count, sizeof *texts->list, compare);
    for (size_t k = 0; good && k < texts->count; k++) {
        const struct rewriting *one = &texts->list[k];
        good = editing_replace(texts->editing, one->span.start,
            one->span.end - one->span.start, buffer_string(&one->literal),
            one->literal.length);
    }
    return good;
}

bool renumber_texts(struct editing *editing, xmlDocPtr submission,
    struct findings *findings)
{
    struct texts texts = { .editing = editing, .findings = findings };

    if (editing->move_count == 0 || !submission)
        return true;
    texts.json = editing_json(editing);
    bool good = texts.json && read_all(&texts,
        xmlDocGetRootElement(submission)) && write_all(&texts);
    for (size_t k = 0; k < texts.count; k++)
        buffer_free(&texts.list[k].literal);
    free(texts.list);
    return good;
}
