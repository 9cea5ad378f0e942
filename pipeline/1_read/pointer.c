/* Follows JSON Pointers (RFC 6901) in a tree, and makes the one of a value. */

#include <string.h>

#include "1_read/json.h"
#include "1_read/members.h"

/* Whether the next step of a pointer, up to the slash or its end, is this
 * name.  RFC 6901, 4: ~1 is /, ~0 is ~. */
static bool step_is_name(const char *step, size_t step_length,
    const char *name, size_t length)
{
    size_t k = 0;

    for (size_t at = 0; at < step_length; at++, k++) {
        char byte = step[at];
        if (byte == '~') {
            if (++at == step_length || (step[at] != '0' && step[at] != '1'))
                return false;
            byte = step[at] == '0' ? '~' : '/';
        }
        if (k == length || name[k] != byte)
            return false;
    }
    return k == length;
}

/* RFC 6901, 4: digits without a zero in front. */
static bool step_is_index(const char *step, size_t length, size_t *index)
{
    *index = 0;
    if (length == 0 || length > 9 || (step[0] == '0' && length > 1))
        return false;
    for (size_t k = 0; k < length; k++) {
        if (step[k] < '0' || step[k] > '9')
            return false;
        *index = *index * 10 + (size_t)(step[k] - '0');
    }
    return true;
}

static bool is_called(const struct json *json, const cJSON *child,
    const char *step, size_t length)
{
    size_t name_length;
    const char *name = json_name(json, child, &name_length);

    return step_is_name(step, length, name, name_length);
}

/* Of many children the index knows the one, unless the step has escapes or a
 * name is cut where it has a \u0000. */
static const cJSON *take_name(const struct json *json, const cJSON *from,
    const char *step, size_t length)
{
    const cJSON *child = from->child;
    size_t k = 0;

    for (; child && k < MEMBERS_MANY; child = child->next, k++)
        if (is_called(json, child, step, length))
            return child;
    if (child && !memchr(step, '~', length)) {
        const cJSON *known = members_called(json_members(json), from, step,
            length);
        if (!known || is_called(json, known, step, length))
            return known;
    }
    while (child && !is_called(json, child, step, length))
        child = child->next;
    return child;
}

static const cJSON *take_index(const struct json *json, const cJSON *from,
    size_t index)
{
    const cJSON *child = from->child;
    size_t k = 0;

    for (; child && k < index && k < MEMBERS_MANY; k++)
        child = child->next;
    return child && k < index ? members_at(json_members(json), from, index)
        : child;
}

static const cJSON *take_step(const struct json *json, const cJSON *from,
    const char *step, size_t length)
{
    size_t index;

    if (cJSON_IsObject(from))
        return take_name(json, from, step, length);
    return cJSON_IsArray(from) && step_is_index(step, length, &index)
        ? take_index(json, from, index) : NULL;
}

/* The value that a pointer leads to; nearest gets the last one on the way. */
static const cJSON *follow(const struct json *json, const char *pointer,
    const cJSON **nearest)
{
    const cJSON *value = json_root(json);

    *nearest = value;
    if (*pointer && *pointer != '/')
        return NULL;
    while (value && *pointer) {
        size_t length = strcspn(++pointer, "/");
        value = take_step(json, value, pointer, length);
        if (value)
            *nearest = value;
        pointer += length;
    }
    return value;
}

const cJSON *json_at(const struct json *json, const char *pointer)
{
    const cJSON *nearest;

    return follow(json, pointer, &nearest);
}

struct place json_place_at(const struct json *json, const char *pointer)
{
    const cJSON *nearest;

    follow(json, pointer, &nearest);
    return json_place(json, nearest);
}

void json_pointer_to(const struct json *json, const cJSON *value,
    struct buffer *pointer)
{
    const cJSON *around = json_root(json);

    /* Values are numbered in document order: the child on the way is the
     * last one whose number is not beyond the value's. */
    while (around != value && around->child) {
        const cJSON *child = around->child;
        size_t index = 0;
        for (; child->next && child->next->valueint <= value->valueint;
            child = child->next)
            index++;
        if (cJSON_IsObject(around))
            json_pointer_add(pointer, child->string);
        else
            json_pointer_add_index(pointer, index);
        around = child;
    }
}
