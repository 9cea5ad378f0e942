#include <CUnit/CUnit.h>
#include <libxml/relaxng.h>
#include <string.h>

#include "0_base/xml.h"
#include "9_bundle/contents.h"
#include "fixture.h"

static const char page_model[] =
    "<documents xmlns='urn:jixiao:document:1' title='整套' edition='e'>"
    "<attachment id='附件1' kind='附件1' name='表'>"
    "<table><cell><value src='/a/b' tag='aaaaaaaaaa'>1</value></cell>"
    "<cell><value src='/a/bc' tag='bbbbbbbbbb'>2</value></cell></table>"
    "</attachment>"
    "<attachment id='附件2' kind='附件2' name='书'>"
    "<paragraph><value src='/t' tag='cccccccccc'>经费"
    "<value src='/a/b' tag='aaaaaaaaaa'>1</value></value></paragraph>"
    "<paragraph><value src='/a/b' tag='aaaaaaaaaa'>1</value></paragraph>"
    "</attachment>"
    "<attachment id='附件3' kind='附件3' name='空'><value>x</value>"
    "</attachment></documents>";

static const char digest[] =
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

struct described {
    xmlDocPtr documents, doc;
    struct findings *findings;
};

static struct described describe(const struct contents_file *files,
    size_t file_count, struct findings *findings)
{
    struct described described = { .documents = fixture_xml(page_model),
        .findings = findings };
    struct contents_file copies[8];
    xmlNodePtr first = xmlFirstElementChild(
        xmlDocGetRootElement(described.documents));

    /* A file that has an attachment is one of the first. */
    for (size_t k = 0; k < file_count; k++) {
        copies[k] = files[k];
        if (files[k].attachment)
            copies[k].attachment = first;
    }
    described.doc = contents_describe(&(struct contents){
        .documents = described.documents, .data = "a.json",
        .digest = digest, .program = "jixiao 0", .manifest = "manifest.json",
        .files = copies, .file_count = file_count, .findings = findings });
    CU_ASSERT_PTR_NOT_NULL_FATAL(described.doc);
    return described;
}

static void described_free(struct described *described)
{
    xmlFreeDoc(described->doc);
    xmlFreeDoc(described->documents);
    findings_free(described->findings);
}

/* A query on the tree in which s: is set.rng's namespace. */
static const char *query(const struct described *described,
    const char *expression)
{
    xmlNodePtr root = xmlDocGetRootElement(described->doc);

    CU_ASSERT_STRING_EQUAL((const char *)root->ns->href, "urn:jixiao:set:1");
    return fixture_xpath(described->doc, expression);
}

static void names_the_set_and_its_attachments(void)
{
    struct described described = describe(NULL, 0, findings_new());

    CU_ASSERT_STRING_EQUAL(query(&described, "concat(/*/@title, ' ',"
        "/*/@edition, ' ', /*/@data, ' ', /*/@program, ' ',"
        "string-length(/*/@sha256))"), "整套 e a.json jixiao 0 64");
    CU_ASSERT_STRING_EQUAL(query(&described, "concat(/*/*[1]/@id, ' ',"
        "/*/*[2]/@name, ' ', /*/*[3]/@kind, ' ', name(/*/*[4]), ' ',"
        "/*/*[4]/@name, ' ', count(/*/*))"),
        "附件1 书 附件3 manifest manifest.json 4");
    described_free(&described);
}

static void lists_the_files_of_each(void)
{
    static struct _xmlNode some;
    const struct contents_file files[] = {
        { &some, FORMAT_HTML, "附件1.html", 12 },
        { NULL, FORMAT_DOCX, "整套.docx", 3456 },
        { &some, FORMAT_FLAT_OPC, "附件1.xml", 0 },
    };
    struct described described = describe(files, COUNT(files),
        findings_new());

    CU_ASSERT_STRING_EQUAL(query(&described, "concat(name(/*/*[1]), ' ',"
        "/*/*[1]/*/@format, ' ', /*/*[1]/*/@name, ' ', /*/*[1]/*/@size)"),
        "whole docx 整套.docx 3456");
    CU_ASSERT_STRING_EQUAL(query(&described, "concat(count(/*/*[2]/*), ' ',"
        "/*/*[2]/*[1]/@name, ' ', /*/*[2]/*[2]/@format, ' ',"
        "/*/*[2]/*[2]/@size, ' ', count(/*/*[3]/*))"),
        "2 附件1.html flat-opc 0 0");
    described_free(&described);
}

