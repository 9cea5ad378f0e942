/* Reports of findings as text, JSON and SARIF, of one file and of several. */

#include <CUnit/CUnit.h>
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "library/reports/reports.h"

#define WORDS(zh, en) "<zh>" zh "</zh><en>" en "</en><basis>表</basis>"
#define CHECK "<check context='a' test='true()'>" \
    "<zh>句</zh><en>s</en></check>"
#define REASON "<reason><zh>因</zh><en>why</en></reason>"

static const char rules_text[] =
    "<rules xmlns='urn:jixiao:rules:1'>"
    "<rule code='A1' level='error'>" WORDS("要{相等}", "must agree") CHECK
    "</rule><rule code='A12' level='warning'>" WORDS("不超", "not over")
    "<parameter name='ceiling' value='120'><zh>上限</zh><en>limit</en>"
    "</parameter>" CHECK "</rule>"
    "<rule code='A20' level='error' kind='constructed'>"
    WORDS("顺序", "order") REASON "</rule>"
    "<rule code='B36' level='error' kind='undecided'>"
    WORDS("属实", "true") REASON "</rule>"
    "<rule code='C9' level='hint'>" WORDS("具体", "be exact") CHECK
    "</rule></rules>";

static const struct rule_tally tallies[] = {
    { 7, 2, false }, { 1, 0, false }, { 0, 0, false },
    { 0, 0, false }, { 40, 5, false }
};

/* Rules, findings about a file "a.json", and a report that is being made. */
struct desk {
    struct fixture fixture;
    struct formulas *formulas;
    struct rules *rules;
    struct findings *findings, *faults;
    struct report *report;
    FILE *out;
    char *text;
    size_t length;
};

static void begin(struct desk *desk, const struct report_options *options)
{
    *desk = (struct desk){ .findings = findings_new(),
        .faults = findings_new() };
    fixture_begin(&desk->fixture);
    desk->rules = fixture_rules(&desk->fixture, rules_text,
        &desk->formulas, desk->findings);
    findings_set_file(desk->findings, "a.json");
    desk->out = open_memstream(&desk->text, &desk->length);
    CU_ASSERT_PTR_NOT_NULL_FATAL(desk->out);
    desk->report = report_begin(options, desk->out);
    CU_ASSERT_PTR_NOT_NULL_FATAL(desk->report);
}

/* Reports the findings so far as those of a file that rules were asked of. */
static void add_file(struct desk *desk, const char *path)
{
    report_file(desk->report, &(struct report_file){ .path = path,
        .findings = desk->findings, .edition = "e", .rules = desk->rules,
        .tallies = tallies });
}

/* The report's text, which lives until end(). */
static const char *finish(struct desk *desk)
{
    CU_ASSERT_TRUE(report_end(desk->report, desk->faults));
    fclose(desk->out);
    return desk->text;
}

static void end(struct desk *desk)
{
    free(desk->text);
    rules_free(desk->rules);
    formulas_free(desk->formulas);
    findings_free(desk->findings);
    findings_free(desk->faults);
    fixture_end(&desk->fixture);
}

/* A finding of the rule A1 on a line, at the pointer "/line". */
static void add(struct desk *desk, const char *code, enum level level,
    unsigned line, const char *answer)
{
    char pointer[16], found[16];

    snprintf(pointer, sizeof pointer, "/%u", line);
    snprintf(found, sizeof found, "%u元", line);
    findings_add_made(desk->findings, &(struct finding){ .code = code,
        .level = level, .place = { line, 2 }, .pointer = pointer,
        .attachment = "附件1", .where = "附件1 甲", .found = found,
        .text = { "句", "s" }, .basis = "表", .answer = answer });
}

static void text_lists_findings_and_sums_up(void)
{
    struct desk desk;

    begin(&desk, &(struct report_options){ .language = LANGUAGE_ZH });
    add(&desk, "A12", LEVEL_WARNING, 1, NULL);
    add(&desk, "C9", LEVEL_HINT, 2, NULL);
    add(&desk, "A1", LEVEL_ERROR, 3, NULL);
    add(&desk, "A1", LEVEL_ERROR, 4, NULL);
    add(&desk, "A12", LEVEL_WARNING, 5, "因故");
    findings_add(desk.findings, CATALOGUE_SHAPE_REQUIRED,
        (struct place){ 6, 1 }, "", "label", "甲", "allowed", "乙", "hint",
        "", NULL);
    add_file(&desk, "a.json");
    CU_ASSERT_STRING_EQUAL(finish(&desk),
        "a.json:1:2: 警告 A12: 附件1 甲：句 [/1]\n"
        "a.json:2:2: 提示 C9: 附件1 甲：句 [/2]\n"
        "a.json:3:2: 错误 A1: 附件1 甲：句 [/3]\n"
        "a.json:4:2: 错误 A1: 附件1 甲：句 [/4]\n"
        "a.json:6:1: 错误 S003: 甲缺少成员乙；请补上\n"
        "a.json: 错误 3，警告 1，提示 1，已说明 1\n"
        "  错误 A1    2 处  要{相等}\n"
        "  错误 S003  1 处  缺少必须填报的内容\n"
        "  警告 A12   1 处  不超\n"
        "  提示 C9    1 处  具体\n");
    end(&desk);
}

