/* Looks for what the columns of a summary name: values that data of the edition
 * may have, rules and their parameters. */

#include "library/edition_columns.h"

#include <stdio.h>
#include <string.h>

#include "0_base/nearest.h"
#include "2_schema/target.h"

struct check_of_columns {
    struct edition *edition;
    const struct columns *columns;
    const char *path;           /* of summary.json */
    struct findings *findings;
    bool good;
};

static long line_of(const struct check_of_columns *check, const cJSON *value)
{
    return (long)json_place(check->columns->json, value).line;
}

/* A step of a pointer that there is not, and the nearest that there is. */
static void report_step(struct check_of_columns *check, const char *code,
    const cJSON *pointer, const struct schema_node *around, const char *name)
{
    struct nearest nearest = nearest_to(name, strlen(name));
    char line[24];

    for (size_t k = 0; k < schema_member_count(around); k++)
        nearest_try(&nearest, schema_members(around, k)->name);
    snprintf(line, sizeof line, "%ld", line_of(check, pointer));
    findings_add(check->findings, nearest.name ? CATALOGUE_PATH_MISSPELT
        : CATALOGUE_PATH_UNKNOWN, (struct place){ 0, 0 }, NULL,
        "path", check->path, "line", line, "code", code, "name", name,
        "nearest", nearest.name ? nearest.name : "", NULL);
    check->good = false;
}

/* One step of a pointer, of which the name is told; NULL where it leads
 * nowhere. */
static const struct schema_node *step_on(const struct schema_node *around,
    const char *step, struct buffer *name, bool *failed)
{
    const struct schema_node *entry = schema_entry(around, 0);

    buffer_clear(name);
    target_add_name(step, name);
    *failed = *failed || name->failed;
    if (entry && strspn(step, "0123456789") < target_step(step))
        return NULL;
    return schema_branch(entry ? entry
        : schema_named(around, buffer_string(name), failed), NULL);
}

static void check_pointer(struct check_of_columns *check, const char *code,
    const cJSON *pointer)
{
    const struct schema_node *node = schema_root(check->edition->schema);
    const char *at = cJSON_GetStringValue(pointer);
    struct buffer name = BUFFER_EMPTY;
    bool failed = false;

    while (!failed && node && *at == '/') {
        const struct schema_node *around = node;
        node = step_on(around, ++at, &name, &failed);
        if (!node && !failed)
            report_step(check, code, pointer, around, buffer_string(&name));
        at += target_step(at);
    }
    if (failed)
        findings_out_of_memory(check->findings);
    buffer_free(&name);
}

static bool has_parameter(const struct rule *rule, const cJSON *name)
{
    for (size_t k = 0; k < rule->parameter_count; k++)
        if (strcmp(rule->parameters[k].name, cJSON_GetStringValue(name)) == 0)
            return true;
    return false;
}

static void report_name(struct check_of_columns *check, const char *code,
    const cJSON *name)
{
    char line[24];

    snprintf(line, sizeof line, "%ld", line_of(check, name));
    findings_add(check->findings, CATALOGUE_ENTRY_INCOMPLETE,
        (struct place){ 0, 0 }, NULL, "path", check->path, "line", line,
        "code", code, "what", name->valuestring, NULL);
    check->good = false;
}

static void check_parameter(struct check_of_columns *check, const char *code,
    const struct rule *rule, const cJSON *name)
{
    if (!has_parameter(rule, name))
        report_name(check, code, name);
}

static void check_grades(struct check_of_columns *check, const char *code,
    const cJSON *grades)
{
    const cJSON *asked = cJSON_GetObjectItemCaseSensitive(grades, "rule");
    const struct rule *rule = rules_find(check->edition->rules,
        cJSON_GetStringValue(asked));
    const cJSON *name;

    if (!rule) {
        report_name(check, code, asked);
        return;
    }
    check_parameter(check, code, rule, cJSON_GetObjectItemCaseSensitive(
        grades, "words"));
    cJSON_ArrayForEach(name, cJSON_GetObjectItemCaseSensitive(grades,
            "least"))
        check_parameter(check, code, rule, name);
}

static void check_all(struct check_of_columns *check)
{
    const cJSON *root = json_root(check->columns->json), *entry;

    cJSON_ArrayForEach(entry, cJSON_GetObjectItemCaseSensitive(root,
            "columns")) {
        const char *code = cJSON_GetStringValue(
            cJSON_GetObjectItemCaseSensitive(entry, "name"));
        const cJSON *grades = cJSON_GetObjectItemCaseSensitive(entry,
            "grades");
        check_pointer(check, code, cJSON_GetObjectItemCaseSensitive(entry,
            "pointer"));
        if (grades && check->edition->rules)
            check_grades(check, code, grades);
    }
    cJSON_ArrayForEach(entry, cJSON_GetObjectItemCaseSensitive(root, "names"))
        check_pointer(check, "names", entry);
}

bool edition_check_columns(struct edition *edition, struct findings *findings)
{
    const char *file = findings_file(findings);
    struct buffer path = BUFFER_EMPTY;
    struct check_of_columns check = { .edition = edition,
        .columns = edition_columns(edition, findings), .findings = findings,
        .good = true };

    findings_set_file(findings, file);
    buffer_printf(&path, "schemas/%s/summary.json", edition->name);
    check.path = buffer_string(&path);
    if (path.failed)
        findings_out_of_memory(findings);
    else if (check.columns && check.columns->json)
        check_all(&check);
    buffer_free(&path);
    return check.columns && check.good;
}
