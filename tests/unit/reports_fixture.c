/* Findings of a file, reported as text, for the tests of reports. */

#include "reports_fixture.h"

#include <CUnit/CUnit.h>
#include <stdlib.h>

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

void desk_begin(struct report_desk *desk,
    const struct report_options *options)
{
    *desk = (struct report_desk){ .findings = findings_new(),
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

void desk_file(struct report_desk *desk, const char *path)
{
    report_file(desk->report, &(struct report_file){ .path = path,
        .findings = desk->findings, .edition = "e", .rules = desk->rules,
        .tallies = tallies });
}

const char *desk_finish(struct report_desk *desk)
{
    CU_ASSERT_TRUE(report_end(desk->report, desk->faults));
    fclose(desk->out);
    return desk->text;
}

void desk_end(struct report_desk *desk)
{
    free(desk->text);
    rules_free(desk->rules);
    formulas_free(desk->formulas);
    findings_free(desk->findings);
    findings_free(desk->faults);
    fixture_end(&desk->fixture);
}

void desk_add(struct report_desk *desk, const char *code, enum level level,
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
