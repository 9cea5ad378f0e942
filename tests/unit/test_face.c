/* Fonts read and cut to the glyphs that are used, whatever is broken in
 * their files. */

#include "fixture.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "8_formats/fonts/face_parts.h"

#define FONTS "/usr/share/fonts/"
#define SERIF FONTS "opentype/noto/NotoSerifCJK-Regular.ttc"
#define SERIF_SC 2
#define CID_KEYED "build/fonts/FandolFang-Regular.otf"
#define NAME_KEYED FONTS "opentype/urw-base35/NimbusRoman-Regular.otf"
#define LATIN FONTS "truetype/liberation/LiberationSerif-Regular.ttf"

/* NULL, and a line that says so, where this machine lacks the font. */
static struct face *open_fine(const char *path, unsigned index)
{
    struct face *face;

    if (access(path, R_OK) != 0) {
        fixture_skip("face: there is no %s", path);
        return NULL;
    }
    CU_ASSERT_EQUAL_FATAL(face_open(path, index, &face), FACE_GOOD);
    return face;
}

static void answers_what_it_has(void)
{
    struct face *face = open_fine(LATIN, 0);
    struct face_metrics metrics;

    if (!face)
        return;
    CU_ASSERT_STRING_EQUAL(face_family(face), "Liberation Serif");
    CU_ASSERT_STRING_EQUAL(face_postscript_name(face), "LiberationSerif");
    CU_ASSERT_TRUE(face_is_called(face, "Liberation Serif"));
    CU_ASSERT_FALSE(face_is_called(face, "Liberation"));
    CU_ASSERT_EQUAL(face_weight(face), 400);
    CU_ASSERT_EQUAL(strlen(face_digest(face)), 64);
    CU_ASSERT_EQUAL(face_advance(face, face_glyph(face, '5')), 500);
    CU_ASSERT_EQUAL(face_glyph(face, 0x7B14), 0);
    face_metrics(face, &metrics);
    CU_ASSERT_EQUAL(metrics.ascent, 891);
    CU_ASSERT_EQUAL(metrics.descent, -216);
    CU_ASSERT_TRUE(metrics.is_serif);
    CU_ASSERT_FALSE(metrics.is_fixed);
    face_free(face);
}

/* A glyph without ink, or a number without a glyph, draws no character. */
static void knows_which_glyphs_draw(void)
{
    struct face *face = open_fine(LATIN, 0);

    if (!face)
        return;
    CU_ASSERT_TRUE(face_draws(face, face_glyph(face, 'A')));
    CU_ASSERT_TRUE(face_draws(face, face_glyph(face, '.')));
    CU_ASSERT_FALSE(face_draws(face, face_glyph(face, ' ')));
    CU_ASSERT_FALSE(face_draws(face, 65535));
    face_free(face);
}

static void opens_a_face_of_a_collection(void)
{
    struct face *face = open_fine(SERIF, SERIF_SC), *none;

    if (!face)
        return;
    CU_ASSERT_TRUE(face_is_called(face, "Noto Serif CJK SC"));
    CU_ASSERT_EQUAL(face_advance(face, face_glyph(face, 0x7B14)), 1000);
    CU_ASSERT_EQUAL(face_open(SERIF, 1000, &none), FACE_BROKEN);
    CU_ASSERT_PTR_NULL(none);
    face_free(face);
}

static size_t find_glyphs(const struct face *face, const uint32_t *characters,
    size_t count, uint32_t *glyphs)
{
    for (size_t i = 0; i < count; i++) {
        glyphs[i] = face_glyph(face, characters[i]);
        CU_ASSERT_TRUE(glyphs[i] > 0);
        if (i > 0)
            CU_ASSERT_TRUE_FATAL(glyphs[i] > glyphs[i - 1]);
    }
    return count;
}

