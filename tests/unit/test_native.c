/* Expressions that the program evaluates itself, beside what libxml2 makes of
 * them. */

#include <CUnit/CUnit.h>
#include <libxml/xpathInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "3_transform/submission.h"
#include "4_formulas/expression.h"
#include "4_formulas/variables.h"
#include "fixture.h"

static const char schema[] = "{'properties': {"
    "'a': {'x-type': 'count', 'title': '甲', 'x-asked': 'error'},"
    "'b': {'x-type': 'count', 'title': '乙'},"
    "'m': {'x-type': 'amount', 'x-unit': '万元', 'title': '合计'},"
    "'t': {'x-type': 'text', 'title': '文'},"
    "'l': {'title': '项目', 'items': {'title': '项目', 'properties': {"
    " 'name': {'x-type': 'text'}, 'n': {'x-type': 'count'}}}}}}";

static const char data[] = "{'a': 3, 'm': 2.5, 't': '文字',"
    "'l': [{'name': '一', 'n': 1}, {'name': '二', 'n': 2},"
    " {'name': '二', 'n': 3}, {'name': '三'}]}";

/* A submission, and an evaluation of it with variables. */
struct bench {
    struct fixture_set set;
    struct evaluation evaluation;
    xmlDocPtr other;
};

static void add_variable(struct bench *bench, const char *name,
    xmlXPathObjectPtr value)
{
    CU_ASSERT_PTR_NOT_NULL_FATAL(value);
    CU_ASSERT_TRUE_FATAL(variable_set(bench->evaluation.context, name,
        value));
}

static void begin(struct bench *bench)
{
    fixture_set_begin(&bench->set, schema, data);
    bench->other = fixture_xml("<o><p/></o>");
    CU_ASSERT_TRUE_FATAL(evaluation_begin(&bench->evaluation, bench->set.doc,
        &bench->set.style, bench->set.findings));
    add_variable(bench, "word", xmlXPathNewCString("二"));
    add_variable(bench, "two", xmlXPathNewFloat(2));
    add_variable(bench, "yes", xmlXPathNewBoolean(1));
    add_variable(bench, "items", xmlXPathEval(BAD_CAST "/*/l/*",
        bench->evaluation.context));
    add_variable(bench, "none", xmlXPathNewNodeSet(NULL));
    add_variable(bench, "other", xmlXPathNewNodeSet(
        xmlDocGetRootElement(bench->other)));
}

static void end(struct bench *bench)
{
    evaluation_end(&bench->evaluation);
    xmlFreeDoc(bench->other);
    fixture_set_end(&bench->set);
}

/* A result as text: the nodes by their places in memory. */
static void print(xmlXPathObjectPtr object, struct buffer *out)
{
    buffer_printf(out, "%d", object ? (int)object->type : -1);
    if (!object || object->type != XPATH_NODESET) {
        xmlChar *text = object ? xmlXPathCastToString(object) : NULL;
        buffer_printf(out, " %s", text ? (const char *)text : "");
        xmlFree(text);
        return;
    }
    for (int k = 0; k < xmlXPathNodeSetGetLength(object->nodesetval); k++)
        buffer_printf(out, " %p", (void *)object->nodesetval->nodeTab[k]);
}

static void check(struct bench *bench, const char *text)
{
    xmlXPathContextPtr context = bench->evaluation.context;
    xmlNodePtr root = xmlDocGetRootElement(bench->set.doc);
    struct native *native = native_compile(text);
    struct buffer found = BUFFER_EMPTY, wanted = BUFFER_EMPTY;

    CU_ASSERT_PTR_NOT_NULL_FATAL(native);
    CU_ASSERT_TRUE(submission_list(bench->set.doc));
    context->node = root;
    xmlXPathObjectPtr ours = native_evaluate(native,
        bench->evaluation.native, root);
    xmlXPathObjectPtr theirs = xmlXPathEvalExpression(BAD_CAST text, context);
    print(ours, &found);
    print(theirs, &wanted);
    CU_ASSERT_PTR_NOT_NULL(ours);
    CU_ASSERT_STRING_EQUAL(buffer_string(&found), buffer_string(&wanted));
    if (strcmp(buffer_string(&found), buffer_string(&wanted)) != 0)
        printf("%s: %s, not %s\n", text, buffer_string(&found),
            buffer_string(&wanted));
    buffer_free(&found);
    buffer_free(&wanted);
    xmlXPathFreeObject(ours);
    xmlXPathFreeObject(theirs);
    native_free(native);
}

