/* Finds who filed data of a wrong shape. */

#include "15_summary/identity.h"

#include <string.h>

#include "2_schema/target.h"
#include "3_transform/submission.h"

/* Whether an error is at a place or at one around it. */
static bool is_wrong(const struct findings *findings, const char *pointer)
{
    for (size_t k = 0; k < findings_count(findings); k++) {
        const struct finding *finding = findings_get(findings, k);
        size_t length = finding->pointer ? strlen(finding->pointer) : 0;
        if (length && finding->level >= LEVEL_ERROR
            && strncmp(pointer, finding->pointer, length) == 0
            && (pointer[length] == '/' || !pointer[length]))
            return true;
    }
    return false;
}

static const char *copy(struct record *record, const char *text)
{
    const char *copied = arena_copy(&record->arena, text ? text : "",
        text ? strlen(text) : 0);

    return copied ? copied : "";
}

/* A text with references is none before they are resolved. */
static void add_stated(struct record *record,
    const struct record_source *source, const struct column *column,
    const struct target *target)
{
    enum value_type type = VALUE_TOKEN;
    const char *string = cJSON_GetStringValue(target->value);
    size_t length = string ? strlen(string) : 0;
    const char *literal = string ? string
        : json_literal(source->json, target->value, &length);
    const char *text = arena_copy(&record->arena, literal, length);

    value_type_parse(schema_text(target->node, SCHEMA_TYPE), &type);
    if (!text || strstr(text, "{{"))
        return;
    record->values[record->value_count++] = (struct record_value){
        .name = copy(record, column->name),
        .label = copy(record, column->title ? column->title
            : schema_text(target->node, SCHEMA_TITLE)),
        .unit = copy(record, schema_text(target->node, SCHEMA_UNIT)),
        .type = value_type_name(type), .state = state_name(STATE_STATED),
        .value = text, .text = text, .is_identity = true };
}

void identity_add(struct record *record, const struct record_source *source)
{
    size_t count = source->columns->count;

    record->values = arena_new(&record->arena, count + 1,
        sizeof *record->values);
    for (size_t k = 0; record->values && k < count; k++) {
        const struct column *column = &source->columns->list[k];
        struct target target;
        if (!column->is_identity
            || is_wrong(source->findings, column->pointer))
            continue;
        if (!target_find(source->json, source->schema, column->pointer,
                &target))
            record->arena.failed = true;
        else if (schema_text(target.node, SCHEMA_TYPE)
            && (cJSON_IsString(target.value) || cJSON_IsNumber(target.value)))
            add_stated(record, source, column, &target);
    }
}