static void cuts_a_face_keyed_by_cids(void)
{
    static const uint32_t characters[] = { 0x4E00, 0x4E8C, 0x7B14 };
    struct face *face = open_fine(SERIF, SERIF_SC);
    struct face_subset subset;
    uint32_t glyphs[COUNT(characters)];

    if (!face)
        return;
    size_t count = find_glyphs(face, characters, COUNT(characters), glyphs);
    CU_ASSERT_TRUE_FATAL(face_cut(face, glyphs, count, &subset));
    CU_ASSERT_TRUE(subset.is_cff);
    CU_ASSERT_EQUAL(subset.count, count);
    CU_ASSERT_TRUE(subset.program.length < 20000);
    for (size_t i = 0; i < count; i++)
        CU_ASSERT_EQUAL(subset.numbers[i], i + 1);
    face_subset_free(&subset);
    face_free(face);
}

/* Without CIDs of its own a program shows glyphs by their numbers in it. */
static void numbers_the_glyphs_of(const char *path, bool is_cff,
    const char *start)
{
    static const uint32_t characters[] = { '1', '5', 'A' };
    struct face *face = open_fine(path, 0);
    struct face_subset subset;
    uint32_t glyphs[COUNT(characters)];

    if (!face)
        return;
    size_t count = find_glyphs(face, characters, COUNT(characters), glyphs);
    CU_ASSERT_TRUE_FATAL(face_cut(face, glyphs, count, &subset));
    CU_ASSERT_EQUAL(subset.is_cff, is_cff);
    CU_ASSERT_EQUAL(subset.glyph_count, count + 1);
    CU_ASSERT_EQUAL(memcmp(subset.program.bytes, start, 3), 0);
    for (size_t i = 0; i < count; i++)
        CU_ASSERT_EQUAL(subset.numbers[i], i + 1);
    face_subset_free(&subset);
    face_free(face);
}

static void numbers_the_glyphs_of_a_cut(void)
{
    numbers_the_glyphs_of(LATIN, false, "\0\1\0");
    numbers_the_glyphs_of(NAME_KEYED, true, "\1\0\4");
}

/* What was cut before is kept, and changes no byte of what comes. */
static void cuts_the_same_after_others(const char *path, unsigned index)
{
    static const uint32_t characters[] = { '1', '5', 'A', 'B', 'b' };
    struct face *face = open_fine(path, index), *again;
    struct face_subset first, others, second;
    uint32_t glyphs[COUNT(characters)];

    if (!face)
        return;
    CU_ASSERT_EQUAL_FATAL(face_open(path, index, &again), FACE_GOOD);
    find_glyphs(face, characters, COUNT(characters), glyphs);
    CU_ASSERT_TRUE_FATAL(face_cut(face, glyphs + 1, 2, &first));
    CU_ASSERT_TRUE_FATAL(face_cut(again, glyphs + 2, 3, &others));
    face_subset_free(&others);
    CU_ASSERT_TRUE_FATAL(face_cut(again, glyphs, 1, &others));
    CU_ASSERT_TRUE_FATAL(face_cut(again, glyphs + 1, 2, &second));
    CU_ASSERT_EQUAL_FATAL(first.program.length, second.program.length);
    CU_ASSERT_EQUAL(memcmp(first.program.bytes, second.program.bytes,
        first.program.length), 0);
    CU_ASSERT_EQUAL(memcmp(first.numbers, second.numbers,
        2 * sizeof *first.numbers), 0);
    face_subset_free(&first);
    face_subset_free(&others);
    face_subset_free(&second);
    face_free(again);
    face_free(face);
}

static void cuts_the_same_whatever_was_cut(void)
{
    cuts_the_same_after_others(LATIN, 0);
    cuts_the_same_after_others(SERIF, SERIF_SC);
    cuts_the_same_after_others(CID_KEYED, 0);
    cuts_the_same_after_others(NAME_KEYED, 0);
}

/* --- files that are no fonts --------------------------------------------- */

/* A copy of a font in memory, and the name of a file for what is made of it. */
struct copy {
    char *bytes;
    size_t length;
    char path[32];
};

