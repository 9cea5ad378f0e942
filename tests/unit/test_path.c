/* Paths of references: what each leads to, or what it nearly named. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "5_references/path.h"
#include "3_transform/submission.h"
#include "fixture.h"

static const char tree[] =
    "<submission type='object'>"
    "<year type='year' src='/year'>2023</year>"
    "<text type='text' src='/text'>见<reference type='year' "
    "src='quoted'>2023</reference></text>"
    "<funds type='object' src='/funds'><total type='object' "
    "src='/funds/total'><final type='amount' src='/funds/total/final'/>"
    "</total></funds>"
    "<plain type='list' src='/plain'><item type='text' src='/plain/0'/>"
    "<item type='text' src='/plain/1'/></plain>"
    "<projects type='list' src='/projects'>"
    "<item type='object' key='inspection' src='/projects/0'>"
    "<name type='text' src='/projects/0/name'/>"
    "<results type='list' src='/projects/0/results'>"
    "<item type='object' key='inner' src='/projects/0/results/0'>"
    "<text type='text' src='/projects/0/results/0/text'/>"
    "</item></results></item>"
    "<item type='object' key='2' src='/projects/1'>"
    "<name type='text' src='/projects/1/name'/></item>"
    "<item type='object' src='/projects/2'>"
    "<name type='text' src='/projects/2/name'/></item>"
    "</projects></submission>";

static xmlNodePtr find(xmlNodePtr node, const char *src)
{
    const char *own = node_attribute(node, "src");
    xmlNodePtr found = own && strcmp(own, src) == 0 ? node : NULL;

    for (xmlNodePtr child = xmlFirstElementChild(node); child && !found;
        child = xmlNextElementSibling(child))
        found = find(child, src);
    return found;
}

struct expected {
    const char *path, *src;         /* NULL: leads nowhere */
    const char *nearest;
};

/* What paths in the text at src lead to. */
static void check(const char *text, const struct expected *cases,
    size_t count)
{
    xmlDocPtr doc = fixture_xml(tree);
    xmlNodePtr from = find(xmlDocGetRootElement(doc), text);

    CU_ASSERT_PTR_NOT_NULL_FATAL(from);
    for (size_t i = 0; i < count; i++) {
        struct buffer nearest = BUFFER_EMPTY;
        xmlNodePtr found = path_resolve(cases[i].path, from, &nearest);
        const char *src = found ? node_attribute(found, "src") : NULL;
        CU_ASSERT_EQUAL(src != NULL, cases[i].src != NULL);
        if (src && cases[i].src)
            CU_ASSERT_STRING_EQUAL(src, cases[i].src);
        CU_ASSERT_STRING_EQUAL(buffer_string(&nearest),
            cases[i].nearest ? cases[i].nearest : "");
        buffer_free(&nearest);
    }
    xmlFreeDoc(doc);
}

static void follows_members_from_the_root(void)
{
    static const struct expected cases[] = {
        { "year", "/year", NULL }, { "funds", "/funds", NULL },
        { "funds.total.final", "/funds/total/final", NULL },
        { "projects", "/projects", NULL },
    };

    check("/text", cases, COUNT(cases));
}

static void finds_entries_by_key_and_number(void)
{
    static const struct expected cases[] = {
        { "projects.inspection.name", "/projects/0/name", NULL },
        { "projects.0.name", "/projects/0/name", NULL },
        { "projects.1", "/projects/1", NULL },
        { "projects.2", "/projects/1", NULL },      /* its key comes first */
        { "plain.1", "/plain/1", NULL },
        { "projects.00", "/projects/0", NULL },
        { "projects.3", NULL, "projects.2" },
        { "projects.99999999999999999999", NULL, "projects" },
        { "projects.item", NULL, "projects" },
        { "plain.-1", NULL, "plain" }, { "plain.+1", NULL, "plain" },
        { "plain. 1", NULL, "plain" }, { "plain.1x", NULL, "plain" },
    };

    check("/text", cases, COUNT(cases));
}

static void names_what_is_most_like_a_missing_path(void)
{
    static const struct expected cases[] = {
        { "yaer", NULL, "year" },
        { "funds.totl.final", NULL, "funds.total.final" },
        { "fudns.totl.fianl", NULL, "funds.total.final" },
        { "projects.inspectoin.nmae", NULL, "projects.inspection.name" },
        { "funds.totl.elsewhere", NULL, "funds.total" },
        { "projects.inspection.nmae", NULL, "projects.inspection.name" },
        { "elsewhere", NULL, NULL },
        { "", NULL, NULL }, { "funds.", NULL, "funds" },
        { "funds..total", NULL, "funds" },
        { "funds.total.finals", NULL, "funds.total.final" },
    };

    check("/text", cases, COUNT(cases));
}

/* A value has no members, not even those that a text's references make. */
static void goes_into_no_value(void)
{
    static const struct expected cases[] = {
        { "year.month", NULL, "year" }, { "text.reference", NULL, "text" },
        { "text.referenc", NULL, "text" }, { "yaer.month", NULL, "year" },
    };

    check("/year", cases, COUNT(cases));
}

static void starts_from_the_entry_around_after_a_dot(void)
{
    static const struct expected cases[] = {
        { ".name", "/projects/0/name", NULL },
        { ".text", "/projects/0/results/0/text", NULL },
        { ".results.inner", "/projects/0/results/0", NULL },
        { ".nmae", NULL, ".name" },
        { "year", "/year", NULL },
        { ".year", NULL, NULL },
        { ".", NULL, NULL },
    };

    check("/projects/0/results/0/text", cases, COUNT(cases));
}

static void has_no_entry_outside_of_lists_with_keys(void)
{
    static const struct expected cases[] = {
        { ".name", NULL, NULL }, { ".year", NULL, NULL },
    };

    check("/text", cases, COUNT(cases));
    check("/plain/0", cases, COUNT(cases));
    check("/projects/2/name", cases, COUNT(cases));
}

CU_TestInfo path_tests[] = {
    {"follows members from the root", follows_members_from_the_root},
    {"finds entries by key and number", finds_entries_by_key_and_number},
    {"names what is most like a missing path",
        names_what_is_most_like_a_missing_path},
    {"goes into no value", goes_into_no_value},
    {"starts from the entry around after a dot",
        starts_from_the_entry_around_after_a_dot},
    {"has no entry outside of lists with keys",
        has_no_entry_outside_of_lists_with_keys},
    CU_TEST_INFO_NULL
};
