/* Fonts of CFF outlines taken apart and put together, and any bytes that are
 * none. */

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "8_formats/fonts/cff.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))
#define SPAN(text) { (const unsigned char *)(text), sizeof (text) - 1 }

/* Two dictionaries, of which one has a matrix, and outlines of all lengths. */
static const struct span outlines[] = { SPAN("\x8B\x0E"), SPAN("one"),
    SPAN(""), SPAN("three") };
static const uint8_t selected[] = { 1, 0, 0, 1 };
static const struct cff_dictionary dictionaries[] = {
    { { NULL, 0 }, SPAN("\x8C\x14") },
    { SPAN("\x8C\x8B\x8B\x8C\x8B\x8B\x0C\x07"), SPAN("\x8D\x14\x8E\x15") },
};
static const struct cff_program program = { .name = "Name",
    .box = SPAN("\x8B\x8B\x8C\x8C\x05"), .outlines = outlines,
    .selected = selected, .glyph_count = COUNT(outlines),
    .dictionaries = dictionaries, .dictionary_count = COUNT(dictionaries) };

static struct span write(struct buffer *out)
{
    cff_write(&program, out);
    CU_ASSERT_FALSE_FATAL(out->failed);
    return (struct span){ (const unsigned char *)out->bytes, out->length };
}

static bool is_same(struct span a, struct span b)
{
    return a.length == b.length
        && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

static void reads_what_it_writes(void)
{
    struct buffer out = BUFFER_EMPTY;
    uint8_t found[COUNT(outlines)];
    struct cff_dictionary dictionary;
    struct span span;
    struct cff cff;

    CU_ASSERT_TRUE_FATAL(cff_open(write(&out), &cff));
    CU_ASSERT_TRUE(cff.is_cid_keyed);
    CU_ASSERT_TRUE(is_same(cff.box, program.box));
    CU_ASSERT_EQUAL(cff.matrix.length, 0);
    CU_ASSERT_EQUAL_FATAL(cff.outlines.count, COUNT(outlines));
    CU_ASSERT_TRUE(cff_select(&cff, found));
    CU_ASSERT_EQUAL(memcmp(found, selected, sizeof selected), 0);
    for (unsigned k = 0; k < COUNT(outlines); k++) {
        CU_ASSERT_TRUE(cff_outline(&cff, k, &span));
        CU_ASSERT_TRUE(is_same(span, outlines[k]));
    }
    CU_ASSERT_FALSE(cff_outline(&cff, COUNT(outlines), &span));
    for (unsigned k = 0; k < COUNT(dictionaries); k++) {
        CU_ASSERT_TRUE(cff_dictionary(&cff, k, &dictionary));
        CU_ASSERT_TRUE(is_same(dictionary.matrix, dictionaries[k].matrix));
        CU_ASSERT_TRUE(is_same(dictionary.private, dictionaries[k].private));
    }
    CU_ASSERT_FALSE(cff_dictionary(&cff, COUNT(dictionaries), &dictionary));
    buffer_free(&out);
}

/* An outline that calls them could not stand alone. */
static void refuses_subroutines(void)
{
    static const struct cff_dictionary calling = { { NULL, 0 },
        SPAN("\x8C\x13") };
    struct cff_program calls = program;
    struct cff_dictionary dictionary;
    struct buffer out = BUFFER_EMPTY;
    struct cff cff;

    calls.dictionaries = &calling;
    calls.dictionary_count = 1;
    cff_write(&calls, &out);
    CU_ASSERT_TRUE_FATAL(cff_open((struct span){
        (const unsigned char *)out.bytes, out.length }, &cff));
    CU_ASSERT_FALSE(cff_dictionary(&cff, 0, &dictionary));
    buffer_free(&out);
}

/* Asks for all that there is; only that it comes back counts. */
static bool use(struct span table)
{
    uint8_t found[UINT16_MAX];
    struct cff_dictionary dictionary;
    struct span span;
    struct cff cff;

    if (!cff_open(table, &cff))
        return false;
    bool good = cff_select(&cff, found);
    for (unsigned k = 0; k < cff.outlines.count; k++)
        good = cff_outline(&cff, k, &span) && good;
    for (unsigned k = 0; k < cff.dictionaries.count; k++)
        good = cff_dictionary(&cff, k, &dictionary) && good;
    return good;
}

/* Behind it is nothing that may be read. */
static void refuses_what_is_cut_short(void)
{
    struct buffer out = BUFFER_EMPTY;
    struct span whole = write(&out);

    for (size_t length = 0; length < whole.length; length++) {
        unsigned char *copy = malloc(length + 1);
        CU_ASSERT_PTR_NOT_NULL_FATAL(copy);
        memcpy(copy, whole.bytes, length);
        CU_ASSERT_FALSE(use((struct span){ copy, length }));
        free(copy);
    }
    CU_ASSERT_TRUE(use(whole));
    buffer_free(&out);
}

/* Each byte with each value: whatever comes, it comes back. */
static void outlives_any_byte(void)
{
    struct buffer out = BUFFER_EMPTY;
    struct span whole = write(&out);

    for (size_t i = 0; i < out.length; i++) {
        char before = out.bytes[i];
        for (unsigned byte = 0; byte < 256; byte++) {
            out.bytes[i] = (char)byte;
            use(whole);
        }
        out.bytes[i] = before;
    }
    CU_ASSERT_TRUE(use(whole));
    buffer_free(&out);
}

static void tells_what_keys_a_table(void)
{
    /* The head of a program, an INDEX of one name, and one of one top
     * dictionary: charset at 21. */
    static const char named[] = "\1\0\4\1" "\0\1\1\1\2" "n"
        "\0\1\1\1\7" "\x1D\0\0\0\x15\x0F";
    struct buffer out = BUFFER_EMPTY;
    struct cff cff;

    CU_ASSERT_TRUE(cff_is_cid_keyed(write(&out)));
    CU_ASSERT_FALSE(cff_is_cid_keyed((struct span)SPAN(named)));
    CU_ASSERT_FALSE(cff_open((struct span)SPAN(named), &cff));
    CU_ASSERT_FALSE(cff_is_cid_keyed((struct span)SPAN("")));
    buffer_free(&out);
}

CU_TestInfo cff_tests[] = {
    {"reads what it writes", reads_what_it_writes},
    {"refuses subroutines", refuses_subroutines},
    {"refuses what is cut short", refuses_what_is_cut_short},
    {"outlives any byte", outlives_any_byte},
    {"tells what keys a table", tells_what_keys_a_table},
    CU_TEST_INFO_NULL
};
