/* Texts that were looked over before. */

#include <CUnit/CUnit.h>
#include <stdio.h>

#include "6_rules/related/text_memory.h"

static const int one, other;

static void knows_checks_by_function_and_words(void)
{
    struct text_memory *memory = text_memory_new();
    char words[16];

    CU_ASSERT_PTR_NOT_NULL_FATAL(memory);
    CU_ASSERT_EQUAL(text_memory_check(memory, &one, "甲"), 0);
    CU_ASSERT_EQUAL(text_memory_check(memory, &other, "甲"), 1);
    CU_ASSERT_EQUAL(text_memory_check(memory, &one, "乙"), 2);
    CU_ASSERT_EQUAL(text_memory_check(memory, &one, "甲"), 0);
    for (int k = 3; k < TEXT_MEMORY_CHECKS + 2; k++) {
        snprintf(words, sizeof words, "%d", k);
        CU_ASSERT_EQUAL(text_memory_check(memory, &one, words),
            k < TEXT_MEMORY_CHECKS ? (size_t)k : TEXT_MEMORY_CHECKS);
    }
    CU_ASSERT_EQUAL(text_memory_check(memory, &one, "乙"), 2);
    text_memory_free(memory);
}

static void forgets_what_a_whole_run_does_not_have(void)
{
    struct text_memory *memory = text_memory_new();

    CU_ASSERT_PTR_NOT_NULL_FATAL(memory);
    known_text_pass(text_memory_text(memory, "甲"), 1);
    known_text_pass(text_memory_text(memory, "甲"), 64);
    known_text_pass(text_memory_text(memory, "乙"), TEXT_MEMORY_CHECKS);
    for (int turn = 0; turn < 3; turn++) {
        const struct known_text *known = text_memory_text(memory, "甲");
        CU_ASSERT_FALSE(known_text_passes(known, 0));
        CU_ASSERT_TRUE(known_text_passes(known, 1));
        CU_ASSERT_TRUE(known_text_passes(known, 64));
        CU_ASSERT_FALSE(known_text_passes(text_memory_text(memory, "乙"),
            TEXT_MEMORY_CHECKS));
        CU_ASSERT_FALSE(known_text_passes(text_memory_text(memory, "甲 "),
            1));
        text_memory_turn(memory);
    }
    text_memory_turn(memory);
    CU_ASSERT_FALSE(known_text_passes(text_memory_text(memory, "甲"), 1));
    CU_ASSERT_FALSE(known_text_passes(NULL, 1));
    known_text_pass(NULL, 1);
    text_memory_free(memory);
    text_memory_free(NULL);
}

CU_TestInfo text_memory_tests[] = {
    {"knows checks by function and words", knows_checks_by_function_and_words},
    {"forgets what a whole run does not have",
        forgets_what_a_whole_run_does_not_have},
    CU_TEST_INFO_NULL
};
