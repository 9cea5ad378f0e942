/*
 * A summary as JSON: schemas/common/summary-report.schema.json; and as the
 * records themselves, a line each.
 */

#include <stdio.h>
#include <stdlib.h>

#include "library/reports/json_writer.h"
#include "library/summaries/summaries.h"

static void write_counts(struct json_writer *json,
    const struct record *record)
{
    writer_open(json, "counts", JSON_OBJECT);
    for (int level = LEVEL_SYSTEM; level >= LEVEL_HINT; level--)
        writer_number(json, level_name((enum level)level, LANGUAGE_EN),
            record_open(record, (enum level)level));
    writer_number(json, "answered", record_answered(record));
    writer_close(json);
}

static void write_value(struct json_writer *json,
    const struct record_value *value)
{
    writer_open(json, value->name, JSON_OBJECT);
    writer_string(json, "text", value->text);
    if (*value->unit)
        writer_string(json, "unit", value->unit);
    writer_string(json, "value", value->value);
    writer_string(json, "state", value->state);
    writer_close(json);
}

static void write_set(const struct summary_writing *writing,
    struct json_writer *json, const struct record *record)
{
    writer_open(json, NULL, JSON_OBJECT);
    writer_string(json, "file", record->path);
    writer_string(json, "folder", *record->folder ? record->folder : NULL);
    writer_string(json, "edition", *record->edition ? record->edition : NULL);
    writer_number(json, "status", record->status);
    write_counts(json, record);
    writer_open(json, "values", JSON_OBJECT);
    for (size_t k = 0; k < writing->fields.count; k++) {
        const struct record_value *value = field_value(
            &writing->fields.list[k], record);
        if (value)
            write_value(json, value);
    }
    writer_close(json);
    writer_close(json);
}

static void write_rule(struct json_writer *json,
    const struct summary_rule *rule)
{
    writer_open(json, NULL, JSON_OBJECT);
    writer_string(json, "code", rule->code);
    writer_string(json, "level", level_name(rule->level, LANGUAGE_EN));
    writer_texts(json, "title", rule->title);
    writer_number(json, "open", rule->open);
    writer_number(json, "answered", rule->answered);
    writer_open(json, "files", JSON_ARRAY);
    for (size_t k = 0; k < rule->count; k++)
        writer_string(json, NULL, rule->places[k].record->path);
    writer_close(json);
    writer_close(json);
}

static void write_finding(struct json_writer *json,
    const struct finding *finding)
{
    writer_open(json, NULL, JSON_OBJECT);
    writer_string(json, "code", finding->code);
    writer_string(json, "level", level_name(finding->level, LANGUAGE_EN));
    writer_string(json, "file", finding->file);
    writer_string(json, "pointer", finding->pointer);
    writer_texts(json, "message", finding->text);
    writer_close(json);
}

static void write_all(const struct summary_writing *writing, FILE *out)
{
    const struct summary *summary = writing->summary;
    struct json_writer json = { .out = out };

    writer_open(&json, NULL, JSON_OBJECT);
    writer_string(&json, "program", PROGRAM);
    writer_open(&json, "files", JSON_ARRAY);
    for (size_t k = 0; k < summary->count; k++)
        write_set(writing, &json, summary->records[k]);
    writer_close(&json);
    writer_open(&json, "rules", JSON_ARRAY);
    for (size_t k = 0; k < summary->rule_count; k++)
        write_rule(&json, &summary->rules[k]);
    writer_close(&json);
    writer_open(&json, "findings", JSON_ARRAY);
    for (size_t k = 0; k < findings_count(writing->found); k++)
        write_finding(&json, findings_get(writing->found, k));
    writer_close(&json);
    writer_close(&json);
}

bool summary_write_json(const struct summary_writing *writing,
    struct buffer *out)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);

    if (!stream) {
        out->failed = true;
        return false;
    }
    write_all(writing, stream);
    bool failed = ferror(stream) != 0;
    failed = fclose(stream) != 0 || failed;
    if (!failed)
        buffer_add(out, text, length);
    out->failed = out->failed || failed;
    free(text);
    return !out->failed;
}

bool summary_write_records(const struct summary_writing *writing,
    struct buffer *out)
{
    if (writing->shard_count)
        shards_print(PROGRAM, writing->shard, writing->shard_count, out);
    for (size_t k = 0; k < writing->summary->count; k++)
        record_print(writing->summary->records[k], out);
    return !out->failed;
}
