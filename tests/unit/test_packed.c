/* Numbers and texts in bytes between processes; bytes that are cut short are
 * noticed. */

#include <CUnit/CUnit.h>
#include <stdint.h>
#include <string.h>

#include "0_base/packed.h"
#include "fixture.h"

static void pack_some(struct buffer *out)
{
    packed_add_number(out, SIZE_MAX);
    packed_add_text(out, "甲");
    packed_add_text(out, NULL);
    packed_add_text(out, "");
    packed_add_bytes(out, "a\0b", 3);
}

/* Whether all of it was there. */
static bool unpack_some(const char *bytes, size_t size)
{
    struct packed packed = { bytes, bytes + size, false };
    size_t number = packed_number(&packed), length;
    const char *text = packed_text(&packed);
    const char *none = packed_text(&packed);
    const char *empty = packed_text(&packed);
    const char *raw = packed_bytes(&packed, &length);

    CU_ASSERT_PTR_NULL(none);
    if (packed.failed)
        return false;
    CU_ASSERT_EQUAL(number, SIZE_MAX);
    CU_ASSERT_STRING_EQUAL(text, "甲");
    CU_ASSERT_STRING_EQUAL(empty, "");
    CU_ASSERT_EQUAL(length, 3);
    CU_ASSERT_EQUAL(memcmp(raw, "a\0b", 4), 0);
    CU_ASSERT_PTR_EQUAL(packed.at, packed.end);
    return true;
}

static void gives_back_what_it_took(void)
{
    struct buffer out = BUFFER_EMPTY;

    pack_some(&out);
    CU_ASSERT_TRUE(unpack_some(out.bytes, out.length));
    buffer_free(&out);
}

static void notices_each_end_that_is_too_soon(void)
{
    struct buffer out = BUFFER_EMPTY;

    pack_some(&out);
    for (size_t size = 0; size < out.length; size++) {
        /* Copied, for the sanitiser to see what is read behind the end. */
        struct buffer cut = BUFFER_EMPTY;
        buffer_add(&cut, out.bytes, size);
        CU_ASSERT_FALSE(unpack_some(buffer_string(&cut), size));
        buffer_free(&cut);
    }
    buffer_free(&out);
}

static void believes_no_length_that_cannot_be(void)
{
    static const size_t lengths[] = { SIZE_MAX - 1, SIZE_MAX / 2, 100 };

    for (size_t i = 0; i < COUNT(lengths); i++) {
        struct buffer out = BUFFER_EMPTY;
        packed_add_number(&out, lengths[i]);
        packed_add_number(&out, 0);
        struct packed packed = { out.bytes, out.bytes + out.length, false };
        CU_ASSERT_PTR_NULL(packed_text(&packed));
        CU_ASSERT_TRUE(packed.failed);
        CU_ASSERT_EQUAL(packed_number(&packed), 0);
        buffer_free(&out);
    }
}

static void wants_the_nul_behind_a_text(void)
{
    struct buffer out = BUFFER_EMPTY;

    packed_add_number(&out, 1);
    buffer_add_string(&out, "ab");
    struct packed packed = { out.bytes, out.bytes + out.length, false };
    CU_ASSERT_PTR_NULL(packed_text(&packed));
    CU_ASSERT_TRUE(packed.failed);
    buffer_free(&out);
}

CU_TestInfo packed_tests[] = {
    {"gives back what it took", gives_back_what_it_took},
    {"notices each end that is too soon", notices_each_end_that_is_too_soon},
    {"believes no length that cannot be", believes_no_length_that_cannot_be},
    {"wants the NUL behind a text", wants_the_nul_behind_a_text},
    CU_TEST_INFO_NULL
};
