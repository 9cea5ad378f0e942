/* From the path of a reference to the value that it names. */

#include "5_references/path.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/nearest.h"
#include "3_transform/submission.h"

static bool is_list(xmlNodePtr node)
{
    const char *type = node_attribute(node, "type");

    return type && strcmp(type, "list") == 0;
}

/* A value has no members; the references in a text are none. */
static bool is_value(xmlNodePtr node)
{
    enum value_type type;

    return node_value_type(node, &type);
}

/* Whether a step names this child; position is its number in the list. */
static bool matches(xmlNodePtr child, bool in_list, unsigned long position,
    const char *step, size_t length)
{
    const char *name = in_list ? node_attribute(child, "key")
        : (const char *)child->name;
    char *end;

    if (name && strlen(name) == length && memcmp(name, step, length) == 0)
        return true;
    return in_list && length > 0 && strspn(step, "0123456789") >= length
        && strtoul(step, &end, 10) == position && end == step + length;
}

static xmlNodePtr take_step(xmlNodePtr node, const char *step, size_t length)
{
    bool in_list = is_list(node);
    unsigned long position = 0;

    if (is_value(node))
        return NULL;
    for (xmlNodePtr child = xmlFirstElementChild(node); child;
        child = xmlNextElementSibling(child), position++)
        if (matches(child, in_list, position, step, length))
            return child;
    return NULL;
}

xmlNodePtr path_entry_around(xmlNodePtr node)
{
    do
        node = node->parent;
    while (node && node->type == XML_ELEMENT_NODE
        && !node_attribute(node, "key"));
    return node && node->type == XML_ELEMENT_NODE ? node : NULL;
}

/* What a leading dot stands for: the nearest entry around the text that has
 * the first step's member, or else the outermost one. */
static xmlNodePtr find_entry(xmlNodePtr text, const char *step)
{
    xmlNodePtr entry = path_entry_around(text), outer;

    while (entry && !take_step(entry, step, strcspn(step, "."))
        && (outer = path_entry_around(entry)) != NULL)
        entry = outer;
    return entry;
}

/* The child whose name is most like the step. */
static xmlNodePtr nearest_child(xmlNodePtr node, const char *step,
    size_t length, const char **name)
{
    bool in_list = is_list(node);
    struct nearest nearest = nearest_to(step, length);
    xmlNodePtr found = NULL;

    for (xmlNodePtr child = xmlFirstElementChild(node); child;
        child = xmlNextElementSibling(child)) {
        const char *candidate = in_list ? node_attribute(child, "key")
            : (const char *)child->name;
        if (candidate)
            nearest_try(&nearest, candidate);
        if (candidate && nearest.name == candidate)
            found = child;
    }
    *name = nearest.name;
    return found;
}

/* Goes on from a node as far as there is something like the path. */
static void write_nearest(xmlNodePtr node, const char *step,
    struct buffer *nearest)
{
    while (!is_value(node) && *step) {
        size_t length = strcspn(step, ".");
        const char *name = NULL;
        xmlNodePtr child = take_step(node, step, length);
        if (child) {
            buffer_add(nearest, step, length);
        } else {
            child = nearest_child(node, step, length, &name);
            if (!child)
                break;
            buffer_add_string(nearest, name);
        }
        node = child;
        step += length + (step[length] == '.');
        if (*step && !is_value(node))
            buffer_add_char(nearest, '.');
    }
    if (nearest->length && nearest->bytes[nearest->length - 1] == '.')
        buffer_cut(nearest, nearest->length - 1);
}

xmlNodePtr path_resolve(const char *path, xmlNodePtr text,
    struct buffer *nearest)
{
    bool relative = *path == '.';
    const char *step = path + relative;
    xmlNodePtr start = relative ? find_entry(text, step)
        : xmlDocGetRootElement(text->doc);
    xmlNodePtr node = start;

    while (node) {
        size_t length = strcspn(step, ".");
        node = take_step(node, step, length);
        if (node && !step[length])
            return node;
        step += length + (step[length] == '.');
    }
    if (!start)
        return NULL;
    struct buffer found = BUFFER_EMPTY;
    write_nearest(start, path + relative, &found);
    if (found.length)
        buffer_printf(nearest, "%s%s", relative ? "." : "",
            buffer_string(&found));
    nearest->failed = nearest->failed || found.failed;
    buffer_free(&found);
    return NULL;
}
