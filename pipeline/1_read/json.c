/* A JSON text as a tree whose values know their places. */

#include "1_read/json.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "1_read/file.h"
#include "1_read/json_tree.h"
#include "1_read/lines.h"
#include "1_read/members.h"
#include "1_read/mistake.h"
#include "1_read/place.h"

struct json {
    char *text;
    size_t length;
    struct scan scan;
    struct places places;
    struct arena tree;
    cJSON *root;
    struct members members;
    bool repeats;               /* a name, in one object */
};

/* A walk through all values in document order, with the way from the root to
 * the present one. */
struct walk {
    cJSON *value;               /* NULL after the last */
    size_t depth;
    struct {
        cJSON *around;
        size_t index;           /* of the child on the way */
    } levels[JSON_DEPTH_LIMIT];
};

/* The way is written as the walk goes. */
static void walk_begin(struct walk *walk, cJSON *root)
{
    walk->value = root;
    walk->depth = 0;
}

static void walk_on(struct walk *walk)
{
    cJSON *value = walk->value;

    if (value->child) {
        walk->levels[walk->depth].around = value;
        walk->levels[walk->depth++].index = 0;
        walk->value = value->child;
        return;
    }
    while (!value->next && walk->depth > 0)
        value = walk->levels[--walk->depth].around;
    walk->value = value->next;
    if (walk->value)
        walk->levels[walk->depth - 1].index++;
}

static void print_way(const struct walk *walk, struct buffer *pointer)
{
    for (size_t k = 0; k < walk->depth; k++) {
        const cJSON *child = k + 1 < walk->depth
            ? walk->levels[k + 1].around : walk->value;
        if (child->string)
            json_pointer_add(pointer, child->string);
        else
            json_pointer_add_index(pointer, walk->levels[k].index);
    }
}

struct name {
    const char *bytes;
    size_t length;
    const cJSON *member;
};

static int compare_names(const void *left, const void *right)
{
    const struct name *a = left;
    const struct name *b = right;
    size_t shorter = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->bytes, b->bytes, shorter);

    if (order == 0)
        order = (a->length > b->length) - (a->length < b->length);
    return order;
}

static int compare_members(const void *left, const void *right)
{
    const struct name *a = left;
    const struct name *b = right;
    int order = compare_names(a, b);

    return order ? order : (a->member->valueint > b->member->valueint)
        - (a->member->valueint < b->member->valueint);
}

/* names: two or more members with the same name, in document order; the walk
 * stands at their object. */
static void report_duplicate(const struct json *json,
    const struct walk *walk, const struct name *names, size_t count,
    struct findings *findings)
{
    struct place first = json_name_place(json, names[0].member);
    struct buffer pointer = BUFFER_EMPTY;
    char line[12], column[12], times[24];

    print_way(walk, &pointer);
    json_pointer_add(&pointer, names[0].bytes);
    snprintf(line, sizeof line, "%u", first.line);
    snprintf(column, sizeof column, "%u", first.column);
    snprintf(times, sizeof times, "%zu", count);
    findings_add(findings, CATALOGUE_JSON_DUPLICATE_NAME,
        json_name_place(json, names[1].member), buffer_string(&pointer),
        "name", names[0].bytes, "count", times, "line", line,
        "column", column, NULL);
    if (pointer.failed)
        findings_out_of_memory(findings);
    buffer_free(&pointer);
}

/* Whether two members may have the same name: not where length and ends of each
 * name differ from those of all others, as they do in most objects. */
static bool may_repeat(const struct json *json, const cJSON *object)
{
    uint64_t seen = 0;
    const cJSON *member;
    size_t length = 0;

    cJSON_ArrayForEach(member, object) {
        const char *name = json_name(json, member, &length);
        unsigned sign = (unsigned)length;
        if (length)
            sign += 5u * (unsigned char)name[0]
                + 11u * (unsigned char)name[length - 1];
        if (seen >> sign % 64 & 1)
            return true;
        seen |= UINT64_C(1) << sign % 64;
    }
    return false;
}

