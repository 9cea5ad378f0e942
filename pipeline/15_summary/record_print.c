/* Records as text: one line of JSON each. */

#include <cjson/cJSON.h>

#include "15_summary/record.h"

/* Adds a text to an object; "" is left out. */
static void add_text(cJSON *object, const char *name, const char *text,
    bool *failed)
{
    if (*text && !cJSON_AddStringToObject(object, name, text))
        *failed = true;
}

static void add_number(cJSON *object, const char *name, size_t number,
    bool *failed)
{
    if (!cJSON_AddNumberToObject(object, name, (double)number))
        *failed = true;
}

static void add_sketch(cJSON *object, const struct sketch *sketch,
    bool *failed)
{
    struct buffer digits = BUFFER_EMPTY;

    sketch_print(sketch, &digits);
    add_text(object, "sketch", buffer_string(&digits), failed);
    *failed = *failed || digits.failed;
    buffer_free(&digits);
}

/* A new object at the end of a list; NULL where memory ran out. */
static cJSON *add_object(cJSON *list, bool *failed)
{
    cJSON *object = cJSON_CreateObject();

    if (object && cJSON_AddItemToArray(list, object))
        return object;
    cJSON_Delete(object);
    *failed = true;
    return NULL;
}

static void add_value(cJSON *list, const struct record_value *value,
    bool *failed)
{
    cJSON *object = add_object(list, failed);

    add_text(object, "name", value->name, failed);
    add_text(object, "label", value->label, failed);
    add_text(object, "type", value->type, failed);
    add_text(object, "unit", value->unit, failed);
    add_text(object, "state", value->state, failed);
    add_text(object, "value", value->value, failed);
    add_text(object, "text", value->text, failed);
    if (value->is_identity && !cJSON_AddTrueToObject(object, "identity"))
        *failed = true;
}

static void add_count(cJSON *list, const struct record_count *count,
    bool *failed)
{
    cJSON *object = add_object(list, failed);

    add_text(object, "code", count->code, failed);
    add_text(object, "level", level_name(count->level, LANGUAGE_EN), failed);
    for (int k = 0; k < LANGUAGE_COUNT; k++)
        add_text(object, record_title_names[k], count->title[k], failed);
    add_number(object, "open", count->open, failed);
    add_number(object, "answered", count->answered, failed);
}

static void add_lists(cJSON *root, const struct record *record, bool *failed)
{
    cJSON *list = cJSON_AddArrayToObject(root, "values");

    for (size_t k = 0; k < record->value_count; k++)
        add_value(list, &record->values[k], failed);
    list = cJSON_AddArrayToObject(root, "findings");
    for (size_t k = 0; k < record->count_count; k++)
        add_count(list, &record->counts[k], failed);
    list = cJSON_AddArrayToObject(root, "texts");
    for (size_t k = 0; k < record->text_count; k++) {
        cJSON *object = add_object(list, failed);
        add_text(object, "pointer", record->texts[k].pointer, failed);
        add_text(object, "where", record->texts[k].where, failed);
        add_sketch(object, &record->texts[k].sketch, failed);
    }
    *failed = *failed || !list;
}

void record_print(const struct record *record, struct buffer *out)
{
    cJSON *root = cJSON_CreateObject();
    bool failed = !root;

    add_text(root, "program", record->program, &failed);
    add_text(root, "file", record->path, &failed);
    add_text(root, "sha256", record->digest, &failed);
    add_text(root, "folder", record->folder, &failed);
    add_text(root, "edition", record->edition, &failed);
    add_number(root, "status", record->status, &failed);
    add_lists(root, record, &failed);
    add_sketch(root, &record->sketch, &failed);
    char *text = failed ? NULL : cJSON_PrintUnformatted(root);
    if (text)
        buffer_add_string(out, text);
    buffer_add_char(out, '\n');
    out->failed = out->failed || !text;
    cJSON_free(text);
    cJSON_Delete(root);
}
