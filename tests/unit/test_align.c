/* What two sequences have in common, in order and moved, and how it is found
 * where much differs. */

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/align.h"
#include "fixture.h"

/* Letters as keys; a partner is its letter in the new text, - for none. */
static void aligns_what_is_in_both(void)
{
    static const struct { const char *old, *new, *kept; } cases[] = {
        { "", "", "" }, { "", "abc", "" }, { "abc", "", "---" },
        { "abc", "abc", "abc" }, { "abc", "xabcy", "abc" },
        { "xabcy", "abc", "-abc-" }, { "abcabba", "cbabac", "--c-bba" },
        { "abc", "axc", "a-c" }, { "abcd", "acbd", "ab-d" },
        { "abc", "xyz", "---" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        uint64_t old[8] = { 0 }, new[8] = { 0 };
        size_t partners[8], last = 0, length = strlen(cases[i].kept), kept = 0;
        for (size_t k = 0; cases[i].old[k]; k++)
            old[k] = (unsigned char)cases[i].old[k];
        for (size_t k = 0; cases[i].new[k]; k++)
            new[k] = (unsigned char)cases[i].new[k];
        CU_ASSERT_TRUE_FATAL(align(old, strlen(cases[i].old), new,
            strlen(cases[i].new), partners));
        for (size_t k = 0; cases[i].old[k]; k++) {
            if (partners[k] == ALIGN_NONE)
                continue;
            CU_ASSERT_EQUAL(new[partners[k]], old[k]);
            CU_ASSERT_TRUE(kept == 0 || partners[k] > last);
            last = partners[k];
            kept++;
        }
        for (size_t k = 0; k < length; k++)
            kept -= cases[i].kept[k] != '-';
        CU_ASSERT_EQUAL(kept, 0);
    }
}

/* Partners as their numbers, - for none. */
static void pairs_what_was_moved(void)
{
    static const struct { const char *old, *new, *partners; } cases[] = {
        { "", "", "" }, { "a", "b", "-" }, { "ab", "ba", "10" },
        { "abc", "bca", "201" }, { "aab", "baa", "120" },
        { "aa", "xa", "-1" }, { "abxy", "yxba", "3210" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        uint64_t old[8] = { 0 }, new[8] = { 0 };
        size_t partners[8], count = strlen(cases[i].old);
        for (size_t k = 0; k < count; k++) {
            old[k] = (unsigned char)cases[i].old[k];
            new[k] = (unsigned char)cases[i].new[k];
        }
        CU_ASSERT_TRUE_FATAL(align(old, count, new, count, partners));
        CU_ASSERT_TRUE_FATAL(align_moved(old, count, new, count, partners));
        for (size_t k = 0; k < count; k++)
            CU_ASSERT_EQUAL(cases[i].partners[k], partners[k] == ALIGN_NONE
                ? '-' : (char)('0' + (char)partners[k]));
    }
}

/* What changed is more than the limit: elements that stand once are found all
 * the same, and what lies between them. */
static void many_differences_leave_what_stands_once(void)
{
    enum { EACH = 4 * ALIGN_DIFFERENCES };
    uint64_t *old = malloc(EACH * sizeof *old);
    uint64_t *new = malloc(EACH * sizeof *new);
    size_t *partners = malloc(EACH * sizeof *partners);

    CU_ASSERT_TRUE_FATAL(old && new && partners);
    for (size_t k = 0; k < EACH; k++) {
        old[k] = k % 4 == 0 ? k : k % 4 == 1 ? 1 : EACH + k;
        new[k] = k % 4 == 0 ? k : k % 4 == 1 ? 1 : 3 * EACH + k;
    }
    CU_ASSERT_TRUE_FATAL(align(old, EACH, new, EACH, partners));
    for (size_t k = 0; k < EACH; k++)
        CU_ASSERT_EQUAL(partners[k], k % 4 < 2 ? k : ALIGN_NONE);
    free(old);
    free(new);
    free(partners);
}

CU_TestInfo align_tests[] = {
    {"aligns what is in both", aligns_what_is_in_both},
    {"pairs what was moved", pairs_what_was_moved},
    {"many differences leave what stands once",
        many_differences_leave_what_stands_once},
    CU_TEST_INFO_NULL
};
