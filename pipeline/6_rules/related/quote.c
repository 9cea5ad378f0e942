/* The reference that a text would quote a value by. */

#include "6_rules/related/quote.h"

#include <string.h>

#include "3_transform/children.h"
#include "3_transform/submission.h"
#include "5_references/path.h"

static bool has_type(xmlNodePtr node, const char *type)
{
    const char *own = node && node->type == XML_ELEMENT_NODE
        ? node_attribute(node, "type") : NULL;

    return own && strcmp(own, type) == 0;
}

/* The element that a reference names instead of a leaf that stands for it:
 * the entry of a list or of a map, whose members nobody names. */
static xmlNodePtr named(xmlNodePtr leaf)
{
    xmlNodePtr entry = leaf->parent;
    const char *name = entry && entry->type == XML_ELEMENT_NODE
        ? node_attribute(entry, "stands-for") : NULL;

    return name && strcmp(name, (const char *)leaf->name) == 0
        && (has_type(entry->parent, "list") || has_type(entry->parent, "map"))
        ? entry : leaf;
}

static bool is_root(xmlNodePtr node)
{
    return !node->parent || node->parent->type != XML_ELEMENT_NODE;
}

/* The steps from below `top` to a node, joined by dots. */
static void write_steps(xmlNodePtr node, xmlNodePtr top, bool numbered,
    struct buffer *path)
{
    const char *key = node_attribute(node, "key");

    if (node->parent != top) {
        write_steps(node->parent, top, numbered, path);
        buffer_add_char(path, '.');
    }
    if (!has_type(node->parent, "list"))
        buffer_add_string(path, (const char *)node->name);
    else if (key && *key && !numbered)
        buffer_printf(path, strpbrk(key, ".|}") ? "'%s'" : "%s", key);
    else
        buffer_printf(path, "%zu", child_number(node));
}

/* Whether a path that was tried leads where it should. */
static bool leads_to(const struct buffer *path, size_t begin, xmlNodePtr text,
    xmlNodePtr target)
{
    struct buffer nearest = BUFFER_EMPTY;
    bool good = !path->failed
        && path_resolve(buffer_string(path) + begin, text, &nearest) == target
        && !nearest.length;

    buffer_free(&nearest);
    return good;
}

static bool write_below(xmlNodePtr target, xmlNodePtr top, xmlNodePtr text,
    bool numbered, struct buffer *path)
{
    size_t begin = path->length;

    if (!is_root(top))
        buffer_add_char(path, '.');
    write_steps(target, top, numbered, path);
    if (leads_to(path, begin, text, target))
        return true;
    if (!path->failed)
        buffer_cut(path, begin);
    return false;
}

/* The innermost entry around both, and neither of them; NULL for none. */
static xmlNodePtr common_entry(xmlNodePtr leaf, xmlNodePtr text)
{
    xmlNodePtr entry = path_entry_around(text);

    while (entry && !path_is_around(entry, leaf->parent))
        entry = path_entry_around(entry);
    return entry;
}

static size_t steps_to(xmlNodePtr node)
{
    size_t count = 0;

    for (; !is_root(node); node = node->parent)
        count++;
    return count;
}

size_t related_path_steps(xmlNodePtr leaf)
{
    return steps_to(named(leaf));
}

size_t related_path_common(xmlNodePtr leaf, xmlNodePtr text)
{
    xmlNodePtr entry = common_entry(named(leaf), text);

    return entry ? steps_to(entry) : 0;
}

void related_path_write(xmlNodePtr leaf, xmlNodePtr text, struct buffer *path)
{
    xmlNodePtr target = named(leaf);
    xmlNodePtr root = xmlDocGetRootElement(leaf->doc);
    xmlNodePtr entry = common_entry(target, text);

    for (; entry; entry = path_entry_around(entry))
        if (write_below(target, entry, text, false, path))
            return;
    if (!write_below(target, root, text, false, path))
        write_below(target, root, text, true, path);
}
