/*
 * Explanations found by rule and place, written and taken away.
 */

#include "17_edit/answers.h"

#include <string.h>

#include "0_base/json_string.h"
#include "0_base/utf8.h"
#include "1_read/reserved.h"

#define LIST "/" RESERVED_EXPLANATIONS

static bool says(const cJSON *entry, const char *name, const char *text)
{
    const char *said = cJSON_GetStringValue(
        cJSON_GetObjectItemCaseSensitive(entry, name));

    return said && strcmp(said, text) == 0;
}

/* The number of the explanation; that behind the last one where there is
 * none. */
static size_t find(const cJSON *list, const char *code, const char *pointer,
    bool *found)
{
    const cJSON *entry;
    size_t k = 0;

    *found = false;
    cJSON_ArrayForEach(entry, list) {
        *found = says(entry, RESERVED_RULE, code)
            && says(entry, RESERVED_POINTER, pointer);
        if (*found)
            break;
        k++;
    }
    return k;
}

static void print_entry(const char *code, const char *pointer,
    const char *reason, struct buffer *out)
{
    buffer_add_string(out, "{ \"" RESERVED_RULE "\": ");
    json_string_add(code, out);
    buffer_add_string(out, ", \"" RESERVED_POINTER "\": ");
    json_string_add(pointer, out);
    buffer_add_string(out, ", \"" RESERVED_REASON "\": ");
    json_string_add(reason, out);
    buffer_add_string(out, " }");
}

static enum entries_fault write_reason(struct editing *editing,
    const char *place, const char *reason)
{
    struct buffer way = BUFFER_EMPTY, literal = BUFFER_EMPTY;
    struct target target;

    buffer_printf(&way, "%s/" RESERVED_REASON, place);
    json_string_add(reason, &literal);
    bool good = !way.failed && !literal.failed
        && editing_find(editing, buffer_string(&way), &target)
        && editing_write(editing, &target, buffer_string(&literal));
    buffer_free(&way);
    buffer_free(&literal);
    return good ? ENTRIES_GOOD : ENTRIES_FAILED;
}

static enum entries_fault add(struct editing *editing, const char *place,
    const char *code, const char *pointer, const char *reason)
{
    struct buffer text = BUFFER_EMPTY;

    print_entry(code, pointer, reason, &text);
    enum entries_fault fault = text.failed ? ENTRIES_FAILED
        : entries_put(editing, place, buffer_string(&text));
    buffer_free(&text);
    return fault;
}

enum entries_fault answers_write(struct editing *editing, const char *code,
    const char *pointer, const char *reason)
{
    const struct json *json = editing_json(editing);
    struct buffer place = BUFFER_EMPTY;
    enum entries_fault fault = ENTRIES_GOOD;
    bool found;

    if (!json)
        return ENTRIES_FAILED;
    buffer_printf(&place, LIST "/%zu", find(json_at(json, LIST), code,
        pointer, &found));
    if (place.failed)
        fault = ENTRIES_FAILED;
    else if (utf8_is_blank(reason))
        fault = found ? entries_remove(editing, buffer_string(&place))
            : ENTRIES_GOOD;
    else if (found)
        fault = write_reason(editing, buffer_string(&place), reason);
    else
        fault = add(editing, buffer_string(&place), code, pointer, reason);
    buffer_free(&place);
    return fault;
}

bool answers_have(const char *pointer)
{
    return strncmp(pointer, LIST, strlen(LIST)) == 0
        && (pointer[strlen(LIST)] == '/' || pointer[strlen(LIST)] == '\0');
}
