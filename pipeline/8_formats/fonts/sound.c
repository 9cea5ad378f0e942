/* Whether a font file is whole enough to draw with. */

#include "8_formats/fonts/face_parts.h"

/* OpenType 1.9: where things are in a collection, in the directory of a font,
 * and in tables. */
#define COLLECTION 0x74746366u          /* "ttcf" */
#define COLLECTION_FONTS_AT 12
#define DIRECTORY_COUNT_AT 4
#define DIRECTORY_AT 12
#define ENTRY_SIZE 16
#define ENTRY_OFFSET_AT 8
#define HEAD_MAGIC_AT 12
#define HEAD_MAGIC 0x5F0F3CF5u
#define HEAD_SIZE 54
#define HHEA_METRICS_AT 34
#define HHEA_SIZE 36
#define METRIC_SIZE 4

/* Every table lies in the file, which has not been cut off. */
static bool has_all_bytes(const struct table *file, unsigned index)
{
    size_t at = table_read(file, 0, 4) == COLLECTION
        ? table_read(file, COLLECTION_FONTS_AT + 4 * (size_t)index, 4) : 0;
    size_t count = table_read(file, at + DIRECTORY_COUNT_AT, 2);

    for (size_t k = 0; k < count; k++) {
        size_t entry = at + DIRECTORY_AT + ENTRY_SIZE * k + ENTRY_OFFSET_AT;
        size_t offset = table_read(file, entry, 4);
        if (offset > file->length
            || table_read(file, entry + 4, 4) > file->length - offset)
            return false;
    }
    return true;
}

static bool has_head(hb_face_t *face)
{
    struct table head = table_open(face, "head");
    bool has = head.length >= HEAD_SIZE
        && table_read(&head, HEAD_MAGIC_AT, 4) == HEAD_MAGIC;

    table_close(&head);
    return has;
}

static bool has_metrics(hb_face_t *face)
{
    struct table hhea = table_open(face, "hhea");
    struct table hmtx = table_open(face, "hmtx");
    size_t count = table_read(&hhea, HHEA_METRICS_AT, 2);
    bool has = hhea.length >= HHEA_SIZE && count > 0
        && count <= hb_face_get_glyph_count(face)
        && hmtx.length >= count * METRIC_SIZE;

    table_close(&hhea);
    table_close(&hmtx);
    return has;
}

/* Version 0, and a table of characters at least. */
static bool has_characters(hb_face_t *face)
{
    struct table cmap = table_open(face, "cmap");
    bool has = table_read(&cmap, 0, 2) == 0 && table_read(&cmap, 2, 2) > 0;

    table_close(&cmap);
    return has;
}

/* Adobe's Technical Note 5176: its version is 1.  A font may have none. */
static bool has_outlines(hb_face_t *face)
{
    struct table cff = table_open(face, "CFF ");
    bool has = cff.length == 0 || table_read(&cff, 0, 1) == 1;

    table_close(&cff);
    return has;
}

bool face_is_whole(hb_face_t *whole, unsigned index)
{
    struct table file = { .blob = hb_face_reference_blob(whole) };
    unsigned length;

    file.bytes = (const unsigned char *)hb_blob_get_data(file.blob, &length);
    file.length = length;
    bool good = has_all_bytes(&file, index) && has_head(whole)
        && has_metrics(whole) && has_characters(whole)
        && has_outlines(whole);
    table_close(&file);
    return good;
}
