/* Reports of findings for programs: JSON and SARIF. */

#include <CUnit/CUnit.h>
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "reports_fixture.h"

/* The schema of JSON reports, compiled from what is built in. */
static char *load(void *context, const char *uri, size_t *length)
{
    return resource_load(context, uri, length);
}

static void is_valid(const char *text)
{
    struct findings *findings = findings_new();
    struct schema *schema = schema_compile(
        "schemas/common/report.schema.json", &(struct schema_options){
        .load = load, .context = &(struct resources){0},
        .assert_format = true }, findings);

    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "");
    CU_ASSERT_PTR_NOT_NULL_FATAL(schema);
    struct json *json = json_parse(text, strlen(text), findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(json);
    schema_validate(schema, json, findings);
    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "");
    json_free(json);
    schema_free(schema);
    findings_free(findings);
}

/* "a.b.0": what a path of members and numbers leads to; NULL if nothing. */
static const cJSON *at(const cJSON *json, const char *path)
{
    char steps[128];

    snprintf(steps, sizeof steps, "%s", path);
    for (char *step = strtok(steps, "."); step && json;
        step = strtok(NULL, "."))
        json = cJSON_IsArray(json)
            ? cJSON_GetArrayItem(json, (int)strtol(step, NULL, 10))
            : cJSON_GetObjectItemCaseSensitive(json, step);
    return json;
}

static void has_string(const cJSON *json, const char *path,
    const char *expected)
{
    const char *text = cJSON_GetStringValue(at(json, path));

    CU_ASSERT_PTR_NOT_NULL_FATAL(text);
    CU_ASSERT_STRING_EQUAL(text, expected);
}

static void has_number(const cJSON *json, const char *path, int expected)
{
    const cJSON *number = at(json, path);

    CU_ASSERT_TRUE_FATAL(cJSON_IsNumber(number));
    CU_ASSERT_EQUAL(number->valueint, expected);
}

static void has_count(const cJSON *json, const char *path, int expected)
{
    CU_ASSERT_PTR_NOT_NULL_FATAL(at(json, path));
    CU_ASSERT_EQUAL(cJSON_GetArraySize(at(json, path)), expected);
}

/* Findings of all sorts, in two files, and a fault that has none. */
static void fill(struct report_desk *desk)
{
    findings_add_made(desk->findings, &(struct finding){ .code = "A1",
        .level = LEVEL_ERROR, .place = { 1, 2 }, .pointer = "/a/b",
        .attachment = "附件1", .where = "附件1 甲", .found = "3.87万元",
        .expected = "3.88万元", .text = { "应为{x}", "be {x}" },
        .basis = "表" });
    desk_add(desk, "A12", LEVEL_WARNING, 5, "因故");
    findings_set_file(desk->findings, "/last year/100%\xFF.json");
    findings_add(desk->findings, CATALOGUE_SHAPE_REQUIRED,
        (struct place){ 6, 1 }, "", "label", "甲", "allowed", "乙", "hint",
        "", NULL);
    findings_add(desk->findings, CATALOGUE_FILE_MISSING,
        (struct place){ 0, 0 }, NULL, NULL);
    findings_set_file(desk->findings, NULL);
    desk_add(desk, "Z9", LEVEL_HINT, 7, NULL);
    desk_file(desk, "a.json");

    struct findings *none = findings_new();
    report_file(desk->report, &(struct report_file){ .path = "b.json",
        .findings = none });
    findings_free(none);
    findings_add(desk->faults, CATALOGUE_OUTPUT_CUT, (struct place){ 0, 0 },
        NULL, NULL);
}

static void json_has_everything(void)
{
    struct report_desk desk;

    desk_begin(&desk, &(struct report_options){ .format = REPORT_JSON });
    fill(&desk);
    const char *text = desk_finish(&desk);
    is_valid(text);
    cJSON *json = cJSON_Parse(text);
    has_number(json, "status", LEVEL_SYSTEM);
    has_count(json, "files", 2);
    has_string(json, "files.0.file", "a.json");
    has_string(json, "files.0.edition", "e");
    has_number(json, "files.0.status", LEVEL_SYSTEM);
    has_number(json, "files.0.counts.error", 2);
    has_number(json, "files.0.counts.warning", 0);
    has_number(json, "files.0.counts.hint", 1);
    has_number(json, "files.0.counts.system", 1);
    has_number(json, "files.0.counts.answered", 1);
    has_count(json, "files.0.findings", 5);
    has_count(json, "files.0.rules", 3);
    has_string(json, "files.0.rules.2.code", "C9");
    has_number(json, "files.0.rules.2.looked_at", 40);
    has_number(json, "files.0.rules.2.found", 5);
    CU_ASSERT_PTR_NULL(at(json, "files.1.rules"));
    CU_ASSERT_PTR_NULL(at(json, "files.1.edition"));
    has_number(json, "files.1.status", 0);
    has_count(json, "files.1.findings", 0);
    has_count(json, "faults", 1);
    has_string(json, "faults.0.code", "X030");
    cJSON_Delete(json);
    desk_end(&desk);
}