static void text_tells_a_rule_of_many_places_once(void)
{
    struct desk desk;

    begin(&desk, &(struct report_options){ .language = LANGUAGE_EN });
    for (unsigned line = 1; line <= 4; line++) {
        add(&desk, "A1", LEVEL_ERROR, line, NULL);
        add(&desk, "R001", LEVEL_ERROR, line, NULL);
    }
    add(&desk, "A1", LEVEL_ERROR, 5, "because");
    for (unsigned line = 6; line <= 8; line++)
        add(&desk, "A12", LEVEL_WARNING, line, NULL);
    add_file(&desk, "a.json");
    CU_ASSERT_STRING_EQUAL(finish(&desk),
        "a.json:1:2: error A1: 附件1 甲: s [/1]\n"
        "a.json:2:2: likewise A1: 附件1 甲: 2元 [/2]\n"
        "a.json:3:2: likewise A1: 附件1 甲: 3元 [/3]\n"
        "a.json:4:2: likewise A1: 附件1 甲: 4元 [/4]\n"
        "a.json:1:2: error R001: 附件1 甲: s [/1]\n"
        "a.json:2:2: error R001: 附件1 甲: s [/2]\n"
        "a.json:3:2: error R001: 附件1 甲: s [/3]\n"
        "a.json:4:2: error R001: 附件1 甲: s [/4]\n"
        "a.json:6:2: warning A12: 附件1 甲: s [/6]\n"
        "a.json:7:2: warning A12: 附件1 甲: s [/7]\n"
        "a.json:8:2: warning A12: 附件1 甲: s [/8]\n"
        "a.json: error 8, warning 3, answered 1\n"
        "  error   A1    4 places  must agree\n"
        "  error   R001  4 places  a reference without its end\n"
        "  warning A12   3 places  not over\n");
    end(&desk);
}

