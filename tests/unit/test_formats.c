/* The table of formats: names, which are compiled, what becomes of one that
 * fails. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "7_forms/stylesheet.h"
#include "8_formats/formats.h"
#include "fixture.h"

#define SHEET(output, body) "<xsl:stylesheet version='1.0' " \
    "xmlns:xsl='http://www.w3.org/1999/XSL/Transform' " \
    "xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'>" \
    "<xsl:output " output " encoding='UTF-8'/>" \
    "<xsl:template match='/'>" body "</xsl:template></xsl:stylesheet>"

static const char html_path[] = "stylesheets/formats/html.xsl",
    word_path[] = "stylesheets/formats/word.xsl",
    html_sheet[] = SHEET("method='html'",
        "<p><xsl:value-of select='/*'/></p>"),
    word_sheet[] = SHEET("method='xml'", "<pkg:package>"
        "<pkg:part pkg:name='/word/document.xml' "
        "pkg:contentType='application/a+xml'><pkg:xmlData><a>"
        "<xsl:value-of select='/*'/></a></pkg:xmlData></pkg:part>"
        "</pkg:package>");

static const char model[] = "<documents edition='e' title='t'>"
    "<attachment id='a' name='n' orientation='portrait'><paragraph>一"
    "</paragraph></attachment></documents>";

static const struct format_options options;

static struct format_source source_of(xmlDocPtr documents)
{
    return (struct format_source){ documents, { 2, 0 },
        { "jixiao 0", "00", NULL }, NULL };
}

/* The built-in typography among the files of a test. */
static void write_typography(const struct fixture *fixture)
{
    static const char path[] = "stylesheets/common/typography.xml";

    fixture_write(fixture, path, (const char *)resource_find(path)->bytes);
}


static void names_every_format(void)
{
    static const struct { enum format format; const char *name, *extension; }
    cases[] = {
        { FORMAT_HTML, "html", ".html" }, { FORMAT_DOCX, "docx", ".docx" },
        { FORMAT_PDF, "pdf", ".pdf" }, { FORMAT_OFD, "ofd", ".ofd" },
        { FORMAT_FLAT_OPC, "flat-opc", ".xml" },
    };

    CU_ASSERT_EQUAL(COUNT(cases), FORMAT_COUNT);
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct format_row *row = &format_rows[cases[i].format];
        CU_ASSERT_STRING_EQUAL(row->name, cases[i].name);
        CU_ASSERT_STRING_EQUAL(row->extension, cases[i].extension);
        CU_ASSERT_TRUE(*phrase_text(row->title, LANGUAGE_ZH) != '\0');
    }
}

static void reads_lists_of_names(void)
{
    static const struct { const char *list; format_set formats;
        const char *codes; } cases[] = {
        { NULL, FORMAT_SET(FORMAT_HTML) | FORMAT_SET(FORMAT_DOCX)
            | FORMAT_SET(FORMAT_PDF), "" },
        { "html", FORMAT_SET(FORMAT_HTML), "" },
        { "html,html", FORMAT_SET(FORMAT_HTML), "" },
        { "docx,flat-opc,ofd,pdf,html", FORMAT_SET_ALL, "" },
        { "", 0, "U009 0:0" }, { "htm", 0, "U009 0:0" },
        { "html,", 0, "U009 0:0" }, { "html docx", 0, "U009 0:0" },
        { "html,,docx", 0, "U009 0:0" }, { "HTML", 0, "U009 0:0" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        format_set formats;
        bool good = formats_parse(cases[i].list, &formats, findings);
        CU_ASSERT_EQUAL(good, !*cases[i].codes);
        if (good)
            CU_ASSERT_EQUAL(formats, cases[i].formats);
        CU_ASSERT_STRING_EQUAL(fixture_codes(findings), cases[i].codes);
        findings_free(findings);
    }
}

static void names_all_where_one_is_unknown(void)
{
    struct findings *findings = findings_new();
    format_set formats;

    CU_ASSERT_FALSE(formats_parse("html,png,x", &formats, findings));
    const char *sentence = fixture_sentence(findings, 0, LANGUAGE_ZH);
    CU_ASSERT_PTR_NOT_NULL(strstr(sentence, "png"));
    CU_ASSERT_PTR_NOT_NULL(strstr(sentence, "html、docx、pdf、ofd、flat-opc"));
    CU_ASSERT_EQUAL(findings_count(findings), 1);
    findings_free(findings);
}

static void renders_the_formats_that_are_wanted(void)
{
    for (format_set wanted = 0; wanted <= FORMAT_SET_ALL; wanted++) {
        struct findings *findings = findings_new();
        struct buffer outputs[FORMAT_COUNT] = { BUFFER_EMPTY };
        xmlDocPtr documents = fixture_xml(model);
        struct format_source source = source_of(documents);
        struct fixture fixture;
        fixture_begin(&fixture);
        stylesheet_setup();
        write_typography(&fixture);
        fixture_write(&fixture, html_path, html_sheet);
        fixture_write(&fixture, word_path, word_sheet);
        struct formats *formats = formats_new(&fixture.resources,
            &options);
        CU_ASSERT_PTR_NOT_NULL_FATAL(formats);
        CU_ASSERT_TRUE(formats_render(formats, wanted, &source,
            outputs, findings));
        for (int k = 0; k < FORMAT_COUNT; k++)
            CU_ASSERT_EQUAL(outputs[k].length > 0,
                (wanted & FORMAT_SET(k)) != 0);
        if (wanted & FORMAT_SET(FORMAT_HTML))
            CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(
                &outputs[FORMAT_HTML]), ">一</p>"));
        if (wanted & FORMAT_SET(FORMAT_DOCX))
            CU_ASSERT_EQUAL(memcmp(outputs[FORMAT_DOCX].bytes, "PK\3\4", 4),
                0);
        if (wanted & FORMAT_SET(FORMAT_PDF))
            CU_ASSERT_EQUAL(memcmp(outputs[FORMAT_PDF].bytes, "%PDF", 4), 0);
        if (wanted & FORMAT_SET(FORMAT_OFD))
            CU_ASSERT_EQUAL(memcmp(outputs[FORMAT_OFD].bytes, "PK\3\4", 4),
                0);
        if (wanted & FORMAT_SET(FORMAT_FLAT_OPC))
            CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(
                &outputs[FORMAT_FLAT_OPC]), "<a>一</a>"));
        for (int k = 0; k < FORMAT_COUNT; k++)
            buffer_free(&outputs[k]);
        CU_ASSERT_EQUAL(findings_worst(findings), LEVEL_HINT);
        formats_free(formats);
        xmlFreeDoc(documents);
        fixture_end(&fixture);
        findings_free(findings);
    }
    formats_free(NULL);
}