static void json_tells_a_finding_by_its_members(void)
{
    struct report_desk desk;

    desk_begin(&desk, &(struct report_options){ .format = REPORT_JSON });
    fill(&desk);
    cJSON *json = cJSON_Parse(desk_finish(&desk));
    const cJSON *finding = at(json, "files.0.findings.0");
    has_string(finding, "code", "A1");
    has_string(finding, "level", "error");
    has_string(finding, "title.zh", "要{相等}");
    has_string(finding, "title.en", "must agree");
    CU_ASSERT_PTR_NULL(at(finding, "file"));
    has_number(finding, "line", 1);
    has_number(finding, "column", 2);
    has_string(finding, "pointer", "/a/b");
    has_string(finding, "attachment", "附件1");
    has_string(finding, "where", "附件1 甲");
    has_string(finding, "found", "3.87万元");
    has_string(finding, "expected", "3.88万元");
    has_string(finding, "message.zh", "应为{x}");
    has_string(finding, "message.en", "be {x}");
    has_string(finding, "basis", "表");
    CU_ASSERT_PTR_NULL(at(finding, "answer"));
    has_string(json, "files.0.findings.1.answer", "因故");
    /* One about another file, of the program's own. */
    finding = at(json, "files.0.findings.2");
    has_string(finding, "title.zh", "缺少必须填报的内容");
    has_string(finding, "file", "/last year/100%\uFFFD.json");
    has_string(finding, "pointer", "");
    CU_ASSERT_PTR_NULL(at(finding, "found"));
    CU_ASSERT_PTR_NULL(at(json, "files.0.findings.3.line"));
    CU_ASSERT_PTR_NULL(at(json, "files.0.findings.4.title"));
    cJSON_Delete(json);
    desk_end(&desk);
}

static void json_is_valid_without_any_file(void)
{
    struct report_desk desk;

    desk_begin(&desk, &(struct report_options){ .format = REPORT_JSON });
    findings_add(desk.faults, CATALOGUE_OPTION_UNKNOWN,
        (struct place){ 0, 0 }, NULL, "name", "--x", NULL);
    const char *text = desk_finish(&desk);
    is_valid(text);
    cJSON *json = cJSON_Parse(text);
    has_number(json, "status", LEVEL_USAGE);
    has_count(json, "files", 0);
    cJSON_Delete(json);
    desk_end(&desk);
}

static void sarif_has_results_of_the_data(void)
{
    static const char result[] = "runs.0.results.0";
    struct report_desk desk;
    char path[64];

    desk_begin(&desk, &(struct report_options){ .format = REPORT_SARIF });
    fill(&desk);
    cJSON *json = cJSON_Parse(desk_finish(&desk));
    has_string(json, "version", "2.1.0");
    has_string(json, "runs.0.language", "zh-CN");
    has_string(json, "runs.0.columnKind", "unicodeCodePoints");
    has_count(json, "runs.0.results", 4);
    snprintf(path, sizeof path, "%s", result);
    const cJSON *first = at(json, path);
    has_string(first, "ruleId", "A1");
    has_number(first, "ruleIndex", 0);
    has_string(first, "level", "error");
    has_string(first, "message.text", "附件1 甲：应为{{x}}");
    has_string(first, "locations.0.physicalLocation.artifactLocation.uri",
        "a.json");
    has_number(first, "locations.0.physicalLocation.region.startLine", 1);
    has_number(first, "locations.0.physicalLocation.region.startColumn", 2);
    has_string(first, "locations.0.logicalLocations.0.name", "附件1 甲");
    has_string(first, "locations.0.logicalLocations.0.fullyQualifiedName",
        "/a/b");
    has_string(first, "properties.found", "3.87万元");
    has_string(first, "properties.expected", "3.88万元");
    CU_ASSERT_PTR_NULL(at(first, "suppressions"));
    has_string(json, "runs.0.results.1.suppressions.0.kind", "inSource");
    has_string(json, "runs.0.results.1.suppressions.0.justification", "因故");
    has_string(json, "runs.0.results.2.locations.0.physicalLocation"
        ".artifactLocation.uri", "file:///last%20year/100%25%FF.json");
    CU_ASSERT_PTR_NULL(at(json, "runs.0.results.2.properties"));
    /* Of no file, and of a code that nothing describes. */
    has_string(json, "runs.0.results.3.level", "note");
    CU_ASSERT_PTR_NULL(at(json, "runs.0.results.3.locations"));
    CU_ASSERT_PTR_NULL(at(json, "runs.0.results.3.ruleIndex"));
    cJSON_Delete(json);
    desk_end(&desk);
}

