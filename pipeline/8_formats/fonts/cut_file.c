/*
 * A TrueType file with some of the glyphs of a face, as OFD embeds it.
 *
 * Standard: ISO/IEC 14496-22 (OpenType).
 */

#include <stdlib.h>

#include "8_formats/fonts/face.h"
#include "8_formats/fonts/face_parts.h"

#define POST_SIZE 32            /* of version 3.0, without names of glyphs */

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
    buffer_add_number(&table, (uint32_t)(16 + 12 * count), 4);
    buffer_add_number(&table, 0, 4);
    buffer_add_number(&table, (uint32_t)count, 4);
    for (size_t i = 0; i < count; i++) {
        buffer_add_number(&table, mappings[i].character, 4);
        buffer_add_number(&table, mappings[i].character, 4);
        buffer_add_number(&table, mappings[i].glyph, 4);
    }
    free(mappings);
    return table_add(file, HB_TAG('c', 'm', 'a', 'p'), &table);
}

static bool add_post(hb_face_t *file, hb_face_t *whole)
{
    struct table post = table_open(whole, "post");
    struct buffer table = BUFFER_EMPTY;

    buffer_add_number(&table, 0x00030000, 4);
    for (size_t at = 4; at < POST_SIZE; at += 4)
        buffer_add_number(&table, table_read(&post, at, 4), 4);
    table_close(&post);
    return table_add(file, HB_TAG('p', 'o', 's', 't'), &table);
}

/* --- the file ------------------------------------------------------------ */

static bool add_tables(hb_face_t *file, const struct face *face,
    const uint32_t *characters, const struct face_subset *subset)
{
    return table_copy(file, HB_TAG('O', 'S', '/', '2'), face->whole)
        && table_copy(file, HB_TAG('n', 'a', 'm', 'e'), face->whole)
        && add_cmap(file, characters, subset) && add_post(file, face->whole);
}

static bool cut_file(const struct face *face, const uint32_t *glyphs,
    const uint32_t *characters, size_t count, struct face_subset *subset)
{
    hb_face_t *file = hb_face_builder_create();
    bool good = cut_keep(face, glyphs, count, subset)
        && glyf_add_tables(face, glyphs, file, subset)
        && add_tables(file, face, characters, subset)
        && cut_take(hb_face_reference_blob(file), &subset->program);

    hb_face_destroy(file);
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
