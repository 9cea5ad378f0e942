/* Follows the path of a reference to the value that it names. */

#include "5_references/path.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/nearest.h"
#include "3_transform/children.h"
#include "3_transform/submission.h"

/* A value has no members; the references in a text are none. */
static bool is_value(xmlNodePtr node)
{
    enum value_type type;

    return node_value_type(node, &type);
}

/* One member of a path: a name or a number, without the quotes around it. */
struct step {
    const char *name;
    size_t length;
    size_t taken;               /* of the path, with quotes and the dot */
    bool last;
};

static struct step read_step(const char *path)
{
    const char *close = *path == PATH_QUOTE
        ? strchr(path + 1, PATH_QUOTE) : NULL;
    struct step step = { path, strcspn(path, "."), 0, false };

    if (close && (close[1] == '.' || !close[1]))
        step = (struct step){ path + 1, (size_t)(close - path - 1), 2, false };
    step.taken += step.length;
    step.last = !path[step.taken];
    step.taken += !step.last;
    return step;
}

/* A child by its name or key, or else by its number in the list. */
static xmlNodePtr take_step(xmlNodePtr node, const char *step, size_t length)
{
    if (is_value(node))
        return NULL;
    xmlNodePtr child = child_called(node, step, length);
    if (child || !node_is_list(node) || length == 0
        || strspn(step, "0123456789") < length)
        return child;
    return child_at(node, strtoul(step, NULL, 10));
}

/* Finds, in a list, the entry whose key with all its dots begins the rest of
 * the path, of several the one with the longest key; NULL for none. */
static xmlNodePtr take_dotted(xmlNodePtr list, const char *path,
    struct step *step)
{
    xmlNodePtr found = NULL;

    for (const char *dot = strchr(path, '.'); dot;) {
        dot = strchr(dot + 1, '.');
        size_t length = dot ? (size_t)(dot - path) : strlen(path);
        xmlNodePtr entry = child_called(list, path, length);
        if (entry) {
            *step = (struct step){ path, length, length + (dot != NULL),
                dot == NULL };
            found = entry;
        }
    }
    return found;
}

/* The child that the path goes on to. */
static xmlNodePtr go_on(xmlNodePtr node, const char *path, struct step *step)
{
    *step = read_step(path);
    xmlNodePtr child = take_step(node, step->name, step->length);
    if (!child && *path != PATH_QUOTE && !is_value(node)
        && node_is_list(node))
        child = take_dotted(node, path, step);
    return child;
}

xmlNodePtr path_entry_around(xmlNodePtr node)
{
    do
        node = node->parent;
    while (node && node->type == XML_ELEMENT_NODE
        && !node_attribute(node, "key"));
    return node && node->type == XML_ELEMENT_NODE ? node : NULL;
}

bool path_is_of_another_entry(xmlNodePtr node, xmlNodePtr text)
{
    xmlNodePtr own = path_entry_around(text);
    xmlNodePtr other = path_entry_around(node);

    while (own && other) {
        if (own == other)
            return false;
        if (own->parent == other->parent)
            return true;
        other = path_entry_around(other);
    }
    return false;
}

bool path_is_around(xmlNodePtr node, xmlNodePtr inner)
{
    while (inner && inner != node)
        inner = inner->parent;
    return inner != NULL;
}

/* The node that a leading dot stands for: the nearest entry around the text
 * that has a member as the first step names it, or else the outermost entry. */
static xmlNodePtr find_entry(xmlNodePtr text, const char *step)
{
    xmlNodePtr entry = path_entry_around(text), outer;
    struct step first;

    while (entry && !go_on(entry, step, &first)
        && (outer = path_entry_around(entry)) != NULL)
        entry = outer;
    return entry;
}

/* So many names of a list are compared with a misspelt one: a report that
 * misspells all of many others has them all compared with each. */
#define COMPARED_MOST 250

/* The child whose name is most like the step. */
static xmlNodePtr nearest_child(xmlNodePtr node, const char *step,
    size_t length, const char **name)
{
    bool in_list = node_is_list(node);
    struct nearest nearest = nearest_to(step, length);
    xmlNodePtr found = NULL;

    xmlNodePtr child = xmlFirstElementChild(node);
    for (size_t k = 0; child && k < COMPARED_MOST; k++) {
        const char *candidate = in_list ? node_attribute(child, "key")
            : (const char *)child->name;
        if (candidate)
            nearest_try(&nearest, candidate);
        if (candidate && nearest.name == candidate)
            found = child;
        child = xmlNextElementSibling(child);
    }
    *name = nearest.name;
    return found;
}

void path_add_name(struct buffer *path, const char *name)
{
    buffer_printf(path, strpbrk(name, ".|}") ? "'%s'" : "%s", name);
}

