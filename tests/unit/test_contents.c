/* The tree that the index page and the check report are made of. */

#include <CUnit/CUnit.h>
#include <libxml/relaxng.h>
#include <string.h>

#include "0_base/xml.h"
#include "9_bundle/contents.h"
#include "fixture.h"

static const char page_model[] =
    "<documents xmlns='urn:jixiao:document:1' title='整套' edition='e'"
    " unit='局' period='2023年度'>"
    "<attachment id='附件1' kind='附件1' name='表' src=''>"
    "<table><cell><value src='/a/b' tag='aaaaaaaaaa'>1</value></cell>"
    "<cell><value src='/a/bc' tag='bbbbbbbbbb'>2</value></cell></table>"
    "</attachment>"
    "<attachment id='附件2-1' kind='附件2' name='书' src='/t'>"
    "<paragraph><value src='/t' tag='cccccccccc'>经费"
    "<value src='/a/b' tag='aaaaaaaaaa'>1</value></value></paragraph>"
    "<paragraph><value src='/a/b' tag='aaaaaaaaaa'>1</value></paragraph>"
    "</attachment>"
    "<attachment id='附件2-2' kind='附件2' name='空' src='/u'>"
    "<value>x</value></attachment></documents>";

static const char digest[] =
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

struct described {
    struct fixture fixture;
    struct formulas *formulas;
    struct rules *rules;
    struct rule_tally tallies[8];
    xmlDocPtr documents;
    struct findings *findings;
    struct contents *contents;
};

