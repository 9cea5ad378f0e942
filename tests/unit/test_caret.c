/* The line of a data file under a finding, with a mark below the place. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "1_read/json.h"
#include "1_read/lines.h"
#include "library/reports/caret.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

static struct findings *new_findings(void)
{
    struct findings *findings = findings_new();

    CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
    findings_keep_lines(findings);
    findings_set_file(findings, "a.json");
    return findings;
}

static void add(struct findings *findings, unsigned line, unsigned column)
{
    findings_add_made(findings, &(struct finding){ .code = "A1",
        .level = LEVEL_ERROR, .place = { line, column },
        .text = { "句", "s" } });
}

/* What is shown of a place in a text; freed with free(). */
static char *show(const char *text, size_t length, struct place place,
    size_t columns)
{
    struct findings *findings = new_findings();
    struct places places;
    char *shown = NULL;
    size_t size;
    FILE *out = open_memstream(&shown, &size);

    CU_ASSERT_PTR_NOT_NULL_FATAL(out);
    CU_ASSERT_TRUE_FATAL(places_make(&places, text, length));
    add(findings, place.line, place.column);
    lines_keep(&places, findings);
    caret_print(findings_get(findings, 0),
        (struct line_style){ LANGUAGE_ZH, false }, columns, out);
    fclose(out);
    places_free(&places);
    findings_free(findings);
    return shown;
}

static void check_shown(const char *text, size_t length, struct place place,
    size_t columns, const char *wanted)
{
    char *shown = show(text, length, place, columns);

    if (strcmp(shown, wanted) != 0)
        printf("\n%s instead of\n%s", shown, wanted);
    CU_ASSERT_STRING_EQUAL(shown, wanted);
    free(shown);
}

