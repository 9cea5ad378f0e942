/*
 * The report as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange
 * Format); § are sections of that standard.  One run for all files.
 *
 * Findings about the data are results; faults of use and of the system, which
 * say nothing about it, are notifications of the tool.
 */

#include <stdlib.h>
#include <string.h>

#include "0_base/catalogue.h"
#include "0_base/digest.h"
#include "0_base/phrases.h"
#include "jixiao.h"
#include "library/reports/report.h"

#define SCHEMA "https://json.schemastore.org/sarif-2.1.0.json"
#define FINGERPRINT "codeAndPointer/v1"

static const char *const level_words[] = {
    [LEVEL_HINT] = "note",
    [LEVEL_WARNING] = "warning",
    [LEVEL_ERROR] = "error",
    [LEVEL_USAGE] = "error",
    [LEVEL_SYSTEM] = "error",
};

static void write_buffer(struct report *report, const char *name,
    struct buffer *text)
{
    report->failed = report->failed || text->failed;
    writer_string(&report->json, name, buffer_string(text));
    buffer_free(text);
}

/* A message, or a description: braces are doubled (§3.11.5). */
static void write_message(struct report *report, const char *name,
    const char *where, const char *text)
{
    const char *parts[] = { where ? where : "",
        where ? phrase_text(PHRASE_COLON, report->options.language) : "",
        text };
    struct buffer doubled = BUFFER_EMPTY;

    for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
        for (const char *at = parts[k]; *at; at++) {
            buffer_add_char(&doubled, *at);
            if (*at == '{' || *at == '}')
                buffer_add_char(&doubled, *at);
        }
    }
    writer_open(&report->json, name, JSON_OBJECT);
    write_buffer(report, "text", &doubled);
    writer_close(&report->json);
}

/* A path as a URI: relative as it is, or one of file (RFC 8089). */
static void print_uri(const char *path, struct buffer *out)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";

    if (*path == '/')
        buffer_add_string(out, "file://");
    for (; *path; path++) {
        if (strchr(plain, *path))
            buffer_add_char(out, *path);
        else
            buffer_printf(out, "%%%02X", (unsigned char)*path);
    }
}

static void write_physical_location(struct report *report,
    const struct finding *finding)
{
    struct json_writer *json = &report->json;
    struct buffer uri = BUFFER_EMPTY;

    writer_open(json, "physicalLocation", JSON_OBJECT);
    writer_open(json, "artifactLocation", JSON_OBJECT);
    print_uri(finding->file, &uri);
    write_buffer(report, "uri", &uri);
    writer_close(json);
    if (finding->place.line) {
        writer_open(json, "region", JSON_OBJECT);
        writer_number(json, "startLine", finding->place.line);
        writer_number(json, "startColumn", finding->place.column);
        writer_close(json);
    }
    writer_close(json);
}

/* The name of a value in JSON is its pointer (§3.33.5). */
static void write_logical_location(struct json_writer *json,
    const struct finding *finding)
{
    writer_open(json, "logicalLocations", JSON_ARRAY);
    writer_open(json, NULL, JSON_OBJECT);
    writer_string(json, "name", finding->where);
    writer_string(json, "fullyQualifiedName", finding->pointer);
    writer_string(json, "kind", "value");
    writer_close(json);
    writer_close(json);
}

static void write_locations(struct report *report,
    const struct finding *finding)
{
    struct json_writer *json = &report->json;

    if (!finding->file)
        return;
    writer_open(json, "locations", JSON_ARRAY);
    writer_open(json, NULL, JSON_OBJECT);
    write_physical_location(report, finding);
    if (finding->pointer)
        write_logical_location(json, finding);
    writer_close(json);
    writer_close(json);
}

static const char *code_of(const struct report_code *code)
{
    return code->rule ? code->rule->code : code->row->code;
}

/* The index of a code among those of the run; their number if it has none. */
static size_t find_code(const struct report *report, const char *code)
{
    size_t k = 0;

    while (k < report->code_count
        && strcmp(code_of(&report->codes[k]), code) != 0)
        k++;
    return k;
}

static void add_code(struct report *report, const struct rule *rule,
    const struct catalogue_row *row)
{
    const struct report_code code = { rule, row };

    if (find_code(report, code_of(&code)) < report->code_count)
        return;
    struct report_code *codes = realloc(report->codes,
        (report->code_count + 1) * sizeof *codes);
    if (!codes) {
        report->failed = true;
        return;
    }
    report->codes = codes;
    codes[report->code_count++] = code;
}

