#include "9_bundle/contents.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/buffer.h"
#include "3_transform/submission.h"

#define SET_NAMESPACE "urn:jixiao:set:1"

/* A printed value: its source, and the attachment that it stands in. */
struct printed {
    const char *src;
    xmlNodePtr value, attachment;
    size_t order;               /* of the attachment */
};

/* All printed values, by source and then attachment. */
struct index {
    struct printed *list;
    size_t count, capacity;
};

/* The tree being made; failed is sticky. */
struct writer {
    const struct contents *contents;
    struct index index;
    xmlNodePtr root;
    bool failed;
};

static xmlNodePtr add_element(struct writer *writer, xmlNodePtr parent,
    const char *name, const char *text)
{
    xmlNodePtr element = parent
        ? xmlNewTextChild(parent, parent->ns, BAD_CAST name, BAD_CAST text)
        : NULL;

    if (!element)
        writer->failed = true;
    return element;
}

static void add_attribute(struct writer *writer, xmlNodePtr element,
    const char *name, const char *value)
{
    if (value && element
        && !xmlNewNsProp(element, NULL, BAD_CAST name, BAD_CAST value))
        writer->failed = true;
}

static void copy_attribute(struct writer *writer, xmlNodePtr to,
    xmlNodePtr from, const char *name)
{
    add_attribute(writer, to, name, node_attribute(from, name));
}

static void add_number(struct writer *writer, xmlNodePtr element,
    const char *name, size_t number)
{
    char text[24];

    snprintf(text, sizeof text, "%zu", number);
    add_attribute(writer, element, name, text);
}

/* The files of an attachment, or of the whole set, below their element. */
static void add_files(struct writer *writer, xmlNodePtr parent,
    xmlNodePtr attachment)
{
    for (size_t k = 0; k < writer->contents->file_count; k++) {
        const struct contents_file *file = &writer->contents->files[k];
        if (file->attachment != attachment)
            continue;
        xmlNodePtr element = add_element(writer, parent, "file", NULL);
        add_attribute(writer, element, "format", format_name(file->format));
        add_attribute(writer, element, "name", file->name);
        add_number(writer, element, "size", file->size);
    }
}

static bool has_whole(const struct contents *contents)
{
    for (size_t k = 0; k < contents->file_count; k++)
        if (!contents->files[k].attachment)
            return true;
    return false;
}

static void add_attachments(struct writer *writer)
{
    xmlNodePtr attachment = xmlFirstElementChild(
        xmlDocGetRootElement(writer->contents->documents));

    if (has_whole(writer->contents))
        add_files(writer, add_element(writer, writer->root, "whole", NULL),
            NULL);
    for (; attachment; attachment = xmlNextElementSibling(attachment)) {
        xmlNodePtr element = add_element(writer, writer->root, "attachment",
            NULL);
        copy_attribute(writer, element, attachment, "id");
        copy_attribute(writer, element, attachment, "kind");
        copy_attribute(writer, element, attachment, "name");
        add_files(writer, element, attachment);
    }
}

static int compare_printed(const void *left, const void *right)
{
    const struct printed *a = left;
    const struct printed *b = right;
    int order = strcmp(a->src, b->src);

    return order ? order : (a->order > b->order) - (a->order < b->order);
}

static bool index_add(struct index *index, const struct printed *printed)
{
    if (index->count == index->capacity) {
        size_t capacity = index->capacity ? index->capacity * 2 : 1024;
        struct printed *list = realloc(index->list, capacity * sizeof *list);
        if (!list)
            return false;
        index->list = list;
        index->capacity = capacity;
    }
    index->list[index->count++] = *printed;
    return true;
}

static bool index_below(struct index *index, xmlNodePtr node,
    struct printed printed)
{
    bool good = true;

    for (xmlNodePtr child = xmlFirstElementChild(node); good && child;
        child = xmlNextElementSibling(child)) {
        if (strcmp((const char *)child->name, "value") == 0) {
            printed.value = child;
            printed.src = node_attribute(child, "src");
            good = !printed.src || index_add(index, &printed);
        }
        good = good && index_below(index, child, printed);
    }
    return good;
}

static bool index_documents(struct index *index, xmlDocPtr documents)
{
    xmlNodePtr attachment = xmlFirstElementChild(
        xmlDocGetRootElement(documents));
    bool good = true;

    for (size_t order = 0; good && attachment;
        attachment = xmlNextElementSibling(attachment), order++)
        good = index_below(index, attachment,
            (struct printed){ .attachment = attachment, .order = order });
    if (good && index->count)
        qsort(index->list, index->count, sizeof *index->list,
            compare_printed);
    return good;
}

