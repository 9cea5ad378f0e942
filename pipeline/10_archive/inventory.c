/* manifest.xml of an archive, put together and printed. */

#include "10_archive/inventory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/listed.h"
#include "0_base/xml_add.h"
#include "3_transform/submission.h"

struct inventory {
    xmlDocPtr doc;
    xmlNodePtr root, metadata, options, fonts, files;
    xmlNodePtr findings;        /* NULL: nothing is open */
    bool failed;
};

static void add_digests(struct inventory *inventory, xmlNodePtr element,
    const char *sha256, const char *sm3)
{
    xml_add_attribute(element, "sha256", sha256, &inventory->failed);
    xml_add_attribute(element, "sm3", sm3, &inventory->failed);
}

/* --- made ------------------------------------------------------------- */

static void describe_root(struct inventory *inventory,
    const struct inventory_source *source)
{
    static const char *const names[] = { "title", "edition", "unit",
        "period" };
    xmlNodePtr root = inventory->root;

    xml_add_attribute(root, "name", source->name, &inventory->failed);
    for (size_t k = 0; k < sizeof names / sizeof *names; k++)
        xml_add_attribute(root, names[k], node_attribute(source->set, names[k]),
            &inventory->failed);
    xml_add_attribute(root, "program", source->program, &inventory->failed);
    xml_add_attribute(root, "state", source->as_filed ? "as-filed" : "clean",
        &inventory->failed);
}

static void begin(struct inventory *inventory,
    const struct inventory_source *source)
{
    xmlNodePtr root = xmlNewDocNode(inventory->doc, NULL, BAD_CAST "archive",
        NULL);
    xmlNsPtr namespace = root ? xmlNewNs(root, BAD_CAST INVENTORY_NAMESPACE,
        NULL) : NULL;

    inventory->root = root;
    inventory->failed = !namespace;
    if (!root)
        return;
    xmlDocSetRootElement(inventory->doc, root);
    xmlSetNs(root, namespace);
    describe_root(inventory, source);
    inventory->metadata = xml_add_element(root, "metadata", NULL,
        &inventory->failed);
    inventory->options = xml_add_element(root, "options", NULL,
        &inventory->failed);
    xml_add_attribute(inventory->options, "pdf-level", source->pdf_level,
        &inventory->failed);
    xml_add_attribute(inventory->options, "strict-fonts",
        source->strict_fonts ? "true" : "false", &inventory->failed);
    inventory->fonts = xml_add_element(root, "fonts", NULL, &inventory->failed);
    inventory->files = xml_add_element(root, "files", NULL, &inventory->failed);
}

struct inventory *inventory_new(const struct inventory_source *source)
{
    struct inventory *inventory = calloc(1, sizeof *inventory);

    if (!inventory)
        return NULL;
    inventory->doc = xmlNewDoc(BAD_CAST "1.0");
    if (inventory->doc)
        begin(inventory, source);
    if (!inventory->doc || inventory->failed) {
        inventory_free(inventory);
        return NULL;
    }
    return inventory;
}

void inventory_free(struct inventory *inventory)
{
    if (!inventory)
        return;
    if (inventory->doc)
        xmlFreeDoc(inventory->doc);
    free(inventory);
}

void inventory_add_change(struct inventory *inventory,
    const struct inventory_change *change)
{
    xmlNodePtr element = xml_add_element(inventory->options, "change", NULL,
        &inventory->failed);

    xml_add_attribute(element, "rule", change->rule, &inventory->failed);
    xml_add_attribute(element, "level", change->level, &inventory->failed);
    xml_add_attribute(element, "parameter", change->parameter,
        &inventory->failed);
    xml_add_attribute(element, "value", change->value, &inventory->failed);
    if (!change->level && !change->parameter)
        xml_add_attribute(element, "disabled", "true", &inventory->failed);
}

void inventory_add_font(struct inventory *inventory, const char *name,
    const char *digest)
{
    xmlNodePtr element = xml_add_element(inventory->fonts, "font", NULL,
        &inventory->failed);

    xml_add_attribute(element, "name", name, &inventory->failed);
    xml_add_attribute(element, "sha256", digest, &inventory->failed);
}

