/* The XPath functions about nodes that rules call. */

#include <CUnit/CUnit.h>
#include <libxml/xpathInternals.h>
#include <stdio.h>
#include <string.h>

#include "0_base/buffer.h"
#include "6_rules/nodes.h"
#include "6_rules/related/related.h"
#include "fixture.h"

static void keep_quiet(void *user, xmlErrorPtr error)
{
    (void)user;
    (void)error;
}

/* Names of the nodes found, or the string; "!" where it is an error. */
static void check(const char *tree, const char *expression, const char *wanted)
{
    xmlDocPtr doc = fixture_xml(tree);
    xmlXPathContextPtr context = xmlXPathNewContext(doc);
    struct related *related = related_new(doc, fixture_lexicon(),
        NULL);
    struct buffer out = BUFFER_EMPTY;

    CU_ASSERT_TRUE_FATAL(related_register(context, related)
        && nodes_register(context));
    context->error = keep_quiet;
    context->node = xmlDocGetRootElement(doc);
    xmlXPathObjectPtr found = xmlXPathEvalExpression(BAD_CAST expression,
        context);
    if (!found)
        buffer_add_string(&out, "!");
    else if (found->type == XPATH_STRING)
        buffer_add_string(&out, (const char *)found->stringval);
    for (int k = 0; found && found->nodesetval
        && k < found->nodesetval->nodeNr; k++)
        buffer_printf(&out, "%s%s", k ? " " : "",
            (const char *)found->nodesetval->nodeTab[k]->name);
    CU_ASSERT_STRING_EQUAL(buffer_string(&out), wanted);
    if (strcmp(buffer_string(&out), wanted) != 0)
        printf("%s: %s, not %s\n", expression, buffer_string(&out), wanted);
    buffer_free(&out);
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    related_free(related);
    xmlFreeDoc(doc);
}

static void finds_elements_by_conditions(void)
{
    static const char tree[] = "<s type='object' state='stated'>"
        "<a type='text' state='stated'>x<reference type='text' state='null'/></a>"
        "<g type='text' state='stated'><reference type='text' state='null'/></g>"
        "<b type='text' state='null' asked='error'/>"
        "<c><d type='count' state='absent' asked='hint'"
        " asked-rule='A01' rest='1'/>"
        "<e type='' state='stated'/></c><f type='texts' state='nul'/></s>";
    static const struct { const char *expression, *wanted; } cases[] = {
        { "t:elements('type=text')", "a g b" },
        { "t:elements('type=text state=stated')", "a g" },
        { "t:elements(' state=null|absent  asked ')", "b d" },
        { "t:elements('asked')", "b d" },
        { "t:elements('asked-rule')", "d" },
        { "t:elements('asked-rule=A01 rest')", "d" },
        { "t:elements('asked-rule=A0')", "" },
        { "t:elements('type=')", "e" },
        { "t:elements('state=absent|null|none')", "b d" },
        { "t:elements('type=object')", "s" },
        { "t:elements('typ=text')", "" },
        { "t:elements('types=text')", "" },
        { "t:elements('none')", "" },
        { "t:elements('type=text')[@asked]", "b" },
        { "c[t:elements('asked')]", "c" },      /* of the whole tree */
        { "t:elements('self=b|d')", "b d" },
        { "t:elements('self=b|d state=null')", "b" },
        { "t:elements('self=reference')", "" },
        { "t:elements('type=text', *)", "a g b" },
        { "t:elements('asked', c/* | b)", "b d" },
        { "t:elements('asked', //@asked | //reference)", "" },
        { "t:elements('asked', none)", "" },
        { "t:elements('asked', 'b')", "!" },
        { "t:elements('', b)", "!" },
        { "t:elements('asked', b, b)", "!" },
        { "t:elements('')", "!" },
        { "t:elements('  ')", "!" },
        { "t:elements('a b c d e')", "!" },
        { "t:elements()", "!" },
    };

    for (size_t k = 0; k < COUNT(cases); k++)
        check(tree, cases[k].expression, cases[k].wanted);
}

static void finds_nodes_within_others(void)
{
    static const char tree[] = "<s><a><b/><c><d/><e>x<reference/></e></c></a>"
        "<f/><a><b n='1'/></a><g><c><d/></c></g></s>";
    static const struct { const char *expression, *wanted; } cases[] = {
        { "t:within(//*, a/c)", "c d e" },
        { "t:within(//b, a)", "b b" },
        { "t:within(//b, a[2])", "b" },
        { "t:within(//d, g | a/c | a)", "d d" },        /* one in another */
        { "t:within(//d, g/c/d | a/c)", "d d" },
        { "t:within(//d | a, //d)", "d d" },
        { "t:within(f, a | g)", "" },
        { "t:within(., a)", "" },
        { "t:within(f, .)", "f" },
        { "t:within(//*, none)", "" },
        { "t:within(none, a)", "" },
        { "t:within(//*, //@n)", "" },          /* not in the tree */
        { "t:within(//@n, .)", "" },
        { "t:within(//reference, .)", "" },
        { "t:outside(//b | //d, a[1])", "b d" },
        { "t:outside(//b | //d, none)", "b d b d" },
        { "t:outside(//@n | //reference, none)", "" },
        { "t:within('a', .)", "!" },
        { "t:within(., 'a')", "!" },
        { "t:within(.)", "!" },
    };

    for (size_t k = 0; k < COUNT(cases); k++)
        check(tree, cases[k].expression, cases[k].wanted);
}

