/* The list of findings: its order and worst level, and that a lack of memory is
 * never forgotten. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/findings.h"
#include "fixture.h"

static struct findings *begin(void)
{
    struct findings *findings = findings_new();

    CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
    return findings;
}

static void add(struct findings *findings, const char *code,
    enum level level, unsigned line, unsigned column)
{
    findings_add_made(findings, &(struct finding){ .code = code,
        .level = level, .place = { line, column }, .text = { "句", "s" } });
}

static void starts_without_any(void)
{
    struct findings *findings = begin();

    CU_ASSERT_EQUAL(findings_count(findings), 0);
    CU_ASSERT_EQUAL(findings_worst(findings), LEVEL_HINT);
    findings_sort(findings);
    findings_free(findings);
    findings_free(NULL);
}

static void takes_code_level_and_explanation_of_a_formula(void)
{
    struct findings *findings = begin();
    const char *const explanation[] = { "分项之和", "the sum of its parts" };

    findings_add_as(findings, CATALOGUE_FORMULA_DIFFERS,
        &(struct finding){ .code = "A04", .level = LEVEL_WARNING,
            .place = { 7, 1 }, .pointer = "/total", .basis = "附件1" },
        explanation, "label", "合计", "expected", "3.88", "stated", "3.87",
        NULL);
    const struct finding *finding = findings_get(findings, 0);
    CU_ASSERT_STRING_EQUAL(finding->code, "A04");
    CU_ASSERT_EQUAL(finding->level, LEVEL_WARNING);
    CU_ASSERT_STRING_EQUAL(finding->pointer, "/total");
    CU_ASSERT_STRING_EQUAL(finding->basis, "附件1");
    CU_ASSERT_STRING_EQUAL(finding->text[LANGUAGE_EN],
        "should be 3.88 (the sum of its parts), stated is 3.87; correct "
        "it, or remove it to have it calculated");
    CU_ASSERT_PTR_NOT_NULL(strstr(finding->text[LANGUAGE_ZH],
        "应为3.88（分项之和），填报3.87"));
    findings_free(findings);
}

static void copies_whatever_it_is_given(void)
{
    struct findings *findings = begin();
    char code[] = "Z9", file[] = "a.json", pointer[] = "/p", text[] = "t",
        basis[] = "b", answer[] = "why", entry[] = "/e";

    findings_set_file(findings, file);
    findings_add_made(findings, &(struct finding){ .code = code,
        .level = LEVEL_WARNING, .pointer = pointer, .text = { text, text },
        .basis = basis });
    findings_answer(findings, 0, answer, entry);
    code[0] = file[0] = pointer[0] = text[0] = basis[0] = answer[0]
        = entry[0] = '#';
    const struct finding *finding = findings_get(findings, 0);
    CU_ASSERT_STRING_EQUAL(finding->code, "Z9");
    CU_ASSERT_STRING_EQUAL(finding->file, "a.json");
    CU_ASSERT_STRING_EQUAL(finding->pointer, "/p");
    CU_ASSERT_STRING_EQUAL(finding->text[LANGUAGE_ZH], "t");
    CU_ASSERT_STRING_EQUAL(finding->basis, "b");
    CU_ASSERT_STRING_EQUAL(finding->answer_pointer, "/e");
    CU_ASSERT_STRING_EQUAL(finding->answer, "why");
    findings_free(findings);
}

static void sorts_by_file_line_column_and_code(void)
{
    static const struct { const char *file, *code; unsigned line, column; }
    cases[] = {
        { "b.json", "Z1", 1, 1 },
        { "a.json", "A1", 2, 9 }, { "a.json", "B2", 2, 3 },
        { "b.json", "C3", 9, 1 }, { "a.json", "B1", 2, 3 },
        { "b.json", "D4", 0, 0 }, { "a.json", "E5", 1, 40 },
        { "b.json", "C3", 9, 1 }, { "a.json", "F6", 10, 1 },
    };
    struct findings *findings = begin();

    for (size_t i = 0; i < COUNT(cases); i++) {
        findings_set_file(findings, cases[i].file);
        add(findings, cases[i].code, LEVEL_ERROR, cases[i].line,
            cases[i].column);
    }
    /* b.json was named first. */
    CU_ASSERT_STRING_EQUAL(fixture_codes(findings),
        "D4 0:0, Z1 1:1, C3 9:1, C3 9:1, E5 1:40, B1 2:3, B2 2:3, A1 2:9, "
        "F6 10:1");
    findings_free(findings);
}

