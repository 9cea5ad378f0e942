/* The file of typography read for pages, and what is wrong in one. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "8_formats/layout/typography.h"
#include "fixture.h"

static const char path[] = "stylesheets/common/typography.xml";

/* The built-in file with one piece replaced, or as it is. */
static struct typography *read_changed(const char *old, const char *new,
    struct findings *findings)
{
    const char *whole = (const char *)resource_find(path)->bytes;
    const char *at = old ? strstr(whole, old) : NULL;
    struct buffer text = BUFFER_EMPTY;
    struct fixture fixture;

    CU_ASSERT_TRUE_FATAL(!old || at != NULL);
    buffer_add(&text, whole, at ? (size_t)(at - whole) : strlen(whole));
    if (at) {
        buffer_add_string(&text, new);
        buffer_add_string(&text, at + strlen(old));
    }
    fixture_begin(&fixture);
    fixture_write(&fixture, path, buffer_string(&text));
    struct typography *typography = typography_read(&fixture.resources,
        findings);
    fixture_end(&fixture);
    buffer_free(&text);
    return typography;
}

static void reads_the_page_and_its_roles(void)
{
    struct findings *findings = findings_new();
    struct typography *typography = read_changed(NULL, NULL, findings);

    CU_ASSERT_PTR_NOT_NULL_FATAL(typography);
    CU_ASSERT_EQUAL(typography->page.width, 595276);
    CU_ASSERT_EQUAL(typography->page.line_pitch, 28950);
    const struct typography_role *role = typography_role(typography,
        "heading-1");
    CU_ASSERT_PTR_NOT_NULL_FATAL(role);
    CU_ASSERT_EQUAL(role->size, 16000);
    CU_ASSERT_TRUE(role->keeps_with_next && role->is_on_grid);
    CU_ASSERT_PTR_NULL(typography_role(typography, "none"));
    typography_free(typography);
    findings_free(findings);
}

static void names_what_is_wrong(void)
{
    static const struct { const char *old, *new, *name; } cases[] = {
        { "width=\"210\"", "width=\"50\"", "width" },
        { "width=\"210\"", "width=\"wide\"", "width" },
        { "width=\"210\"", "width=\"99999\"", "width" },
        { "height=\"297\"", "height=\"60\"", "height" },
        { "align=\"justify\"", "align=\"both\"", "align" },
        { "face=\"fangsong\" size", "face=\"none\" size", "face" },
        { "latin=\"Times New Roman\"", "latin=\"none\"", "latin" },
        { "size=\"16\"", "size=\"0\"", "size" },
        { "line=\"32\"", "line=\"-1\"", "line" },
        { "<face name=\"song\"", "<face", "name" },
        { "<page ", "<paper ", "page" },
        { "<table ", "<tables ", "table" },
        { "<lines ", "<line ", "lines" },
        { " orders=", " order=", "orders" },
        { " units=", " unit=", "units" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        CU_ASSERT_PTR_NULL(read_changed(cases[i].old, cases[i].new,
            findings));
        CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "V013 0:0");
        CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(findings, 0,
            LANGUAGE_EN), cases[i].name));
        findings_free(findings);
    }
}

static void needs_the_file(void)
{
    struct findings *findings = findings_new();
    struct fixture fixture;

    fixture_begin(&fixture);
    CU_ASSERT_PTR_NULL(typography_read(&fixture.resources, findings));
    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "V001 0:0");
    fixture_end(&fixture);
    findings_free(findings);
}

CU_TestInfo typography_tests[] = {
    {"has the page and its roles", reads_the_page_and_its_roles},
    {"is told with what is wrong in it", names_what_is_wrong},
    {"is a file that must be there", needs_the_file},
    CU_TEST_INFO_NULL
};
