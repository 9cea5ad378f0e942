/*
 * The values of a page model by their tags, its attachments by their lines.
 */

#include "13_pull/page_model.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "0_base/list.h"
#include "0_base/xml.h"
#include "13_pull/page_model_words.h"
#include "3_transform/submission.h"

struct attachment {
    size_t first, count;        /* of its lines */
    size_t own, found;          /* lines that it alone has; those of a file */
    bool chosen;
};

/* The attachment that has a line; WORDING_NONE: several have. */
struct owner {
    size_t attachment;
    size_t seen;                /* by so many-th file last */
};

struct model {
    struct id_map tags;
    struct id_map quotes;       /* of texts and the values that are in them */
    struct model_value *values;
    size_t value_count, value_room;
    struct attachment *attachments;
    size_t attachment_count, attachment_room;
    struct wording words;       /* of all attachments */
    struct id_map keys;         /* of the lines */
    struct owner *owners;       /* by their numbers */
    size_t files;               /* compared so far */
};

/* --- its values ---------------------------------------------------------- */

static uint64_t key_of(const char *tag)
{
    return id_map_text(tag, strlen(tag));
}

static uint64_t key_of_quote(const char *text, const char *value)
{
    return id_map_chain(key_of(text), key_of(value));
}

static bool is_in_title(xmlNodePtr element)
{
    while (element && !xml_is(element, "title"))
        element = element->parent;
    return element != NULL;
}

static bool add_value(struct model *model, xmlNodePtr element,
    xmlNodePtr form)
{
    const char *tag = node_attribute(element, "tag");
    uint32_t id;

    if (!tag)
        return true;
    struct model_value *values = id_map_list(&model->tags, key_of(tag),
        model->values, &model->value_room, sizeof *values, &id);
    if (!values)
        return false;
    model->values = values;
    struct model_value *value = &values[id];
    bool in_title = value->in_title || is_in_title(element);
    if (id == model->value_count) {
        model->value_count++;
        *value = (struct model_value){ .tag = tag, .element = element,
            .src = node_attribute(element, "src"), .form = form };
    } else if (value->form != form) {
        value->form = NULL;
    }
    value->in_title = in_title;
    return true;
}

static bool add_quote(struct model *model, const char *text,
    const char *value)
{
    uint32_t id;

    return !text || !value
        || id_map_add(&model->quotes, key_of_quote(text, value), &id);
}

/* The values in an element of an attachment, which may be in a text with a
 * tag. */
static bool collect(struct model *model, xmlNodePtr form, xmlNodePtr parent,
    const char *text)
{
    for (xmlNodePtr node = parent->children; node; node = node->next) {
        const char *around = text;
        if (node->type != XML_ELEMENT_NODE || model_is_unprinted(node))
            continue;
        if (xml_is(node, "value")) {
            around = node_attribute(node, "tag");
            if (!add_value(model, node, form)
                || !add_quote(model, text, around))
                return false;
        }
        if (!collect(model, form, node, around))
            return false;
    }
    return true;
}

static bool add_attachment(struct model *model, xmlNodePtr element)
{
    struct attachment *list = list_room(model->attachments,
        model->attachment_count, &model->attachment_room, sizeof *list);
    size_t first = model->words.line_count;

    if (!list)
        return false;
    model->attachments = list;
    model_add_words(element, &model->words);
    list[model->attachment_count++] = (struct attachment){ .first = first,
        .count = model->words.line_count - first };
    return !model->words.failed && collect(model, element, element, NULL);
}

/* Which attachment has which lines, and how many of its own. */
static bool own_lines(struct model *model)
{
    model->owners = calloc(model->words.line_count + 1,
        sizeof *model->owners);
    for (size_t k = 0; model->owners && k < model->attachment_count; k++) {
        const struct attachment *one = &model->attachments[k];
        for (size_t n = one->first; n < one->first + one->count; n++) {
            uint32_t id, before = model->keys.count;
            if (!id_map_add(&model->keys, model->words.lines[n].key, &id))
                return false;
            if (id >= before)
                model->owners[id] = (struct owner){ k, 0 };
            else if (model->owners[id].attachment != k)
                model->owners[id].attachment = WORDING_NONE;
        }
    }
    for (uint32_t id = 0; model->owners && id < model->keys.count; id++)
        if (model->owners[id].attachment != WORDING_NONE)
            model->attachments[model->owners[id].attachment].own++;
    return model->owners != NULL;
}

