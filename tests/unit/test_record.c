/* The record of a data file, of which summaries are made, printed and read. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "15_summary/record.h"
#include "15_summary/shape.h"
#include "fixture.h"

#define FULL "input/example-full-2024.json"
#define DIGITS_16 "0123456789abcdef"
#define DIGITS_128 DIGITS_16 DIGITS_16 DIGITS_16 DIGITS_16 DIGITS_16 \
    DIGITS_16 DIGITS_16 DIGITS_16

/* The smallest that there is, with members put in before its end. */
#define WITH(members) "{'program': 'jixiao 0.1.0', 'file': 'a.json', " \
    "'status': 2, 'values': [], 'findings': [], 'texts': [], " \
    "'sketch': '" DIGITS_128 "'" members "}"

static struct schema *shape;
static const struct resources built_in = { .data_dir = NULL };

static void open_shape(struct findings *findings)
{
    if (!shape)
        shape = shape_open(&built_in, "schemas/common/record.schema.json",
            findings);
    findings_set_file(findings, "r.jsonl");
}

/* Reads a text in which ' stands for ". */
static struct record *read_quoted(const char *text, unsigned line,
    struct findings *findings)
{
    char *copy = strdup(text);

    for (char *at = copy; (at = strchr(at, '\'')); at++)
        *at = '"';
    open_shape(findings);
    struct record *record = record_read(shape, copy, strlen(copy), line,
        findings);
    free(copy);
    return record;
}

static void reads_what_it_has_printed(void)
{
    struct findings *findings = findings_new();
    struct buffer again = BUFFER_EMPTY, text = BUFFER_EMPTY;
    struct record *record = read_quoted(WITH(", 'folder': 'output/甲', "
        "'edition': 'e'"), 1, findings);

    CU_ASSERT_STRING_EQUAL(record->folder, "output/甲");
    CU_ASSERT_STRING_EQUAL(record->digest, "");
    CU_ASSERT_EQUAL(record->status, LEVEL_ERROR);
    record_print(record, &text);
    struct record *other = record_read(shape, buffer_string(&text),
        text.length, 1, findings);
    record_print(other, &again);
    CU_ASSERT_STRING_EQUAL(buffer_string(&again), buffer_string(&text));
    CU_ASSERT_EQUAL(strchr(buffer_string(&text), '\n'),
        buffer_string(&text) + text.length - 1);
    CU_ASSERT_EQUAL(findings_count(findings), 0);
    record_free(record);
    record_free(other);
    buffer_free(&text);
    buffer_free(&again);
    findings_free(findings);
}

static void refuses_what_is_no_record(void)
{
    static const char *const cases[] = { "", "{'program': 'jixiao", "[]",
        "{}", WITH(", 'status': 2"), WITH(", 'more': 1"),
        WITH(", 'edition': '../e'"), WITH(", 'sha256': 'ABC'"), WITH("") "x" };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct findings *findings = findings_new();
        CU_ASSERT_PTR_NULL(read_quoted(cases[k], 7, findings));
        CU_ASSERT_TRUE(findings_count(findings) > 0);
        for (size_t n = 0; n < findings_count(findings); n++) {
            const struct finding *finding = findings_get(findings, n);
            CU_ASSERT_EQUAL(finding->place.line, 7);
            CU_ASSERT_STRING_EQUAL(finding->file, "r.jsonl");
        }
        CU_ASSERT_TRUE(findings_worst(findings) >= LEVEL_ERROR);
        findings_free(findings);
    }
}