static bool copy_begin(struct copy *copy, const char *path)
{
    FILE *file = fopen(path, "rb");

    if (!file) {
        fixture_skip("face: there is no %s", path);
        return false;
    }
    fseek(file, 0, SEEK_END);
    copy->length = (size_t)ftell(file);
    rewind(file);
    copy->bytes = malloc(copy->length);
    CU_ASSERT_PTR_NOT_NULL_FATAL(copy->bytes);
    CU_ASSERT_EQUAL(fread(copy->bytes, 1, copy->length, file), copy->length);
    fclose(file);
    strcpy(copy->path, "/tmp/jixiao-face-XXXXXX");
    int descriptor = mkstemp(copy->path);
    CU_ASSERT_FATAL(descriptor >= 0);
    close(descriptor);
    return true;
}

static void copy_end(struct copy *copy)
{
    unlink(copy->path);
    free(copy->bytes);
}

static enum face_fault copy_open(const struct copy *copy, size_t length,
    struct face **face)
{
    FILE *file = fopen(copy->path, "wb");

    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fwrite(copy->bytes, 1, length, file);
    fclose(file);
    return face_open(copy->path, 0, face);
}

/* What is cut opens as a font of its own, with the same names, advances and
 * characters, and with no others. */
static void cuts_a_file(void)
{
    static const uint32_t characters[] = { '1', '5', 'A' };
    struct face *face = open_fine(LATIN, 0), *cut;
    struct face_subset subset;
    struct copy copy;
    uint32_t glyphs[COUNT(characters)];

    if (!face || !copy_begin(&copy, LATIN))
        return;
    size_t count = find_glyphs(face, characters, COUNT(characters), glyphs);
    CU_ASSERT_TRUE_FATAL(face_cut_file(face, glyphs, characters, count,
        &subset));
    free(copy.bytes);
    copy.bytes = subset.program.bytes;
    CU_ASSERT_EQUAL_FATAL(copy_open(&copy, subset.program.length, &cut),
        FACE_GOOD);
    CU_ASSERT_STRING_EQUAL(face_family(cut), face_family(face));
    CU_ASSERT_EQUAL(face_weight(cut), face_weight(face));
    CU_ASSERT_EQUAL(face_glyph(cut, 'B'), 0);
    for (size_t i = 0; i < count; i++) {
        CU_ASSERT_EQUAL(face_glyph(cut, characters[i]), subset.numbers[i]);
        CU_ASSERT_EQUAL(face_advance(cut, subset.numbers[i]),
            face_advance(face, glyphs[i]));
    }
    unlink(copy.path);
    face_free(cut);
    face_subset_free(&subset);
    face_free(face);
}

/* A letter with an accent is put together from both, which are in the file
 * then. */
static void cuts_parts_with_what_they_are_of(void)
{
    static const uint32_t characters[] = { 0xC1, 0xC9 };
    struct face *face = open_fine(LATIN, 0), *cut;
    struct face_subset subset;
    struct copy copy;
    uint32_t glyphs[COUNT(characters)];

    if (!face || !copy_begin(&copy, LATIN))
        return;
    size_t count = find_glyphs(face, characters, COUNT(characters), glyphs);
    CU_ASSERT_TRUE_FATAL(face_cut_file(face, glyphs, characters, count,
        &subset));
    CU_ASSERT_TRUE(subset.glyph_count > count + 2);
    free(copy.bytes);
    copy.bytes = subset.program.bytes;
    CU_ASSERT_EQUAL_FATAL(copy_open(&copy, subset.program.length, &cut),
        FACE_GOOD);
    for (size_t i = 0; i < count; i++)
        CU_ASSERT_TRUE(face_draws(cut, subset.numbers[i]));
    unlink(copy.path);
    face_free(cut);
    face_subset_free(&subset);
    face_free(face);
}