/* Within a file what belongs to no attachment comes first, and 附件10 last. */
static void sorts_hints_without_a_place_last(void)
{
    struct findings *findings = begin();

    findings_set_file(findings, "a");
    add(findings, "A1", LEVEL_HINT, 0, 0);
    findings_add_made(findings, &(struct finding){ .code = "A2",
        .attachment = "附件2", .level = LEVEL_HINT, .text = { "句", "s" } });
    add(findings, "A3", LEVEL_HINT, 7, 1);
    add(findings, "A4", LEVEL_WARNING, 0, 0);
    findings_set_file(findings, "b");
    add(findings, "B1", LEVEL_ERROR, 1, 1);
    CU_ASSERT_STRING_EQUAL(fixture_codes(findings),
        "A4 0:0, A3 7:1, A2 0:0, A1 0:0, B1 1:1");
    findings_free(findings);
}

static void sorts_by_attachment_before_line(void)
{
    static const struct { const char *file, *code, *attachment;
        unsigned line; } cases[] = {
        { "a", "A1", "附件10", 1 }, { "a", "A2", "附件2", 9 },
        { "a", "A3", "附件2", 3 }, { "a", "A4", "附件1", 7 },
        { "a", "A5", NULL, 99 }, { "a", "A6", NULL, 4 },
        { "b", "B1", NULL, 1 }, { "b", "B2", "附件1", 1 },
    };
    struct findings *findings = begin();

    for (size_t i = 0; i < COUNT(cases); i++) {
        findings_set_file(findings, cases[i].file);
        findings_add_made(findings, &(struct finding){
            .code = cases[i].code, .attachment = cases[i].attachment,
            .place = { cases[i].line, 1 }, .text = { "句", "s" } });
    }
    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "A6 4:1, A5 99:1, "
        "A4 7:1, A3 3:1, A2 9:1, A1 1:1, B1 1:1, B2 1:1");
    findings_free(findings);
}

struct revision {
    size_t seen;
    char codes[32];
};

/* Finding A goes, B gets all strings, C loses them, D stays. */
static bool revise(void *user, struct finding *finding)
{
    static char text[] = "changed";
    struct revision *revision = user;

    revision->seen++;
    strcat(revision->codes, finding->code);
    switch (*finding->code) {
    case 'A':
        return false;
    case 'B':
        finding->attachment = finding->where = finding->found = text;
        finding->expected = finding->basis = text;
        finding->level = LEVEL_HINT;
        finding->place = (struct place){ 7, 8 };
        return true;
    case 'C':
        finding->pointer = finding->basis = finding->answer = NULL;
        finding->text[LANGUAGE_EN] = "other";
        return true;
    }
    return true;
}