/* Members of a record that no run writes. */
static void refuses_values_that_are_out_of_bounds(void)
{
    static const struct { const char *from, *to, *pointer; } cases[] = {
        { "'status': 2", "'status': 5", "/status" },
        { "'status': 2", "'status': -1", "/status" },
        { "'status': 2", "'status': 2.5", "/status" },
        { "'status': 2", "'status': '2'", "/status" },
        { "'texts': []", "'texts': {}", "/texts" },
        { "'texts': []", "'texts': [{'pointer': 'a', 'sketch': '"
            DIGITS_128 "'}]", "/texts/0/pointer" },
        { "'texts': []", "'texts': [{'pointer': '/a', 'sketch': 'z'}]",
            "/texts/0/sketch" },
        { "'findings': []", "'findings': [{'code': 'A01', 'level': 'bad', "
            "'open': 1, 'answered': 0}]", "/findings/0/level" },
        { "'findings': []", "'findings': [{'code': '../x', 'level': 'error', "
            "'open': 1, 'answered': 0}]", "/findings/0/code" },
        { "'findings': []", "'findings': [{'code': 'A01', 'level': 'error', "
            "'open': 99999999999999999999, 'answered': 0}]",
            "/findings/0/open" },
        { "'values': []", "'values': [{'name': 'a', 'type': 'amount', "
            "'state': 'stated', 'value': '1e9', 'text': '1'}]",
            "/values/0/value" },
        { "'values': []", "'values': [{'name': '<a>', 'type': 'text', "
            "'state': 'stated', 'value': '1', 'text': '1'}]",
            "/values/0/name" },
        { "'file': 'a.json'", "'file': ''", "/file" },
    };
    static const char whole[] = WITH("");

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct findings *findings = findings_new();
        struct buffer text = BUFFER_EMPTY;
        const char *at = strstr(whole, cases[k].from);
        buffer_add(&text, whole, (size_t)(at - whole));
        buffer_add_string(&text, cases[k].to);
        buffer_add_string(&text, at + strlen(cases[k].from));
        CU_ASSERT_PTR_NULL(read_quoted(buffer_string(&text), 1, findings));
        CU_ASSERT_EQUAL(findings_count(findings), 1);
        CU_ASSERT_STRING_EQUAL(findings_get(findings, 0)->pointer,
            cases[k].pointer);
        buffer_free(&text);
        findings_free(findings);
    }
}

static struct record *record_of(struct jixiao *jixiao, const char *path,
    struct jixiao_findings *faults)
{
    struct jixiao_findings *findings = jixiao_findings_new();
    struct jixiao_set *set = jixiao_read(jixiao, path, NULL, findings);
    struct jixiao_record *record = jixiao_record(path, set, NULL, findings,
        faults);

    jixiao_set_free(set);
    jixiao_findings_free(findings);
    return (struct record *)record;
}

static void knows_what_a_summary_shows(void)
{
    static const struct { const char *name, *value, *text; } cases[] = {
        { "unit", "示例县示例局", "示例县示例局" }, { "year", "2024", "2024" },
        { "budget", "25930000.00", "2593" },
        { "executed", "25332500.00", "2533.25" }, { "rate", "97.70", "97.7%" },
        { "score", "98.95", "98.95" }, { "grade", "优", "优" },
    };
    struct jixiao_findings *faults = jixiao_findings_new();
    struct jixiao *jixiao = jixiao_open(NULL, faults);
    struct record *record = record_of(jixiao, FULL, faults);

    CU_ASSERT_EQUAL(record->value_count, COUNT(cases));
    for (size_t k = 0; k < COUNT(cases); k++) {
        const struct record_value *value = record_value(record,
            cases[k].name);
        CU_ASSERT_STRING_EQUAL(value->value, cases[k].value);
        CU_ASSERT_STRING_EQUAL(value->text, cases[k].text);
    }
    CU_ASSERT_PTR_NULL(record_value(record, "other"));
    CU_ASSERT_EQUAL(strlen(record->digest), 64);
    CU_ASSERT_STRING_EQUAL(record->folder, "");
    CU_ASSERT_TRUE(record->text_count > 50);
    CU_ASSERT_EQUAL(sketch_alike(&record->sketch, &record->sketch), 100);
    CU_ASSERT_EQUAL(jixiao_findings_count(faults), 0);
    record_free(record);
    jixiao_close(jixiao);
    jixiao_findings_free(faults);
}