static void compiles_only_what_is_wanted(void)
{
    static const struct { format_set wanted; const char *codes; } cases[] = {
        { FORMAT_SET(FORMAT_HTML), "" },
        { FORMAT_SET(FORMAT_DOCX), "V001 0:0" },
        { FORMAT_SET(FORMAT_FLAT_OPC), "V001 0:0" },
        { FORMAT_SET_ALL, "V001 0:0" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        struct buffer outputs[FORMAT_COUNT] = { BUFFER_EMPTY };
        xmlDocPtr documents = fixture_xml(model);
        struct format_source source = source_of(documents);
        struct fixture fixture;
        fixture_begin(&fixture);
        stylesheet_setup();
        write_typography(&fixture);
        fixture_write(&fixture, html_path, html_sheet);
        struct formats *formats = formats_new(&fixture.resources,
            &options);
        CU_ASSERT_PTR_NOT_NULL_FATAL(formats);
        CU_ASSERT_EQUAL(formats_render(formats, cases[i].wanted, &source,
            outputs, findings), !*cases[i].codes);
        CU_ASSERT_STRING_EQUAL(fixture_codes(findings), cases[i].codes);
        for (int k = 0; k < FORMAT_COUNT; k++)
            buffer_free(&outputs[k]);
        formats_free(formats);
        xmlFreeDoc(documents);
        fixture_end(&fixture);
        findings_free(findings);
    }
}

static void reports_a_rendering_that_fails(void)
{
    static const struct { const char *html, *word, *codes; } cases[] = {
        { SHEET("method='html'", "<xsl:message terminate='yes'>no"
            "</xsl:message>"), word_sheet, "V005 0:0" },
        { html_sheet, SHEET("method='xml'", "<none/>"), "V010 0:0" },
        { html_sheet, SHEET("method='xml'", "<xsl:call-template name='x'/>"),
            "V005 0:0" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        struct buffer outputs[FORMAT_COUNT] = { BUFFER_EMPTY };
        xmlDocPtr documents = fixture_xml(model);
        struct format_source source = source_of(documents);
        struct fixture fixture;
        fixture_begin(&fixture);
        stylesheet_setup();
        write_typography(&fixture);
        fixture_write(&fixture, html_path, cases[i].html);
        fixture_write(&fixture, word_path, cases[i].word);
        struct formats *formats = formats_new(&fixture.resources,
            &options);
        CU_ASSERT_PTR_NOT_NULL_FATAL(formats);
        CU_ASSERT_FALSE(formats_render(formats, FORMAT_SET_ALL, &source,
            outputs, findings));
        CU_ASSERT_STRING_EQUAL(fixture_codes(findings), cases[i].codes);
        for (int k = 0; k < FORMAT_COUNT; k++)
            buffer_free(&outputs[k]);
        formats_free(formats);
        xmlFreeDoc(documents);
        fixture_end(&fixture);
        findings_free(findings);
    }
}

CU_TestInfo formats_tests[] = {
    {"have names and extensions", names_every_format},
    {"are read from lists of names", reads_lists_of_names},
    {"are all named where one is unknown", names_all_where_one_is_unknown},
    {"are rendered where they are wanted",
        renders_the_formats_that_are_wanted},
    {"are compiled only where they are wanted",
        compiles_only_what_is_wanted},
    {"are reported where rendering fails", reports_a_rendering_that_fails},
    CU_TEST_INFO_NULL
};
