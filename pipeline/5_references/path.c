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

    for (xmlNodePtr child = xmlFirstElementChild(node); child;
        child = xmlNextElementSibling(child), position++)
        if (matches(child, in_list, position, step, length))
            return child;
    return NULL;
}

static xmlNodePtr entry_around(xmlNodePtr node)
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
    xmlNodePtr entry = entry_around(text), outer;

    while (entry && !take_step(entry, step, strcspn(step, "."))
        && (outer = entry_around(entry)) != NULL)
        entry = outer;
    return entry;
}

/* The child whose name is most like the step. */
static const char *nearest_name(xmlNodePtr node, const char *step,
    size_t length)
{
    bool in_list = is_list(node);
    struct nearest nearest = nearest_to(step, length);

    for (xmlNodePtr child = xmlFirstElementChild(node); child;
        child = xmlNextElementSibling(child)) {
        const char *name = in_list ? node_attribute(child, "key")
            : (const char *)child->name;
        if (name)
            nearest_try(&nearest, name);
    }
    return nearest.name;
}

xmlNodePtr path_resolve(const char *path, xmlNodePtr text,
    struct buffer *nearest)
{
    const char *step = path;
    xmlNodePtr node = xmlDocGetRootElement(text->doc);

    if (*step == '.') {
        step++;
        node = find_entry(text, step);
    }
    while (node) {
        size_t length = strcspn(step, ".");
        xmlNodePtr child = take_step(node, step, length);
        if (!child) {
            const char *name = nearest_name(node, step, length);
            if (name) {
                buffer_add(nearest, path, (size_t)(step - path));
                buffer_add_string(nearest, name);
            }
            return NULL;
        }
        node = child;
        if (!step[length])
            return node;
        step += length + 1;
    }
    return NULL;
}