static void text_says_that_there_is_nothing(void)
{
    static const struct { enum language language; const char *answer, *text; }
    cases[] = {
        { LANGUAGE_ZH, NULL, "b〔换行符〕: 没有问题\n" },
        { LANGUAGE_EN, NULL, "b[line feed]: no findings\n" },
        { LANGUAGE_ZH, "因故", "b〔换行符〕: 没有问题，已说明 1\n" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct desk desk;
        begin(&desk, &(struct report_options){
            .language = cases[i].language });
        if (cases[i].answer)
            add(&desk, "A12", LEVEL_WARNING, 1, cases[i].answer);
        add_file(&desk, "b\n");
        CU_ASSERT_STRING_EQUAL(finish(&desk), cases[i].text);
        end(&desk);
    }
}

static void text_counts_several_files(void)
{
    static const enum level levels[] = { LEVEL_HINT, LEVEL_WARNING,
        LEVEL_ERROR, LEVEL_SYSTEM };
    static const char *const totals[] = {
        "共 4 个文件：未能检查 1，有错误 1，有警告 1，无问题 1\n"
        "合计：系统 1，错误 2，警告 3，提示 4\n"
        "  系统 A1  1 处  1 个文件  要{相等}\n"
        "  错误 A1  2 处  2 个文件  要{相等}\n"
        "  警告 A1  3 处  3 个文件  要{相等}\n"
        "  提示 A1  4 处  4 个文件  要{相等}\n",
        "4 files: not checked 1, with errors 1, with warnings 1, clean 1\n"
        "in all: system 1, error 2, warning 3, hint 4\n"
        "  system  A1  1 place   1 file   must agree\n"
        "  error   A1  2 places  2 files  must agree\n"
        "  warning A1  3 places  3 files  must agree\n"
        "  hint    A1  4 places  4 files  must agree\n" };

    for (size_t i = 0; i < COUNT(totals); i++) {
        struct desk desk;
        begin(&desk, &(struct report_options){
            .language = (enum language)i });
        for (size_t k = 0; k < COUNT(levels); k++) {
            add(&desk, "A1", levels[k], 1, NULL);
            add_file(&desk, "a.json");
        }
        const char *text = finish(&desk);
        const char *total = strstr(text, totals[i]);
        CU_ASSERT_PTR_NOT_NULL_FATAL(total);
        CU_ASSERT_STRING_EQUAL(total, totals[i]);
        end(&desk);
    }
}

/* Of one level what more files have, then what has more places, then by
 * code. */
static void text_has_the_commonest_first(void)
{
    struct desk desk;

    begin(&desk, &(struct report_options){ .quiet = true });
    add(&desk, "A12", LEVEL_ERROR, 1, NULL);
    add(&desk, "A12", LEVEL_ERROR, 1, "answered");
    add(&desk, "C3", LEVEL_WARNING, 1, NULL);
    add_file(&desk, "a.json");
    add(&desk, "B2", LEVEL_ERROR, 1, NULL);
    for (unsigned line = 1; line <= 5; line++)
        add(&desk, "A1", LEVEL_ERROR, line, NULL);
    add(&desk, "A2", LEVEL_ERROR, 1, NULL);
    add_file(&desk, "a.json");
    CU_ASSERT_STRING_EQUAL(finish(&desk),
        "共 2 个文件：有错误 2\n"
        "合计：错误 9，警告 2，已说明 2\n"
        "  错误 A12  2 处  2 个文件  不超\n"
        "  错误 A1   5 处  1 个文件  要{相等}\n"
        "  错误 A2   1 处  1 个文件  \n"
        "  错误 B2   1 处  1 个文件  \n"
        "  警告 C3   2 处  2 个文件  \n");
    end(&desk);
}

static void text_may_be_quiet(void)
{
    struct desk desk;

    begin(&desk, &(struct report_options){ .quiet = true });
    add(&desk, "A1", LEVEL_ERROR, 1, NULL);
    add_file(&desk, "a.json");
    add(&desk, "A12", LEVEL_SYSTEM, 1, NULL);
    add_file(&desk, "a.json");
    CU_ASSERT_STRING_EQUAL(finish(&desk),
        "a.json:1:2: 错误 A1: 附件1 甲：句 [/1]\n"
        "a.json:1:2: 系统 A12: 附件1 甲：句 [/1]\n"
        "a.json: 系统 1，错误 1\n"
        "  系统 A12  1 处  不超\n"
        "  错误 A1   1 处  要{相等}\n"
        "共 2 个文件：未能检查 1，有错误 1\n"
        "合计：系统 1，错误 2\n"
        "  系统 A12  1 处  1 个文件  不超\n"
        "  错误 A1   2 处  2 个文件  要{相等}\n");
    end(&desk);
}

static void text_may_be_brief(void)
{
    struct desk desk;

    begin(&desk, &(struct report_options){ .brief = true });
    add(&desk, "A1", LEVEL_ERROR, 1, NULL);
    add_file(&desk, "a.json");
    add_file(&desk, "a.json");
    CU_ASSERT_STRING_EQUAL(finish(&desk),
        "a.json:1:2: 错误 A1: 附件1 甲：句 [/1]\n"
        "a.json:1:2: 错误 A1: 附件1 甲：句 [/1]\n");
    end(&desk);
}

static void text_may_have_colours(void)
{
    struct desk desk;

    begin(&desk, &(struct report_options){ .coloured = true });
    add(&desk, "A1", LEVEL_ERROR, 1, NULL);
    add_file(&desk, "a.json");
    CU_ASSERT_STRING_EQUAL(finish(&desk),
        "\x1B[1ma.json:1:2:\x1B[0m \x1B[31m错误\x1B[0m A1: 附件1 甲：句 [/1]\n"
        "a.json: \x1B[31m错误\x1B[0m 1\n"
        "  \x1B[31m错误\x1B[0m A1  1 处  要{相等}\n");
    end(&desk);
}

static void text_knows_that_memory_ran_out(void)
{
    struct desk desk;

    begin(&desk, &(struct report_options){0});
    findings_out_of_memory(desk.findings);
    add_file(&desk, "a.json");
    const char *text = finish(&desk);
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "系统 X001: 内存不足"));
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "a.json: 系统 1\n"));
    end(&desk);
}

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
static void fill(struct desk *desk)
{
    findings_add_made(desk->findings, &(struct finding){ .code = "A1",
        .level = LEVEL_ERROR, .place = { 1, 2 }, .pointer = "/a/b",
        .attachment = "附件1", .where = "附件1 甲", .found = "3.87万元",
        .expected = "3.88万元", .text = { "应为{x}", "be {x}" },
        .basis = "表" });
    add(desk, "A12", LEVEL_WARNING, 5, "因故");
    findings_set_file(desk->findings, "/last year/100%\xFF.json");
    findings_add(desk->findings, CATALOGUE_SHAPE_REQUIRED,
        (struct place){ 6, 1 }, "", "label", "甲", "allowed", "乙", "hint",
        "", NULL);
    findings_add(desk->findings, CATALOGUE_FILE_MISSING,
        (struct place){ 0, 0 }, NULL, NULL);
    findings_set_file(desk->findings, NULL);
    add(desk, "Z9", LEVEL_HINT, 7, NULL);
    add_file(desk, "a.json");

    struct findings *none = findings_new();
    report_file(desk->report, &(struct report_file){ .path = "b.json",
        .findings = none });
    findings_free(none);
    findings_add(desk->faults, CATALOGUE_OUTPUT_CUT, (struct place){ 0, 0 },
        NULL, NULL);
}