static void gives_what_libxml2_gives(void)
{
    static const char *const cases[] = {
        /* Steps along each axis, from elements, attributes and the root. */
        ".", "..", "/", "/*", "/*/l", "*", "l/*", "l/*/n", "//n", "//*",
        "//@value", "@*", "*/@*", "l//n", "l/*/..", "l/*/@*/..", "/..",
        "l/*[2]/following-sibling::*", "l/*[2]/preceding-sibling::*",
        "l/*[3]/preceding-sibling::*[1]", "l/*/n/ancestor::*",
        "l/*/n/ancestor-or-self::*", "l/*/n/ancestor::node()",
        "descendant::*", "descendant-or-self::*", "l/descendant::n",
        "self::*", "a/self::a", "a/self::b", "l/@*/ancestor::*",
        "*/@*/following-sibling::*", "@*/descendant::*", "/descendant::n",
        "/following-sibling::*", "/preceding-sibling::*", "nothing",
        "l/*/parent::l", "l/*/parent::*/parent::*", "@nothing", "*/@nothing",
        "//@*[. = 'count']", "l/*/@*/self::*", "l/*/n/@value/..",
        /* Predicates. */
        "l/*[n]", "l/*[not(n/@value)]", "*[@state = 'stated']", "l/*[last()]",
        "*[@state != 'stated']", "l/*[position() > 1]", "l/*[n > 1][name]",
        "(l/*)[2]", "(l/*/n | a)[1]", "l/*[name = $word]", "$items[2]",
        "$items[name = $word]/n", "l/*[n = $two]", "l/*[$yes]", "l/*[$none]",
        "l/*[name = preceding-sibling::*/name]", "*[@asked]/@asked",
        "l/*[count(*) > 1]", "l/*[string()]", "l/*[@*]",
        /* Sets. */
        "b | a", "l/* | l", "$items | l/*[1]", "$none | a", "a | a/@value | .",
        "a/@value | a/@state | a", "(l/*/n | l/*/name)/..", "$items/@*",
        /* Texts, numbers and conditions. */
        "string(a)", "string(l)", "string(/)", "string(l/*/@nothing)",
        "string(.)", "concat(t, '|', $word)", "contains(t, '文')",
        "starts-with(t, '字')", "substring(t, 2)", "substring-before(t, '字')",
        "substring-after(t, '文')", "string-length(t)", "normalize-space(l)",
        "translate(t, '文', '武')", "number(a)", "number(t)", "sum(l/*/n)",
        "count(//*)", "a + $two", "a - 1", "a * 2", "a div 0", "a mod 2",
        "-a", "a < b", "a >= 3", "a = 3", "a != 3", "l/*/n = 2",
        "l/*/n != 2", "l/*/n = l/*/name", "l/*/name = l/*/name", "'a' = 'a'",
        "1 = '1'", "true()", "not(a)", "boolean(b)", "a and t", "$none or a",
        "name(l)", "local-name(a/@value)", "namespace-uri(a)", "name(/)",
        "name($none)", "round(2.5)", "floor(-1.5)", "ceiling(1.2)",
        "string($two)", "$word = l/*/name", "$yes = l", "$word", "$items",
        /* Functions of libxml2's kind. */
        "x:sum(l/*/n)", "x:compare(a, '3')", "x:compare(l/*[2]/n, l/*[1]/n)",
        "x:print(m, '元')", "x:is-blank(b)", "l/*[x:compare(n, '1') > 0]",
        "x:sum(l/*[name = '二']/n | a)", "x:ratio(a, '0')",
        "x:max(x:sum(l/*/n), a)", "x:known($items/n)",
    };
    struct bench bench;

    begin(&bench);
    for (size_t k = 0; k < COUNT(cases); k++)
        check(&bench, cases[k]);
    end(&bench);
}

