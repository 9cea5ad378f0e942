#include <CUnit/CUnit.h>
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

/* Where the charset stands in a program that is keyed by CIDs. */
#define AT (sizeof CID_KEYED - 1)

static void numbers_charsets_of_each_format(void)
{
    static const struct {
        const char *charset;
        size_t length;
        unsigned glyphs;
        const char *numbered;
        size_t size;
    } cases[] = {
        { "\0" "\0\7" "\1\2" "\xFF\xFF", 7, 4, "\1\0\1\2", 4 },
        { "\1" "\0\7\1" "\1\2\0", 7, 4, "\1\0\1\2", 4 },
        { "\2" "\0\7\0\2", 5, 4, "\1\0\1\2", 4 },
        { "\2" "\0\7\1\0", 5, 258, "\2\0\1\1\0", 5 },
        { "\0" "\0\7", 3, 2, "\0\0\1", 3 },
        { "\0", 1, 1, "\0", 1 },
    };
    char program[AT + 8] = CID_KEYED;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        memcpy(program + AT, cases[i].charset, cases[i].length);
        CU_ASSERT_TRUE(charset_number(program, AT + cases[i].length,
            cases[i].glyphs));
        CU_ASSERT_EQUAL(memcmp(program, CID_KEYED, AT), 0);
        CU_ASSERT_EQUAL(memcmp(program + AT, cases[i].numbered,
            cases[i].size), 0);
    }
}

static void leaves_a_font_by_names_alone(void)
{
    char program[] = NAME_KEYED "\0" "\0\7" "\1\2";
    static const char before[] = NAME_KEYED "\0" "\0\7" "\1\2";

    CU_ASSERT_TRUE(charset_number(program, sizeof program - 1, 3));
    CU_ASSERT_EQUAL(memcmp(program, before, sizeof before), 0);
}

static void refuses_what_is_cut_short(void)
{
    static const char whole[] = CID_KEYED "\0" "\0\7" "\1\2" "\xFF\xFF";
    char program[sizeof whole];

    for (size_t length = 0; length < sizeof whole; length++) {
        memcpy(program, whole, sizeof whole);
        CU_ASSERT_EQUAL(charset_number(program, length, 4),
            length == sizeof whole - 1);
    }
    program[AT] = 3;                    /* no format */
    CU_ASSERT_FALSE(charset_number(program, sizeof whole - 1, 4));
}

/* Each byte with each value: whatever comes, it comes back. */
static void outlives_any_byte(void)
{
    static const char whole[] = CID_KEYED "\1" "\0\7\1" "\1\2\0";
    char program[sizeof whole];

    for (size_t i = 0; i < sizeof whole - 1; i++)
        for (unsigned byte = 0; byte < 256; byte++) {
            memcpy(program, whole, sizeof whole);
            program[i] = (char)byte;
            charset_number(program, sizeof whole - 1, 4);
        }
    memcpy(program, whole, sizeof whole);
    CU_ASSERT_TRUE(charset_number(program, sizeof whole - 1, 4));
}

CU_TestInfo charset_tests[] = {
    {"numbers charsets of each format", numbers_charsets_of_each_format},
    {"leaves a font by names alone", leaves_a_font_by_names_alone},
    {"refuses what is cut short", refuses_what_is_cut_short},
    {"outlives any byte", outlives_any_byte},
    CU_TEST_INFO_NULL
};
