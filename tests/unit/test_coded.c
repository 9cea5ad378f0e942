/* Bytes as a zlib stream in which each has a code of its own length, and
 * that any decoder gives them back. */

#include <CUnit/CUnit.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "8_formats/pdf/coded.h"

#define LENGTH_MAX 20000

/* Packs, and has another program unpack. */
static size_t packs(const unsigned char *bytes, size_t length)
{
    static unsigned char again[LENGTH_MAX + 1];
    struct libdeflate_decompressor *reader
        = libdeflate_alloc_decompressor();
    size_t size = 0, found = 0;
    unsigned char *packed = coded_pack(bytes, length, &size);

    CU_ASSERT_PTR_NOT_NULL_FATAL(reader);
    CU_ASSERT_PTR_NOT_NULL_FATAL(packed);
    CU_ASSERT_EQUAL(libdeflate_zlib_decompress(reader, packed, size, again,
        sizeof again, &found), LIBDEFLATE_SUCCESS);
    CU_ASSERT_EQUAL(found, length);
    CU_ASSERT_TRUE(length == 0 || memcmp(again, bytes, length) == 0);
    libdeflate_free_decompressor(reader);
    free(packed);
    return size;
}

static void packs_what_is_short(void)
{
    packs((const unsigned char *)"", 0);
    packs((const unsigned char *)"\0", 1);
    packs((const unsigned char *)"\xFF", 1);
    packs((const unsigned char *)"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 37);
}

static void packs_every_byte(void)
{
    static unsigned char bytes[LENGTH_MAX];
    uint32_t chance = 12345;

    for (size_t i = 0; i < sizeof bytes; i++) {
        chance = chance * 1664525u + 1013904223u;
        bytes[i] = (unsigned char)(chance >> 24);
    }
    for (size_t length = 250; length < 270; length++)
        packs(bytes, length);
    CU_ASSERT_TRUE(packs(bytes, sizeof bytes) < sizeof bytes + 400);
}

static void gives_what_is_frequent_less_room(void)
{
    static unsigned char bytes[LENGTH_MAX];

    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = i % 16 == 0 ? (unsigned char)(i / 16) : 'e';
    CU_ASSERT_TRUE(packs(bytes, sizeof bytes) < sizeof bytes / 4);
}

/* Each is as frequent as the two before it together: a code of its own length
 * would have more bits than there may be. */
static void keeps_codes_short(void)
{
    static unsigned char bytes[LENGTH_MAX];
    size_t length = 0, count = 1, next = 1;

    for (unsigned byte = 1; length + count < sizeof bytes; byte++) {
        memset(bytes + length, (int)byte, count);
        length += count;
        next += count;
        count = next - count;
    }
    CU_ASSERT_TRUE(length > sizeof bytes / 2);
    packs(bytes, length);
}

CU_TestInfo coded_tests[] = {
    {"packs what is short", packs_what_is_short},
    {"packs every byte", packs_every_byte},
    {"gives what is frequent less room", gives_what_is_frequent_less_room},
    {"keeps codes short", keeps_codes_short},
    CU_TEST_INFO_NULL
};
