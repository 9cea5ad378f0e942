/*
 * Two trees of JSON compared, and what differs written into the text of one.
 */

#include "16_sheet/merge.h"

#include <string.h>

#include "0_base/decimal.h"
#include "0_base/json_string.h"
#include "11_next/changes.h"
#include "11_next/first_data.h"
#include "11_next/member_break.h"

struct merging {
    const struct json *json;
    struct changes changes;
    bool failed;
};

/* --- what is the same ----------------------------------------------------- */

static bool is_number(const cJSON *value)
{
    return cJSON_IsNumber(value) || cJSON_IsRaw(value);
}

static const char *digits_of(const struct merging *merging,
    const cJSON *value, size_t *length)
{
    if (!cJSON_IsRaw(value))
        return json_literal(merging->json, value, length);
    *length = strlen(value->valuestring);
    return value->valuestring;
}

/* By their values: zeros at the end alone are no reason to touch anything. */
static bool is_same_number(const struct merging *merging, const cJSON *old,
    const cJSON *data)
{
    struct decimal a, b;
    size_t lengths[2];
    const char *one = digits_of(merging, old, &lengths[0]);
    const char *other = digits_of(merging, data, &lengths[1]);

    return decimal_parse(one, lengths[0], &a) == DECIMAL_OK
        && decimal_parse(other, lengths[1], &b) == DECIMAL_OK
        && decimal_compare(a, b) == 0;
}

static bool is_same(const struct merging *merging, const cJSON *old,
    const cJSON *data)
{
    const cJSON *child, *other = data->child;

    if (is_number(old) && is_number(data))
        return is_same_number(merging, old, data);
    if ((old->type & 0xFF) != (data->type & 0xFF))
        return false;
    if (cJSON_IsString(old))
        return strcmp(old->valuestring, data->valuestring) == 0;
    if (cJSON_GetArraySize(old) != cJSON_GetArraySize(data))
        return false;
    cJSON_ArrayForEach(child, old) {
        if (cJSON_IsObject(old))
            other = cJSON_GetObjectItemCaseSensitive(data, child->string);
        if (!other || !is_same(merging, child, other))
            return false;
        other = other->next;
    }
    return true;
}

/* --- what is put in ------------------------------------------------------- */

static void add_value(struct merging *merging, const cJSON *value, int level,
    struct buffer *out)
{
    if (!first_print_value(value, level, out))
        merging->failed = true;
}

static void replace(struct merging *merging, size_t begin, size_t end,
    struct buffer *text)
{
    merging->failed = merging->failed || text->failed;
    changes_add(&merging->changes, begin, end, buffer_string(text));
    buffer_free(text);
}

static void merge_value(struct merging *merging, const cJSON *old,
    const cJSON *data, int level);

/* --- members and entries -------------------------------------------------- */

static size_t begin_of(const struct merging *merging, const cJSON *child)
{
    return json_name_span(merging->json, child).start;
}

static size_t end_of(const struct merging *merging, const cJSON *child)
{
    return json_span(merging->json, child).end;
}

/* Takes a child out, with the comma behind it where all before it go, too, or
 * else with the one before it. */
static void take_out(struct merging *merging, const cJSON *child,
    bool has_kept)
{
    struct buffer nothing = BUFFER_EMPTY;
    size_t begin = has_kept ? end_of(merging, child->prev)
        : begin_of(merging, child);
    size_t end = has_kept || !child->next ? end_of(merging, child)
        : begin_of(merging, child->next);

    replace(merging, begin, end, &nothing);
}

static void add_child(struct merging *merging, const cJSON *child, int level,
    struct buffer *text)
{
    if (child->string) {
        json_string_add(child->string, text);
        buffer_add_string(text, ": ");
    }
    add_value(merging, child, level + 1, text);
}

/* A new child behind one that stays, or in front of all, of which the first
 * stays or none does. */
