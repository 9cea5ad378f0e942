/*
 * Parts by name, and the parts that one refers to.
 */

#include "13_pull/returned_parts.h"

#include <errno.h>
#include <string.h>

#include "0_base/utf8.h"
#include "13_pull/word_xml.h"

#define RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"
#define PACKAGE "http://schemas.microsoft.com/office/2006/xmlPackage"

/* --- by name ------------------------------------------------------------- */

static xmlNodePtr keep(struct returned *returned, const void *part,
    struct untrusted_xml xml, enum part_fault *fault)
{
    *fault = xml.lacked_memory ? PART_NO_MEMORY
        : xml.has_type ? PART_TYPED
        : xml.tree ? PART_THERE : PART_UNREADABLE;
    if (!xml.tree) {
        untrusted_xml_free(&xml);
        return NULL;
    }
    returned->trees[returned->tree_count++]
        = (struct returned_tree){ part, xml };
    return xmlDocGetRootElement(xml.tree);
}

/* What was looked at before, or else what is read now. */
static xmlNodePtr load(const struct parts *parts,
    const struct stored *stored, enum part_fault *fault)
{
    struct returned *returned = parts->returned;
    struct buffer bytes = BUFFER_EMPTY;
    xmlNodePtr root = NULL;

    for (size_t k = 0; k < returned->tree_count; k++)
        if (returned->trees[k].part == stored) {
            *fault = PART_THERE;
            return xmlDocGetRootElement(returned->trees[k].xml.tree);
        }
    *fault = PART_UNREADABLE;
    if (returned->tree_count == RETURNED_TREES_MAX)
        return NULL;
    int failed = store_load(parts->store, stored, RETURNED_PART_MAX, &bytes);
    if (failed == ENOMEM)
        *fault = PART_NO_MEMORY;
    if (!failed)
        root = keep(returned, stored, untrusted_xml_parse(
            buffer_string(&bytes), bytes.length), fault);
    buffer_free(&bytes);
    return root;
}

static xmlNodePtr find_flat(xmlNodePtr package, const char *name)
{
    for (xmlNodePtr part = package->children; part; part = part->next) {
        if (!untrusted_xml_is(part, PACKAGE, "part"))
            continue;
        const char *said = word_attribute(part, "name");
        if (!said || strcmp(said + (said[0] == '/'), name) != 0)
            continue;
        for (xmlNodePtr data = part->children; data; data = data->next)
            if (untrusted_xml_is(data, PACKAGE, "xmlData"))
                return xmlFirstElementChild(data);
    }
    return NULL;
}

xmlNodePtr parts_root(const struct parts *parts, const char *name,
    enum part_fault *fault)
{
    xmlNodePtr root = NULL;
    const struct stored *stored = parts->flat ? NULL
        : store_find(parts->store, name);

    *fault = PART_MISSING;
    if (parts->flat) {
        root = find_flat(parts->flat, name);
        *fault = root ? PART_THERE : PART_MISSING;
    } else if (stored && stored->kind == STORED_FILE) {
        root = load(parts, stored, fault);
    }
    return root;
}

/* --- by relationship ------------------------------------------------------ */

/* The part's name without its last step, with the "/" behind it. */
static size_t folder_length(const char *name)
{
    const char *slash = strrchr(name, '/');

    return slash ? (size_t)(slash - name + 1) : 0;
}

/* Takes the last step of a path out, and the "/" before it. */
static void go_up(struct buffer *path, size_t from)
{
    size_t length = path->length;

    while (length > from && path->bytes[length - 1] != '/')
        length--;
    buffer_cut(path, length > from ? length - 1 : from);
}

/* Appends where a target leads to from a part. */
static void add_target(const char *name, const char *target,
    struct buffer *out)
{
    size_t from = out->length;

    if (target[0] != '/' && folder_length(name) > 0)
        buffer_add(out, name, folder_length(name) - 1);
    while (*target) {
        size_t length = strcspn(target, "/");
        if (length == 2 && memcmp(target, "..", 2) == 0) {
            go_up(out, from);
        } else if (length > 0 && !(length == 1 && target[0] == '.')) {
            if (out->length > from)
                buffer_add_char(out, '/');
            buffer_add(out, target, length);
        }
        target += length + (target[length] == '/');
    }
    buffer_add_char(out, '\0');
}

/* The relationships of a part; NULL with the reason in *fault. */
static xmlNodePtr load_relations(const struct parts *parts, const char *name,
    enum part_fault *fault)
{
    struct buffer path = BUFFER_EMPTY;

    buffer_add(&path, name, folder_length(name));
    buffer_printf(&path, "_rels/%s.rels", name + folder_length(name));
    xmlNodePtr root = path.failed ? NULL
        : parts_root(parts, buffer_string(&path), fault);
    if (path.failed)
        *fault = PART_NO_MEMORY;
    buffer_free(&path);
    return root;
}

/* Whether a relationship leads to a part. */
static bool leads_inside(xmlNodePtr relation)
{
    const char *mode = untrusted_xml_attribute(relation, "TargetMode");

    return untrusted_xml_attribute(relation, "Target")
        && !(mode && strcmp(mode, "External") == 0);
}

bool parts_visit_relations(const struct parts *parts, const char *name,
    part_relation_visitor *visit, void *user, enum part_fault *fault)
{
    xmlNodePtr root = load_relations(parts, name, fault);
    struct buffer part = BUFFER_EMPTY;

    for (xmlNodePtr node = root ? root->children : NULL; node;
        node = node->next) {
        if (!untrusted_xml_is(node, RELATIONS, "Relationship")
            || !leads_inside(node))
            continue;
        const char *id = untrusted_xml_attribute(node, "Id");
        const char *type = untrusted_xml_attribute(node, "Type");
        buffer_clear(&part);
        add_target(name, untrusted_xml_attribute(node, "Target"), &part);
        if (!part.failed)
            visit(user, &(struct part_relation){ id ? id : "",
                type ? type : "", part.bytes });
    }
    if (part.failed)
        *fault = PART_NO_MEMORY;
    bool good = root && !part.failed;
    buffer_free(&part);
    return good;
}

/* --- those of a type ------------------------------------------------------ */

struct looked_for {
    const char *type;
    struct buffer *names;
};

static void take_by_type(void *user, const struct part_relation *relation)
{
    struct looked_for *looked = user;

    if (utf8_ends_with(relation->type, looked->type))
        buffer_add(looked->names, relation->part,
            strlen(relation->part) + 1);
}

bool parts_related(const struct parts *parts, const char *name,
    const char *type, struct buffer *names, enum part_fault *fault)
{
    *fault = PART_MISSING;
    parts_visit_relations(parts, name, take_by_type,
        &(struct looked_for){ type, names }, fault);
    if (names->failed)
        *fault = PART_NO_MEMORY;
    return *fault != PART_NO_MEMORY;
}