/* What it does not know, and what is no expression. */
static void refuses_the_rest(void)
{
    static const char *const cases[] = {
        "text()", "a/text()", "comment()", "node()", "//node()",
        "descendant-or-self::node()", "following::a", "preceding::a",
        "namespace::*", "x:a", "@x:a", "x:*", "//self::a", "//..", "$x:a",
        "id('a')", "lang('zh')", "unknown(a)", "current()", "a[", "a]", "",
        "a b", "1 +", "concat('a')", "key('a', 'b')",
        "processing-instruction()", "'a", "a/", "$",
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct native *native = native_compile(cases[k]);
        CU_ASSERT_PTR_NULL(native);
        if (native)
            printf("%s: compiled\n", cases[k]);
        native_free(native);
    }
}

/* What shows only when it is evaluated; the next one is evaluated as ever. */
static void gives_up_where_libxml2_has_to_say_why(void)
{
    static const char *const cases[] = {
        "$missing", "$other", "$other/p", "y:sum(a)", "x:unknown(a)",
        "x:sum(a, b)", "x:difference('one', '1')", "concat(x:sum('a'), 'b')",
        "$word/a", "count('a')", "'a' | b", "l/*[x:sum()]",
    };
    struct bench bench;

    begin(&bench);
    for (size_t k = 0; k < COUNT(cases); k++) {
        struct native *native = native_compile(cases[k]);
        CU_ASSERT_PTR_NOT_NULL_FATAL(native);
        xmlXPathObjectPtr found = native_evaluate(native,
            bench.evaluation.native, xmlDocGetRootElement(bench.set.doc));
        CU_ASSERT_PTR_NULL(found);
        xmlXPathFreeObject(found);
        native_free(native);
        check(&bench, "x:sum(l/*/n)");
    }
    end(&bench);
}

/* Only of the tree's own elements and attributes. */
static void evaluates_on_nodes_of_its_tree(void)
{
    struct bench bench;

    begin(&bench);
    xmlNodePtr root = xmlDocGetRootElement(bench.set.doc);
    xmlNodePtr text = node_child(root, "t")->children;
    xmlNodePtr added = node_add(root, "added");
    struct native *native = native_compile("count(/*/*)");
    CU_ASSERT_PTR_NOT_NULL_FATAL(native);
    CU_ASSERT_PTR_NULL(native_evaluate(native, bench.evaluation.native,
        xmlDocGetRootElement(bench.other)));
    CU_ASSERT_PTR_NULL(native_evaluate(native, bench.evaluation.native,
        text));
    CU_ASSERT_PTR_NULL(native_evaluate(native, bench.evaluation.native,
        added));
    evaluation_refresh(&bench.evaluation);
    xmlXPathObjectPtr found = native_evaluate(native,
        bench.evaluation.native, added);
    CU_ASSERT_PTR_NOT_NULL_FATAL(found);
    CU_ASSERT_EQUAL(found->floatval, (double)xmlChildElementCount(root));
    xmlXPathFreeObject(found);
    native_free(native);
    check(&bench, "added/preceding-sibling::*");
    end(&bench);
}

/* However many there are, the last ones, too, with nothing behind them. */
static void goes_on_from_several_nodes(void)
{
    static const char *const last[] = { "(//*)[position() > last() - 2]",
        "//l/n[position() > last() - 2]" };
    static const char *const cases[] = { "$last", "$last/@name", "$last/..",
        "$last/self::n", "$last/following-sibling::*" };
    struct bench bench;

    begin(&bench);
    xmlNodePtr list = node_child(xmlDocGetRootElement(bench.set.doc), "l");
    for (int added = 0; added < 32; added++) {
        xmlNodePtr node = node_add(list, "n");
        CU_ASSERT_PTR_NOT_NULL_FATAL(node);
        CU_ASSERT_TRUE_FATAL(node_add_attribute(node, "name", "a"));
        evaluation_refresh(&bench.evaluation);
        for (size_t k = 0; k < COUNT(last); k++) {
            add_variable(&bench, "last", xmlXPathEval(BAD_CAST last[k],
                bench.evaluation.context));
            for (size_t j = 0; j < COUNT(cases); j++)
                check(&bench, cases[j]);
        }
    }
    end(&bench);
}

