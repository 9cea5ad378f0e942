/* Summaries of many records: groups, copied texts and sets, tables. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "15_summary/alike.h"
#include "15_summary/columns.h"
#include "15_summary/copies.h"
#include "15_summary/shape.h"
#include "fixture.h"
#include "library/summaries/address.h"
#include "library/summaries/summaries.h"

static const struct resources built_in = { .data_dir = NULL };

/* --- records made up ---------------------------------------------------- */

/* A sketch that two have alike where their seeds are the same. */
static struct sketch sketch_of(unsigned seed)
{
    struct sketch sketch;

    for (int k = 0; k < SKETCH_CLASSES; k++)
        sketch.least[k] = (uint16_t)((seed * 7919u + (unsigned)k * 104729u)
            % 65521u);
    return sketch;
}

static char *copy(struct record *record, const char *text)
{
    return arena_copy(&record->arena, text, strlen(text));
}

/* A set of a unit and year with one text; seeds tell what is the same. */
static struct record *make(const char *path, const char *unit,
    const char *year, unsigned set, unsigned text)
{
    struct record *record = calloc(1, sizeof *record);

    record->path = copy(record, path);
    record->digest = record->folder = "";
    record->edition = "hunan-county-2023";
    record->program = "jixiao 0.1.0";
    record->values = arena_new(&record->arena, 2, sizeof *record->values);
    record->values[0] = (struct record_value){ "unit", "单位", "text", "",
        "stated", copy(record, unit), copy(record, unit), true };
    record->values[1] = (struct record_value){ "year", "年度", "year", "年",
        "stated", copy(record, year), copy(record, year), true };
    record->value_count = 2;
    record->texts = arena_new(&record->arena, 1, sizeof *record->texts);
    record->texts[0] = (struct record_text){ "/report/a/0", "附件3 “概况”",
        sketch_of(text) };
    record->text_count = 1;
    record->sketch = sketch_of(set);
    return record;
}

/* What is found of sets that are added by a function; its codes. */
static struct findings *find(void (*add)(struct summary *summary))
{
    struct findings *findings = findings_new();
    struct summary *summary = summary_new();

    add(summary);
    CU_ASSERT_TRUE(summary_finish(summary, findings));
    CU_ASSERT_TRUE(copies_find(summary, fixture_lexicon(), findings));
    summary_free(summary);
    return findings;
}

/* --- records kept ------------------------------------------------------ */

static void keeps_what_records_say_once(void)
{
    struct summary *summary = summary_new();
    struct buffer before = BUFFER_EMPTY, after = BUFFER_EMPTY;
    struct record_count counts[] = {
        { "A01", LEVEL_ERROR, { "题", "title" }, 2, 1 } };

    for (unsigned k = 0; k < 2; k++) {
        struct record *record = make(k ? "b.json" : "a.json", "甲局", "2024",
            k + 1, 10);
        record->counts = counts;
        record->count_count = COUNT(counts);
        record_print(record, &before);
        CU_ASSERT_TRUE(summary_add(summary, record));
        record_print(summary->records[k], &after);
    }
    CU_ASSERT_STRING_EQUAL(buffer_string(&after), buffer_string(&before));
    const struct record *one = summary->records[0];
    const struct record *two = summary->records[1];
    CU_ASSERT_PTR_EQUAL(one->texts[0].where, two->texts[0].where);
    CU_ASSERT_PTR_EQUAL(one->values[1].label, two->values[1].label);
    CU_ASSERT_PTR_EQUAL(one->counts[0].title[LANGUAGE_EN],
        two->counts[0].title[LANGUAGE_EN]);
    CU_ASSERT_PTR_EQUAL(one->values[0].text, one->values[0].value);
    buffer_free(&before);
    buffer_free(&after);
    summary_free(summary);
}

/* --- sketches ----------------------------------------------------------- */

static void groups_what_is_nearly_the_same(void)
{
    struct sketch list[] = { sketch_of(1), sketch_of(2), sketch_of(1),
        sketch_of(3), sketch_of(2), sketch_of(4) };
    const struct sketch *sketches[COUNT(list)];
    const size_t wanted[] = { 0, 1, 0, 3, 1, 5 };
    size_t groups[COUNT(list)];

    for (size_t k = 0; k < COUNT(list); k++)
        sketches[k] = &list[k];
    for (int k = 0; k < SKETCH_CLASSES / 8; k++)
        list[2].least[k * 8] = (uint16_t)k;     /* an eighth is another */
    CU_ASSERT_TRUE(alike_group(sketches, COUNT(list), 80, groups));
    for (size_t k = 0; k < COUNT(list); k++)
        CU_ASSERT_EQUAL(groups[k], wanted[k]);
    CU_ASSERT_TRUE(alike_group(sketches, COUNT(list), 95, groups));
    CU_ASSERT_EQUAL(groups[2], 2);
}

