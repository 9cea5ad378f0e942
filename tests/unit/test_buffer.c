/* Strings that grow: what is added, cut and handed over, and that a failure
 * is remembered. */

#include <CUnit/CUnit.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/buffer.h"

static void is_the_empty_string_at_first(void)
{
    struct buffer buffer = BUFFER_EMPTY;

    CU_ASSERT_STRING_EQUAL(buffer_string(&buffer), "");
    CU_ASSERT_PTR_NULL(buffer.bytes);
    buffer_clear(&buffer);
    CU_ASSERT_STRING_EQUAL(buffer_string(&buffer), "");
    buffer_free(&buffer);
}

static void keeps_what_is_added_in_order(void)
{
    struct buffer buffer = BUFFER_EMPTY;

    buffer_add_string(&buffer, "元");
    buffer_add_char(&buffer, '=');
    buffer_add(&buffer, "abc", 2);
    buffer_add_string(&buffer, "");
    buffer_add(&buffer, NULL, 0);
    buffer_printf(&buffer, "%d%s", -7, "、");
    CU_ASSERT_STRING_EQUAL(buffer_string(&buffer), "元=ab-7、");
    CU_ASSERT_EQUAL(buffer.length, strlen("元=ab-7、"));
    buffer_free(&buffer);
    CU_ASSERT_PTR_NULL(buffer.bytes);
}

static void adds_integers_as_printf_does(void)
{
    static const int64_t values[] = { 0, 7, -1, 10, -90, 1234567890,
        INT64_MAX, INT64_MIN };

    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        struct buffer added = BUFFER_EMPTY, printed = BUFFER_EMPTY;
        buffer_add_integer(&added, values[i]);
        buffer_printf(&printed, "%lld", (long long)values[i]);
        CU_ASSERT_STRING_EQUAL(buffer_string(&added),
            buffer_string(&printed));
        buffer_free(&added);
        buffer_free(&printed);
    }
}

static void keeps_a_nul_like_any_byte(void)
{
    struct buffer buffer = BUFFER_EMPTY;

    buffer_add(&buffer, "a\0b", 3);
    buffer_add_char(&buffer, '\0');
    CU_ASSERT_EQUAL(buffer.length, 4);
    CU_ASSERT_EQUAL(memcmp(buffer.bytes, "a\0b\0", 5), 0);
    buffer_free(&buffer);
}

static void grows_past_every_capacity(void)
{
    struct buffer buffer = BUFFER_EMPTY;
    char piece[100];

    memset(piece, 'x', sizeof piece);
    for (size_t length = 0; length < 10000; length += 7) {
        CU_ASSERT_EQUAL_FATAL(buffer.length, length);
        buffer_add(&buffer, piece, 7);
        CU_ASSERT_TRUE_FATAL(buffer.length < buffer.capacity);
        CU_ASSERT_EQUAL_FATAL(strlen(buffer.bytes), buffer.length);
    }
    buffer_free(&buffer);

    /* One step that is larger than twice the room, and one that fits. */
    buffer_printf(&buffer, "%500s", "end");
    CU_ASSERT_EQUAL(buffer.length, 500);
    CU_ASSERT_STRING_EQUAL(buffer.bytes + 497, "end");
    buffer_cut(&buffer, 3);
    buffer_printf(&buffer, "%s", "fits");
    CU_ASSERT_STRING_EQUAL(buffer.bytes, "   fits");
    buffer_free(&buffer);
}

static void adds_numbers_of_so_many_bytes(void)
{
    struct buffer buffer = BUFFER_EMPTY;

    buffer_add_number(&buffer, 0x12345678, 4);
    buffer_add_number(&buffer, 0x9ABC, 2);
    buffer_add_number(&buffer, 0x10F, 1);
    CU_ASSERT_EQUAL(buffer.length, 7);
    CU_ASSERT_EQUAL(memcmp(buffer.bytes, "\x12\x34\x56\x78\x9A\xBC\x0F",
        7), 0);
    buffer_free(&buffer);
}

static void cuts_and_clears_keeping_the_room(void)
{
    struct buffer buffer = BUFFER_EMPTY;

    buffer_add_string(&buffer, "/a/b");
    size_t capacity = buffer.capacity;
    buffer_cut(&buffer, 2);
    CU_ASSERT_STRING_EQUAL(buffer_string(&buffer), "/a");
    buffer_add_char(&buffer, '/');
    CU_ASSERT_STRING_EQUAL(buffer_string(&buffer), "/a/");
    buffer_clear(&buffer);
    CU_ASSERT_STRING_EQUAL(buffer_string(&buffer), "");
    CU_ASSERT_EQUAL(buffer.capacity, capacity);
    buffer_free(&buffer);
}

static void hands_its_string_over(void)
{
    struct buffer buffer = BUFFER_EMPTY;
    char *taken;

    buffer_add_string(&buffer, "taken");
    taken = buffer_take(&buffer);
    CU_ASSERT_STRING_EQUAL(taken, "taken");
    CU_ASSERT_PTR_NULL(buffer.bytes);
    CU_ASSERT_EQUAL(buffer.length, 0);
    free(taken);

    taken = buffer_take(&buffer);       /* nothing was added */
    CU_ASSERT_PTR_NOT_NULL_FATAL(taken);
    CU_ASSERT_STRING_EQUAL(taken, "");
    free(taken);
}

static void does_nothing_after_it_failed(void)
{
    struct buffer buffer = BUFFER_EMPTY;
    volatile size_t too_much = SIZE_MAX;

    buffer_add_string(&buffer, "before");
    buffer_add(&buffer, "", too_much);
    CU_ASSERT_TRUE(buffer.failed);
    buffer_add_string(&buffer, "after");
    buffer_add_char(&buffer, '!');
    buffer_printf(&buffer, "%d", 1);
    CU_ASSERT_STRING_EQUAL(buffer_string(&buffer), "before");
    buffer_clear(&buffer);
    CU_ASSERT_TRUE(buffer.failed);
    CU_ASSERT_PTR_NULL(buffer_take(&buffer));

    /* Handed over, it may be used anew. */
    CU_ASSERT_FALSE(buffer.failed);
    buffer_add_string(&buffer, "anew");
    CU_ASSERT_STRING_EQUAL(buffer_string(&buffer), "anew");
    buffer_free(&buffer);
}

CU_TestInfo buffer_tests[] = {
    {"is the empty string at first", is_the_empty_string_at_first},
    {"keeps what is added, in order", keeps_what_is_added_in_order},
    {"adds integers as printf does", adds_integers_as_printf_does},
    {"keeps a NUL like any byte", keeps_a_nul_like_any_byte},
    {"grows past every capacity", grows_past_every_capacity},
    {"adds numbers of so many bytes", adds_numbers_of_so_many_bytes},
    {"cuts and clears, keeping the room", cuts_and_clears_keeping_the_room},
    {"hands its string over", hands_its_string_over},
    {"does nothing after it failed", does_nothing_after_it_failed},
    CU_TEST_INFO_NULL
};
