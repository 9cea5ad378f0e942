/* Numbers for keys in the order in which they come, and lists beside them. */

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "fixture.h"

#define MANY 10000

static void numbers_keys_as_they_come(void)
{
    struct id_map map = ID_MAP_EMPTY;
    uint32_t id;

    CU_ASSERT_FALSE(id_map_find(&map, 0, &id));
    for (uint32_t k = 0; k < MANY; k++)
        CU_ASSERT_TRUE(id_map_add(&map, k * UINT64_C(4096), &id) && id == k);
    for (uint32_t k = 0; k < MANY; k++) {
        uint64_t key = k * UINT64_C(4096);
        CU_ASSERT_TRUE(id_map_add(&map, key, &id) && id == k);
        CU_ASSERT_TRUE(id_map_find(&map, key, &id) && id == k);
        CU_ASSERT_FALSE(id_map_find(&map, key + 1, &id));
    }
    CU_ASSERT_EQUAL(map.count, MANY);
    id_map_free(&map);
}

static void keeps_a_list_beside_its_keys(void)
{
    static const uint64_t keys[] = { 7, 9, 7, 8, 9, 7 };
    static const uint32_t ids[] = { 0, 1, 0, 2, 1, 0 };
    static const int times[] = { 3, 2, 1 };
    struct id_map map = ID_MAP_EMPTY;
    int *list = NULL;
    size_t room = 0;
    uint32_t id;

    for (size_t k = 0; k < COUNT(keys); k++) {
        int *wider = id_map_list(&map, keys[k], list, &room, sizeof *list,
            &id);
        CU_ASSERT_PTR_NOT_NULL_FATAL(wider);
        list = wider;
        CU_ASSERT_EQUAL(id, ids[k]);
        list[id]++;             /* a new one is zero */
    }
    CU_ASSERT_EQUAL_FATAL(map.count, COUNT(times));
    CU_ASSERT_EQUAL(memcmp(list, times, sizeof times), 0);
    free(list);
    id_map_free(&map);
}

static void tells_texts_and_chains_apart(void)
{
    CU_ASSERT_EQUAL(id_map_text("ab", 2), id_map_text("abc", 2));
    CU_ASSERT_NOT_EQUAL(id_map_text("ab", 2), id_map_text("ba", 2));
    CU_ASSERT_NOT_EQUAL(id_map_chain(1, 2), id_map_chain(2, 1));
}

CU_TestInfo id_map_tests[] = {
    {"numbers keys as they come", numbers_keys_as_they_come},
    {"keeps a list beside its keys", keeps_a_list_beside_its_keys},
    {"tells texts and chains apart", tells_texts_and_chains_apart},
    CU_TEST_INFO_NULL
};