static void reads_sketches_back(void)
{
    static const char *const wrong[] = { "", "0", "zzzz" };
    struct sketch sketch = sketch_of(9), again;
    struct buffer text = BUFFER_EMPTY;

    sketch_print(&sketch, &text);
    CU_ASSERT_TRUE(sketch_read(buffer_string(&text), &again));
    CU_ASSERT_EQUAL(sketch_alike(&sketch, &again), 100);
    for (size_t k = 0; k < COUNT(wrong); k++)
        CU_ASSERT_FALSE(sketch_read(wrong[k], &again));
    text.bytes[17] = 'G';
    CU_ASSERT_FALSE(sketch_read(buffer_string(&text), &again));
    sketch_begin(&again);
    CU_ASSERT_EQUAL(sketch_alike(&again, &again), 0);   /* has nothing */
    buffer_free(&text);
}

/* --- what units have in common ------------------------------------------ */

static void add_shared_text(struct summary *summary)
{
    summary_add(summary, make("c.json", "丙局", "2024", 3, 30));
    summary_add(summary, make("a.json", "甲局", "2024", 1, 10));
    summary_add(summary, make("b.json", "乙局", "2024", 2, 10));
}

static void tells_a_shared_text_with_both_places(void)
{
    struct findings *findings = find(add_shared_text);

    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "Z006 0:0 /report/a/0");
    const struct finding *finding = findings_get(findings, 0);
    CU_ASSERT_STRING_EQUAL(finding->file, "a.json");
    CU_ASSERT_STRING_EQUAL(finding->where, "附件3 “概况”");
    CU_ASSERT_PTR_NOT_NULL(strstr(finding->text[LANGUAGE_ZH], "“甲局”"));
    CU_ASSERT_PTR_NOT_NULL(strstr(finding->text[LANGUAGE_ZH], "：乙局（"));
    CU_ASSERT_PTR_NOT_NULL(strstr(finding->text[LANGUAGE_ZH], "b.json"));
    findings_free(findings);
}

static void add_text_of_all(struct summary *summary)
{
    char path[32], unit[32];

    for (unsigned k = 0; k < 40; k++) {
        snprintf(path, sizeof path, "%02u.json", k);
        snprintf(unit, sizeof unit, "单位%u", k);
        summary_add(summary, make(path, unit, "2024", k + 1,
            k < 12 ? 10 : k + 100));
    }
}

static void add_text_of_three(struct summary *summary)
{
    summary_add(summary, make("a.json", "甲局", "2024", 1, 10));
    summary_add(summary, make("b.json", "乙局", "2024", 2, 10));
    summary_add(summary, make("c.json", "丙局", "2024", 3, 10));
}

static void add_years(struct summary *summary)
{
    summary_add(summary, make("a.json", "甲局", "2023", 1, 10));
    summary_add(summary, make("b.json", "甲局", "2024", 1, 10));
}

/* What many write is words of a law; a unit may say the same every year. */
static void tells_no_text_that_all_write(void)
{
    void (*const cases[])(struct summary *) = { add_text_of_all,
        add_text_of_three, add_years };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct findings *findings = find(cases[k]);
        CU_ASSERT_EQUAL(findings_count(findings), 0);
        findings_free(findings);
    }
}

static void add_copied_set(struct summary *summary)
{
    summary_add(summary, make("a.json", "甲局", "2024", 1, 10));
    summary_add(summary, make("b.json", "乙局", "2024", 1, 10));
    summary_add(summary, make("c.json", "丙局", "2024", 3, 30));
}

static void tells_a_copied_set_but_not_each_text(void)
{
    struct findings *findings = find(add_copied_set);

    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "Z005 0:0");
    findings_free(findings);
}

static void add_set_of_many(struct summary *summary)
{
    char path[32], unit[32];

    for (unsigned k = 0; k < 200; k++) {
        snprintf(path, sizeof path, "%03u.json", k);
        snprintf(unit, sizeof unit, "单位%03u", k);
        summary_add(summary, make(path, unit, "2024", 1, 10));
    }
}