/* A blank has no value, and is no zero; a set without a shape has none. */
static void keeps_blanks_blank(void)
{
    struct jixiao_findings *faults = jixiao_findings_new();
    struct jixiao *jixiao = jixiao_open(NULL, faults);
    struct record *record = record_of(jixiao,
        "input/taojiang-hrss-2023.json", faults);
    struct record *none = record_of(jixiao, "input/none.json", faults);

    const struct record_value *executed = record_value(record, "executed");
    CU_ASSERT_STRING_EQUAL(executed->state, "null");
    CU_ASSERT_STRING_EQUAL(executed->value, "");
    CU_ASSERT_STRING_EQUAL(record_value(record, "rate")->text, "");
    CU_ASSERT_EQUAL(none->value_count, 0);
    CU_ASSERT_EQUAL(none->status, LEVEL_SYSTEM);
    CU_ASSERT_EQUAL(none->count_count, 1);
    record_free(record);
    record_free(none);
    jixiao_close(jixiao);
    jixiao_findings_free(faults);
}

/* Whether a value of a record is that text; NULL: there is none. */
static bool holds(const struct record *record, const char *name,
    const char *text)
{
    const struct record_value *value = record_value(record, name);

    return value ? text && strcmp(value->text, text) == 0 : !text;
}

#define DATA(members) "{\"edition\":\"hunan-county-2023\"," members

/* Data of a wrong shape says who filed it, where that is as it should be. */
static void knows_who_filed_a_wrong_shape(void)
{
    static const struct { const char *data, *unit, *year; } cases[] = {
        { DATA("\"unit\":{\"name\":\"甲局\"},\"year\":2024,\"more\":1}"),
            "甲局", "2024" },
        { DATA("\"unit\":{\"name\":\"甲局\",\"code\":1},\"year\":\"二四\"}"),
            "甲局", NULL },
        { DATA("\"unit\":{\"name\":5},\"year\":2024}"), NULL, "2024" },
        { DATA("\"unit\":\"甲局\",\"year\":2024}"), NULL, "2024" },
        { DATA("\"unit\":{\"name\":\"{{county}}局\"},\"more\":1}"), NULL,
            NULL },
        { DATA("\"unit\":{\"name\":\"甲局\"},\"year\":1,\"year\":2}"), NULL,
            NULL },
        { DATA("\"unit\":{\"name\":\"甲局\"},\"year\":2024"), NULL, NULL },
        { "{\"edition\":\"none\",\"unit\":{\"name\":\"甲局\"}}", NULL, NULL },
    };
    struct jixiao_findings *faults = jixiao_findings_new();
    struct jixiao *jixiao = jixiao_open(NULL, faults);
    struct fixture fixture;
    char path[80];

    fixture_begin(&fixture);
    snprintf(path, sizeof path, "%s/a.json", fixture.path);
    for (size_t k = 0; k < COUNT(cases); k++) {
        struct jixiao_findings *findings = jixiao_findings_new();
        fixture_write(&fixture, "a.json", cases[k].data);
        CU_ASSERT_PTR_NULL(jixiao_read(jixiao, path, NULL, findings));
        struct record *record = (struct record *)jixiao_record_of_no_set(
            jixiao, path, findings, faults);
        CU_ASSERT_TRUE(holds(record, "unit", cases[k].unit));
        CU_ASSERT_TRUE(holds(record, "year", cases[k].year));
        record_free(record);
        jixiao_findings_free(findings);
    }
    CU_ASSERT_EQUAL(jixiao_findings_count(faults), 0);
    fixture_end(&fixture);
    jixiao_close(jixiao);
    jixiao_findings_free(faults);
}

CU_TestInfo record_tests[] = {
    { "reads what it has printed", reads_what_it_has_printed },
    { "refuses what is no record", refuses_what_is_no_record },
    { "refuses values that are out of bounds",
        refuses_values_that_are_out_of_bounds },
    { "knows what a summary shows", knows_what_a_summary_shows },
    { "keeps blanks blank", keeps_blanks_blank },
    { "knows who filed a wrong shape", knows_who_filed_a_wrong_shape },
    CU_TEST_INFO_NULL,
};
