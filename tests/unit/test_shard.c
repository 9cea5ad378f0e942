/* The part of the data files that one of several machines does. */

#include <CUnit/CUnit.h>
#include <stdio.h>

#include "batch/shard.h"
#include "fixture.h"

static void reads_the_part_and_how_many_there_are(void)
{
    static const struct { const char *text; size_t number, count; } cases[] = {
        { "1/1", 1, 1 }, { "2/8", 2, 8 }, { "100000/100000", 100000, 100000 },
        { "007/0010", 7, 10 },
    };
    static const char *const wrong[] = { "", "/", "1", "1/", "/1", "0/1",
        "2/1", "1/0", "1/100001", "-1/2", "1/2/3", "1 /2", "a/b", "1/2 ",
        "18446744073709551617/18446744073709551618" };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct shard shard = { 0, 0 };
        CU_ASSERT_TRUE(shard_parse(cases[i].text, &shard));
        CU_ASSERT_EQUAL(shard.number, cases[i].number);
        CU_ASSERT_EQUAL(shard.count, cases[i].count);
    }
    for (size_t i = 0; i < COUNT(wrong); i++)
        CU_ASSERT_FALSE(shard_parse(wrong[i], &(struct shard){ 0, 0 }));
}

/* A part that moved would leave files out of a run that goes on elsewhere. */
static void a_path_belongs_to_the_same_part_for_ever(void)
{
    static const struct { const char *path; size_t part; } cases[] = {
        { "a.json", 3 }, { "b.json", 4 }, { "县/教育局.json", 4 }, { "", 2 },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        for (size_t part = 1; part <= 8; part++)
            CU_ASSERT_EQUAL(shard_has(&(struct shard){ part, 8 },
                cases[i].path), part == cases[i].part);
}

static void a_path_belongs_to_one_part(void)
{
    enum { PARTS = 7, PATHS = 7000 };
    size_t counts[PARTS] = {0};

    for (int k = 0; k < PATHS; k++) {
        char path[32];
        size_t parts = 0;
        snprintf(path, sizeof path, "单位%d.json", k);
        for (size_t part = 1; part <= PARTS; part++) {
            bool has = shard_has(&(struct shard){ part, PARTS }, path);
            counts[part - 1] += has;
            parts += has;
        }
        CU_ASSERT_EQUAL(parts, 1);
        CU_ASSERT_TRUE(shard_has(&(struct shard){ 0, 0 }, path));
    }
    for (size_t part = 0; part < PARTS; part++)
        CU_ASSERT_TRUE(counts[part] > 850 && counts[part] < 1150);
}

CU_TestInfo shard_tests[] = {
    {"reads the part and how many there are",
        reads_the_part_and_how_many_there_are},
    {"a path belongs to the same part for ever",
        a_path_belongs_to_the_same_part_for_ever},
    {"a path belongs to one part", a_path_belongs_to_one_part},
    CU_TEST_INFO_NULL
};
