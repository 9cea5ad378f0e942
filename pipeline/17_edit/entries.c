/*
 * The bytes of entries, where they go and where they were.
 */

#include "17_edit/entries.h"

#include <stdlib.h>
#include <string.h>

#include "11_next/first_data.h"
#include "11_next/member_break.h"
#include "17_edit/layout.h"
#include "17_edit/renumber.h"

#define NAME_TRIES 1000

/* --- what is put in ------------------------------------------------------- */

static bool has_key(const cJSON *list, const char *key, const char *name)
{
    const cJSON *entry;

    cJSON_ArrayForEach(entry, list) {
        const char *other = cJSON_GetStringValue(
            cJSON_GetObjectItemCaseSensitive(entry, key));
        if (other && strcmp(other, name) == 0)
            return true;
    }
    return false;
}

/* Counts the number up that a name ends with until no entry is called so. */
static bool name_anew(const cJSON *list, const char *key, cJSON *entry)
{
    cJSON *member = key ? cJSON_GetObjectItemCaseSensitive(entry, key) : NULL;
    const char *name = cJSON_GetStringValue(member);
    struct buffer other = BUFFER_EMPTY;

    if (!name || !has_key(list, key, name))
        return true;
    size_t stem = strlen(name);
    while (stem > 0 && strchr("0123456789", name[stem - 1]))
        stem--;
    for (unsigned number = 2; number < NAME_TRIES; number++) {
        buffer_clear(&other);
        buffer_add(&other, name, stem);
        buffer_printf(&other, "%u", number);
        if (!has_key(list, key, buffer_string(&other)))
            break;
    }
    bool good = !other.failed
        && cJSON_SetValuestring(member, buffer_string(&other));
    buffer_free(&other);
    return good;
}

/* The entry as text, its lines indented as from the root. */
static enum entries_fault make_entry(const struct target *target,
    const cJSON *list, const char *kind, struct buffer *out)
{
    const struct schema_node *entry = schema_items(target->around)
        ? schema_items(target->around)
        : schema_entry(target->around, target->index);
    cJSON *made = entry ? first_make_entry(entry, kind) : NULL;
    bool good = made && name_anew(list, schema_text(target->around,
        SCHEMA_KEY), made) && first_print_value(made, 1, out);

    cJSON_Delete(made);
    if (good)
        return ENTRIES_GOOD;
    return entry && kind && *kind && !schema_member(entry, kind)
        ? ENTRIES_NO_KIND : ENTRIES_FAILED;
}

/* The text behind a line break of the file. */
static bool add_lines(struct editing *editing, const char *text,
    const char *line_break, struct buffer *out)
{
    layout_add_lines(editing_json(editing), text, line_break, out);
    return !out->failed;
}

/* Into a list that has entries. */
static bool put_beside(struct editing *editing, const cJSON *list,
    size_t index, const char *text)
{
    const struct json *json = editing_json(editing);
    const cJSON *next = cJSON_GetArrayItem(list, (int)index);
    const cJSON *beside = next ? next : list->child->prev;
    struct buffer line = BUFFER_EMPTY, bytes = BUFFER_EMPTY;
    size_t at = next ? json_span(json, next).start
        : json_span(json, beside).end;

    member_break_add(json, beside, &line);
    if (!next) {
        buffer_add_char(&bytes, ',');
        buffer_add_string(&bytes, buffer_string(&line));
    }
    add_lines(editing, text, buffer_string(&line), &bytes);
    if (next) {
        buffer_add_char(&bytes, ',');
        buffer_add_string(&bytes, buffer_string(&line));
    }
    editing->failed = editing->failed || line.failed || bytes.failed;
    bool good = !editing->failed && editing_replace(editing, at, 0,
        buffer_string(&bytes), bytes.length);
    buffer_free(&line);
    buffer_free(&bytes);
    return good;
}

/* A list with one entry, as it stands at an offset of the file. */
static void add_list(struct editing *editing, size_t at, const char *text,
    struct buffer *out)
{
    const struct json *json = editing_json(editing);
    struct buffer line = BUFFER_EMPTY;

