/* manifest.xml of an archive, put together and printed. */

#include "10_archive/inventory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/listed.h"
#include "3_transform/submission.h"

struct inventory {
    xmlDocPtr doc;
    xmlNodePtr root, metadata, options, fonts, files;
    xmlNodePtr findings;        /* NULL: nothing is open */
    bool failed;
};

static xmlNodePtr add_element(struct inventory *inventory, xmlNodePtr parent,
    const char *name, const char *text)
{
    xmlNodePtr element = parent
        ? xmlNewTextChild(parent, parent->ns, BAD_CAST name, BAD_CAST text)
        : NULL;

    if (!element)
        inventory->failed = true;
    return element;
}

static void add_attribute(struct inventory *inventory, xmlNodePtr element,
    const char *name, const char *value)
{
    if (value && element
        && !xmlNewNsProp(element, NULL, BAD_CAST name, BAD_CAST value))
        inventory->failed = true;
}

static void add_number(struct inventory *inventory, xmlNodePtr element,
    const char *name, uint64_t number)
{
    char text[24];

    snprintf(text, sizeof text, "%ju", (uintmax_t)number);
    add_attribute(inventory, element, name, text);
}

static void add_digests(struct inventory *inventory, xmlNodePtr element,
    const char *sha256, const char *sm3)
{
    add_attribute(inventory, element, "sha256", sha256);
    add_attribute(inventory, element, "sm3", sm3);
}

/* --- made ------------------------------------------------------------- */

static void describe_root(struct inventory *inventory,
    const struct inventory_source *source)
{
    static const char *const names[] = { "title", "edition", "unit",
        "period" };
    xmlNodePtr root = inventory->root;

    add_attribute(inventory, root, "name", source->name);
    for (size_t k = 0; k < sizeof names / sizeof *names; k++)
        add_attribute(inventory, root, names[k],
            node_attribute(source->set, names[k]));
    add_attribute(inventory, root, "program", source->program);
    add_attribute(inventory, root, "state",
        source->as_filed ? "as-filed" : "clean");
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
    inventory->metadata = add_element(inventory, root, "metadata", NULL);
    inventory->options = add_element(inventory, root, "options", NULL);
    add_attribute(inventory, inventory->options, "pdf-level",
        source->pdf_level);
    add_attribute(inventory, inventory->options, "strict-fonts",
        source->strict_fonts ? "true" : "false");
    inventory->fonts = add_element(inventory, root, "fonts", NULL);
    inventory->files = add_element(inventory, root, "files", NULL);
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
    xmlNodePtr element = add_element(inventory, inventory->options, "change",
        NULL);

    add_attribute(inventory, element, "rule", change->rule);
    add_attribute(inventory, element, "level", change->level);
    add_attribute(inventory, element, "parameter", change->parameter);
    add_attribute(inventory, element, "value", change->value);
    if (!change->level && !change->parameter)
        add_attribute(inventory, element, "disabled", "true");
}

void inventory_add_font(struct inventory *inventory, const char *name,
    const char *digest)
{
    xmlNodePtr element = add_element(inventory, inventory->fonts, "font",
        NULL);

    add_attribute(inventory, element, "name", name);
    add_attribute(inventory, element, "sha256", digest);
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
    add_attribute(inventory, element, "name", former->name);
    add_attribute(inventory, element, "unit", former->unit);
    add_attribute(inventory, element, "period", former->period);
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
    xmlNodePtr element = add_element(inventory, inventory->files, "file",
        NULL);

    add_attribute(inventory, element, "path", file->path);
    add_attribute(inventory, element, "role", archive_role_name(file->role));
    add_attribute(inventory, element, "title", file->title);
    if (file->pages)
        add_number(inventory, element, "pages", file->pages);
    add_attribute(inventory, element, "media-type",
        archive_media_type(file->path));
    add_number(inventory, element, "size", file->size);
    add_digests(inventory, element, file->sha256, file->sm3);
}

void inventory_add_finding(struct inventory *inventory,
    const struct finding *finding)
{
    if (!inventory->findings)
        inventory->findings = add_element(inventory, inventory->root,
            "findings", NULL);
    xmlNodePtr element = add_element(inventory, inventory->findings,
        "finding", finding->text[LANGUAGE_ZH]);

    add_attribute(inventory, element, "code", finding->code);
    add_attribute(inventory, element, "level",
        level_name(finding->level, LANGUAGE_EN));
    if (finding->place.line) {
        add_number(inventory, element, "line", finding->place.line);
        add_number(inventory, element, "column", finding->place.column);
    }
    add_attribute(inventory, element, "pointer", finding->pointer);
    if (finding->where && *finding->where)
        add_attribute(inventory, element, "where", finding->where);
}

/* --- what is registered ----------------------------------------------- */

static void add_item(struct inventory *inventory, xmlNodePtr item)
{
    struct buffer text = BUFFER_EMPTY;

    node_print(item, &text);
    xmlNodePtr element = add_element(inventory, inventory->metadata, "item",
        text.length ? buffer_string(&text) : NULL);
    add_attribute(inventory, element, "name", node_attribute(item, "name"));
    add_attribute(inventory, element, "src", node_attribute(item, "src"));
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
