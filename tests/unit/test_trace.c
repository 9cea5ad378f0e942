/* Entries followed from one data file to another. */

#include <CUnit/CUnit.h>

#include "14_compare/trace.h"
#include "fixture.h"

/* Entries of "named" are known by id; "texts" and "m" hold what has none. */
static const char schema[] = "{'properties': {"
    "'named': {'x-key': 'id', 'items': {'properties': {"
    "'id': {'x-type': 'token'}, 'x': {'x-type': 'count'}}}},"
    "'texts': {'items': {'x-type': 'text'}},"
    "'m': {'properties': {'a': {'x-type': 'text'},"
    "'b': {'x-type': 'text'}}}}}";

struct step {
    const char *old, *new;      /* NULL: it is no more */
};

/* Whether every pointer into the old data leads where it says. */
static void check(const char *old_data, const char *new_data,
    const struct step *steps)
{
    struct fixture_set old, new;

    fixture_set_begin(&old, schema, old_data);
    fixture_set_begin(&new, schema, new_data);
    struct comparison *comparison = comparison_new(old.json, new.json,
        old.schema);
    struct trace *trace = comparison
        ? trace_new(comparison, old.doc, new.doc) : NULL;
    CU_ASSERT_PTR_NOT_NULL_FATAL(trace);
    for (; steps->old; steps++) {
        struct buffer moved = BUFFER_EMPTY;
        bool found = trace_move(trace, steps->old, &moved);
        CU_ASSERT_EQUAL(found, steps->new != NULL);
        CU_ASSERT_STRING_EQUAL(buffer_string(&moved),
            steps->new ? steps->new : "");
        buffer_free(&moved);
    }
    trace_free(trace);
    comparison_free(comparison);
    fixture_set_end(&old);
    fixture_set_end(&new);
}

static void follows_entries_by_their_keys(void)
{
    check("{'named': [{'id': 'a', 'x': 1}, {'id': 'b', 'x': 2},"
        "{'id': 'c', 'x': 3}]}",
        "{'named': [{'id': 'c', 'x': 9}, {'id': 'b', 'x': 2}]}",
        (const struct step[]){ { "/named/0", NULL }, { "/named/0/x", NULL },
            { "/named/1/x", "/named/1/x" }, { "/named/2/x", "/named/0/x" },
            { NULL, NULL } });
}

/* As diff pairs them: what it says was edited is not removed and added. */
static void follows_entries_that_were_edited(void)
{
    check("{'texts': ['甲乙丙丁戊己庚辛', '修路三公里，投资五万元', '末段']}",
        "{'texts': ['新增的一段文字', '修路四公里，投资五万元', '末段',"
        "'甲乙丙丁戊己庚辛']}",
        (const struct step[]){ { "/texts/0", "/texts/3" },
            { "/texts/1", "/texts/1" }, { "/texts/2", "/texts/2" },
            { NULL, NULL } });
}

/* What no element stands for is below one that has moved or gone. */
static void follows_what_is_below(void)
{
    check("{'named': [{'id': 'a'}, {'id': 'b'}], 'm': {'a': '甲'}}",
        "{'named': [{'id': 'b'}], 'm': {'b': '甲'}}",
        (const struct step[]){ { "/named/1/other/0", "/named/0/other/0" },
            { "/named/0/other", NULL }, { "/m/a", "/m/a" }, { "/no", "/no" },
            { "", "" }, { NULL, NULL } });
}

CU_TestInfo trace_tests[] = {
    { "follows entries by their keys", follows_entries_by_their_keys },
    { "follows entries that were edited", follows_entries_that_were_edited },
    { "follows what is below", follows_what_is_below },
    CU_TEST_INFO_NULL
};