static void revises_findings_from_one_on(void)
{
    static const char *const codes[] = { "A", "B", "A", "C", "A", "D", "B",
        "A" };
    struct findings *findings = begin();
    struct revision revision = {0};

    for (size_t i = 0; i < COUNT(codes); i++)
        findings_add_made(findings, &(struct finding){ .code = codes[i],
            .level = LEVEL_ERROR, .place = { 1, 1 }, .pointer = "/p",
            .found = "was", .text = { "句", "s" }, .basis = "b",
            .answer = "a" });
    findings_revise(findings, 1, revise, &revision);
    CU_ASSERT_EQUAL(revision.seen, 7);
    CU_ASSERT_STRING_EQUAL(revision.codes, "BACADBA");
    CU_ASSERT_EQUAL_FATAL(findings_count(findings), 5);

    /* The first was not looked at. */
    CU_ASSERT_STRING_EQUAL(findings_get(findings, 0)->code, "A");
    CU_ASSERT_PTR_NULL(findings_get(findings, 0)->where);
    const struct finding *b = findings_get(findings, 1);
    CU_ASSERT_STRING_EQUAL(b->code, "B");
    CU_ASSERT_EQUAL(b->level, LEVEL_HINT);
    CU_ASSERT_EQUAL(b->place.line, 7);
    CU_ASSERT_EQUAL(b->place.column, 8);
    CU_ASSERT_STRING_EQUAL(b->attachment, "changed");
    CU_ASSERT_STRING_EQUAL(b->where, "changed");
    CU_ASSERT_STRING_EQUAL(b->found, "changed");
    CU_ASSERT_STRING_EQUAL(b->expected, "changed");
    CU_ASSERT_STRING_EQUAL(b->basis, "changed");
    CU_ASSERT_STRING_EQUAL(b->pointer, "/p");
    CU_ASSERT_PTR_NOT_EQUAL(b->where, b->found);        /* copies */
    const struct finding *c = findings_get(findings, 2);
    CU_ASSERT_STRING_EQUAL(c->code, "C");
    CU_ASSERT_PTR_NULL(c->pointer);
    CU_ASSERT_PTR_NULL(c->basis);
    CU_ASSERT_PTR_NULL(c->answer);
    CU_ASSERT_STRING_EQUAL(c->text[LANGUAGE_ZH], "句");
    CU_ASSERT_STRING_EQUAL(c->text[LANGUAGE_EN], "other");
    CU_ASSERT_STRING_EQUAL(findings_get(findings, 3)->code, "D");
    CU_ASSERT_STRING_EQUAL(findings_get(findings, 4)->code, "B");

    /* None, and none any more. */
    findings_revise(findings, 5, revise, &revision);
    findings_revise(findings, 99, revise, &revision);
    CU_ASSERT_EQUAL(revision.seen, 7);
    CU_ASSERT_EQUAL(findings_count(findings), 5);
    findings_free(findings);
}

/* That memory ran out is none that could be revised. */
static void revises_nothing_about_memory(void)
{
    struct findings *findings = begin();
    struct revision revision = {0};

    findings_out_of_memory(findings);
    findings_revise(findings, 0, revise, &revision);
    CU_ASSERT_EQUAL(revision.seen, 0);
    add(findings, "A", LEVEL_ERROR, 1, 1);
    findings_revise(findings, 0, revise, &revision);
    CU_ASSERT_EQUAL(findings_count(findings), 1);
    CU_ASSERT_EQUAL(findings_worst(findings), LEVEL_SYSTEM);
    findings_free(findings);
}

static void keeps_equals_in_the_order_of_arrival(void)
{
    struct findings *findings = begin();
    char text[24];

    for (int k = 0; k < 50; k++) {
        snprintf(text, sizeof text, "%d", k);
        findings_add_made(findings, &(struct finding){ .code = "A",
            .text = { text, text } });
    }
    findings_sort(findings);
    CU_ASSERT_EQUAL(findings_count(findings), 50);
    for (size_t k = 0; k < 50; k++) {
        snprintf(text, sizeof text, "%zu", k);
        CU_ASSERT_STRING_EQUAL(fixture_sentence(findings, k, LANGUAGE_EN),
            text);
    }
    findings_free(findings);
}

static void knows_the_worst_that_is_open(void)
{
    struct findings *findings = begin();

    add(findings, "H", LEVEL_HINT, 1, 1);
    CU_ASSERT_EQUAL(findings_worst(findings), LEVEL_HINT);
    add(findings, "W", LEVEL_WARNING, 1, 2);
    CU_ASSERT_EQUAL(findings_worst(findings), LEVEL_WARNING);
    findings_answer(findings, 1, "explained", "/e/0");
    CU_ASSERT_EQUAL(findings_worst(findings), LEVEL_HINT);
    findings_answer(findings, 1, "explained again", "/e/1");
    CU_ASSERT_STRING_EQUAL(findings_get(findings, 1)->answer,
        "explained again");
    CU_ASSERT_STRING_EQUAL(findings_get(findings, 1)->answer_pointer,
        "/e/1");
    add(findings, "E", LEVEL_ERROR, 1, 3);
    add(findings, "W", LEVEL_WARNING, 1, 4);
    CU_ASSERT_EQUAL(findings_worst(findings), LEVEL_ERROR);
    findings_free(findings);
}