static void leaves_a_cff_table_bare(void)
{
    static const uint32_t character = 0x7B14;
    struct face *face = open_fine(SERIF, SERIF_SC);
    struct face_subset bare, file;

    if (!face)
        return;
    uint32_t glyph = face_glyph(face, character);
    CU_ASSERT_TRUE_FATAL(face_cut(face, &glyph, 1, &bare));
    CU_ASSERT_TRUE_FATAL(face_cut_file(face, &glyph, &character, 1, &file));
    CU_ASSERT_EQUAL_FATAL(file.program.length, bare.program.length);
    CU_ASSERT_EQUAL(memcmp(file.program.bytes, bare.program.bytes,
        bare.program.length), 0);
    face_subset_free(&bare);
    face_subset_free(&file);
    face_free(face);
}

/* Asks and cuts all that there is; what cannot be cut is said to be broken. */
static void use(struct face *face)
{
    struct face_subset subset;
    struct face_metrics metrics;
    uint32_t glyphs[64];
    size_t count = 0;

    for (uint32_t character = ' '; character < 0x60; character++) {
        uint32_t glyph = face_glyph(face, character);
        face_advance(face, glyph);
        if (glyph > (count > 0 ? glyphs[count - 1] : 0) && count < 64)
            glyphs[count++] = glyph;
    }
    face_metrics(face, &metrics);
    CU_ASSERT_TRUE(face_cut(face, glyphs, count, &subset)
        || subset.fault == FACE_BROKEN);
    face_subset_free(&subset);
    CU_ASSERT_TRUE(face_cut_file(face, glyphs, glyphs, count, &subset)
        || subset.fault == FACE_BROKEN);
    face_subset_free(&subset);
}

static void refuses_what_is_no_font(void)
{
    struct copy copy;
    struct face *face;

    CU_ASSERT_EQUAL(face_open("/nowhere", 0, &face), FACE_MISSING);
    CU_ASSERT_PTR_NULL(face);
    CU_ASSERT_EQUAL(face_open("/dev/null", 0, &face), FACE_BROKEN);
    CU_ASSERT_EQUAL(face_open("/", 0, &face), FACE_MISSING);
    if (!copy_begin(&copy, "/bin/sh"))
        return;
    CU_ASSERT_EQUAL(copy_open(&copy, copy.length, &face), FACE_BROKEN);
    copy_end(&copy);
}

static void outlives_a_file_cut_short(void)
{
    struct copy copy;
    struct face *face;

    if (!copy_begin(&copy, LATIN))
        return;
    for (size_t length = 0; length < copy.length;
         length += length < 512 ? 4 : 9973) {
        if (copy_open(&copy, length, &face) == FACE_GOOD)
            use(face);
        face_free(face);
    }
    copy_end(&copy);
}

static void outlives_flipped_bits(const char *path, unsigned rounds)
{
    struct copy copy;
    struct face *face;
    uint32_t chance = 12345;

    if (!copy_begin(&copy, path))
        return;
    for (unsigned round = 0; round < rounds; round++) {
        size_t places[16];
        /* Every other round in the first bytes, where the tables are named. */
        size_t reach = round % 2 == 0 ? 4096 : copy.length;
        for (size_t i = 0; i < COUNT(places); i++) {
            chance = chance * 1664525u + 1013904223u;
            places[i] = (chance >> 4) % reach;
            copy.bytes[places[i]] ^= (char)(1 << (i % 8));
        }
        if (copy_open(&copy, copy.length, &face) == FACE_GOOD)
            use(face);
        face_free(face);
        for (size_t i = COUNT(places); i-- > 0;)
            copy.bytes[places[i]] ^= (char)(1 << (i % 8));
    }
    copy_end(&copy);
}

static void outlives_bits_of_glyf(void)
{
    outlives_flipped_bits(LATIN, 200);
}

static void outlives_bits_of_cff(void)
{
    outlives_flipped_bits(NAME_KEYED, 100);
    outlives_flipped_bits(CID_KEYED, 30);
}

