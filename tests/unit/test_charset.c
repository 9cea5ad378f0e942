#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "8_formats/fonts/charset.h"

/* The head of a CFF program (version 1.0), an INDEX of one name, and one of
 * one top dictionary with the bytes given and its charset behind it all. */
#define START "\1\0\4\1" "\0\1\1\1\2" "n"
#define DICTIONARY(size_and_1, bytes) "\0\1\1\1" size_and_1 bytes

/* ROS 391 392 0, charset at 31; then a charset of format 0, 1 or 2. */
#define CID_KEYED START DICTIONARY("\16", \
    "\xF8\x1B\xF8\x1C\x8B\x0C\x1E" "\x1D\0\0\0\x1C\x0F")
#define NAME_KEYED START DICTIONARY("\7", "\x1D\0\0\0\x15\x0F")

static bool map(const char *program, size_t length, unsigned glyphs,
    uint16_t *numbers, size_t count)
{
    uint16_t *room = calloc((size_t)glyphs + 1, sizeof *room);
    bool good = room && charset_map(program, length, glyphs, room, numbers,
        count);

    free(room);
    return good;
}

static void reads_charsets_of_each_format(void)
{
    static const char zero[] = CID_KEYED "\0" "\0\7" "\1\2" "\xFF\xFF";
    static const char one[] = CID_KEYED "\1" "\0\7\1" "\1\2\0";
    static const char two[] = CID_KEYED "\2" "\0\7\0\2";
    uint16_t numbers[4];

    memcpy(numbers, (uint16_t[]){ 0, 1, 2, 3 }, sizeof numbers);
    CU_ASSERT_TRUE(map(zero, sizeof zero - 1, 4, numbers, 4));
    CU_ASSERT_EQUAL(numbers[0], 0);
    CU_ASSERT_EQUAL(numbers[1], 7);
    CU_ASSERT_EQUAL(numbers[2], 0x102);
    CU_ASSERT_EQUAL(numbers[3], 0xFFFF);
    memcpy(numbers, (uint16_t[]){ 3, 2, 1, 0 }, sizeof numbers);
    CU_ASSERT_TRUE(map(one, sizeof one - 1, 4, numbers, 3));
    CU_ASSERT_EQUAL(numbers[0], 0x102);
    CU_ASSERT_EQUAL(numbers[1], 8);
    CU_ASSERT_EQUAL(numbers[2], 7);
    memcpy(numbers, (uint16_t[]){ 3, 1 }, 2 * sizeof *numbers);
    CU_ASSERT_TRUE(map(two, sizeof two - 1, 4, numbers, 2));
    CU_ASSERT_EQUAL(numbers[0], 9);
    CU_ASSERT_EQUAL(numbers[1], 7);
}

static void leaves_a_font_by_names_alone(void)
{
    static const char program[] = NAME_KEYED "\0" "\0\7" "\1\2";
    uint16_t numbers[] = { 2, 1 };

    CU_ASSERT_TRUE(map(program, sizeof program - 1, 3, numbers, 2));
    CU_ASSERT_EQUAL(numbers[0], 2);
    CU_ASSERT_EQUAL(numbers[1], 1);
}

static void refuses_what_is_cut_short(void)
{
    static const char program[] = CID_KEYED "\0" "\0\7" "\1\2" "\xFF\xFF";
    uint16_t numbers[] = { 3 };

    for (size_t length = 0; length < sizeof program - 1; length++)
        CU_ASSERT_FALSE(map(program, length, 4, numbers, 1));
    CU_ASSERT_TRUE(map(program, sizeof program - 1, 4, numbers, 1));
    numbers[0] = 4;                     /* no glyph of that program */
    CU_ASSERT_FALSE(map(program, sizeof program - 1, 4, numbers, 1));
}

/* Each byte with each value: whatever comes, it comes back. */
static void outlives_any_byte(void)
{
    char program[] = CID_KEYED "\1" "\0\7\1" "\1\2\0";

    for (size_t i = 0; i < sizeof program - 1; i++) {
        char was = program[i];
        for (unsigned byte = 0; byte < 256; byte++) {
            uint16_t numbers[] = { 1, 2, 3 };
            program[i] = (char)byte;
            map(program, sizeof program - 1, 4, numbers, 3);
        }
        program[i] = was;
    }
    uint16_t numbers[] = { 1 };
    CU_ASSERT_TRUE(map(program, sizeof program - 1, 4, numbers, 1));
}

CU_TestInfo charset_tests[] = {
    {"reads charsets of each format", reads_charsets_of_each_format},
    {"leaves a font by names alone", leaves_a_font_by_names_alone},
    {"refuses what is cut short", refuses_what_is_cut_short},
    {"outlives any byte", outlives_any_byte},
    CU_TEST_INFO_NULL
};