static void sarif_describes_rules_and_codes_that_occur(void)
{
    static const char driver[] = "runs.0.tool.driver";
    struct report_desk desk;

    desk_begin(&desk, &(struct report_options){ .format = REPORT_SARIF,
        .language = LANGUAGE_EN });
    fill(&desk);
    cJSON *json = cJSON_Parse(desk_finish(&desk));
    const cJSON *tool = at(json, driver);
    has_string(json, "runs.0.language", "en");
    has_string(tool, "name", "jixiao");
    has_count(tool, "rules", 4);
    has_string(tool, "rules.0.id", "A1");
    has_string(tool, "rules.0.shortDescription.text", "must agree");
    has_string(tool, "rules.0.help.text", "Basis: 表");
    has_string(tool, "rules.1.defaultConfiguration.level", "warning");
    has_string(tool, "rules.1.defaultConfiguration.parameters.ceiling",
        "120");
    has_string(tool, "rules.2.defaultConfiguration.level", "note");
    has_string(tool, "rules.3.id", "S003");
    has_string(tool, "rules.3.shortDescription.text",
        "something that has to be there is missing");
    cJSON_Delete(json);
    desk_end(&desk);
}

static void sarif_tells_how_rules_were_changed(void)
{
    static const char path[] = "runs.0.invocations.0"
        ".ruleConfigurationOverrides";
    struct report_desk desk;

    desk_begin(&desk, &(struct report_options){ .format = REPORT_SARIF });
    rules_set_level(desk.rules, "A1", LEVEL_HINT, desk.findings);
    rules_set_parameter(desk.rules, "A12", "ceiling", "150", desk.findings);
    rules_disable(desk.rules, "C9", desk.findings);
    desk_file(&desk, "a.json");
    cJSON *json = cJSON_Parse(desk_finish(&desk));
    const cJSON *changes = at(json, path);
    has_count(json, path, 2);
    has_string(changes, "0.descriptor.id", "A1");
    has_number(changes, "0.descriptor.index", 0);
    has_string(changes, "0.configuration.level", "note");
    has_string(changes, "1.configuration.level", "warning");
    has_string(changes, "1.configuration.parameters.ceiling", "150");
    has_count(json, "runs.0.tool.driver.rules", 2);
    has_string(json, "runs.0.tool.driver.rules.0"
        ".defaultConfiguration.level", "error");
    has_string(json, "runs.0.tool.driver.rules.1"
        ".defaultConfiguration.parameters.ceiling", "120");
    cJSON_Delete(json);
    desk_end(&desk);
}

static void sarif_notes_what_is_no_fault_of_the_data(void)
{
    static const char invocation[] = "runs.0.invocations.0";
    static const char notes[] = "toolExecutionNotifications";
    struct report_desk desk;

    desk_begin(&desk, &(struct report_options){ .format = REPORT_SARIF });
    fill(&desk);
    cJSON *json = cJSON_Parse(desk_finish(&desk));
    const cJSON *run = at(json, invocation);
    CU_ASSERT_TRUE(cJSON_IsFalse(at(run, "executionSuccessful")));
    has_number(run, "exitCode", LEVEL_SYSTEM);
    has_count(run, notes, 2);
    has_string(at(run, notes), "0.descriptor.id", "X010");
    has_string(at(run, notes),
        "0.locations.0.physicalLocation.artifactLocation.uri",
        "file:///last%20year/100%25%FF.json");
    CU_ASSERT_PTR_NULL(at(at(run, notes),
        "0.locations.0.physicalLocation.region"));
    has_string(at(run, notes), "1.descriptor.id", "X030");
    CU_ASSERT_PTR_NULL(at(at(run, notes), "1.locations"));
    cJSON_Delete(json);
    desk_end(&desk);
}

CU_TestInfo reports_data_tests[] = {
    {"JSON has everything", json_has_everything},
    {"JSON tells a finding by its members",
        json_tells_a_finding_by_its_members},
    {"JSON is valid without any file", json_is_valid_without_any_file},
    {"SARIF has results of the data", sarif_has_results_of_the_data},
    {"SARIF describes rules and codes that occur",
        sarif_describes_rules_and_codes_that_occur},
    {"SARIF tells how rules were changed",
        sarif_tells_how_rules_were_changed},
    {"SARIF notes what is no fault of the data",
        sarif_notes_what_is_no_fault_of_the_data},
    CU_TEST_INFO_NULL
};