static void stands_under_the_place(void)
{
    static const struct {
        const char *text;
        struct place place;
        const char *shown;
    } cases[] = {
        { "{\n  \"a\": 1\n}", { 2, 8 },
            "    2 |   \"a\": 1\n"
            "      |        ^\n" },
        { "{ \"单位\": 1 }", { 1, 9 },
            "    1 | { \"单位\": 1 }\n"
            "      |           ^\n" },
        { "\t\t\"a\": 1", { 1, 3 },
            "    1 |         \"a\": 1\n"
            "      |         ^\n" },
        { "\"a\tb\"", { 1, 3 },
            "    1 | \"a〔制表符〕b\"\n"
            "      |   ^\n" },
        { "\"甲\xE2\x80\x8B乙\": 1", { 1, 4 },
            "    1 | \"甲〔零宽空格〕乙\": 1\n"
            "      |                ^\n" },
        { "\"e\xCC\x81\": 1", { 1, 6 },
            "    1 | \"e\xCC\x81\": 1\n"
            "      |     ^\n" },
        { "\"\x1B[31m\": \xFF", { 1, 10 },
            "    1 | \"〔转义符〕[31m\": 〔0xFF〕\n"
            "      |                   ^\n" },
        { "a\r\nb\rc\nd", { 2, 1 }, "    2 | b\n      | ^\n" },
        { "a\r\nb\rc\nd", { 3, 1 }, "    3 | c\n      | ^\n" },
        { "{\n", { 2, 1 }, "    2 | \n      | ^\n" },
        { "{ \"a\n", { 1, 5 }, "    1 | { \"a\n      |     ^\n" },
        { "{ \"a\n", { 1, 99 }, "    1 | { \"a\n      |     ^\n" },
        { "a", { 0, 0 }, "" },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        check_shown(cases[i].text, strlen(cases[i].text), cases[i].place, 80,
            cases[i].shown);
    check_shown("\"a\0b\"", 5, (struct place){ 1, 4 }, 80,
        "    1 | \"a\xE2\x90\x80" "b\"\n"
        "      |    ^\n");
    check_shown("a", 1, (struct place){ 1, 1 }, 0, "");
}

static void shows_what_is_around_the_place(void)
{
    static char line[100000];

    memset(line, 'x', sizeof line);
    line[50000] = '!';
    check_shown(line, sizeof line, (struct place){ 1, 50001 }, 45,
        "    1 | ...xxxxxxxxxxxxxxx!xxxxxxxxxxxxxx...\n"
        "      |                   ^\n");
    check_shown(line, sizeof line, (struct place){ 1, 1 }, 45,
        "    1 | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...\n"
        "      | ^\n");
    check_shown(line + sizeof line - 40, 40, (struct place){ 1, 40 }, 45,
        "    1 | ...xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n"
        "      |                                 ^\n");
    check_shown(line, 36, (struct place){ 1, 36 }, 45,
        "    1 | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n"
        "      |                                    ^\n");
    check_shown(line, 4, (struct place){ 1, 2 }, 1,
        "    1 | xxxx\n"
        "      |  ^\n");
}

/* However the bytes lie: the mark of every 256th stands within a character, a
 * line end or an escape now and then. */
static void finds_every_place_again(void)
{
    static char text[3000];
    struct places places;
    size_t length = 0;

    while (length < sizeof text - 16)
        length += (size_t)sprintf(text + length, "%s", length % 7 == 0
            ? "\r\n" : length % 11 == 0 ? "\r" : length % 5 == 0 ? "县" : "ab");
    CU_ASSERT_TRUE_FATAL(places_make(&places, text, length));
    for (size_t k = 0; k < length; k++) {
        bool is_inside = ((unsigned char)text[k] & 0xC0) == 0x80
            || (text[k] == '\n' && k && text[k - 1] == '\r');
        if (!is_inside)
            CU_ASSERT_EQUAL(places_offset(&places, places_find(&places, k)),
                k);
    }
    places_free(&places);
}

/* A line in the middle of ever so many bytes that are no UTF-8. */
static void keeps_little_of_what_is_no_text(void)
{
    static char text[100000];
    struct findings *findings = new_findings();
    struct places places;

    memset(text, 0x80, sizeof text);
    CU_ASSERT_TRUE_FATAL(places_make(&places, text, sizeof text));
    add(findings, 1, 1);
    lines_keep(&places, findings);
    CU_ASSERT(strlen(findings_get(findings, 0)->line)
        <= 8 * FINDING_LINE_REACH);
    CU_ASSERT_TRUE(findings_get(findings, 0)->line_cut[0]);
    places_free(&places);
    findings_free(findings);
}

static void is_kept_where_it_is_asked_for(void)
{
    struct findings *findings = findings_new();
    struct json *json = json_parse("{ x", 3, findings);

    CU_ASSERT_PTR_NULL(json);
    CU_ASSERT_PTR_NULL(findings_get(findings, 0)->line);
    findings_free(findings);

    findings = new_findings();
    json = json_parse("{ x", 3, findings);
    CU_ASSERT_PTR_NULL(json);
    CU_ASSERT_STRING_EQUAL(findings_get(findings, 0)->line, "{ x");
    CU_ASSERT_EQUAL(findings_get(findings, 0)->line_at, 2);

    json = json_parse("[1]", 3, findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(json);
    add(findings, 1, 2);
    findings_set_file(findings, "b.json");
    add(findings, 1, 2);
    findings_set_file(findings, "a.json");
    json_keep_lines(json, findings);
    CU_ASSERT_STRING_EQUAL(findings_get(findings, 0)->line, "{ x");
    CU_ASSERT_STRING_EQUAL(findings_get(findings, 1)->line, "[1]");
    CU_ASSERT_PTR_NULL(findings_get(findings, 2)->line);
    json_free(json);
    findings_free(findings);
}

CU_TestInfo caret_tests[] = {
    {"stands under the place", stands_under_the_place},
    {"shows what is around the place", shows_what_is_around_the_place},
    {"finds every place again", finds_every_place_again},
    {"keeps little of what is no text", keeps_little_of_what_is_no_text},
    {"is kept where it is asked for", is_kept_where_it_is_asked_for},
    CU_TEST_INFO_NULL
};
