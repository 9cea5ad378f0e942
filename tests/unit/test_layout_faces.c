/* Which faces draw the characters, and what is said where none does. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "8_formats/layout/layout.h"
#include "fixture.h"
#include "layout_fixture.h"

static void says_once_where_characters_come_from(void)
{
    struct laid laid = layout_lay("<paragraph><value src='/a' tag='aaaaaaaaaa' "
        "label='l' type='text' state='stated'>李喆堃𬱖䶮㸃喆</value>"
        "</paragraph>", "portrait");

    CU_ASSERT_TRUE(fonts_report(laid.fonts, laid.findings));
    size_t count = findings_count(laid.findings);
    CU_ASSERT_TRUE(fonts_report(laid.fonts, laid.findings));
    CU_ASSERT_EQUAL(findings_count(laid.findings), count);
    CU_ASSERT_EQUAL(laid.drawing->glyph_count, 7 + strlen("1") + 4);
    layout_let_go(&laid);
}

/* What another set heard before does not matter. */
static void says_to_each_set_where_characters_come_from(void)
{
    const char *path = "build/fonts/FandolFang-Regular.otf";

    if (access(path, R_OK) != 0) {
        fixture_skip("layout: there is no %s", path);
        return;
    }

    struct laid laid = layout_lay("<paragraph><value src='/a' tag='aaaaaaaaaa' "
        "label='l' type='text' state='stated'>𬱖</value></paragraph>",
        "portrait");

    CU_ASSERT_TRUE(fonts_report(laid.fonts, laid.findings));
    CU_ASSERT_PTR_NOT_NULL(strstr(fixture_codes(laid.findings), "X051"));
    for (int k = 0; k < 2; k++) {
        struct findings *findings = findings_new();
        fonts_begin(laid.fonts);
        drawing_free(layout_draw(laid.documents, laid.typography, laid.fonts,
            findings));
        CU_ASSERT_TRUE(fonts_report(laid.fonts, findings));
        CU_ASSERT_EQUAL(findings_count(findings),
            findings_count(laid.findings));
        CU_ASSERT_PTR_NOT_NULL(strstr(fixture_codes(findings), "X051"));
        findings_free(findings);
    }
    struct findings *findings = findings_new();
    fonts_begin(laid.fonts);
    CU_ASSERT_TRUE(fonts_report(laid.fonts, findings));
    CU_ASSERT_PTR_NULL(strstr(fixture_codes(findings), "X051"));
    findings_free(findings);
    layout_let_go(&laid);
}

static void refuses_what_no_font_has(void)
{
    struct laid laid = layout_lay("<paragraph><value src='/a' tag='aaaaaaaaaa' "
        "label='l' type='text' state='stated'>甲&#xE123;</value>"
        "</paragraph>", "portrait");

    CU_ASSERT_FALSE(fonts_report(laid.fonts, laid.findings));
    CU_ASSERT_PTR_NOT_NULL(strstr(fixture_codes(laid.findings),
        "X054 0:0 /a"));
    layout_let_go(&laid);
}

static void draws_marks_with_their_letters(void)
{
    struct laid laid = layout_lay("<paragraph>a&#x301;b</paragraph>", "portrait");
    struct laid whole = layout_lay("<paragraph>&#xE1;b</paragraph>", "portrait");
    const struct glyph *glyphs = laid.drawing->glyphs;

    CU_ASSERT_EQUAL(glyphs[0].id, whole.drawing->glyphs[0].id);
    CU_ASSERT_EQUAL(glyphs[0].advance, whole.drawing->glyphs[0].advance);
    CU_ASSERT_EQUAL(glyphs[1].character, 0x301);
    CU_ASSERT_EQUAL(glyphs[1].advance, 0);
    CU_ASSERT_EQUAL(glyphs[2].id, whole.drawing->glyphs[1].id);
    CU_ASSERT_TRUE(fonts_report(laid.fonts, laid.findings));
    layout_let_go(&laid);
    layout_let_go(&whole);
}

#define VALUE(pointer, words) "<value src='" pointer "' tag='aaaaaaaaaa' " \
    "label='l' type='text' state='stated'>" words "</value>"

static void says_each_place_that_cannot_be_drawn(void)
{
    struct laid laid = layout_lay("<paragraph>" VALUE("/a", "&#x5D0;&#x5D1;")
        VALUE("/b", "&#xE123;") VALUE("/c", "&#x7532;&#x301;")
        VALUE("/d", "&#x5D2;") "</paragraph>", "portrait");

    CU_ASSERT_FALSE(fonts_report(laid.fonts, laid.findings));
    const char *codes = fixture_codes(laid.findings);
    CU_ASSERT_PTR_NOT_NULL(strstr(codes, "X047 0:0 /a"));
    CU_ASSERT_PTR_NOT_NULL(strstr(codes, "X054 0:0 /b"));
    CU_ASSERT_PTR_NOT_NULL(strstr(codes, "X047 0:0 /c"));
    CU_ASSERT_PTR_NOT_NULL(strstr(codes, "X047 0:0 /d"));
    layout_let_go(&laid);
}

/* Whatever faces the words of a place are set in. */
static void says_once_what_no_face_draws(void)
{
    struct laid laid = layout_lay("<heading level='1'>" VALUE("/a", "&#x5D0;")
        VALUE("/b", "&#xE123;") "</heading><paragraph>" VALUE("/a", "&#x5D0;")
        VALUE("/b", "&#xE123;") "</paragraph>", "portrait");

    CU_ASSERT_FALSE(fonts_report(laid.fonts, laid.findings));
    size_t told = 0;
    for (size_t k = 0; k < findings_count(laid.findings); k++)
        told += findings_get(laid.findings, k)->pointer != NULL;
    CU_ASSERT_EQUAL(told, 2);
    layout_let_go(&laid);
}

CU_TestInfo layout_faces_tests[] = {
    {"says once where characters come from",
        says_once_where_characters_come_from},
    {"says to each set where characters come from",
        says_to_each_set_where_characters_come_from},
    {"refuses what no font has", refuses_what_no_font_has},
    {"draws marks with their letters", draws_marks_with_their_letters},
    {"says each place that cannot be drawn",
        says_each_place_that_cannot_be_drawn},
    {"says once what no face draws", says_once_what_no_face_draws},
    CU_TEST_INFO_NULL
};
