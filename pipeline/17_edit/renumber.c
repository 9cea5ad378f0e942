/*
 * Where the places of pointers are by now.
 */

#include "17_edit/renumber.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/json_string.h"
#include "0_base/list.h"

#define EXPLANATIONS "explanations"
#define POINTER "pointer"

/* The number that an entry has now; EDITING_NO_ENTRY: it is gone. */
static size_t number_now(const struct renumbering *how, size_t number)
{
    if (how->from == number)
        return how->to;
    if (how->from != EDITING_NO_ENTRY && number > how->from)
        number--;
    return how->to != EDITING_NO_ENTRY && number >= how->to ? number + 1
        : number;
}

/* What follows the list in a pointer that leads into it; NULL: it does not. */
static const char *step_into(const char *list, const char *pointer)
{
    size_t length = strlen(list);
    const char *step = pointer + length + 1;

    return strncmp(pointer, list, length) == 0 && pointer[length] == '/'
        && *step >= '0' && *step <= '9' ? step : NULL;
}

/* Appends the pointer as it is now; false where its entry is gone. */
static bool follow(const struct renumbering *how, const char *pointer,
    struct buffer *out)
{
    const char *step = step_into(how->list, pointer);
    char *end = NULL;
    size_t number = step ? strtoul(step, &end, 10) : 0;
    size_t now = step ? number_now(how, number) : 0;

    if (!step || now == EDITING_NO_ENTRY)
        buffer_add_string(out, pointer);
    else
        buffer_printf(out, "%s/%zu%s", how->list, now, end);
    return now != EDITING_NO_ENTRY;
}

bool renumber_pointer(const struct editing *editing, const char *pointer,
    struct buffer *out)
{
    struct buffer now = BUFFER_EMPTY;
    bool is_there = true;

    buffer_add_string(&now, pointer);
    for (size_t k = 0; is_there && k < editing->move_count; k++) {
        struct buffer next = BUFFER_EMPTY;
        is_there = follow(&editing->moves[k], buffer_string(&now), &next);
        next.failed = next.failed || now.failed;
        buffer_free(&now);
        now = next;
    }
    buffer_add_string(out, buffer_string(&now));
    out->failed = out->failed || now.failed;
    buffer_free(&now);
    return is_there;
}

/* An explanation's pointer as it is now; where its entry is gone it stays. */
static bool write_one(struct editing *editing,
    const struct renumbering *how, const struct json *json,
    const cJSON *value)
{
    const char *pointer = cJSON_GetStringValue(value);
    struct buffer now = BUFFER_EMPTY, literal = BUFFER_EMPTY;
    bool good = true;

    if (pointer && follow(how, pointer, &now)
        && strcmp(buffer_string(&now), pointer) != 0) {
        struct json_span span = json_span(json, value);
        json_string_add(buffer_string(&now), &literal);
        good = !literal.failed && editing_replace(editing, span.start,
            span.end - span.start, buffer_string(&literal), literal.length);
    }
    good = good && !now.failed;
    buffer_free(&now);
    buffer_free(&literal);
    return good;
}

/* From the last one on: those in front of it stay where they are, as they were
 * read, which is kept meanwhile. */
static bool write_all(struct editing *editing,
    const struct renumbering *how)
{
    const struct json *json = editing_json(editing);
    const cJSON *entries = json ? json_at(json, "/" EXPLANATIONS) : NULL;
    const cJSON *first = cJSON_IsArray(entries) ? entries->child : NULL;
    const cJSON *entry = first ? first->prev : NULL;
    bool good = json != NULL;

    for (; good && entry; entry = entry == first ? NULL : entry->prev)
        good = write_one(editing, how, json,
            cJSON_GetObjectItemCaseSensitive(entry, POINTER));
    editing->failed = editing->failed || !good;
    return good;
}

static const struct renumbering *remember(struct editing *editing,
    const char *list, size_t from, size_t to)
{
    struct renumbering *moves = list_room(editing->moves,
        editing->move_count, &editing->move_room, sizeof *moves);
    char *copy = moves ? strdup(list) : NULL;

    if (moves)
        editing->moves = moves;
    editing->failed = editing->failed || !copy;
    if (!copy)
        return NULL;
    moves[editing->move_count] = (struct renumbering){ copy, from, to };
    return &moves[editing->move_count++];
}

bool renumber(struct editing *editing, const char *list, size_t from,
    size_t to)
{
    const struct renumbering *how = remember(editing, list, from, to);

    return how && write_all(editing, how);
}