/* A fingerprint, which stays the same when lines move. */
static void write_fingerprint(struct report *report,
    const struct finding *finding)
{
    struct buffer identity = BUFFER_EMPTY;
    char digest[DIGEST_TEXT_SIZE];

    buffer_printf(&identity, "%s\n%s", finding->code,
        finding->pointer ? finding->pointer : "");
    report->failed = report->failed || identity.failed;
    writer_open(&report->json, "partialFingerprints", JSON_OBJECT);
    writer_string(&report->json, FINGERPRINT,
        digest_text(buffer_string(&identity), identity.length, digest));
    writer_close(&report->json);
    buffer_free(&identity);
}

/* The explanation that answers a finding stands in the data itself. */
static void write_suppression(struct json_writer *json, const char *answer)
{
    if (!answer)
        return;
    writer_open(json, "suppressions", JSON_ARRAY);
    writer_open(json, NULL, JSON_OBJECT);
    writer_string(json, "kind", "inSource");
    writer_string(json, "justification", answer);
    writer_close(json);
    writer_close(json);
}

/* Properties that SARIF has no member for. */
static void write_properties(struct json_writer *json,
    const struct finding *finding)
{
    if (!finding->found && !finding->expected && !finding->attachment)
        return;
    writer_open(json, "properties", JSON_OBJECT);
    writer_string(json, "attachment", finding->attachment);
    writer_string(json, "found", finding->found);
    writer_string(json, "expected", finding->expected);
    writer_close(json);
}

static void write_result(struct report *report, const struct finding *finding)
{
    struct json_writer *json = &report->json;
    const struct catalogue_row *row = catalogue_find(finding->code);

    if (row)
        add_code(report, NULL, row);
    size_t index = find_code(report, finding->code);
    writer_open(json, NULL, JSON_OBJECT);
    writer_string(json, "ruleId", finding->code);
    if (index < report->code_count)
        writer_number(json, "ruleIndex", index);
    writer_string(json, "level", level_words[finding->level]);
    write_message(report, "message", finding->where,
        finding->text[report->options.language]);
    write_locations(report, finding);
    write_fingerprint(report, finding);
    write_suppression(json, finding->answer);
    write_properties(json, finding);
    writer_close(json);
}

/* Keeps a finding that is about the run for its end. */
static void keep_note(struct report *report, const struct finding *finding)
{
    if (!report->notes)
        return;
    findings_set_file(report->notes, finding->file);
    findings_add_made(report->notes, finding);
}

static void write_note(struct report *report, const struct finding *finding)
{
    struct json_writer *json = &report->json;

    writer_open(json, NULL, JSON_OBJECT);
    writer_open(json, "descriptor", JSON_OBJECT);
    writer_string(json, "id", finding->code);
    writer_close(json);
    writer_string(json, "level", level_words[finding->level]);
    write_message(report, "message", finding->where,
        finding->text[report->options.language]);
    write_locations(report, finding);
    writer_close(json);
}

static void begin(struct report *report)
{
    struct json_writer *json = &report->json;

    report->notes = findings_new();
    report->failed = !report->notes;
    writer_open(json, NULL, JSON_OBJECT);
    writer_string(json, "$schema", SCHEMA);
    writer_string(json, "version", "2.1.0");
    writer_open(json, "runs", JSON_ARRAY);
    writer_open(json, NULL, JSON_OBJECT);
    writer_string(json, "columnKind", "unicodeCodePoints");
    writer_string(json, "language",
        report->options.language == LANGUAGE_ZH ? "zh-CN" : "en");
    writer_open(json, "results", JSON_ARRAY);
}

static void write_file(struct report *report, const struct report_file *file)
{
    for (size_t k = 0; k < rules_count(file->rules); k++) {
        const struct rule *rule = rules_get(file->rules, k);
        if (report_was_run(rule))
            add_code(report, rule, NULL);
    }
    for (size_t k = 0; k < findings_count(file->findings); k++) {
        const struct finding *finding = findings_get(file->findings, k);
        if (finding->level < LEVEL_USAGE)
            write_result(report, finding);
        else
            keep_note(report, finding);
    }
}