/* Follows a misspelt path from a node, by the names most like its steps, as far
 * as there are any. */
static void write_nearest(xmlNodePtr node, const char *step,
    struct buffer *nearest)
{
    while (!is_value(node) && *step) {
        struct step one;
        const char *name = NULL;
        xmlNodePtr child = go_on(node, step, &one);
        if (child) {
            buffer_add(nearest, step, one.taken - !one.last);
        } else {
            child = nearest_child(node, one.name, one.length, &name);
            if (!child)
                break;
            path_add_name(nearest, name);
        }
        node = child;
        step += one.taken;
        if (*step && !is_value(node))
            buffer_add_char(nearest, '.');
    }
    if (nearest->length && nearest->bytes[nearest->length - 1] == '.')
        buffer_cut(nearest, nearest->length - 1);
}

/* Where a path leads from a node; NULL for nowhere. */
static xmlNodePtr follow(xmlNodePtr node, const char *path)
{
    struct step step = { .last = false };

    for (; node && !step.last; path += step.taken)
        node = go_on(node, path, &step);
    return node;
}

/* Where a path leads from a node.  It leads to two values where a list has one
 * entry whose key is the next member of the path, and another whose key is that
 * and what follows: then *other gets the path to that one. */
static xmlNodePtr follow_both(xmlNodePtr node, const char *path,
    struct buffer *other)
{
    struct step step = { .last = false }, dotted;

    for (const char *at = path; node && !step.last; at += step.taken) {
        bool may = other->length == 0 && *at != PATH_QUOTE && !is_value(node)
            && node_is_list(node);
        xmlNodePtr entry = may ? take_dotted(node, at, &dotted) : NULL;
        node = go_on(node, at, &step);
        if (entry && entry != node
            && (dotted.last || follow(entry, at + dotted.taken))) {
            buffer_add(other, path, (size_t)(at - path));
            buffer_printf(other, "'%.*s'%s", (int)dotted.length, dotted.name,
                at + dotted.length);
        }
    }
    return node;
}

xmlNodePtr path_resolve(const char *path, xmlNodePtr text,
    struct buffer *nearest)
{
    bool relative = *path == '.';
    const char *step = path + relative;
    xmlNodePtr start = relative ? find_entry(text, step)
        : xmlDocGetRootElement(text->doc);
    struct buffer other = BUFFER_EMPTY;
    xmlNodePtr node = follow_both(start, step, &other);

    if (!node && other.length)
        node = follow(start, buffer_string(&other));
    else if (node && other.length)
        buffer_printf(nearest, "%s%s", relative ? "." : "",
            buffer_string(&other));
    nearest->failed = nearest->failed || other.failed;
    buffer_free(&other);
    if (node || !start)
        return node;
    struct buffer found = BUFFER_EMPTY;
    write_nearest(start, path + relative, &found);
    if (found.length)
        buffer_printf(nearest, "%s%s", relative ? "." : "",
            buffer_string(&found));
    nearest->failed = nearest->failed || found.failed;
    buffer_free(&found);
    return NULL;
}

/* A step that names an entry of a list. */
typedef bool step_test(xmlNodePtr around, const struct step *step);

static bool is_number(xmlNodePtr around, const struct step *step)
{
    return !child_called(around, step->name, step->length);
}

static bool is_key(xmlNodePtr around, const struct step *step)
{
    return node_is_list(around) && !is_number(around, step);
}

/* The first one whose name begins at or behind an offset of the path; the name
 * without its quotes. */
static xmlNodePtr find_step(const char *path, xmlNodePtr text,
    step_test *is_meant, size_t *at, size_t *length)
{
    bool relative = *path == '.';
    const char *next = path + relative;
    xmlNodePtr node = relative ? find_entry(text, next)
        : xmlDocGetRootElement(text->doc);
    struct step step = { .last = !follow(node, next) };

    while (!step.last) {
        xmlNodePtr around = node;
        node = go_on(around, next, &step);
        next += step.taken;
        if (step.name < path + *at || !is_meant(around, &step))
            continue;
        *at = (size_t)(step.name - path);
        *length = step.length;
        return node;
    }
    return NULL;
}

xmlNodePtr path_numbered(const char *path, xmlNodePtr text, size_t *at,
    size_t *length)
{
    return find_step(path, text, is_number, at, length);
}

xmlNodePtr path_keyed(const char *path, xmlNodePtr text, size_t *at,
    size_t *length)
{
    xmlNodePtr node = find_step(path, text, is_key, at, length);

    if (node && *at > 0 && path[*at - 1] == PATH_QUOTE) {
        --*at;
        *length += 2;
    }
    return node;
}