/* Of a small edition, and of findings that are given up to it. */
static void describe(struct described *described, const char *model,
    struct findings *findings)
{
    *described = (struct described){ .findings = findings,
        .documents = fixture_xml(model) };
    fixture_begin(&described->fixture);
    fixture_write_edition(&described->fixture, "e");
    described->formulas = formulas_load(&described->fixture.resources,
        "schemas/e/formulas.xml", findings);
    described->rules = rules_load(&described->fixture.resources,
        "schemas/e/rules.xml", described->formulas,
        fixture_lexicon(), findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(described->rules);
    described->tallies[0] = (struct rule_tally){ 7, 2, false };
    described->contents = contents_new(&(struct contents_source){
        .documents = described->documents, .path = "county/a.json",
        .digest = digest, .program = "jixiao 0", .manifest = "manifest.json",
        .findings = findings, .rules = described->rules,
        .tallies = described->tallies });
    CU_ASSERT_PTR_NOT_NULL_FATAL(described->contents);
}

static void described_free(struct described *described)
{
    contents_free(described->contents);
    xmlFreeDoc(described->documents);
    rules_free(described->rules);
    formulas_free(described->formulas);
    findings_free(described->findings);
    fixture_end(&described->fixture);
}

/* A query on the tree; its elements by their names. */
static const char *query(const struct described *described,
    const char *expression)
{
    xmlDocPtr tree = contents_tree(described->contents);
    struct buffer local = BUFFER_EMPTY;

    CU_ASSERT_PTR_NOT_NULL_FATAL(tree);
    CU_ASSERT_STRING_EQUAL((const char *)xmlDocGetRootElement(tree)->ns->href,
        "urn:jixiao:set:1");
    for (; *expression; expression++) {
        size_t length = strcspn(expression, "~");
        buffer_add(&local, expression, length);
        expression += length;
        if (!*expression)
            break;
        length = strspn(expression + 1, "abcdefghijklmnopqrstuvwxyz");
        buffer_printf(&local, "*[local-name() = '%.*s']", (int)length,
            expression + 1);
        expression += length;
    }
    const char *result = fixture_xpath(tree, buffer_string(&local));
    buffer_free(&local);
    return result;
}

static void names_the_set_and_its_attachments(void)
{
    struct described described;

    describe(&described, page_model, findings_new());
    CU_ASSERT_STRING_EQUAL(query(&described, "concat(/*/@title, ' ',"
        "/*/@edition, ' ', /*/@unit, ' ', /*/@period, ' ', /*/@data, ' ',"
        "/*/@program, ' ', string-length(/*/@sha256))"),
        "整套 e 局 2023年度 a.json jixiao 0 64");
    CU_ASSERT_STRING_EQUAL(query(&described, "concat(/*/~attachment[1]/@id,"
        "' ', /*/~attachment[2]/@name, ' ', /*/~attachment[3]/@kind, ' ',"
        "/*/~manifest/@name, ' ', count(/*/~attachment))"),
        "附件1 书 附件2 manifest.json 3");
    described_free(&described);
}

static void lists_the_files_of_each(void)
{
    struct described described;

    describe(&described, page_model, findings_new());
    xmlNodePtr root = xmlDocGetRootElement(described.documents);
    xmlNodePtr first = xmlFirstElementChild(root);
    contents_add_file(described.contents, NULL,
        &(struct contents_file){ FORMAT_HTML, "核对.html", 1, 0 });
    contents_add_file(described.contents, first,
        &(struct contents_file){ FORMAT_HTML, "附件1.html", 12, 0 });
    contents_add_file(described.contents, root,
        &(struct contents_file){ FORMAT_DOCX, "整套.docx", 3456, 0 });
    contents_add_file(described.contents, first,
        &(struct contents_file){ FORMAT_FLAT_OPC, "附件1.xml", 0, 0 });
    CU_ASSERT_STRING_EQUAL(query(&described, "concat(/*/~whole/*/@format,"
        "' ', /*/~whole/*/@name, ' ', /*/~whole/*/@size, ' ',"
        "/*/~report/*/@name, ' ', count(//~file))"),
        "docx 整套.docx 3456 核对.html 4");
    CU_ASSERT_STRING_EQUAL(query(&described, "concat("
        "/*/~attachment[1]/*[1]/@name, ' ',"
        "/*/~attachment[1]/*[2]/@format, ' ',"
        "/*/~attachment[1]/*[2]/@size, ' ', count(/*/~attachment[2]/*))"),
        "附件1.html flat-opc 0 0");
    described_free(&described);
}

static void says_where_a_finding_is_printed(void)
{
    static const struct { const char *pointer, *in; } cases[] = {
        { "/a/b", "附件1aaaaaaaaaa 附件2-1aaaaaaaaaa " },
        { "/a/bc", "附件1bbbbbbbbbb " },
        /* Of the values below it the first one. */
        { "/a", "附件1aaaaaaaaaa 附件2-1aaaaaaaaaa " },
        { "/t", "附件2-1cccccccccc " },
        { "/a/", "" }, { "/a/b/c", "" }, { "/none", "" }, { "", "" },
        { NULL, "" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        struct described described;
        char in[256] = "";
        findings_add_made(findings, &(struct finding){ .code = "A4",
            .level = LEVEL_WARNING, .pointer = cases[i].pointer,
            .text = { "句", "s" } });
        describe(&described, page_model, findings);
        for (int k = 1; k <= 3; k++) {
            char expression[128];
            snprintf(expression, sizeof expression, "concat("
                "/*/~finding/~in[%d]/@attachment,"
                "/*/~finding/~in[%d]/@tag)", k, k);
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

/* By its kind, and by what the attachment is about. */
static void says_to_which_attachment_a_finding_belongs(void)
{
    static const struct { const char *kind, *pointer, *id; } cases[] = {
        { "附件1", "/a/b", "附件1" }, { "附件1", "", "附件1" },
        { "附件2", "/t", "附件2-1" }, { "附件2", "/u/x", "附件2-2" },
        { "附件2", "/ux", "" }, { "附件2", "", "" }, { "附件9", "/a", "" },
        { NULL, "/a/b", "" }, { "附件1", NULL, "" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        struct described described;
        findings_add_made(findings, &(struct finding){ .code = "A4",
            .level = LEVEL_HINT, .pointer = cases[i].pointer,
            .attachment = cases[i].kind, .text = { "句", "s" } });
        describe(&described, page_model, findings);
        CU_ASSERT_STRING_EQUAL(query(&described,
            "string(/*/~finding/@attachment)"), cases[i].id);
        described_free(&described);
    }
}

static void writes_all_there_is_to_a_finding(void)
{
    struct findings *findings = findings_new();
    struct described described;

    findings_add_made(findings, &(struct finding){ .code = "A4",
        .level = LEVEL_WARNING, .place = { 3, 7 }, .pointer = "/a/b",
        .attachment = "附件1", .where = "附件1 甲", .found = "1",
        .expected = "2", .text = { "a<b & 句", "s" }, .basis = "表" });
    findings_answer(findings, 0, "因故", "/e/0");
    findings_add_made(findings, &(struct finding){ .code = "P001",
        .level = LEVEL_HINT, .text = { "提", "h" }, .basis = "" });
    findings_add_made(findings, &(struct finding){ .code = "E1",
        .level = LEVEL_ERROR, .text = { "错", "e" } });
    /* What is no matter of the data has no place in a set. */
    findings_add_made(findings, &(struct finding){ .code = "U1",
        .level = LEVEL_USAGE, .text = { "用", "u" } });
    describe(&described, page_model, findings);
    CU_ASSERT_STRING_EQUAL(query(&described, "count(/*/~finding)"), "3");
    CU_ASSERT_STRING_EQUAL(query(&described, "concat(/*/~finding[1]/@code,"
        "' ', /*/~finding[1]/@level, ' ', /*/~finding[1]/@file, ' ',"
        "/*/~finding[1]/@line, ' ', /*/~finding[1]/@column, ' ',"
        "/*/~finding[1]/@pointer)"), "A4 warning a.json 3 7 /a/b");
    CU_ASSERT_STRING_EQUAL(query(&described, "concat(/*/~finding[1]/~where,"
        "'|', /*/~finding[1]/~found, '|', /*/~finding[1]/~expected, '|',"
        "/*/~finding[1]/~sentence, '|', /*/~finding[1]/~basis, '|',"
        "/*/~finding[1]/~answer, /*/~finding[1]/~answer/@pointer,"
        "count(/*/~finding[1]/~title))"),
        "附件1 甲|1|2|a<b & 句|表|因故/e/00");
    CU_ASSERT_STRING_EQUAL(query(&described, "concat("
        "/*/~finding[2]/@level, count(/*/~finding[2]/@line),"
        "count(/*/~finding[2]/@pointer), count(/*/~finding[2]/~basis),"
        "/*/~finding[3]/@level)"), "hint000error");
    /* A code of the program has a title, too. */
    CU_ASSERT_STRING_EQUAL(query(&described, "string(/*/~finding[2]/~title)"),
        "情况说明没有对应的警告");
    described_free(&described);
}

/* Last year's file has other values at the same pointers. */
static void tells_findings_of_another_file_apart(void)
{
    struct findings *findings = findings_new();
    struct described described;

    findings_set_file(findings, "county/a.json");
    findings_add_made(findings, &(struct finding){ .code = "A4",
        .attachment = "附件1", .pointer = "/a/b", .text = { "句", "s" } });
    findings_set_file(findings, "county/2022/b.json");
    findings_add_made(findings, &(struct finding){ .code = "A4",
        .attachment = "附件1", .pointer = "/a/b", .text = { "句", "s" } });
    describe(&described, page_model, findings);
    CU_ASSERT_STRING_EQUAL(query(&described, "concat(/*/~finding[1]/@file,"
        "count(/*/~finding[1]/~in), /*/~finding[1]/@attachment, ' ',"
        "/*/~finding[2]/@file, count(/*/~finding[2]/~in),"
        "/*/~finding[2]/@attachment)"), "a.json2附件1 b.json0");
    described_free(&described);
}

/* What pages show is found when they are drawn; of what else is found then
 * nothing is about the set. */
static void adds_the_hints_that_come_later(void)
{
    static const enum level later[] = { LEVEL_HINT, LEVEL_WARNING,
        LEVEL_ERROR, LEVEL_HINT };
    struct findings *findings = findings_new();
    struct described described;

    findings_add_made(findings, &(struct finding){ .code = "A4",
        .level = LEVEL_WARNING, .text = { "句", "s" } });
    describe(&described, page_model, findings);
    CU_ASSERT_FALSE(contents_add_hints(described.contents));
    for (size_t k = 0; k < COUNT(later); k++) {
        char code[] = { 'X', (char)('0' + k), '\0' };
        findings_add_made(findings, &(struct finding){ .code = code,
            .level = later[k], .text = { "句", "s" } });
        CU_ASSERT_EQUAL(contents_add_hints(described.contents),
            later[k] == LEVEL_HINT);
    }
    CU_ASSERT_STRING_EQUAL(query(&described, "concat(count(/*/~finding), ' ',"
        "/*/~finding[1]/@code, ' ', /*/~finding[2]/@code, ' ',"
        "/*/~finding[3]/@code, ' ',"
        "count(/*/~rule/following-sibling::*[local-name() = 'finding']))"),
        "3 A4 X0 X3 0");
    contents_drop_hints(described.contents);
    CU_ASSERT_STRING_EQUAL(query(&described, "concat(count(/*/~finding), ' ',"
        "/*/~finding[1]/@code, ' ', boolean(/*/~rule))"), "1 A4 true");
    CU_ASSERT_FALSE(contents_add_hints(described.contents));
    described_free(&described);
}

static void lists_the_rules(void)
{
    struct findings *findings = findings_new();
    struct described described;

    describe(&described, page_model, findings);
    const struct rule *rule = rules_get(described.rules, 0);
    CU_ASSERT_STRING_EQUAL(query(&described, "string(/*/~rule[1]/@code)"),
        rule->code);
    CU_ASSERT_STRING_EQUAL(query(&described, "concat("
        "/*/~rule[1]/@looked-at, ' ', /*/~rule[1]/@found, ' ',"
        "/*/~rule[2]/@looked-at, count(/*/~rule[1]/@disabled))"), "7 2 00");
    CU_ASSERT_STRING_EQUAL(query(&described, "string(/*/~rule[1]/~title)"),
        rule->title[LANGUAGE_ZH]);
    described_free(&described);
}

static void fits_its_grammar(void)
{
    static const struct resources built_in = { .data_dir = NULL };
    struct findings *findings = findings_new();
    struct described described;
    xmlDocPtr grammar = xml_load(&built_in, "schemas/common/set.rng",
        findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(grammar);
    xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewDocParserCtxt(grammar);
    xmlRelaxNGPtr compiled = xmlRelaxNGParse(parser);
    xmlRelaxNGValidCtxtPtr context = xmlRelaxNGNewValidCtxt(compiled);

    findings_add_made(findings, &(struct finding){ .code = "A4",
        .level = LEVEL_WARNING, .place = { 3, 7 }, .pointer = "/a/b",
        .attachment = "附件1", .where = "附件1 甲", .found = "1",
        .expected = "2", .text = { "句", "s" }, .basis = "表",
        .answer = "因故", .answer_pointer = "/explanations/0" });
    findings_add_made(findings, &(struct finding){ .code = "P001",
        .level = LEVEL_HINT, .text = { "提", "h" }, .pointer = "" });
    describe(&described, page_model, findings);
    contents_add_file(described.contents, NULL,
        &(struct contents_file){ FORMAT_HTML, "核对.html", 1, 0 });
    contents_add_file(described.contents,
        xmlDocGetRootElement(described.documents),
        &(struct contents_file){ FORMAT_PDF, "整套.pdf", 3456, 7 });
    CU_ASSERT_EQUAL(xmlRelaxNGValidateDoc(context,
        contents_tree(described.contents)), 0);
    described_free(&described);
    xmlRelaxNGFreeValidCtxt(context);
    xmlRelaxNGFree(compiled);
    xmlRelaxNGFreeParserCtxt(parser);
    xmlFreeDoc(grammar);
}

CU_TestInfo contents_tests[] = {
    {"name the set and its attachments", names_the_set_and_its_attachments},
    {"list the files of each", lists_the_files_of_each},
    {"say where a finding is printed", says_where_a_finding_is_printed},
    {"say to which attachment a finding belongs",
        says_to_which_attachment_a_finding_belongs},
    {"write all there is to a finding", writes_all_there_is_to_a_finding},
    {"tell findings of another file apart",
        tells_findings_of_another_file_apart},
    {"add the hints that come later", adds_the_hints_that_come_later},
    {"list the rules", lists_the_rules},
    {"fit their grammar", fits_its_grammar},
    CU_TEST_INFO_NULL
};