    layout_add_break(json, at, true, &line);
    buffer_add_char(out, '[');
    buffer_add_string(out, buffer_string(&line));
    layout_add_lines(json, text, buffer_string(&line), out);
    layout_add_break(json, at, false, out);
    buffer_add_char(out, ']');
    out->failed = out->failed || line.failed;
    buffer_free(&line);
}

/* Where a list that is not there would stand: in the line of what is around
 * it. */
static bool put_list(struct editing *editing, const struct target *list,
    const char *text)
{
    const struct json *json = editing_json(editing);
    const cJSON *near = list->value ? list->value
        : list->holder->child ? list->holder->child : list->holder;
    struct buffer bytes = BUFFER_EMPTY;

    add_list(editing, json_name_span(json, near).start, text, &bytes);
    editing->failed = editing->failed || bytes.failed;
    bool good = !editing->failed
        && editing_write(editing, list, buffer_string(&bytes));
    buffer_free(&bytes);
    return good;
}

/* --- lists ---------------------------------------------------------------- */

/* The list that a pointer leads into. */
static bool find_list(struct editing *editing, const char *pointer,
    struct buffer *way, struct target *entry, struct target *list)
{
    const char *slash = strrchr(pointer, '/');

    buffer_add(way, pointer, slash ? (size_t)(slash - pointer) : 0);
    return slash && editing_find(editing, pointer, entry) && entry->in_list
        && editing_find(editing, buffer_string(way), list) && list->node;
}

static size_t count_of(const struct target *list)
{
    return cJSON_IsArray(list->value)
        ? (size_t)cJSON_GetArraySize(list->value) : 0;
}

/* Into the list, where it is, or as its first entry. */
static enum entries_fault put(struct editing *editing,
    const struct target *entry, const struct target *list, const char *text)
{
    bool good;

    if (entry->index > count_of(list))
        return ENTRIES_NO_ENTRY;
    if (count_of(list) > 0)
        good = put_beside(editing, list->value, entry->index, text);
    else if (!list->value && !editing_has_place(list))
        return ENTRIES_NO_LIST;
    else
        good = put_list(editing, list, text);
    return good ? ENTRIES_GOOD : ENTRIES_FAILED;
}

enum entries_fault entries_put(struct editing *editing, const char *pointer,
    const char *text)
{
    struct buffer way = BUFFER_EMPTY;
    struct target entry, list;
    enum entries_fault fault = ENTRIES_NO_LIST;

    if (find_list(editing, pointer, &way, &entry, &list))
        fault = put(editing, &entry, &list, text);
    if (fault == ENTRIES_GOOD && !renumber(editing, buffer_string(&way),
            EDITING_NO_ENTRY, entry.index))
        fault = ENTRIES_FAILED;
    if (editing->failed || way.failed)
        fault = ENTRIES_FAILED;
    buffer_free(&way);
    return fault;
}

enum entries_fault entries_insert(struct editing *editing,
    const char *pointer, const char *kind)
{
    struct buffer way = BUFFER_EMPTY, text = BUFFER_EMPTY;
    struct target entry, list;
    enum entries_fault fault = ENTRIES_NO_LIST;

    if (find_list(editing, pointer, &way, &entry, &list))
        fault = make_entry(&entry, list.value, kind, &text);
    if (fault == ENTRIES_GOOD)
        fault = entries_put(editing, pointer, buffer_string(&text));
    if (editing->failed || way.failed || text.failed)
        fault = ENTRIES_FAILED;
    buffer_free(&way);
    buffer_free(&text);
    return fault;
}

static bool is_in_map(const struct target *entry)
{
    return !entry->in_list && schema_additional(entry->around);
}

bool entries_name(struct editing *editing, const char *behind,
    struct buffer *pointer)
{
    struct target entry, map;
    struct buffer way = BUFFER_EMPTY, name = BUFFER_EMPTY;
    const char *slash = strrchr(behind, '/');

