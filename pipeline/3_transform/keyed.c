/*
 * Pointers by keys, made and followed in a submission.
 */

#include "3_transform/keyed.h"

#include <stdlib.h>
#include <string.h>

#include "1_read/json.h"
#include "2_schema/target.h"
#include "3_transform/children.h"
#include "3_transform/submission.h"

#define KEY '='

bool keyed_is_key(const char *step)
{
    return *step == KEY;
}

static void add_key(const char *key, struct buffer *out)
{
    struct buffer name = BUFFER_EMPTY;

    buffer_add_char(&name, KEY);
    buffer_add_string(&name, key);
    json_pointer_add(out, buffer_string(&name));
    out->failed = out->failed || name.failed;
    buffer_free(&name);
}

bool keyed_print(xmlNodePtr element, struct buffer *out)
{
    xmlNodePtr parent = element->parent;
    const char *src = node_attribute(element, "src");
    const char *key = node_attribute(element, "key");

    if (!src || !parent || parent->type != XML_ELEMENT_NODE)
        return false;
    bool has_key = keyed_print(parent, out);
    if (key)
        add_key(key, out);
    else
        buffer_add_string(out, strrchr(src, '/'));
    return has_key || key;
}

static xmlNodePtr find_key(xmlNodePtr list, const char *step, bool *failed)
{
    struct buffer key = BUFFER_EMPTY;

    target_add_name(step + 1, &key);
    xmlNodePtr found = child_called(list, buffer_string(&key), key.length);
    *failed = *failed || key.failed;
    buffer_free(&key);
    return found;
}

xmlNodePtr keyed_step(xmlNodePtr node, const char *step, bool *failed)
{
    size_t length = target_step(step);

    if (!node_is_list(node))
        return child_called(node, step, length);
    if (keyed_is_key(step))
        return find_key(node, step, failed);
    return length > 0 && strspn(step, "0123456789") >= length
        ? child_at(node, strtoul(step, NULL, 10)) : NULL;
}
