/* A JSON text as a tree whose values know their places. */

#include "1_read/json.h"

#include <stdlib.h>
#include <string.h>

#include "1_read/json_parts.h"
#include "1_read/lines.h"

const struct members *json_members(const struct json *json)
{
    return &json->members;
}

void json_keep_lines(const struct json *json, struct findings *findings)
{
    lines_keep(&json->places, findings);
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