/* The first value whose source is not before the text. */
static size_t index_find(const struct index *index, const char *text)
{
    size_t low = 0, high = index->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(index->list[middle].src, text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void add_in(struct writer *writer, xmlNodePtr finding,
    const struct printed *printed, bool with_tag)
{
    const char *id = node_attribute(printed->attachment, "id");

    for (xmlNodePtr in = xmlFirstElementChild(finding); in;
        in = xmlNextElementSibling(in))
        if (strcmp(node_attribute(in, "attachment"), id) == 0)
            return;
    xmlNodePtr in = add_element(writer, finding, "in", NULL);
    add_attribute(writer, in, "attachment", id);
    if (with_tag)
        copy_attribute(writer, in, printed->value, "tag");
}

/* Where the value itself is printed, then where one below it is. */
static void add_whereabouts(struct writer *writer, xmlNodePtr finding,
    const char *pointer)
{
    const struct index *index = &writer->index;
    struct buffer below = BUFFER_EMPTY;
    size_t k = index_find(index, pointer);

    for (; k < index->count && strcmp(index->list[k].src, pointer) == 0; k++)
        add_in(writer, finding, &index->list[k], true);
    buffer_printf(&below, "%s/", pointer);
    k = index_find(index, buffer_string(&below));
    for (; k < index->count && strncmp(index->list[k].src,
        buffer_string(&below), below.length) == 0; k++)
        add_in(writer, finding, &index->list[k], false);
    writer->failed = writer->failed || below.failed;
    buffer_free(&below);
}

static void add_finding(struct writer *writer, const struct finding *finding)
{
    xmlNodePtr element = add_element(writer, writer->root, "finding", NULL);

    add_attribute(writer, element, "code", finding->code);
    add_attribute(writer, element, "level",
        level_name(finding->level, LANGUAGE_EN));
    add_attribute(writer, element, "file", writer->contents->data);
    if (finding->place.line) {
        add_number(writer, element, "line", finding->place.line);
        add_number(writer, element, "column", finding->place.column);
    }
    add_attribute(writer, element, "pointer", finding->pointer);
    if (finding->pointer && *finding->pointer)
        add_whereabouts(writer, element, finding->pointer);
    add_element(writer, element, "sentence", finding->text[LANGUAGE_ZH]);
    if (finding->basis && *finding->basis)
        add_element(writer, element, "basis", finding->basis);
    if (finding->answer)
        add_element(writer, element, "answer", finding->answer);
}

static bool begin(struct writer *writer, xmlDocPtr doc)
{
    const struct contents *contents = writer->contents;
    xmlNodePtr documents = xmlDocGetRootElement(contents->documents);

    writer->root = xmlNewDocNode(doc, NULL, BAD_CAST "set", NULL);
    if (!writer->root)
        return false;
    xmlDocSetRootElement(doc, writer->root);
    xmlNsPtr namespace = xmlNewNs(writer->root, BAD_CAST SET_NAMESPACE, NULL);
    if (!namespace)
        return false;
    xmlSetNs(writer->root, namespace);
    copy_attribute(writer, writer->root, documents, "title");
    copy_attribute(writer, writer->root, documents, "edition");
    add_attribute(writer, writer->root, "data", contents->data);
    add_attribute(writer, writer->root, "sha256", contents->digest);
    add_attribute(writer, writer->root, "program", contents->program);
    return true;
}

xmlDocPtr contents_describe(const struct contents *contents)
{
    struct writer writer = { .contents = contents };
    xmlDocPtr doc = xmlNewDoc(BAD_CAST "1.0");

    if (!doc || !begin(&writer, doc)
        || !index_documents(&writer.index, contents->documents))
        writer.failed = true;
    if (!writer.failed) {
        add_attachments(&writer);
        add_attribute(&writer, add_element(&writer, writer.root, "manifest",
            NULL), "name", contents->manifest);
    }
    for (size_t k = 0; !writer.failed
        && k < findings_count(contents->findings); k++) {
        const struct finding *finding = findings_get(contents->findings, k);
        if (finding->level <= LEVEL_ERROR)
            add_finding(&writer, finding);
    }
    if (writer.failed && doc) {
        xmlFreeDoc(doc);
        doc = NULL;
    }
    free(writer.index.list);
    return doc;
}
