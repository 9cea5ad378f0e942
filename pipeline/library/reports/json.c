/*
 * The report as JSON: schemas/common/report.schema.json says what it holds.
 */

#include <string.h>

#include "jixiao.h"
#include "library/reports/report.h"

static void begin(struct report *report)
{
    struct json_writer *json = &report->json;

    writer_open(json, NULL, JSON_OBJECT);
    writer_string(json, "program", "jixiao " JIXIAO_VERSION);
    writer_open(json, "files", JSON_ARRAY);
}

static void write_counts(struct json_writer *json,
    const struct findings *findings)
{
    const struct report_counts counts = report_count(findings);

    writer_open(json, "counts", JSON_OBJECT);
    for (int level = LEVEL_SYSTEM; level >= LEVEL_HINT; level--)
        writer_number(json, level_name((enum level)level, LANGUAGE_EN),
            counts.open[level]);
    writer_number(json, "answered", counts.answered);
    writer_close(json);
}

static void write_title(struct report *report, const struct rules *rules,
    const char *code)
{
    struct buffer titles[LANGUAGE_COUNT] = { BUFFER_EMPTY, BUFFER_EMPTY };

    for (int k = 0; k < LANGUAGE_COUNT; k++) {
        rules_print_title(rules, code, (enum language)k, &titles[k]);
        report->failed = report->failed || titles[k].failed;
    }
    if (titles[LANGUAGE_ZH].length)
        writer_texts(&report->json, "title", (const char *[]){
            buffer_string(&titles[LANGUAGE_ZH]),
            buffer_string(&titles[LANGUAGE_EN]) });
    for (int k = 0; k < LANGUAGE_COUNT; k++)
        buffer_free(&titles[k]);
}

static void write_place(struct json_writer *json,
    const struct finding *finding)
{
    if (finding->place.line) {
        writer_number(json, "line", finding->place.line);
        writer_number(json, "column", finding->place.column);
    }
    writer_string(json, "pointer", finding->pointer);
    writer_string(json, "attachment", finding->attachment);
    writer_string(json, "where", finding->where);
}

/* path is the file that the findings around are about. */
static void write_finding(struct report *report, const struct rules *rules,
    const char *path, const struct finding *finding)
{
    struct json_writer *json = &report->json;

    writer_open(json, NULL, JSON_OBJECT);
    writer_string(json, "code", finding->code);
    writer_string(json, "level", level_name(finding->level, LANGUAGE_EN));
    write_title(report, rules, finding->code);
    if (finding->file && !(path && strcmp(finding->file, path) == 0))
        writer_string(json, "file", finding->file);
    write_place(json, finding);
    writer_string(json, "found", finding->found);
    writer_string(json, "expected", finding->expected);
    writer_texts(json, "message", finding->text);
    if (finding->basis && *finding->basis)
        writer_string(json, "basis", finding->basis);
    writer_string(json, "answer", finding->answer);
    writer_close(json);
}

static void write_findings(struct report *report, const char *name,
    const struct rules *rules, const char *path,
    const struct findings *findings)
{
    writer_open(&report->json, name, JSON_ARRAY);
    for (size_t k = 0; k < findings_count(findings); k++)
        write_finding(report, rules, path, findings_get(findings, k));
    writer_close(&report->json);
}

/* What each rule that was run came to, those that found nothing, too. */
static void write_rules(struct json_writer *json,
    const struct report_file *file)
{
    writer_open(json, "rules", JSON_ARRAY);
    for (size_t k = 0; k < rules_count(file->rules); k++) {
        const struct rule *rule = rules_get(file->rules, k);
        if (!report_was_run(rule))
            continue;
        writer_open(json, NULL, JSON_OBJECT);
        writer_string(json, "code", rule->code);
        writer_number(json, "looked_at", file->tallies[k].looked_at);
        writer_number(json, "found", file->tallies[k].found);
        writer_close(json);
    }
    writer_close(json);
}

/* The files of an archive and what became of each. */
static void write_parts(struct json_writer *json, const struct audit *audit)
{
    writer_open(json, "parts", JSON_ARRAY);
    for (size_t k = 0; k < audit->count; k++) {
        const struct part *part = &audit->parts[k];
        writer_open(json, NULL, JSON_OBJECT);
        writer_string(json, "path", part->path);
        writer_string(json, "state", report_part_state(part->state,
            LANGUAGE_EN));
        writer_string(json, "now", part->now);
        writer_string(json, "pdf_level", *part->level ? part->level : NULL);
        if (part->rebuilt)
            writer_string(json, "rebuilt",
                part->rebuilt == PART_REBUILT_SAME ? "same" : "other");
        writer_close(json);
    }
    writer_close(json);
}

static void write_file(struct report *report, const struct report_file *file)
{
    struct json_writer *json = &report->json;

    writer_open(json, NULL, JSON_OBJECT);
    writer_string(json, "file", file->path);
    writer_string(json, "edition", file->edition);
    writer_number(json, "status", findings_worst(file->findings));
    write_counts(json, file->findings);
    write_findings(report, "findings", file->rules, file->path,
        file->findings);
    if (file->rules)
        write_rules(json, file);
    if (file->audit)
        write_parts(json, file->audit);
    writer_close(json);
}

static void end(struct report *report, const struct findings *faults)
{
    struct json_writer *json = &report->json;

    writer_close(json);
    write_findings(report, "faults", NULL, NULL, faults);
    writer_number(json, "status", report->worst);
    writer_close(json);
}

const struct report_writer report_json = { "json", begin, write_file, end };
