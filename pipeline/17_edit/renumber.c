/*
 * The pointers of explanations, rewritten.
 */

#include "17_edit/renumber.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/json_string.h"

#define EXPLANATIONS "explanations"
#define POINTER "pointer"

/* The number that an entry has now; RENUMBER_NONE: it is gone. */
static size_t number_now(const struct renumbering *how, size_t number)
{
    if (how->from == number)
        return how->to;
    if (how->from != RENUMBER_NONE && number > how->from)
        number--;
    return how->to != RENUMBER_NONE && number >= how->to ? number + 1
        : number;
}

/* Appends the pointer as it is now; false where it stays. */
static bool change(const struct renumbering *how, const char *pointer,
    struct buffer *out)
{
    size_t length = strlen(how->list);
    const char *step = pointer + length + 1;
    char *end;

    if (strncmp(pointer, how->list, length) != 0 || pointer[length] != '/'
        || !strchr("0123456789", *step) || !*step)
        return false;
    size_t number = strtoul(step, &end, 10);
    size_t now = number_now(how, number);
    if ((*end && *end != '/') || now == number || now == RENUMBER_NONE)
        return false;
    buffer_printf(out, "%s/%zu%s", how->list, now, end);
    return true;
}

static bool write_all(struct editing *editing,
    const struct renumbering *how, size_t count)
{
    bool good = true;

    for (size_t k = 0; good && k < count; k++) {
        const struct json *json = editing_json(editing);
        struct buffer place = BUFFER_EMPTY, now = BUFFER_EMPTY;
        struct buffer literal = BUFFER_EMPTY;
        struct target target;
        buffer_printf(&place, "/" EXPLANATIONS "/%zu/" POINTER, k);
        good = json && editing_find(editing, buffer_string(&place), &target);
        const char *pointer = good ? cJSON_GetStringValue(target.value)
            : NULL;
        if (pointer && change(how, pointer, &now)) {
            json_string_add(buffer_string(&now), &literal);
            good = editing_write(editing, &target, buffer_string(&literal));
        }
        good = good && !place.failed && !now.failed && !literal.failed;
        buffer_free(&place);
        buffer_free(&now);
        buffer_free(&literal);
    }
    editing->failed = editing->failed || !good;
    return good;
}

bool renumber(struct editing *editing, const struct renumbering *how)
{
    const struct json *json = editing_json(editing);
    const cJSON *list = json ? json_at(json, "/" EXPLANATIONS) : NULL;

    return json && write_all(editing, how,
        cJSON_IsArray(list) ? (size_t)cJSON_GetArraySize(list) : 0);
}
