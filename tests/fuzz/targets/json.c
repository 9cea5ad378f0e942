/*
 * Scanner and reader of JSON: every value stands inside the text, its literal
 * is a text of its own, and mistakes are told.
 */

#include <string.h>

#include "../fuzz.h"
#include "1_read/json.h"

/* A pointer ends at a zero byte, and so does not lead to such a name. */
static bool has_zero(const struct json *json, const cJSON *value)
{
    size_t length;
    const char *name = json_name(json, value, &length);

    return name && strlen(name) < length;
}

static void look_at(const struct json *json, const cJSON *value)
{
    size_t length;
    const char *literal = json_literal(json, value, &length);
    struct place place = json_place(json, value);
    struct buffer pointer = BUFFER_EMPTY;

    fuzz_need(literal && length > 0, "a value has a literal");
    fuzz_need(place.line > 0 && place.column > 0, "a value has a place");
    json_pointer_to(json, value, &pointer);
    if (!json_repeats_names(json))
        fuzz_need(json_at(json, buffer_string(&pointer)) == value,
            "a pointer leads to its value");
    buffer_free(&pointer);
    if (json_string(json, value, &length))
        json_string_place(json, value, length, NULL);
    for (const cJSON *inner = value->child; inner; inner = inner->next)
        if (!has_zero(json, inner))
            look_at(json, inner);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct findings *findings = findings_new();
    struct json *json;

    fuzz_setup();
    json = json_parse((const char *)bytes, size, findings);
    fuzz_need(json || findings_count(findings) > 0,
        "what is no JSON is told");
    if (json && json_value_count(json) < 2000)
        look_at(json, json_root(json));
    fuzz_look(findings);
    json_free(json);
    findings_free(findings);
    return 0;
}