static void never_forgets_that_memory_ran_out(void)
{
    struct findings *findings = begin();

    add(findings, "W", LEVEL_WARNING, 1, 1);
    findings_out_of_memory(findings);
    findings_out_of_memory(findings);
    CU_ASSERT_EQUAL(findings_worst(findings), LEVEL_SYSTEM);
    CU_ASSERT_EQUAL(findings_count(findings), 2);
    add(findings, "E", LEVEL_ERROR, 1, 2);
    CU_ASSERT_EQUAL(findings_worst(findings), LEVEL_SYSTEM);
    CU_ASSERT_EQUAL(findings_count(findings), 3);
    findings_sort(findings);
    const struct finding *last = findings_get(findings, 2);
    CU_ASSERT_STRING_EQUAL(last->code, "X001");
    CU_ASSERT_EQUAL(last->level, LEVEL_SYSTEM);
    CU_ASSERT_PTR_NULL(last->file);
    CU_ASSERT_TRUE(strlen(last->text[LANGUAGE_ZH]) > 0);
    CU_ASSERT_TRUE(strlen(last->text[LANGUAGE_EN]) > 0);
    findings_free(findings);
}

static void names_the_file_that_is_set(void)
{
    struct findings *findings = begin();

    add(findings, "A", LEVEL_ERROR, 1, 1);
    findings_set_file(findings, "one");
    add(findings, "B", LEVEL_ERROR, 1, 1);
    findings_set_file(findings, "two");
    findings_set_file(findings, "one");
    add(findings, "C", LEVEL_ERROR, 1, 1);
    findings_set_file(findings, NULL);
    add(findings, "D", LEVEL_ERROR, 1, 1);
    CU_ASSERT_PTR_NULL(findings_get(findings, 0)->file);
    CU_ASSERT_STRING_EQUAL(findings_get(findings, 1)->file, "one");
    CU_ASSERT_STRING_EQUAL(findings_get(findings, 2)->file, "one");
    CU_ASSERT_PTR_NULL(findings_get(findings, 3)->file);
    findings_free(findings);
}

static void appends_findings_with_their_files(void)
{
    static const char *const files[] = { "data.json", "b.docx", "data.json" };
    struct findings *findings = begin(), *other = begin();

    add(other, "A1", LEVEL_HINT, 1, 1);
    findings_set_file(other, "b.docx");
    add(other, "A2", LEVEL_HINT, 1, 1);
    findings_set_file(findings, "data.json");
    findings_append(findings, other);
    add(findings, "A3", LEVEL_HINT, 1, 1);
    findings_free(other);
    CU_ASSERT_EQUAL_FATAL(findings_count(findings), COUNT(files));
    for (size_t k = 0; k < COUNT(files); k++)
        CU_ASSERT_STRING_EQUAL(findings_get(findings, k)->file, files[k]);
    findings_free(findings);
}

static void knows_the_levels_that_data_may_name(void)
{
    static const struct { const char *name; bool known; enum level level; }
    cases[] = {
        { "hint", true, LEVEL_HINT }, { "warning", true, LEVEL_WARNING },
        { "error", true, LEVEL_ERROR },
        /* The levels of the program itself are no business of data. */
        { "usage", false, LEVEL_USAGE }, { "system", false, LEVEL_USAGE },
        { "错误", false, LEVEL_USAGE }, { "Error", false, LEVEL_USAGE },
        { "", false, LEVEL_USAGE },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        enum level level = LEVEL_USAGE;
        CU_ASSERT_EQUAL(level_parse(cases[i].name, &level), cases[i].known);
        CU_ASSERT_EQUAL(level, cases[i].level);
    }
    CU_ASSERT_STRING_EQUAL(level_name(LEVEL_SYSTEM, LANGUAGE_ZH), "系统");
    CU_ASSERT_STRING_EQUAL(level_name(LEVEL_HINT, LANGUAGE_ZH), "提示");
}