static void json_has_everything(void)
{
    struct desk desk;

    begin(&desk, &(struct report_options){ .format = REPORT_JSON });
    fill(&desk);
    const char *text = finish(&desk);
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
    end(&desk);
}

static void json_tells_a_finding_by_its_members(void)
{
    struct desk desk;

    begin(&desk, &(struct report_options){ .format = REPORT_JSON });
    fill(&desk);
    cJSON *json = cJSON_Parse(finish(&desk));
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
    end(&desk);
}

static void json_is_valid_without_any_file(void)
{
    struct desk desk;

    begin(&desk, &(struct report_options){ .format = REPORT_JSON });
    findings_add(desk.faults, CATALOGUE_OPTION_UNKNOWN,
        (struct place){ 0, 0 }, NULL, "name", "--x", NULL);
    const char *text = finish(&desk);
    is_valid(text);
    cJSON *json = cJSON_Parse(text);
    has_number(json, "status", LEVEL_USAGE);
    has_count(json, "files", 0);
    cJSON_Delete(json);
    end(&desk);
}

static void sarif_has_results_of_the_data(void)
{
    static const char result[] = "runs.0.results.0";
    struct desk desk;
    char path[64];

    begin(&desk, &(struct report_options){ .format = REPORT_SARIF });
    fill(&desk);
    cJSON *json = cJSON_Parse(finish(&desk));
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
    end(&desk);
}

static void sarif_describes_rules_and_codes_that_occur(void)
{
    static const char driver[] = "runs.0.tool.driver";
    struct desk desk;

    begin(&desk, &(struct report_options){ .format = REPORT_SARIF,
        .language = LANGUAGE_EN });
    fill(&desk);
    cJSON *json = cJSON_Parse(finish(&desk));
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
    end(&desk);
}

static void sarif_tells_how_rules_were_changed(void)
{
    static const char path[] = "runs.0.invocations.0"
        ".ruleConfigurationOverrides";
    struct desk desk;

    begin(&desk, &(struct report_options){ .format = REPORT_SARIF });
    rules_set_level(desk.rules, "A1", LEVEL_HINT, desk.findings);
    rules_set_parameter(desk.rules, "A12", "ceiling", "150", desk.findings);
    rules_disable(desk.rules, "C9", desk.findings);
    add_file(&desk, "a.json");
    cJSON *json = cJSON_Parse(finish(&desk));
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
    end(&desk);
}

static void sarif_notes_what_is_no_fault_of_the_data(void)
{
    static const char invocation[] = "runs.0.invocations.0";
    static const char notes[] = "toolExecutionNotifications";
    struct desk desk;

    begin(&desk, &(struct report_options){ .format = REPORT_SARIF });
    fill(&desk);
    cJSON *json = cJSON_Parse(finish(&desk));
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
    end(&desk);
}

static void knows_the_names_of_its_formats(void)
{
    enum report_format format;

    CU_ASSERT_TRUE(report_format_parse("text", &format));
    CU_ASSERT_EQUAL(format, REPORT_TEXT);
    CU_ASSERT_TRUE(report_format_parse("json", &format));
    CU_ASSERT_EQUAL(format, REPORT_JSON);
    CU_ASSERT_TRUE(report_format_parse("sarif", &format));
    CU_ASSERT_EQUAL(format, REPORT_SARIF);
    CU_ASSERT_FALSE(report_format_parse("JSON", &format));
    CU_ASSERT_FALSE(report_format_parse("", &format));
}

CU_TestInfo reports_tests[] = {
    {"text lists findings and sums up", text_lists_findings_and_sums_up},
    {"text tells a rule of many places once",
        text_tells_a_rule_of_many_places_once},
    {"text says that there is nothing", text_says_that_there_is_nothing},
    {"text counts several files", text_counts_several_files},
    {"text has the commonest first", text_has_the_commonest_first},
    {"text may be quiet", text_may_be_quiet},
    {"text may be brief", text_may_be_brief},
    {"text may have colours", text_may_have_colours},
    {"text knows that memory ran out", text_knows_that_memory_ran_out},
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
    {"know the names of their formats", knows_the_names_of_its_formats},
    CU_TEST_INFO_NULL
};
