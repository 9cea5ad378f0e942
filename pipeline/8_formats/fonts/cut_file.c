/*
 * A TrueType file with some of the glyphs of a face, as OFD embeds it.
 *
 * Standard: ISO/IEC 14496-22 (OpenType).
 */

#include <stdlib.h>

#include "8_formats/fonts/face.h"
#include "8_formats/fonts/face_parts.h"

#define POST_SIZE 32            /* of version 3.0, without names of glyphs */

static void add16(struct buffer *out, uint32_t value)
{
    buffer_add_char(out, (char)(value >> 8 & 0xFF));
    buffer_add_char(out, (char)(value & 0xFF));
}

static void add32(struct buffer *out, uint32_t value)
{
    add16(out, value >> 16);
    add16(out, value & 0xFFFF);
}

/* A table made here, whose bytes are freed. */
static bool add_made(hb_face_t *file, hb_tag_t tag, struct buffer *table)
{
    hb_blob_t *blob = table->failed ? NULL
        : hb_blob_create_or_fail(table->bytes, (unsigned)table->length,
            HB_MEMORY_MODE_DUPLICATE, NULL, NULL);
    bool good = blob && hb_face_builder_add_table(file, tag, blob);

    hb_blob_destroy(blob);
    buffer_free(table);
    return good;
}

/* The table as another face has it; nothing where that has none. */
static bool add_table(hb_face_t *file, hb_tag_t tag, hb_face_t *from)
{
    hb_blob_t *blob = hb_face_reference_table(from, tag);
    bool good = hb_blob_get_length(blob) == 0
        || hb_face_builder_add_table(file, tag, blob);

    hb_blob_destroy(blob);
    return good;
}

/* --- tables that are not cut --------------------------------------------- */

struct mapping {
    uint32_t character, glyph;
};

static int compare_mappings(const void *left, const void *right)
{
    const struct mapping *a = left, *b = right;

    return (a->character > b->character) - (a->character < b->character);
}

/* One subtable for all of Unicode, format 12, a group each. */
static bool add_cmap(hb_face_t *file, const uint32_t *characters,
    const struct face_subset *subset)
{
    struct buffer table = BUFFER_EMPTY;
    size_t count = subset->count;
    struct mapping *mappings = malloc((count + 1) * sizeof *mappings);

    if (!mappings)
        return false;
    for (size_t i = 0; i < count; i++)
        mappings[i] = (struct mapping){ characters[i], subset->numbers[i] };
    qsort(mappings, count, sizeof *mappings, compare_mappings);
    buffer_add(&table, "\0\0\0\1" "\0\3\0\12" "\0\0\0\14" "\0\14\0\0", 16);
    add32(&table, (uint32_t)(16 + 12 * count));
    add32(&table, 0);
    add32(&table, (uint32_t)count);
    for (size_t i = 0; i < count; i++) {
        add32(&table, mappings[i].character);
        add32(&table, mappings[i].character);
        add32(&table, mappings[i].glyph);
    }
    free(mappings);
    return add_made(file, HB_TAG('c', 'm', 'a', 'p'), &table);
}

static bool add_post(hb_face_t *file, hb_face_t *whole)
{
    struct table post = table_open(whole, "post");
    struct buffer table = BUFFER_EMPTY;

    add32(&table, 0x00030000);
    for (size_t at = 4; at < POST_SIZE; at += 4)
        add32(&table, table_read(&post, at, 4));
    table_close(&post);
    return add_made(file, HB_TAG('p', 'o', 's', 't'), &table);
}

/* --- the file ------------------------------------------------------------ */

static bool add_tables(hb_face_t *file, hb_face_t *cut, hb_face_t *whole,
    const uint32_t *characters, const struct face_subset *subset)
{
    static const hb_tag_t as_cut[] = {
        HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
        HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p'),
        HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'),
    };
    static const hb_tag_t as_whole[] = {
        HB_TAG('O', 'S', '/', '2'), HB_TAG('n', 'a', 'm', 'e'),
    };

    for (size_t i = 0; i < sizeof as_cut / sizeof *as_cut; i++)
        if (!add_table(file, as_cut[i], cut))
            return false;
    for (size_t i = 0; i < sizeof as_whole / sizeof *as_whole; i++)
        if (!add_table(file, as_whole[i], whole))
            return false;
    return add_cmap(file, characters, subset) && add_post(file, whole);
}

static bool cut_file(const struct face *face, const uint32_t *glyphs,
    const uint32_t *characters, size_t count, struct face_subset *subset)
{
    hb_face_t *cut = cut_face(face, glyphs, count, subset);
    hb_face_t *file = hb_face_builder_create();
    bool good = cut && add_tables(file, cut, face->whole, characters, subset)
        && cut_take(hb_face_reference_blob(file), &subset->program);

    hb_face_destroy(file);
    hb_face_destroy(cut);
    if (!good)
        cut_fail(subset);
    return good;
}

bool face_cut_file(const struct face *face, const uint32_t *glyphs,
    const uint32_t *characters, size_t count, struct face_subset *subset)
{
    return face->is_cff ? face_cut(face, glyphs, count, subset)
        : cut_file(face, glyphs, characters, count, subset);
}