    if (!slash || strcmp(slash, "/-") != 0)
        return false;
    buffer_add(&way, behind, (size_t)(slash - behind));
    bool good = editing_find(editing, behind, &entry) && is_in_map(&entry)
        && schema_member_count(entry.node) > 0
        && editing_find(editing, buffer_string(&way), &map);
    for (unsigned number = 1; good && number < NAME_TRIES; number++) {
        buffer_clear(&name);
        target_add_name(map.name, &name);
        buffer_printf(&name, "%u", number);
        if (!cJSON_GetObjectItemCaseSensitive(map.value,
                buffer_string(&name)))
            break;
    }
    if (good)
        buffer_printf(pointer, "%s/%s/%s", buffer_string(&way),
            buffer_string(&name), schema_members(entry.node, 0)->name);
    editing->failed = editing->failed || way.failed || name.failed
        || pointer->failed;
    buffer_free(&way);
    buffer_free(&name);
    return good && !editing->failed;
}

static enum entries_fault take_out(struct editing *editing,
    const struct target *entry)
{
    if (!entry->value)
        return ENTRIES_NO_ENTRY;
    return editing_remove(editing, entry)
        && renumber_without(editing, entry->pointer) ? ENTRIES_GOOD
        : ENTRIES_FAILED;
}

enum entries_fault entries_remove(struct editing *editing,
    const char *pointer)
{
    struct buffer way = BUFFER_EMPTY;
    struct target entry, list;
    enum entries_fault fault = ENTRIES_NO_LIST;

    if (editing_find(editing, pointer, &entry) && is_in_map(&entry))
        return take_out(editing, &entry);
    if (find_list(editing, pointer, &way, &entry, &list))
        fault = entry.value ? ENTRIES_GOOD : ENTRIES_NO_ENTRY;
    if (fault == ENTRIES_GOOD && (!editing_remove(editing, &entry)
            || !renumber(editing, buffer_string(&way), entry.index,
                EDITING_NO_ENTRY)))
        fault = ENTRIES_FAILED;
    if (editing->failed || way.failed)
        fault = ENTRIES_FAILED;
    buffer_free(&way);
    return fault;
}

/* --- moves ---------------------------------------------------------------- */

/* The entry that is at a place once one was moved from another to a third. */
static size_t origin_of(size_t at, size_t from, size_t to)
{
    if (at == to)
        return from;
    if (from < to)
        return at >= from && at < to ? at + 1 : at;
    return at > to && at <= from ? at - 1 : at;
}

/* The entries change places; what stands between them stays. */
static bool rotate(struct editing *editing, const cJSON *list, size_t from,
    size_t to)
{
    const struct json *json = editing_json(editing);
    size_t first = from < to ? from : to, last = from < to ? to : from;
    size_t length, begin = 0, end = 0;
    const char *text = json_text(json, &length);
    struct buffer bytes = BUFFER_EMPTY;

    for (size_t k = first; k <= last; k++) {
        struct json_span here = json_span(json,
            cJSON_GetArrayItem(list, (int)k));
        struct json_span there = json_span(json,
            cJSON_GetArrayItem(list, (int)origin_of(k, from, to)));
        if (k == first)
            begin = end = here.start;
        buffer_add(&bytes, text + end, here.start - end);
        buffer_add(&bytes, text + there.start, there.end - there.start);
        end = here.end;
    }
    editing->failed = editing->failed || bytes.failed;
    bool good = !editing->failed && editing_replace(editing, begin,
        end - begin, buffer_string(&bytes), bytes.length);
    buffer_free(&bytes);
    return good;
}

static bool move(struct editing *editing, const char *way,
    const struct target *list, size_t from, size_t to)
{
    return from == to || (rotate(editing, list->value, from, to)
        && renumber(editing, way, from, to));
}

enum entries_fault entries_move(struct editing *editing, const char *from,
    const char *to)
{
    struct buffer way = BUFFER_EMPTY, other = BUFFER_EMPTY;
    struct target moved, place, list;
    enum entries_fault fault = ENTRIES_NO_LIST;

    if (find_list(editing, from, &way, &moved, &list)
        && find_list(editing, to, &other, &place, &list)
        && strcmp(buffer_string(&way), buffer_string(&other)) == 0)
        fault = moved.value && place.value ? ENTRIES_GOOD : ENTRIES_NO_ENTRY;
    if (fault == ENTRIES_GOOD && !move(editing, buffer_string(&way), &list,
            moved.index, place.index))
        fault = ENTRIES_FAILED;
    if (editing->failed || way.failed || other.failed)
        fault = ENTRIES_FAILED;
    buffer_free(&way);
    buffer_free(&other);
    return fault;
}
