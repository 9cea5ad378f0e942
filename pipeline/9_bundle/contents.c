/* Makes a tree of what a set consists of, for the index page and the check
 * report. */

#include "9_bundle/contents.h"

#include <stdlib.h>

#include "0_base/xml_add.h"
#include "0_base/xml_pieces.h"
#include "9_bundle/contents_parts.h"
#include "9_bundle/marks.h"

#define SET_NAMESPACE "urn:jixiao:set:1"

static void add_section(struct contents *contents, xmlNodePtr attachment)
{
    xmlNodePtr element = xml_add_element(contents->root, "attachment", NULL,
        &contents->failed);
    uint32_t id;

    contents_copy_attribute(contents, element, attachment, "id");
    contents_copy_attribute(contents, element, attachment, "kind");
    contents_copy_attribute(contents, element, attachment, "name");
    if (id_map_add(&contents->attachments, (uintptr_t)attachment, &id))
        contents->sections[id].element = element;
    else
        contents->failed = true;
}

static void add_attachments(struct contents *contents)
{
    xmlNodePtr root = xmlDocGetRootElement(contents->source.documents);
    xmlNodePtr attachment = xmlFirstElementChild(root);
    size_t room = xmlChildElementCount(root) + 1;

    contents->sections = calloc(room, sizeof *contents->sections);
    contents->printing = calloc(room, sizeof *contents->printing);
    contents->failed = contents->failed || !contents->sections
        || !contents->printing;
    for (; !contents->failed && attachment;
        attachment = xmlNextElementSibling(attachment))
        add_section(contents, attachment);
}

static void begin(struct contents *contents)
{
    const struct contents_source *source = &contents->source;
    xmlNodePtr documents = xmlDocGetRootElement(source->documents);
    static const char *const names[] = { "title", "edition", "unit",
        "period" };

    contents->root = xmlNewDocNode(contents->doc, NULL, BAD_CAST "set", NULL);
    if (!contents->root) {
        contents->failed = true;
        return;
    }
    xmlDocSetRootElement(contents->doc, contents->root);
    xmlNsPtr namespace = xmlNewNs(contents->root, BAD_CAST SET_NAMESPACE,
        NULL);
    xmlSetNs(contents->root, namespace);
    for (size_t k = 0; k < sizeof names / sizeof *names; k++)
        contents_copy_attribute(contents, contents->root, documents, names[k]);
    contents_add_file_name(contents, contents->root, "data", source->path);
    xml_add_attribute(contents->root, "sha256", source->digest,
        &contents->failed);
    xml_add_attribute(contents->root, "program", source->program,
        &contents->failed);
    contents->whole = xml_add_element(contents->root, "whole", NULL,
        &contents->failed);
    contents->report = xml_add_element(contents->root, "report", NULL,
        &contents->failed);
    contents->failed = contents->failed || !namespace;
}

static void add_correction(struct contents *contents)
{
    xmlDocPtr correction = contents->source.correction;
    xmlNodePtr copy = correction ? xmlDocCopyNode(xmlDocGetRootElement(
        correction), contents->doc, 1) : NULL;

    contents->failed = contents->failed || (correction && !copy)
        || (copy && !xmlAddChild(contents->root, copy));
}

static void add_watch(struct contents *contents)
{
    xmlNodePtr watch = xml_add_element(contents->root, "watch", NULL,
        &contents->failed);

    xml_add_attribute(watch, "name", contents->source.script,
        &contents->failed);
    xml_add_attribute(watch, "build", contents->source.build,
        &contents->failed);
}

static void describe(struct contents *contents)
{
    const struct contents_source *source = &contents->source;

    begin(contents);
    add_attachments(contents);
    xml_add_attribute(
        xml_add_element(contents->root, "manifest", NULL, &contents->failed),
        "name", source->manifest, &contents->failed);
    if (source->build)
        add_watch(contents);
    if (!contents->failed)
        add_correction(contents);
    contents_add_findings(contents, LEVEL_ERROR);
    for (size_t k = 0; !contents->failed && k < rules_count(source->rules);
        k++)
        contents_add_rule(contents, rules_get(source->rules, k),
            &source->tallies[k]);
}

struct contents *contents_new(const struct contents_source *source)
{
    struct contents *contents = calloc(1, sizeof *contents);

    if (!contents)
        return NULL;
    contents->source = *source;
    contents->doc = xmlNewDoc(BAD_CAST "1.0");
    contents->failed = !contents->doc
        || !printed_index_make(&contents->index, source->documents)
        || !attachment_index_make(&contents->homes, source->documents);
    xml_pieces_begin();
    if (!contents->failed)
        describe(contents);
    xml_pieces_end();
    if (contents->failed) {
        contents_free(contents);
        return NULL;
    }
    return contents;
}

void contents_free(struct contents *contents)
{
    if (!contents)
        return;
    if (contents->doc)
        xmlFreeDoc(contents->doc);
    printed_index_free(&contents->index);
    attachment_index_free(&contents->homes);
    id_map_free(&contents->attachments);
    free(contents->sections);
    free(contents->printing);
    free(contents);
}

static xmlNodePtr element_of(const struct contents *contents, xmlNodePtr of)
{
    uint32_t id;

    if (!of)
        return contents->report;
    return id_map_find(&contents->attachments, (uintptr_t)of, &id)
        ? contents->sections[id].element : contents->whole;
}

void contents_add_file(struct contents *contents, xmlNodePtr of,
    const struct contents_file *file)
{
    xmlNodePtr element = xml_add_element(element_of(contents, of), "file", NULL,
        &contents->failed);

    xml_add_attribute(element, "format", format_rows[file->format].name,
        &contents->failed);
    xml_add_attribute(element, "name", file->name, &contents->failed);
    xml_add_number(element, "size", file->size, &contents->failed);
    if (file->pages)
        xml_add_number(element, "pages", file->pages, &contents->failed);
}

bool contents_add_hints(struct contents *contents)
{
    xmlNodePtr last = contents->first_rule ? contents->first_rule->prev
        : contents->root->last;
    bool any = contents_add_findings(contents, LEVEL_HINT);

    if (any && !contents->first_hint)
        contents->first_hint = last->next;
    return any;
}

void contents_drop_hints(struct contents *contents)
{
    xmlNodePtr hint = contents->first_hint;

    while (hint && hint != contents->first_rule) {
        xmlNodePtr next = hint->next;
        xmlUnlinkNode(hint);
        xmlFreeNode(hint);
        hint = next;
    }
    contents->first_hint = NULL;
}

xmlDocPtr contents_tree(const struct contents *contents)
{
    return contents->failed ? NULL : contents->doc;
}

bool contents_mark(const struct contents *contents)
{
    const struct contents_source *source = &contents->source;

    return marks_put(&contents->index, &contents->homes, source->findings,
        source->path);
}