static void names_as_many_of_a_copied_set_as_can_be_read(void)
{
    struct findings *findings = find(add_set_of_many);
    const char *said = fixture_sentence(findings, 0, LANGUAGE_ZH);

    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "Z005 0:0");
    CU_ASSERT_PTR_NOT_NULL(strstr(said, "另外 199 个单位"));
    CU_ASSERT_PTR_NOT_NULL(strstr(said, "单位020（020.json）、…；"));
    CU_ASSERT_PTR_NULL(strstr(said, "单位021"));
    findings_free(findings);
}

static void add_unit_twice(struct summary *summary)
{
    summary_add(summary, make("a.json", "甲局", "2024", 1, 10));
    summary_add(summary, make("b.json", "甲局", "2024", 2, 20));
    summary_add(summary, make("c.json", "甲局", "2023", 3, 30));
}

static void tells_a_unit_with_two_files(void)
{
    struct findings *findings = find(add_unit_twice);

    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "Z004 0:0");
    CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(findings, 0, LANGUAGE_ZH),
        "b.json"));
    CU_ASSERT_PTR_NULL(strstr(fixture_sentence(findings, 0, LANGUAGE_ZH),
        "c.json"));
    findings_free(findings);
}

static void add_other_years(struct summary *summary)
{
    summary_add(summary, make("a.json", "甲局", "2024", 1, 10));
    summary_add(summary, make("b.json", "", "2023", 2, 10));
    summary_add(summary, make("c.json", "丙局", "2024", 3, 30));
    summary_add(summary, make("d.json", "丁局", "2024", 4, 40));
}

/* Where there is one year alone it goes without saying. */
static void tells_years_apart_where_there_are_several(void)
{
    struct findings *findings = find(add_other_years);
    const char *said = fixture_sentence(findings, 0, LANGUAGE_ZH);

    CU_ASSERT_PTR_NOT_NULL(strstr(said, "甲局2024年"));
    CU_ASSERT_PTR_NOT_NULL(strstr(said, "：b.json（"));
    findings_free(findings);
}

static void add_file_twice(struct summary *summary)
{
    summary_add(summary, make("a.json", "甲局", "2023", 1, 10));
    summary_add(summary, make("a.json", "甲局", "2024", 1, 10));
    summary_add(summary, make("a.json", "甲局", "2024", 1, 10));
}

static void keeps_the_last_record_of_a_file(void)
{
    struct findings *findings = find(add_file_twice);

    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "Z003 0:0");
    findings_free(findings);
}

/* --- files -------------------------------------------------------------- */

static void makes_cells_of_csv_harmless(void)
{
    static const struct { const char *unit, *cell; } cases[] = {
        { "甲局", "\"甲局\"," }, { "=1+1", "\"'=1+1\"," },
        { "+1", "\"'+1\"," }, { "-1", "\"'-1\"," }, { "@a", "\"'@a\"," },
        { "\t=1", "\"'\t=1\"," }, { "a=1", "\"a=1\"," },
        { "a\"b", "\"a\"\"b\"," }, { "a,b", "\"a,b\"," },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct summary *summary = summary_new();
        struct findings *findings = findings_new();
        struct summary_writing writing = { .summary = summary };
        struct buffer out = BUFFER_EMPTY;
        summary_add(summary, make("a.json", cases[k].unit, "2024", 1, 1));
        summary_finish(summary, findings);
        CU_ASSERT_TRUE(fields_collect(summary, &writing.fields));
        CU_ASSERT_TRUE(summary_write_csv(&writing, &out));
        const char *line = strstr(buffer_string(&out), "\r\n") + 2;
        CU_ASSERT_EQUAL(strncmp(line, cases[k].cell, strlen(cases[k].cell)),
            0);
        buffer_free(&out);
        fields_free(&writing.fields);
        findings_free(findings);
        summary_free(summary);
    }
}