/* A level and, of a rule, its parameters: as usual, or as they are changed. */
static void write_configuration(struct json_writer *json, const char *name,
    const struct report_code *code, bool is_usual)
{
    const struct rule *rule = code->rule;
    enum level level = !rule ? code->row->level
        : is_usual ? rule->usual_level : rule->level;

    writer_open(json, name, JSON_OBJECT);
    writer_string(json, "level", level_words[level]);
    if (rule && rule->parameter_count) {
        writer_open(json, "parameters", JSON_OBJECT);
        for (size_t k = 0; k < rule->parameter_count; k++)
            writer_string(json, rule->parameters[k].name, is_usual
                ? rule->parameters[k].usual : rule->parameters[k].value);
        writer_close(json);
    }
    writer_close(json);
}

static bool is_changed(const struct rule *rule)
{
    bool changed = rule && rule->level != rule->usual_level;

    for (size_t k = 0; rule && k < rule->parameter_count; k++)
        changed = changed || strcmp(rule->parameters[k].value,
            rule->parameters[k].usual) != 0;
    return changed;
}

/* Rules that reported in another way than they usually do (§3.20.5). */
static void write_overrides(struct report *report)
{
    struct json_writer *json = &report->json;

    writer_open(json, "ruleConfigurationOverrides", JSON_ARRAY);
    for (size_t k = 0; k < report->code_count; k++) {
        const struct report_code *code = &report->codes[k];
        if (!is_changed(code->rule))
            continue;
        writer_open(json, NULL, JSON_OBJECT);
        writer_open(json, "descriptor", JSON_OBJECT);
        writer_string(json, "id", code_of(code));
        writer_number(json, "index", k);
        writer_close(json);
        write_configuration(json, "configuration", code, false);
        writer_close(json);
    }
    writer_close(json);
}

static void write_invocation(struct report *report)
{
    struct json_writer *json = &report->json;
    size_t count = report->notes ? findings_count(report->notes) : 0;

    writer_open(json, "invocations", JSON_ARRAY);
    writer_open(json, NULL, JSON_OBJECT);
    writer_bool(json, "executionSuccessful", report->worst < LEVEL_USAGE);
    writer_number(json, "exitCode", report->worst);
    write_overrides(report);
    writer_open(json, "toolExecutionNotifications", JSON_ARRAY);
    for (size_t k = 0; k < count; k++)
        write_note(report, findings_get(report->notes, k));
    writer_close(json);
    writer_close(json);
    writer_close(json);
}

static void write_code(struct report *report, const struct report_code *code)
{
    enum language language = report->options.language;
    const char *basis = code->rule ? code->rule->basis : code->row->basis;
    struct json_writer *json = &report->json;
    struct buffer title = BUFFER_EMPTY, help = BUFFER_EMPTY;

    if (code->rule)
        buffer_add_string(&title, code->rule->title[language]);
    else
        catalogue_print_title(code->row, language, &title);
    buffer_printf(&help, "%s%s", phrase_text(PHRASE_BASED_ON, language), basis);
    report->failed = report->failed || title.failed || help.failed;
    writer_open(json, NULL, JSON_OBJECT);
    writer_string(json, "id", code_of(code));
    write_message(report, "shortDescription", NULL, buffer_string(&title));
    write_message(report, "fullDescription", NULL, code->rule
        ? buffer_string(&title) : code->row->text[language]);
    if (*basis)
        write_message(report, "help", NULL, buffer_string(&help));
    write_configuration(json, "defaultConfiguration", code, true);
    writer_close(json);
    buffer_free(&title);
    buffer_free(&help);
}

static void write_tool(struct report *report)
{
    struct json_writer *json = &report->json;

    writer_open(json, "tool", JSON_OBJECT);
    writer_open(json, "driver", JSON_OBJECT);
    writer_string(json, "name", "jixiao");
    writer_string(json, "version", JIXIAO_VERSION);
    writer_open(json, "rules", JSON_ARRAY);
    for (size_t k = 0; k < report->code_count; k++)
        write_code(report, &report->codes[k]);
    writer_close(json);
    writer_close(json);
    writer_close(json);
}

static void end(struct report *report, const struct findings *faults)
{
    struct json_writer *json = &report->json;

    for (size_t k = 0; k < findings_count(faults); k++)
        keep_note(report, findings_get(faults, k));
    writer_close(json);
    write_invocation(report);
    write_tool(report);
    writer_close(json);
    writer_close(json);
    writer_close(json);
}

const struct report_writer report_sarif = { "sarif", begin, write_file, end };