struct model *model_new(xmlDocPtr documents, struct findings *findings)
{
    xmlNodePtr root = xmlDocGetRootElement(documents);
    struct model *model = calloc(1, sizeof *model);
    bool good = model != NULL;

    if (good)
        wording_begin(&model->words);
    for (xmlNodePtr node = root->children; good && node; node = node->next)
        good = !xml_is(node, "attachment") || add_attachment(model, node);
    if (!good || !own_lines(model)) {
        findings_out_of_memory(findings);
        model_free(model);
        return NULL;
    }
    return model;
}

void model_free(struct model *model)
{
    if (!model)
        return;
    id_map_free(&model->tags);
    id_map_free(&model->quotes);
    free(model->values);
    free(model->attachments);
    wording_free(&model->words);
    id_map_free(&model->keys);
    free(model->owners);
    free(model);
}

const struct model_value *model_find(const struct model *model,
    const char *tag)
{
    uint32_t id;

    return id_map_find(&model->tags, key_of(tag), &id)
        && strcmp(model->values[id].tag, tag) == 0
        ? &model->values[id] : NULL;
}

bool model_quotes(const struct model *model, const char *text,
    const char *value)
{
    uint32_t id;

    return id_map_find(&model->quotes, key_of_quote(text, value), &id);
}

size_t model_count(const struct model *model)
{
    return model->value_count;
}

const struct model_value *model_get(const struct model *model, size_t k)
{
    return &model->values[k];
}

size_t model_number(const struct model *model, const struct model_value *value)
{
    return (size_t)(value - model->values);
}

const struct wording *model_words(const struct model *model)
{
    return &model->words;
}

/* --- those that a file has ------------------------------------------------ */

/* How many lines that an attachment alone has are there, each of them once. */
static void count_found(struct model *model, const struct wording *returned)
{
    uint32_t id;

    model->files++;
    for (size_t k = 0; k < model->attachment_count; k++)
        model->attachments[k].found = 0;
    for (size_t k = 0; k < returned->line_count; k++) {
        struct owner *owner = id_map_find(&model->keys,
            returned->lines[k].key, &id) ? &model->owners[id] : NULL;
        if (!owner || owner->attachment == WORDING_NONE
            || owner->seen == model->files)
            continue;
        owner->seen = model->files;
        model->attachments[owner->attachment].found++;
    }
}

/* Marks the attachments that are there; how many lines they have. */
static size_t choose(struct model *model)
{
    struct attachment *best = NULL;
    size_t lines = 0;

    for (size_t k = 0; k < model->attachment_count; k++) {
        struct attachment *one = &model->attachments[k];
        one->chosen = one->found > 0 && 2 * one->found >= one->own;
        if (one->found > 0 && (!best
                || one->found * best->own > best->found * one->own))
            best = one;
    }
    if (best)
        best->chosen = true;
    for (size_t k = 0; k < model->attachment_count; k++)
        lines += model->attachments[k].chosen ? model->attachments[k].count
            : 0;
    return lines;
}

bool model_expect(struct model *model, const struct wording *returned,
    struct line **lines, size_t *count)
{
    count_found(model, returned);
    size_t most = returned->control_count > 0 ? choose(model) : 0;
    *count = 0;
    *lines = calloc(most + 1, sizeof **lines);
    if (!*lines)
        return false;
    for (size_t k = 0; most > 0 && k < model->attachment_count; k++) {
        const struct attachment *one = &model->attachments[k];
        if (!one->chosen || one->count == 0)
            continue;
        memcpy(*lines + *count, model->words.lines + one->first,
            one->count * sizeof **lines);
        *count += one->count;
    }
    return true;
}