static void keeps_to_the_schema_of_its_json(void)
{
    struct summary *summary = summary_new();
    struct findings *findings = findings_new();
    struct summary_writing writing = { .summary = summary,
        .found = findings };
    struct buffer out = BUFFER_EMPTY;

    add_shared_text(summary);
    summary_finish(summary, findings);
    copies_find(summary, fixture_lexicon(), findings);
    fields_collect(summary, &writing.fields);
    CU_ASSERT_TRUE(summary_write_json(&writing, &out));
    struct findings *faults = findings_new();
    struct json *json = shape_parse(&built_in,
        "schemas/common/summary-report.schema.json", "a.json",
        buffer_string(&out), out.length, faults);
    CU_ASSERT_PTR_NOT_NULL(json);
    CU_ASSERT_EQUAL(findings_count(faults), 0);
    json_free(json);
    buffer_free(&out);
    fields_free(&writing.fields);
    findings_free(faults);
    findings_free(findings);
    summary_free(summary);
}

static void names_files_from_where_it_is(void)
{
    static const struct { const char *from, *path, *address; } cases[] = {
        { "/a/s.html", "/a/b/index.html", "b/index.html" },
        { "/a/s.html", "/b/x", "../b/x" },
        { "/a/b/s.html", "/a/bc/x", "../bc/x" },
        { "/s.html", "/a", "a" },
        { "/a/../b/./s.html", "/b//c/../d", "d" },
        { "/a/s.html", "/a/x y#1?.json", "x%20y%231%3F.json" },
        { "/a/s.html", "/a/javascript:1", "javascript%3A1" },
        { "/a/s.html", "/a/甲", "%E7%94%B2" },
        { "s.html", "out/a", "out/a" },
        { "far/s.html", "out/a", "../out/a" },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct buffer out = BUFFER_EMPTY;
        address_print((void *)cases[k].from, cases[k].path, &out);
        CU_ASSERT_STRING_EQUAL(buffer_string(&out), cases[k].address);
        buffer_free(&out);
    }
}

/* --- which values ------------------------------------------------------- */

static void refuses_columns_that_are_wrong(void)
{
    static const char *const cases[] = { "", "[]", "{\"columns\": []}",
        "{\"columns\": [{\"name\": \"a\"}], \"names\": []}",
        "{\"columns\": [{\"name\": \"A\", \"pointer\": \"/a\"}], "
            "\"names\": []}",
        "{\"columns\": [{\"name\": \"a\", \"pointer\": \"a\"}], "
            "\"names\": []}",
        "{\"columns\": [], \"names\": [1]}" };
    struct fixture fixture;

    fixture_begin(&fixture);
    fixture_copy(&fixture, "schemas/common/summary.schema.json");
    for (size_t k = 0; k < COUNT(cases); k++) {
        struct findings *findings = findings_new();
        fixture_write(&fixture, "schemas/e/summary.json", cases[k]);
        CU_ASSERT_PTR_NULL(columns_load(&fixture.resources,
            "schemas/e/summary.json", findings));
        CU_ASSERT_TRUE(findings_count(findings) > 0);
        CU_ASSERT_STRING_EQUAL(findings_get(findings, 0)->file,
            "schemas/e/summary.json");
        findings_free(findings);
    }
    fixture_end(&fixture);
}

static void has_no_columns_without_a_file(void)
{
    struct findings *findings = findings_new();
    struct columns *columns = columns_load(&built_in, "schemas/e/none.json",
        findings);

    CU_ASSERT_EQUAL(columns->count + columns->name_count, 0);
    CU_ASSERT_EQUAL(findings_count(findings), 0);
    columns_free(columns);
    findings_free(findings);
}

CU_TestInfo summary_tests[] = {
    { "keeps what records say once", keeps_what_records_say_once },
    { "groups what is nearly the same", groups_what_is_nearly_the_same },
    { "reads sketches back", reads_sketches_back },
    { "tells a shared text with both places",
        tells_a_shared_text_with_both_places },
    { "tells no text that all write", tells_no_text_that_all_write },
    { "tells a copied set, but not each text",
        tells_a_copied_set_but_not_each_text },
    { "names as many of a copied set as can be read",
        names_as_many_of_a_copied_set_as_can_be_read },
    { "tells years apart where there are several",
        tells_years_apart_where_there_are_several },
    { "tells a unit with two files", tells_a_unit_with_two_files },
    { "keeps the last record of a file", keeps_the_last_record_of_a_file },
    { "makes cells of CSV harmless", makes_cells_of_csv_harmless },
    { "keeps to the schema of its JSON", keeps_to_the_schema_of_its_json },
    { "names files from where it is", names_files_from_where_it_is },
    { "refuses columns that are wrong", refuses_columns_that_are_wrong },
    { "has no columns without a file", has_no_columns_without_a_file },
    CU_TEST_INFO_NULL,
};
