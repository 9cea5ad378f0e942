/*
 * A JSON Pointer followed in the data and the schema side by side.
 */

#include "2_schema/target.h"

#include <stdlib.h>
#include <string.h>

#define INDEX_DIGITS 9

size_t target_step(const char *path)
{
    return strcspn(path, "/");
}

/* RFC 6901, 4: ~1 is /, ~0 is ~. */
void target_add_name(const char *path, struct buffer *name)
{
    for (; *path && *path != '/'; path++) {
        bool escaped = *path == '~' && (path[1] == '0' || path[1] == '1');
        buffer_add_char(name, !escaped ? *path
            : *++path == '1' ? '/' : '~');
    }
}

/* The number of an entry: digits, without a zero in front. */
static bool read_index(const char *step, size_t *index)
{
    size_t length = target_step(step);

    if (length == 0 || length > INDEX_DIGITS
        || strspn(step, "0123456789") < length
        || (*step == '0' && length > 1))
        return false;
    *index = strtoul(step, NULL, 10);
    return true;
}

bool target_is_list(const struct target *target)
{
    return target->value && !cJSON_IsNull(target->value)
        ? cJSON_IsArray(target->value)
        : schema_entry(target->node, 0) != NULL;
}

/* One step further; the value is looked for where there is one around it. */
static bool step_on(const struct json *json, struct target *target,
    const char *step, struct buffer *way, bool *failed)
{
    const struct schema_node *around = target->node;
    struct buffer name = BUFFER_EMPTY;

    target->in_list = target_is_list(target);
    if (target->in_list) {
        if (!read_index(step, &target->index))
            return false;
        target->node = schema_entry(around, target->index);
    } else {
        target_add_name(step, &name);
        target->node = schema_named(around, buffer_string(&name), failed);
        *failed = *failed || name.failed;
        buffer_free(&name);
    }
    target->around = around;
    target->name = step;
    buffer_add_char(way, '/');
    buffer_add(way, step, target_step(step));
    if (target->value) {
        target->holder = target->value;
        target->holder_node = around;
        target->path = step;
        target->value = json_at(json, buffer_string(way));
    }
    target->node = schema_branch(target->node, target->value);
    *failed = *failed || way->failed;
    return !*failed;
}

bool target_find(const struct json *json, const struct schema *schema,
    const char *pointer, struct target *target)
{
    struct buffer way = BUFFER_EMPTY;
    const char *at = pointer;
    bool failed = false, good = *pointer == '/' || *pointer == '\0';

    *target = (struct target){ .pointer = pointer,
        .node = schema_root(schema), .value = json_root(json), .name = "",
        .path = "" };
    while (good && *at == '/') {
        at++;
        good = step_on(json, target, at, &way, &failed);
        at += target_step(at);
    }
    buffer_free(&way);
    return good;
}