/* With libxml2 alone, the same. */
static void leaves_other_trees_to_libxml2(void)
{
    struct findings *findings = findings_new();
    struct print_style style = {0};
    xmlDocPtr doc = fixture_xml("<o><p/><p/></o>");
    struct evaluation evaluation;
    struct expression expression;

    CU_ASSERT_TRUE_FATAL(evaluation_begin(&evaluation, doc, &style,
        findings));
    CU_ASSERT_PTR_NULL(evaluation.native);
    CU_ASSERT_TRUE_FATAL(expression_compile(&expression, "count(p)",
        (struct expression_origin){ "rules.xml", "A1", 1 }, findings));
    xmlXPathObjectPtr found = expression_evaluate(&expression, &evaluation,
        xmlDocGetRootElement(doc));
    CU_ASSERT_PTR_NOT_NULL_FATAL(found);
    CU_ASSERT_EQUAL(found->floatval, 2);
    xmlXPathFreeObject(found);
    evaluation_refresh(&evaluation);
    expression_free(&expression);
    evaluation_end(&evaluation);
    xmlFreeDoc(doc);
    findings_free(findings);
}

/* Not by libxml2, either, which would begin again: it counts no text. */
static void ends_what_reads_a_text_without_end(void)
{
    static char words[1 << 20];
    struct expression expression;
    struct bench bench;

    begin(&bench);
    memset(words, 'a', sizeof words - 1);
    add_variable(&bench, "long", xmlXPathNewCString(words));
    CU_ASSERT_TRUE_FATAL(expression_compile(&expression,
        "count(//*[count(//*[count(//*[contains($long, name())]) > 0]) > 0])",
        (struct expression_origin){ "rules.xml", "A1", 1 },
        bench.set.findings));
    CU_ASSERT_PTR_NULL(expression_evaluate(&expression, &bench.evaluation,
        xmlDocGetRootElement(bench.set.doc)));
    CU_ASSERT_STRING_EQUAL(fixture_codes(bench.set.findings), "V003 0:0");
    CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(bench.set.findings, 0,
        LANGUAGE_ZH), "没有尽头"));
    expression_free(&expression);
    check(&bench, "string-length($long)");
    end(&bench);
}

/* Evaluates one expression, and has libxml2 evaluate another one in its
 * place; the codes of what is found. */
static const char *compare(struct bench *bench, const char *text,
    const char *instead)
{
    struct expression expression;

    CU_ASSERT_TRUE_FATAL(expression_compile(&expression, text,
        (struct expression_origin){ "rules.xml", "A1", 1 },
        bench->set.findings));
    free(expression.source);
    expression.source = strdup(instead);
    xmlXPathFreeObject(expression_evaluate(&expression, &bench->evaluation,
        xmlDocGetRootElement(bench->set.doc)));
    expression_free(&expression);
    return fixture_codes(bench->set.findings);
}

static void compares_with_libxml2(void)
{
    static const char *const same[] = { "count(l/*)", "string(t)", "a > 1",
        "l/*/n", "number(t)", "$items/name", "x:sum(b)" };
    static const struct { const char *text, *instead; } other[] = {
        { "count(l/*)", "count(l)" }, { "string(t)", "string(a)" },
        { "a > 1", "a > 7" }, { "l/*/n", "l/*/name" }, { "l/*", "l/*[1]" },
        { "a", "string(a)" }, { "a", "missing()" },
        { "x:sum(a)", "concat(x:sum(b), x:sum(a))" },
    };
    struct bench bench;

    begin(&bench);
    bench.evaluation.compares = true;
    for (size_t k = 0; k < COUNT(same); k++)
        CU_ASSERT_STRING_EQUAL(compare(&bench, same[k], same[k]), "");
    end(&bench);
    for (size_t k = 0; k < COUNT(other); k++) {
        begin(&bench);
        bench.evaluation.compares = true;
        CU_ASSERT_STRING_EQUAL(compare(&bench, other[k].text,
            other[k].instead), "V003 0:0");
        end(&bench);
    }
}

CU_TestInfo native_tests[] = {
    {"gives what libxml2 gives", gives_what_libxml2_gives},
    {"refuses the rest", refuses_the_rest},
    {"gives up where libxml2 has to say why",
        gives_up_where_libxml2_has_to_say_why},
    {"evaluates on nodes of its tree", evaluates_on_nodes_of_its_tree},
    {"goes on from several nodes", goes_on_from_several_nodes},
    {"ends what reads a text without end",
        ends_what_reads_a_text_without_end},
    {"leaves other trees to libxml2", leaves_other_trees_to_libxml2},
    {"compares with libxml2", compares_with_libxml2},
    CU_TEST_INFO_NULL
};