static bool find_duplicates_at(struct json *json,
    const struct walk *walk, struct findings *findings)
{
    size_t count = (size_t)cJSON_GetArraySize(walk->value), k = 0;
    struct name *names = malloc(count * sizeof *names);
    const cJSON *member;

    if (!names)
        return false;
    cJSON_ArrayForEach(member, walk->value) {
        names[k].bytes = json_name(json, member, &names[k].length);
        names[k++].member = member;
    }
    qsort(names, count, sizeof *names, compare_members);
    for (size_t first = 0; first < count; first = k) {
        for (k = first + 1; k < count
            && compare_names(&names[first], &names[k]) == 0; k++)
            ;
        if (k == first + 1)
            continue;
        report_duplicate(json, walk, names + first, k - first, findings);
        json->repeats = true;
    }
    free(names);
    return true;
}

static bool find_duplicates(struct json *json, struct findings *findings)
{
    struct walk walk;

    walk_begin(&walk, json->root);
    for (; walk.value; walk_on(&walk))
        if (cJSON_IsObject(walk.value) && may_repeat(json, walk.value)
            && !find_duplicates_at(json, &walk, findings))
            return false;
    return true;
}

static bool index_members(struct json *json)
{
    struct walk walk;
    bool good = true;

    walk_begin(&walk, json->root);
    for (; good && walk.value; walk_on(&walk))
        good = members_add(&json->members, walk.value);
    return good;
}

const struct members *json_members(const struct json *json)
{
    return &json->members;
}

/* Takes off a byte order mark, which Notepad writes.  Nobody sees it, so that
 * columns do not count it. */
static bool take_off_mark(char *text, size_t *length)
{
    static const char mark[] = "\xEF\xBB\xBF";
    const size_t size = sizeof mark - 1;

    if (*length < size || memcmp(text, mark, size) != 0)
        return false;
    *length -= size;
    memmove(text, text + size, *length + 1);
    return true;
}

static void report_mistakes(struct json *json, struct findings *findings)
{
    mistakes_report(json->text, json->length, findings);
    if (!findings_keeps_lines(findings))
        return;
    if (places_make(&json->places, json->text, json->length))
        lines_keep(&json->places, findings);
    else
        findings_out_of_memory(findings);
}

void json_keep_lines(const struct json *json, struct findings *findings)
{
    lines_keep(&json->places, findings);
}

/* Reads a text and takes it over: json_free() frees it. */
static struct json *read_text(char *text, size_t length,
    struct findings *findings)
{
    struct json *json = calloc(1, sizeof *json);

    if (!json) {
        free(text);
        findings_out_of_memory(findings);
        return NULL;
    }
    bool marked = take_off_mark(text, &length);
    json->text = text;
    json->length = length;
    if (!scan_text(&json->scan, text, length)) {
        if (json->scan.fault == SCAN_MEMORY)
            findings_out_of_memory(findings);
        else
            report_mistakes(json, findings);
        json_free(json);
        return NULL;
    }
    if (marked)
        findings_add(findings, CATALOGUE_JSON_BOM, (struct place){ 1, 1 },
            NULL, NULL);
    json->root = json_tree_build(text, &json->scan, &json->tree);
    if (!json->root || !places_make(&json->places, text, length)
        || !index_members(json) || !find_duplicates(json, findings)) {
        findings_out_of_memory(findings);
        json_free(json);
        return NULL;
    }
    return json;
}

struct json *json_parse(const char *bytes, size_t length,
    struct findings *findings)
{
    char size[24], limit[24];

    if (length > JSON_SIZE_LIMIT) {
        snprintf(size, sizeof size, "%zu", length);
        snprintf(limit, sizeof limit, "%u", JSON_SIZE_LIMIT);
        findings_add(findings, CATALOGUE_JSON_TOO_LARGE,
            (struct place){ 0, 0 }, NULL, "size", size, "limit", limit, NULL);
        return NULL;
    }

