/* Reads the text form of a record back. */

#include <stdlib.h>
#include <string.h>

#include "15_summary/record.h"
#include "15_summary/shape.h"

static const cJSON *member(const cJSON *object, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(object, name);
}

/* A copy of a text; "" where there is none. */
static const char *take_text(struct record *record, const cJSON *object,
    const char *name)
{
    const char *text = cJSON_GetStringValue(member(object, name));
    const char *copied = text ? arena_copy(&record->arena, text,
        strlen(text)) : NULL;

    return copied ? copied : "";
}

static size_t take_number(const cJSON *object, const char *name)
{
    return (size_t)cJSON_GetNumberValue(member(object, name));
}

/* Room for what a list holds. */
static void *take_room(struct record *record, const cJSON *list, size_t size)
{
    return arena_new(&record->arena, (size_t)cJSON_GetArraySize(list) + 1,
        size);
}

/* The schema has seen to it that there is one. */
static void take_sketch(const cJSON *object, struct sketch *sketch)
{
    const char *text = cJSON_GetStringValue(member(object, "sketch"));

    sketch_begin(sketch);
    if (text)
        sketch_read(text, sketch);
}

static void take_values(struct record *record, const cJSON *list)
{
    const cJSON *entry;

    record->values = take_room(record, list, sizeof *record->values);
    cJSON_ArrayForEach(entry, list)
        if (record->values)
            record->values[record->value_count++] = (struct record_value){
                .name = take_text(record, entry, "name"),
                .label = take_text(record, entry, "label"),
                .type = take_text(record, entry, "type"),
                .unit = take_text(record, entry, "unit"),
                .state = take_text(record, entry, "state"),
                .value = take_text(record, entry, "value"),
                .text = take_text(record, entry, "text"),
                .is_identity = cJSON_IsTrue(member(entry, "identity")) };
}

/* Any level, those of faults of use and of the system, too. */
static enum level take_level(const cJSON *entry)
{
    const char *name = cJSON_GetStringValue(member(entry, "level"));
    int level = LEVEL_HINT;

    while (level < LEVEL_SYSTEM
        && strcmp(level_name((enum level)level, LANGUAGE_EN), name) != 0)
        level++;
    return (enum level)level;
}

static void take_counts(struct record *record, const cJSON *list)
{
    const cJSON *entry;

    record->counts = take_room(record, list, sizeof *record->counts);
    cJSON_ArrayForEach(entry, list) {
        if (!record->counts)
            break;
        struct record_count *count = &record->counts[record->count_count++];
        *count = (struct record_count){
            .code = take_text(record, entry, "code"),
            .open = take_number(entry, "open"),
            .answered = take_number(entry, "answered") };
        for (int k = 0; k < LANGUAGE_COUNT; k++)
            count->title[k] = take_text(record, entry, record_title_names[k]);
        count->level = take_level(entry);
    }
}

static void take_texts(struct record *record, const cJSON *list)
{
    const cJSON *entry;

    record->texts = take_room(record, list, sizeof *record->texts);
    cJSON_ArrayForEach(entry, list) {
        if (!record->texts)
            break;
        struct record_text *text = &record->texts[record->text_count++];
        text->pointer = take_text(record, entry, "pointer");
        text->where = take_text(record, entry, "where");
        take_sketch(entry, &text->sketch);
    }
}

static void take_all(struct record *record, const cJSON *root)
{
    record->path = take_text(record, root, "file");
    record->digest = take_text(record, root, "sha256");
    record->folder = take_text(record, root, "folder");
    record->edition = take_text(record, root, "edition");
    record->program = take_text(record, root, "program");
    record->status = (enum level)take_number(root, "status");
    take_values(record, member(root, "values"));
    take_counts(record, member(root, "findings"));
    take_texts(record, member(root, "texts"));
    take_sketch(root, &record->sketch);
}

struct record *record_read(const struct schema *schema, const char *bytes,
    size_t length, unsigned line, struct findings *findings)
{
    struct json *json = shape_parse_line(schema, bytes, length, line,
        findings);
    struct record *record = json ? calloc(1, sizeof *record) : NULL;

    if (record)
        take_all(record, json_root(json));
    if (json && (!record || record->arena.failed)) {
        findings_out_of_memory(findings);
        record_free(record);
        record = NULL;
    }
    json_free(json);
    return record;
}