/* Where a table stands in a file that is whole. */
static unsigned char *find_table(const struct copy *copy, const char *name)
{
    unsigned char *at = (unsigned char *)copy->bytes + 12;

    for (; memcmp(at, name, 4) != 0; at += 16)
        ;
    return (unsigned char *)copy->bytes
        + ((size_t)at[8] << 24 | (size_t)at[9] << 16 | (size_t)at[10] << 8
            | at[11]);
}

static void obeys_the_licence(void)
{
    static const struct { unsigned type; enum face_fault fault; } cases[] = {
        { 0x0000, FACE_GOOD }, { 0x0008, FACE_GOOD }, { 0x0004, FACE_GOOD },
        { 0x0002, FACE_FORBIDDEN }, { 0x0006, FACE_GOOD },
        { 0x0108, FACE_FORBIDDEN }, { 0x0208, FACE_FORBIDDEN },
    };
    struct copy copy;

    if (!copy_begin(&copy, LATIN))
        return;
    unsigned char *type = find_table(&copy, "OS/2") + 8;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct face *face;
        type[0] = (unsigned char)(cases[i].type >> 8);
        type[1] = (unsigned char)cases[i].type;
        CU_ASSERT_EQUAL(copy_open(&copy, copy.length, &face), cases[i].fault);
        face_free(face);
    }
    copy_end(&copy);
}

static void needs_its_tables(void)
{
    static const char names[][5] = { "head", "hhea", "hmtx", "maxp", "cmap",
        "glyf", "loca" };
    struct copy copy;

    if (!copy_begin(&copy, LATIN))
        return;
    for (size_t i = 0; i < COUNT(names); i++) {
        char *at = copy.bytes + 12;
        struct face *face;
        while (memcmp(at, names[i], 4) != 0)
            at += 16;
        at[3] ^= 1;
        CU_ASSERT_EQUAL(copy_open(&copy, copy.length, &face), FACE_BROKEN);
        at[3] ^= 1;
    }
    copy_end(&copy);
}

/* A cut that there is no memory for, in the midst of it. */
static void cuts_again_after_a_lack_of_memory(void)
{
    static const char *const paths[] = { LATIN, SERIF };

    for (size_t i = 0; i < COUNT(paths); i++) {
        struct face *face = open_fine(paths[i], 0);
        struct face_subset subset;
        if (!face)
            continue;
        const uint32_t glyph = face_glyph(face, 'A');
        face->kept->bytes.failed = true;
        CU_ASSERT_FALSE(face_cut(face, &glyph, 1, &subset));
        CU_ASSERT_EQUAL(subset.fault, FACE_NO_MEMORY);
        CU_ASSERT_TRUE(face_cut(face, &glyph, 1, &subset));
        face_subset_free(&subset);
        face_free(face);
    }
}

CU_TestInfo face_tests[] = {
    {"answers what it has", answers_what_it_has},
    {"knows which glyphs draw", knows_which_glyphs_draw},
    {"opens a face of a collection", opens_a_face_of_a_collection},
    {"cuts a face keyed by CIDs", cuts_a_face_keyed_by_cids},
    {"cuts the same whatever was cut", cuts_the_same_whatever_was_cut},
    {"cuts a file", cuts_a_file},
    {"cuts parts with what they are of", cuts_parts_with_what_they_are_of},
    {"leaves a CFF table bare", leaves_a_cff_table_bare},
    {"numbers the glyphs of a cut", numbers_the_glyphs_of_a_cut},
    {"refuses what is no font", refuses_what_is_no_font},
    {"outlives a file cut short", outlives_a_file_cut_short},
    {"outlives flipped bits of glyf", outlives_bits_of_glyf},
    {"outlives flipped bits of CFF", outlives_bits_of_cff},
    {"cuts again after a lack of memory",
        cuts_again_after_a_lack_of_memory},
    {"obeys the licence", obeys_the_licence},
    {"needs its tables", needs_its_tables},
    CU_TEST_INFO_NULL
};