    char *text = malloc(length + 1);
    if (!text) {
        findings_out_of_memory(findings);
        return NULL;
    }
    if (length)
        memcpy(text, bytes, length);
    text[length] = '\0';
    return read_text(text, length, findings);
}

struct json *json_read(const char *path, struct findings *findings)
{
    struct buffer bytes = BUFFER_EMPTY;

    findings_set_file(findings, path);
    if (!file_read(path, JSON_SIZE_LIMIT, &bytes, findings)) {
        buffer_free(&bytes);
        return NULL;
    }

    size_t length = bytes.length;
    char *text = buffer_take(&bytes);
    if (!text) {
        findings_out_of_memory(findings);
        return NULL;
    }
    return read_text(text, length, findings);
}

void json_free(struct json *json)
{
    if (!json)
        return;
    arena_free(&json->tree);
    members_free(&json->members);
    places_free(&json->places);
    scan_free(&json->scan);
    free(json->text);
    free(json);
}

const cJSON *json_root(const struct json *json)
{
    return json->root;
}

size_t json_value_count(const struct json *json)
{
    return json->scan.count;
}

bool json_repeats_names(const struct json *json)
{
    return json->repeats;
}

const char *json_text(const struct json *json, size_t *length)
{
    *length = json->length;
    return json->text;
}

static const struct scan_value *find_scanned(const struct json *json,
    const cJSON *value)
{
    return &json->scan.values[value->valueint];
}

struct json_span json_span(const struct json *json, const cJSON *value)
{
    const struct scan_value *scanned = find_scanned(json, value);

    return (struct json_span){ scanned->start, scanned->end };
}

struct json_span json_name_span(const struct json *json, const cJSON *value)
{
    size_t start = find_scanned(json, value)->name, end = start;

    if (value->string)
        for (end++; json->text[end] != '"'; end++)
            end += json->text[end] == '\\';
    return (struct json_span){ start, end + (value->string != NULL) };
}

const char *json_literal(const struct json *json, const cJSON *value,
    size_t *length)
{
    struct json_span span = json_span(json, value);

    *length = span.end - span.start;
    return json->text + span.start;
}

/* How many bytes cJSON's string really has.  Only a literal with escapes can
 * hold a \u0000, at which strlen() would stop too early. */
static size_t length_of(const char *decoded, const char *literal)
{
    size_t length = strlen(decoded);

    return literal[length + 1] == '"' && !memchr(literal + 1, '\\', length)
        ? length : scan_string_length(literal);
}

const char *json_string(const struct json *json, const cJSON *value,
    size_t *length)
{
    if (!cJSON_IsString(value))
        return NULL;
    *length = length_of(value->valuestring,
        json->text + find_scanned(json, value)->start);
    return value->valuestring;
}

const char *json_name(const struct json *json, const cJSON *value,
    size_t *length)
{
    if (!value->string)
        return NULL;
    *length = length_of(value->string,
        json->text + find_scanned(json, value)->name);
    return value->string;
}

struct place json_place(const struct json *json, const cJSON *value)
{
    return places_find(&json->places, find_scanned(json, value)->start);
}

struct place json_name_place(const struct json *json, const cJSON *value)
{
    return places_find(&json->places, find_scanned(json, value)->name);
}

struct place json_string_place(const struct json *json, const cJSON *value,
    size_t offset, struct json_cursor *cursor)
{
    size_t start = find_scanned(json, value)->start;
    struct json_cursor own = {0};

    if (!cursor)
        cursor = &own;
    if (cursor->value != value || cursor->mark.decoded > offset)
        *cursor = (struct json_cursor){ .value = value };
    if (cJSON_IsString(value))
        start += scan_string_offset(json->text + start, offset,
            &cursor->mark);
    return places_find(&json->places, start);
}