static void says_where_a_finding_is_printed(void)
{
    static const struct { const char *pointer, *in; } cases[] = {
        { "/a/b", "附件1aaaaaaaaaa 附件2aaaaaaaaaa " },
        { "/a/bc", "附件1bbbbbbbbbb " },
        { "/a", "附件1 附件2 " },       /* values below it, without a tag */
        { "/t", "附件2cccccccccc " },
        { "/a/", "" }, { "/a/b/c", "" }, { "/none", "" }, { "", "" },
        { NULL, "" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        char in[256] = "";
        findings_add_made(findings, &(struct finding){ .code = "A4",
            .level = LEVEL_WARNING, .pointer = cases[i].pointer,
            .text = { "句", "s" } });
        struct described described = describe(NULL, 0, findings);
        for (int k = 1; k <= 3; k++) {
            char expression[128];
            snprintf(expression, sizeof expression, "concat("
                "/*/*[5]/*[name() = 'in'][%d]/@attachment,"
                "/*/*[5]/*[name() = 'in'][%d]/@tag)", k, k);
            const char *one = query(&described, expression);
            if (*one) {
                strcat(in, one);
                strcat(in, " ");
            }
        }
        CU_ASSERT_STRING_EQUAL(in, cases[i].in);
        described_free(&described);
    }
}

static void writes_all_there_is_to_a_finding(void)
{
    struct findings *findings = findings_new();

    findings_add_made(findings, &(struct finding){ .code = "A4",
        .level = LEVEL_WARNING, .place = { 3, 7 }, .pointer = "/a/b",
        .text = { "a<b & 句", "s" }, .basis = "附件1" });
    findings_answer(findings, 0, "因故");
    findings_add_made(findings, &(struct finding){ .code = "N3",
        .level = LEVEL_HINT, .text = { "提", "h" }, .basis = "" });
    findings_add_made(findings, &(struct finding){ .code = "E1",
        .level = LEVEL_ERROR, .text = { "错", "e" } });
    /* What is no matter of the data has no place in a set. */
    findings_add_made(findings, &(struct finding){ .code = "U1",
        .level = LEVEL_USAGE, .text = { "用", "u" } });
    struct described described = describe(NULL, 0, findings);
    CU_ASSERT_STRING_EQUAL(query(&described, "count(/*/*)"), "7");
    CU_ASSERT_STRING_EQUAL(query(&described, "concat(/*/*[5]/@code, ' ',"
        "/*/*[5]/@level, ' ', /*/*[5]/@file, ' ', /*/*[5]/@line, ' ',"
        "/*/*[5]/@column, ' ', /*/*[5]/@pointer)"),
        "A4 warning a.json 3 7 /a/b");
    CU_ASSERT_STRING_EQUAL(query(&described, "concat(/*/*[5]/*[3], '|',"
        "/*/*[5]/*[4], '|', /*/*[5]/*[5])"), "a<b & 句|附件1|因故");
    CU_ASSERT_STRING_EQUAL(query(&described, "concat(/*/*[6]/@level,"
        "count(/*/*[6]/@line), count(/*/*[6]/@pointer),"
        "count(/*/*[6]/*), /*/*[7]/@level)"), "hint001error");
    described_free(&described);
}

static void fits_its_grammar(void)
{
    static const struct resources built_in = { NULL };
    static struct _xmlNode some;
    const struct contents_file files[] = {
        { &some, FORMAT_HTML, "附件1.html", 12 },
        { NULL, FORMAT_DOCX, "整套.docx", 3456 },
    };
    struct findings *findings = findings_new();
    xmlDocPtr grammar = xml_load(&built_in, "schemas/common/set.rng",
        findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(grammar);
    xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewDocParserCtxt(grammar);
    xmlRelaxNGPtr compiled = xmlRelaxNGParse(parser);
    xmlRelaxNGValidCtxtPtr context = xmlRelaxNGNewValidCtxt(compiled);

    findings_add_made(findings, &(struct finding){ .code = "A4",
        .level = LEVEL_WARNING, .place = { 3, 7 }, .pointer = "/a/b",
        .text = { "句", "s" }, .basis = "附件1", .answer = "因故" });
    findings_add_made(findings, &(struct finding){ .code = "N3",
        .level = LEVEL_HINT, .text = { "提", "h" }, .pointer = "" });
    struct described described = describe(files, COUNT(files), findings);
    CU_ASSERT_EQUAL(xmlRelaxNGValidateDoc(context, described.doc), 0);
    described_free(&described);
    xmlRelaxNGFreeValidCtxt(context);
    xmlRelaxNGFree(compiled);
    xmlRelaxNGFreeParserCtxt(parser);
    xmlFreeDoc(grammar);
}

static void indexes_more_values_than_it_has_room_for_at_first(void)
{
    enum { VALUES = 3000 };
    struct buffer text = BUFFER_EMPTY;
    struct findings *findings = findings_new();

    buffer_add_string(&text, "<documents title='t' edition='e'>"
        "<attachment id='附件1' kind='附件1' name='表'>");
    for (int k = 0; k < VALUES; k++)
        buffer_printf(&text, "<value src='/l/%d' tag='t%09d'/>", k, k);
    buffer_add_string(&text, "</attachment></documents>");
    findings_add_made(findings, &(struct finding){ .code = "A4",
        .pointer = "/l/2999", .text = { "句", "s" } });
    findings_add_made(findings, &(struct finding){ .code = "A4",
        .pointer = "/l/0", .text = { "句", "s" } });
    xmlDocPtr documents = fixture_xml(buffer_string(&text));
    xmlDocPtr doc = contents_describe(&(struct contents){
        .documents = documents, .data = "a.json", .digest = digest,
        .program = "jixiao 0", .manifest = "m", .findings = findings });
    CU_ASSERT_STRING_EQUAL(fixture_xpath(doc, "concat(/*/*[3]/*/@tag, ' ',"
        "/*/*[4]/*/@tag)"), "t000002999 t000000000");
    xmlFreeDoc(doc);
    xmlFreeDoc(documents);
    buffer_free(&text);
    findings_free(findings);
}

CU_TestInfo contents_tests[] = {
    {"name the set and its attachments", names_the_set_and_its_attachments},
    {"list the files of each", lists_the_files_of_each},
    {"say where a finding is printed", says_where_a_finding_is_printed},
    {"write all there is to a finding", writes_all_there_is_to_a_finding},
    {"fit their grammar", fits_its_grammar},
    {"index more values than there is room for at first",
        indexes_more_values_than_it_has_room_for_at_first},
    CU_TEST_INFO_NULL
};