static void put_in(struct merging *merging, const cJSON *around,
    const cJSON *behind, const cJSON *first, const cJSON *child, int level)
{
    struct buffer text = BUFFER_EMPTY;
    size_t at = behind ? end_of(merging, behind)
        : first ? begin_of(merging, first)
        : json_span(merging->json, around).start + 1;

    if (behind) {
        buffer_add_char(&text, ',');
        member_break_add(merging->json, behind, &text);
    }
    add_child(merging, child, level, &text);
    if (!behind && first) {
        buffer_add_char(&text, ',');
        member_break_add(merging->json, first, &text);
    }
    replace(merging, at, at, &text);
}

static void merge_members(struct merging *merging, const cJSON *old,
    const cJSON *data, int level)
{
    const cJSON *child, *first = NULL, *behind = NULL;

    cJSON_ArrayForEach(child, old) {
        const cJSON *other = cJSON_GetObjectItemCaseSensitive(data,
            child->string);
        if (other)
            merge_value(merging, child, other, level + 1);
        else
            take_out(merging, child, first != NULL);
        first = first || !other ? first : child;
    }
    cJSON_ArrayForEach(child, data) {
        const cJSON *known = cJSON_GetObjectItemCaseSensitive(old,
            child->string);
        if (known)
            behind = known;
        else
            put_in(merging, old, behind, first, child, level);
    }
}

/* How many children are the same from one end. */
static int count_same(const struct merging *merging, const cJSON *old,
    const cJSON *data, int most, bool backwards)
{
    const cJSON *a = backwards && old->child ? old->child->prev : old->child;
    const cJSON *b = backwards && data->child ? data->child->prev
        : data->child;
    int count = 0;

    while (count < most && a && b && is_same(merging, a, b)) {
        a = backwards ? a->prev : a->next;
        b = backwards ? b->prev : b->next;
        count++;
    }
    return count;
}

static void merge_entries(struct merging *merging, const cJSON *old,
    const cJSON *data, int level)
{
    int sizes[] = { cJSON_GetArraySize(old), cJSON_GetArraySize(data) };
    int least = sizes[0] < sizes[1] ? sizes[0] : sizes[1];
    int head = count_same(merging, old, data, least, false);
    int tail = count_same(merging, old, data, least - head, true);
    const cJSON *a = old->child, *b = data->child, *behind = NULL;

    for (int k = 0; k < least - tail; k++, a = a->next, b = b->next) {
        if (k >= head)
            merge_value(merging, a, b, level + 1);
        behind = a;
    }
    for (int k = least; k < sizes[0]; k++, a = a->next)
        take_out(merging, a, behind != NULL);
    for (int k = least; k < sizes[1]; k++, b = b->next)
        put_in(merging, old, behind, tail > 0 ? a : NULL, b, level);
}

static bool has_common(const cJSON *old, const cJSON *data)
{
    const cJSON *child;

    cJSON_ArrayForEach(child, old)
        if (cJSON_GetObjectItemCaseSensitive(data, child->string))
            return true;
    return false;
}

static void merge_value(struct merging *merging, const cJSON *old,
    const cJSON *data, int level)
{
    struct buffer text = BUFFER_EMPTY;

    if (is_same(merging, old, data))
        return;
    if (cJSON_IsObject(old) && cJSON_IsObject(data)
        && has_common(old, data)) {
        merge_members(merging, old, data, level);
        return;
    }
    if (cJSON_IsArray(old) && cJSON_IsArray(data) && old->child
        && data->child) {
        merge_entries(merging, old, data, level);
        return;
    }
    struct json_span span = json_span(merging->json, old);
    add_value(merging, data, level, &text);
    replace(merging, span.start, span.end, &text);
}

bool merge_write(const struct json *json, const cJSON *data,
    struct buffer *out)
{
    struct merging merging = { .json = json, .changes = CHANGES_EMPTY };
    size_t length;
    const char *text = json_text(json, &length);

    merge_value(&merging, json_root(json), data, 0);
    bool good = !merging.failed
        && changes_apply(&merging.changes, text, length, out);
    changes_free(&merging.changes);
    return good;
}
