/*
 * Where the places of pointers are by now.
 */

#include "17_edit/renumber.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/json_string.h"
#include "0_base/list.h"
#include "1_read/reserved.h"

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

static bool is_in(const char *entry, const char *pointer)
{
    size_t length = strlen(entry);

    return strncmp(pointer, entry, length) == 0
        && (pointer[length] == '/' || pointer[length] == '\0');
}

/* Appends the pointer as it is now; false where its entry is gone. */
static bool follow(const struct renumbering *how, const char *pointer,
    struct buffer *out)
{
    if (how->from == EDITING_NO_ENTRY && how->to == EDITING_NO_ENTRY) {
        buffer_add_string(out, pointer);
        return !is_in(how->list, pointer);
    }
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

/* Explanations from the last one on: those in front of one that is changed
 * stay where they are, as they were read, which is kept meanwhile. */
struct explaining {
    struct editing *editing;
    const struct json *json;
    const cJSON *list;
    const cJSON *behind;        /* the next one that stays; NULL: none does */
};

static bool write_pointer(const struct explaining *explaining,
    const cJSON *value, const char *now)
{
    struct json_span span = json_span(explaining->json, value);
    struct buffer literal = BUFFER_EMPTY;

    json_string_add(now, &literal);
    bool good = !literal.failed && editing_replace(explaining->editing,
        span.start, span.end - span.start, buffer_string(&literal),
        literal.length);
    buffer_free(&literal);
    return good;
}

/* With the comma in front of it, or behind it where it is the first one. */
static bool take_away(const struct explaining *explaining,
    const cJSON *entry)
{
    const struct json *json = explaining->json;
    const cJSON *list = explaining->list, *behind = explaining->behind;
    struct json_span span = json_span(json, entry);
    size_t from = span.start, to = span.end;

    if (entry != list->child) {
        from = json_span(json, entry->prev).end;
    } else if (behind) {
        to += json_span(json, behind).start
            - json_span(json, behind->prev).end;
    } else {
        from = json_span(json, list).start + 1;
        to += json_span(json, list).end - 1
            - json_span(json, list->child->prev).end;
    }
    return editing_replace(explaining->editing, from, to - from, "", 0);
}

/* It goes with the entry that it is about. */
static bool write_one(struct explaining *explaining,
    const struct renumbering *how, const cJSON *entry)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(entry,
        RESERVED_POINTER);
    const char *pointer = cJSON_GetStringValue(value);
    struct buffer now = BUFFER_EMPTY;
    bool stays = !pointer || follow(how, pointer, &now), good = !now.failed;

    if (good && !stays)
        good = take_away(explaining, entry);
    else if (good && pointer && strcmp(buffer_string(&now), pointer) != 0)
        good = write_pointer(explaining, value, buffer_string(&now));
    if (stays)
        explaining->behind = entry;
    buffer_free(&now);
    return good;
}

static bool write_all(struct editing *editing,
    const struct renumbering *how)
{
    const struct json *json = editing_json(editing);
    struct explaining explaining = { .editing = editing, .json = json,
        .list = json ? json_at(json, "/" RESERVED_EXPLANATIONS) : NULL };
    const cJSON *first = cJSON_IsArray(explaining.list)
        ? cJSON_GetArrayItem(explaining.list, 0) : NULL;
    const cJSON *entry = first ? first->prev : NULL;
    bool good = json != NULL;

    for (; good && entry; entry = entry == first ? NULL : entry->prev)
        good = write_one(&explaining, how, entry);
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

bool renumber_without(struct editing *editing, const char *entry)
{
    return write_all(editing, &(struct renumbering){ (char *)entry,
        EDITING_NO_ENTRY, EDITING_NO_ENTRY });
}