/* A letter and three digits, each once; both sentences; no odd brace. */
static void has_a_sound_catalogue(void)
{
    static const struct { const char *code, *zh, *en; } rows[] = {
#define C(name, code, level, zh, en, basis) { code, zh, en },
#include "0_base/catalogue.def"
#undef C
    };

    CU_ASSERT_EQUAL(COUNT(rows), CATALOGUE_COUNT);
    for (size_t i = 0; i < COUNT(rows); i++) {
        CU_ASSERT_EQUAL(strlen(rows[i].code), 4);
        CU_ASSERT_PTR_NOT_NULL(strchr("JSTFRPVUXBKYWQZGH", rows[i].code[0]));
        CU_ASSERT_EQUAL(strspn(rows[i].code + 1, "0123456789"), 3);
        CU_ASSERT_TRUE(*rows[i].zh && *rows[i].en);
        CU_ASSERT_PTR_NULL(strstr(rows[i].zh, "\n"));
        CU_ASSERT_PTR_NULL(strstr(rows[i].en, "\n"));
        for (size_t k = 0; k < i; k++)
            CU_ASSERT_STRING_NOT_EQUAL(rows[k].code, rows[i].code);
    }
}

static void looks_up_codes_at_pointers(void)
{
    struct findings *findings = findings_new();
    struct finding made = { .code = "A4", .level = LEVEL_HINT,
        .pointer = "/a", .text = { "句", "s" } };

    CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
    CU_ASSERT_FALSE(findings_have(findings, 0, "A4", 2, "/a"));
    findings_add_made(findings, &made);
    CU_ASSERT_TRUE(findings_have(findings, 0, "A4", 2, "/a"));
    CU_ASSERT_TRUE(findings_have(findings, 0, "A4 A5", 2, "/a"));
    CU_ASSERT_FALSE(findings_have(findings, 1, "A4", 2, "/a"));
    CU_ASSERT_FALSE(findings_have(findings, 0, "A5", 2, "/a"));
    CU_ASSERT_FALSE(findings_have(findings, 0, "A4", 2, "/b"));
    made.pointer = NULL;
    findings_add_made(findings, &made);
    CU_ASSERT_FALSE(findings_have(findings, 1, "A4", 2, ""));
    made.pointer = "/a";
    findings_add_made(findings, &made);
    CU_ASSERT_TRUE(findings_have(findings, 2, "A4", 2, "/a"));
    CU_ASSERT_FALSE(findings_have(findings, 3, "A4", 2, "/a"));
    findings_free(findings);
}

/* Findings that are sorted or removed are looked up anew. */
static bool remove_all(void *user, struct finding *finding)
{
    (void)user;
    (void)finding;
    return false;
}

static void looks_up_what_is_left(void)
{
    struct findings *findings = findings_new();

    CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
    findings_add_made(findings, &(struct finding){ .code = "A4",
        .level = LEVEL_HINT, .pointer = "/a", .text = { "句", "s" } });
    CU_ASSERT_TRUE(findings_have(findings, 0, "A4", 2, "/a"));
    findings_revise(findings, 0, remove_all, NULL);
    CU_ASSERT_FALSE(findings_have(findings, 0, "A4", 2, "/a"));
    findings_free(findings);
}

CU_TestInfo findings_tests[] = {
    {"starts without any", starts_without_any},
    {"takes code, level and explanation of a formula",
        takes_code_level_and_explanation_of_a_formula},
    {"copies whatever it is given", copies_whatever_it_is_given},
    {"sorts by file, line, column and code",
        sorts_by_file_line_column_and_code},
    {"sorts hints without a place last", sorts_hints_without_a_place_last},
    {"sorts by attachment before line", sorts_by_attachment_before_line},
    {"revises findings from one on", revises_findings_from_one_on},
    {"revises nothing about memory", revises_nothing_about_memory},
    {"keeps equals in the order of arrival",
        keeps_equals_in_the_order_of_arrival},
    {"knows the worst that is open", knows_the_worst_that_is_open},
    {"never forgets that memory ran out", never_forgets_that_memory_ran_out},
    {"names the file that is set", names_the_file_that_is_set},
    {"appends findings with their files", appends_findings_with_their_files},
    {"knows the levels that data may name",
        knows_the_levels_that_data_may_name},
    {"has a sound catalogue", has_a_sound_catalogue},
    {"looks up codes at pointers", looks_up_codes_at_pointers},
    {"looks up what is left", looks_up_what_is_left},
    CU_TEST_INFO_NULL
};