void inventory_set_former(struct inventory *inventory,
    const struct inventory_former *former)
{
    xmlNodePtr element = xmlNewDocNode(inventory->doc, inventory->root->ns,
        BAD_CAST "supersedes", NULL);

    if (!element) {
        inventory->failed = true;
        return;
    }
    xmlAddPrevSibling(inventory->files, element);
    xml_add_attribute(element, "name", former->name, &inventory->failed);
    xml_add_attribute(element, "unit", former->unit, &inventory->failed);
    xml_add_attribute(element, "period", former->period, &inventory->failed);
    add_digests(inventory, element, former->sha256, former->sm3);
}

void inventory_former_free(struct inventory_former *former)
{
    free(former->name);
    free(former->unit);
    free(former->period);
    *former = (struct inventory_former){ .name = NULL };
}

void inventory_add_file(struct inventory *inventory,
    const struct archive_file *file)
{
    xmlNodePtr element = xml_add_element(inventory->files, "file", NULL,
        &inventory->failed);

    xml_add_attribute(element, "path", file->path, &inventory->failed);
    xml_add_attribute(element, "role", archive_role_name(file->role),
        &inventory->failed);
    xml_add_attribute(element, "title", file->title, &inventory->failed);
    if (file->pages)
        xml_add_number(element, "pages", file->pages, &inventory->failed);
    xml_add_attribute(element, "media-type", archive_media_type(file->path),
        &inventory->failed);
    xml_add_number(element, "size", file->size, &inventory->failed);
    add_digests(inventory, element, file->sha256, file->sm3);
}

void inventory_add_finding(struct inventory *inventory,
    const struct finding *finding)
{
    if (!inventory->findings)
        inventory->findings = xml_add_element(inventory->root, "findings", NULL,
            &inventory->failed);
    xmlNodePtr element = xml_add_element(inventory->findings, "finding",
        finding->text[LANGUAGE_ZH], &inventory->failed);

    xml_add_attribute(element, "code", finding->code, &inventory->failed);
    xml_add_attribute(element, "level", level_name(finding->level, LANGUAGE_EN),
        &inventory->failed);
    if (finding->place.line) {
        xml_add_number(element, "line", finding->place.line,
            &inventory->failed);
        xml_add_number(element, "column", finding->place.column,
            &inventory->failed);
    }
    xml_add_attribute(element, "pointer", finding->pointer, &inventory->failed);
    if (finding->where && *finding->where)
        xml_add_attribute(element, "where", finding->where, &inventory->failed);
}

/* --- what is registered ----------------------------------------------- */

static void add_item(struct inventory *inventory, xmlNodePtr item)
{
    struct buffer text = BUFFER_EMPTY;

    node_print(item, &text);
    xmlNodePtr element = xml_add_element(inventory->metadata, "item",
        text.length ? buffer_string(&text) : NULL, &inventory->failed);
    xml_add_attribute(element, "name", node_attribute(item, "name"),
        &inventory->failed);
    xml_add_attribute(element, "src", node_attribute(item, "src"),
        &inventory->failed);
    inventory->failed = inventory->failed || text.failed;
    buffer_free(&text);
}

void inventory_set_metadata(struct inventory *inventory, xmlNodePtr metadata)
{
    xmlNodePtr item = xmlFirstElementChild(metadata);

    for (; item; item = xmlNextElementSibling(item))
        add_item(inventory, item);
}

void inventory_print_blanks(const struct inventory *inventory,
    struct buffer *out)
{
    xmlNodePtr item = xmlFirstElementChild(inventory->metadata);

    for (; item; item = xmlNextElementSibling(item))
        if (!item->children)
            listed_add(out, node_attribute(item, "name"));
}

/* --- given away ------------------------------------------------------- */

xmlDocPtr inventory_tree(const struct inventory *inventory)
{
    return inventory->failed ? NULL : inventory->doc;
}

bool inventory_print(const struct inventory *inventory, struct buffer *out)
{
    xmlChar *bytes = NULL;
    int size = 0;

    if (inventory->failed)
        return false;
    xmlDocDumpFormatMemoryEnc(inventory->doc, &bytes, &size, "UTF-8", 1);
    if (bytes)
        buffer_add(out, bytes, (size_t)size);
    xmlFree(bytes);
    return bytes && !out->failed;
}
