/* Lists told to a page that knows a former state of them: only what is
 * other. */

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "server/told_list.h"
#include "fixture.h"

/* A letter an entry. */
static struct told_list list_of(const char *letters)
{
    struct told_list list = { .entries = NULL };

    for (; *letters; letters++)
        CU_ASSERT_TRUE(told_list_add(&list, cJSON_CreateString(
            (char[2]){ *letters })));
    return list;
}

/* What is told of a list; known: NULL for nothing. */
static void check(const char *letters, const char *known,
    const char *expected)
{
    struct told_list list = list_of(letters);
    struct told_list old = list_of(known ? known : "");
    cJSON *told = told_list_tell(&list, known ? &old : NULL);
    char *text = cJSON_PrintUnformatted(told);

    CU_ASSERT_PTR_NOT_NULL_FATAL(text);
    CU_ASSERT_STRING_EQUAL(text, expected);
    free(text);
    cJSON_Delete(told);
    told_list_free(&list);
    told_list_free(&old);
}

static void tells_all_to_who_knows_nothing(void)
{
    check("ab", NULL, "[\"a\",\"b\"]");
    check("ab", "", "[\"a\",\"b\"]");
    check("", NULL, "[]");
}

static void tells_what_is_other(void)
{
    check("abc", "abc", "[[0,3]]");
    check("abxc", "abc", "[[0,2],\"x\",[2,1]]");
    check("ac", "abc", "[[0,1],[2,1]]");
    check("xyz", "abc", "[\"x\",\"y\",\"z\"]");
    check("", "abc", "[]");
    check("abcd", "bc", "[\"a\",[0,2],\"d\"]");
}

static void finds_what_has_moved(void)
{
    check("cab", "abc", "[[2,1],[0,2]]");
}

/* Entries alike are told side by side where they stood so. */
static void tells_entries_alike(void)
{
    check("aaab", "aab", "[[0,2],[0,1],[2,1]]");
    check("bab", "aab", "[[2,1],[0,1],[2,1]]");
}

static void refuses_what_is_none(void)
{
    struct told_list list = { .entries = NULL };

    CU_ASSERT_FALSE(told_list_add(&list, NULL));
    CU_ASSERT_EQUAL(list.count, 0);
    told_list_free(&list);
}

CU_TestInfo told_list_tests[] = {
    { "tells all to who knows nothing", tells_all_to_who_knows_nothing },
    { "tells what is other", tells_what_is_other },
    { "finds what has moved", finds_what_has_moved },
    { "tells entries alike", tells_entries_alike },
    { "refuses what is none", refuses_what_is_none },
    CU_TEST_INFO_NULL
};
