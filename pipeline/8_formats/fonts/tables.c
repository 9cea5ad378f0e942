/* The tables of a font file, read without trust in their lengths, and those of
 * one that is made. */

#include "8_formats/fonts/face_parts.h"

struct table table_open(hb_face_t *face, const char name[5])
{
    struct table table = { .blob = hb_face_reference_table(face,
        HB_TAG(name[0], name[1], name[2], name[3])) };
    unsigned length;

    table.bytes = (const unsigned char *)hb_blob_get_data(table.blob, &length);
    table.length = length;
    return table;
}

void table_close(struct table *table)
{
    hb_blob_destroy(table->blob);
    *table = (struct table){ 0 };
}

uint32_t table_read(const struct table *table, size_t offset, unsigned size)
{
    uint32_t value = 0;

    if (table->length < size || offset > table->length - size)
        return 0;
    for (unsigned i = 0; i < size; i++)
        value = value << 8 | table->bytes[offset + i];
    return value;
}

int table_read_signed(const struct table *table, size_t offset)
{
    return (int16_t)table_read(table, offset, 2);
}

bool table_add(hb_face_t *file, hb_tag_t tag, struct buffer *table)
{
    hb_blob_t *blob = table->failed ? NULL
        : hb_blob_create_or_fail(buffer_string(table),
            (unsigned)table->length, HB_MEMORY_MODE_DUPLICATE, NULL, NULL);
    bool good = blob && hb_face_builder_add_table(file, tag, blob);

    hb_blob_destroy(blob);
    buffer_free(table);
    return good;
}

bool table_copy(hb_face_t *file, hb_tag_t tag, hb_face_t *from)
{
    hb_blob_t *blob = hb_face_reference_table(from, tag);
    bool good = hb_blob_get_length(blob) == 0
        || hb_face_builder_add_table(file, tag, blob);

    hb_blob_destroy(blob);
    return good;
}
