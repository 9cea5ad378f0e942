/* Memory that is freed at once: zeroed, of any size, and refused where no
 * memory holds it. */

#include <CUnit/CUnit.h>
#include <stdint.h>
#include <string.h>

#include "0_base/arena.h"
#include "fixture.h"

/* Pieces of some megabytes in all, through chunks of every size. */
static void gives_zeroed_pieces_of_any_number(void)
{
    struct arena arena = {0};
    unsigned char *last = NULL;
    size_t wrong = 0;

    for (size_t k = 0; k < 40000; k++) {
        unsigned char *piece = arena_new(&arena, 2, ARENA_LINE);
        CU_ASSERT_PTR_NOT_NULL_FATAL(piece);
        wrong += (uintptr_t)piece % ARENA_LINE != 0 || piece == last;
        for (size_t byte = 0; byte < 2 * ARENA_LINE; byte++)
            wrong += piece[byte] != 0;
        memset(piece, 0xFF, 2 * ARENA_LINE);
        last = piece;
    }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT_FALSE(arena.failed);
    CU_ASSERT_TRUE(arena.taken >= 40000 * 2 * ARENA_LINE);
    CU_ASSERT_TRUE(arena.taken <= 2 * 40000 * 2 * ARENA_LINE);
    arena_free(&arena);
    CU_ASSERT_EQUAL(arena.taken, 0);
}

static void refuses_what_no_memory_holds(void)
{
    struct arena arena = {0};

    CU_ASSERT_PTR_NULL(arena_new(&arena, SIZE_MAX / 8, 64));
    CU_ASSERT_TRUE(arena.failed);
    CU_ASSERT_PTR_NULL(arena_new(&arena, 1, 1));
    arena_free(&arena);
}

CU_TestInfo arena_tests[] = {
    {"gives zeroed pieces of any number", gives_zeroed_pieces_of_any_number},
    {"refuses what no memory holds", refuses_what_no_memory_holds},
    CU_TEST_INFO_NULL
};