static void finds_nodes_with_others(void)
{
    static const char tree[] = "<s><a><b/><c><d/><e>x<reference/></e></c></a>"
        "<f/><a><b n='1'/></a><g><c><d/></c></g></s>";
    static const struct { const char *expression, *wanted; } cases[] = {
        { "t:with(//*, //d)", "s a c d g c d" },
        { "t:with(a | f | g, //b)", "a a" },
        { "t:with(a | f | g, g/c | //b)", "a a g" },
        { "t:with(//c, a | a/c/d | g)", "c" },  /* between two of them */
        { "t:with(f, .)", "" },
        { "t:with(., f)", "s" },
        { "t:with(f, f)", "f" },
        { "t:with(//*, none)", "" },
        { "t:with(none, f)", "" },
        { "t:with(//*, //@n | //reference)", "" },      /* not in the tree */
        { "t:with(//@n, .)", "" },
        { "t:without(a | f | g, //d)", "f a" },
        { "t:without(a | f | g, none)", "a f a g" },
        { "t:without(//@n | //reference, none)", "" },
        { "t:with('a', .)", "!" },
        { "t:without(., 'a')", "!" },
        { "t:with(.)", "!" },
    };

    for (size_t k = 0; k < COUNT(cases); k++)
        check(tree, cases[k].expression, cases[k].wanted);
}

static void puts_sets_together(void)
{
    static const char tree[] = "<s><a n='1'><b/><c><d/></c></a><f/><g/></s>";
    static const struct { const char *expression, *wanted; } cases[] = {
        { "t:union(//b, //d)", "b d" },
        { "t:union(//d, //b)", "b d" },         /* in the tree's order */
        { "t:union(a | f, f | g)", "a f g" },
        { "t:union(//*, //*)", "s a b c d f g" },
        { "t:union(none, f)", "f" },
        { "t:union(f, none)", "f" },
        { "t:union(none, none)", "" },
        { "t:union(g, f, a)", "a f g" },
        { "t:union(g, f, a, f)", "a f g" },
        { "t:union(a/@n, a)", "a n" },
        { "t:union(//namespace::*, a)", "a" },
        { "t:union(g, a)[1]", "a" },
        { "t:union(g, a)/c", "c" },
        { "t:union(g, f, 'a')", "!" },
        { "t:union('a', f)", "!" },
        { "t:union(f)", "!" },
        { "t:union(a, a, a, a, a)", "!" },
    };

    for (size_t k = 0; k < COUNT(cases); k++)
        check(tree, cases[k].expression, cases[k].wanted);
}

static void finds_parents(void)
{
    static const char tree[] = "<s><a n='1'><b/><b/><c><d/></c></a><f>x</f>"
        "</s>";
    static const struct { const char *expression, *wanted; } cases[] = {
        { "t:parents(//b)", "a" },
        { "t:parents(//d | //b)", "a c" },
        { "t:parents(//f | //d)", "s c" },      /* in the tree's order */
        { "t:parents(//@n)", "a" },
        { "t:parents(//text())", "f" },
        { "t:parents(.)", "" },                 /* the root is in none */
        { "t:parents(none)", "" },
        { "t:parents(//namespace::*)", "" },
        { "t:parents(//b)/c", "c" },
        { "t:parents('a')", "!" },
        { "t:parents()", "!" },
    };

    for (size_t k = 0; k < COUNT(cases); k++)
        check(tree, cases[k].expression, cases[k].wanted);
}

static void finds_nodes_that_say_a_text(void)
{
    static const char tree[] = "<s><l n='1'>甲</l><m>甲</m><l n='2'>乙<i/></l>"
        "<p><l>甲乙</l></p></s>";
    static const struct { const char *expression, *wanted; } cases[] = {
        { "t:having(*, '甲')", "l m" },
        { "t:having(l, m)", "l" },
        { "t:having(*, concat('甲', '乙'))", "p" },
        { "t:having(*, '丙')", "" },
        { "t:having(none, '甲')", "" },
        { "t:having('甲', '甲')", "" },
        { "t:having(l/@n, '2')", "n" },
        { "t:having(*, '')", "" },
        { "t:having(*)", "!" },
    };

    for (size_t k = 0; k < COUNT(cases); k++)
        check(tree, cases[k].expression, cases[k].wanted);
}

static void says_where_a_node_is(void)
{
    static const char tree[] = "<s type='object'><f attachment='附件1' "
        "label='经费'><g label='办公费'><h type='amount' label='决算数'/></g>"
        "</f></s>";

    check(tree, "t:place(f/g/h)", "附件1 “办公费” 决算数");
    check(tree, "t:place(.)", "");
    check(tree, "t:place(none)", "");
    check(tree, "t:place('附件1')", "");
    check(tree, "t:place(., .)", "!");
}

CU_TestInfo nodes_tests[] = {
    {"finds elements by conditions", finds_elements_by_conditions},
    {"finds nodes within others", finds_nodes_within_others},
    {"finds nodes with others in them", finds_nodes_with_others},
    {"puts sets together", puts_sets_together},
    {"finds parents", finds_parents},
    {"finds nodes that say a text", finds_nodes_that_say_a_text},
    {"says where a node is", says_where_a_node_is},
    CU_TEST_INFO_NULL
};
