/* Names of folders for data files, those of one name told apart. */

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"

#define FILES_MAX 4

/* Paths and the names of their folders; NULL: there are none. */
struct names_case {
    const char *paths[FILES_MAX], *names[FILES_MAX];
};

/* The count-th path first, the others behind it. */
static void check_turned(const struct names_case *one, size_t count,
    size_t turn)
{
    struct jixiao_findings *findings = jixiao_findings_new();
    const char *paths[FILES_MAX];
    char *names[FILES_MAX];

    CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
    for (size_t k = 0; k < count; k++)
        paths[k] = one->paths[(k + turn) % count];
    CU_ASSERT_TRUE_FATAL(jixiao_folder_names(paths, count, names, findings));
    for (size_t k = 0; k < count; k++) {
        CU_ASSERT_STRING_EQUAL(names[k], one->names[(k + turn) % count]);
        free(names[k]);
    }
    jixiao_findings_free(findings);
}

static void tell_files_of_one_name_apart(void)
{
    static const struct names_case cases[] = {
        { { "/a/d.json" }, { "d" } },
        { { "/a/d.json", "/a/e.json" }, { "d", "e" } },
        { { "/a/d.json", "/b/d.json" }, { "d（a）", "d（b）" } },
        { { "/a/d.json", "/b/d.json", "/b/e.json" },
            { "d（a）", "d（b）", "e" } },
        /* As many folders as it takes, of those that it takes. */
        { { "/x/1/d.json", "/y/1/d.json", "/y/2/d.json" },
            { "d（x／1）", "d（y／1）", "d（2）" } },
        { { "/d.json", "/a/d.json", "/b/a/d.json" },
            { "d", "d（a）", "d（b／a）" } },
        /* A name that has been made may be one that is there. */
        { { "/a/d.json", "/b/d.json", "/c/d（a）.json" },
            { "d（a）", "d（b）", "d（a）（c）" } },
        { { "/a/./c/../d.json", "/a/b/d.json", "//b//d.json" },
            { "d（a）", "d（a／b）", "d（b）" } },
        { { "/a*/d.json", "/b./d.json" }, { "d（a＊）", "d（b）" } },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t count = 0;
        while (count < FILES_MAX && cases[i].paths[count])
            count++;
        for (size_t turn = 0; turn < count; turn++)
            check_turned(&cases[i], count, turn);
    }
}

static void say_what_nothing_tells_apart(void)
{
    static const struct {
        const char *paths[2], *code;
    } cases[] = {
        { { "/a/d.json", "/a/d.json" }, "U034" },
        { { "/a/d.json", "/b/../a/./d.json" }, "U034" },
        { { "d.json", "./d.json" }, "U034" },
        { { "/a/d.json", "/a/d.txt" }, "U014" },
        { { "/a:/d.json", "/a：/d.json" }, "U014" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct jixiao_findings *findings = jixiao_findings_new();
        struct jixiao_finding finding;
        char *names[2];
        CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
        CU_ASSERT_FALSE(jixiao_folder_names(cases[i].paths, 2, names,
            findings));
        CU_ASSERT_EQUAL_FATAL(jixiao_findings_count(findings), 1);
        jixiao_findings_get(findings, 0, &finding);
        CU_ASSERT_STRING_EQUAL(finding.code, cases[i].code);
        CU_ASSERT_EQUAL(finding.level, JIXIAO_USAGE);
        CU_ASSERT_PTR_NOT_NULL(strstr(finding.text[JIXIAO_EN],
            cases[i].paths[1]));
        jixiao_findings_free(findings);
    }
}

CU_TestInfo folder_names_tests[] = {
    {"tell files of one name apart", tell_files_of_one_name_apart},
    {"say what nothing tells apart", say_what_nothing_tells_apart},
    CU_TEST_INFO_NULL
};
