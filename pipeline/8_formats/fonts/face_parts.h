#ifndef FACE_PARTS_H
#define FACE_PARTS_H

/*
 * What a face is made of, for the files that read and cut one.
 */

#include "8_formats/fonts/face.h"
#include "8_formats/fonts/harfbuzz.h"

struct face {
    hb_face_t *whole;           /* every table of the file */
    hb_font_t *font;            /* of the whole, in 1/1000 em */
    hb_face_t *outlines;        /* the tables that a subset needs, alone */
    bool is_cff;
    char *family, *postscript_name;
    struct face_digest *digest;
};

/* A table of a file that may be broken: reads 0 behind its end. */
struct table {
    hb_blob_t *blob;
    const unsigned char *bytes;
    size_t length;
};

/* The caller closes it; an empty one where there is no such table. */
struct table table_open(hb_face_t *face, const char name[5]);
void table_close(struct table *table);

/* An unsigned number of that many bytes, big-endian. */
uint32_t table_read(const struct table *table, size_t offset, unsigned size);
int table_read_signed(const struct table *table, size_t offset);  /* 16 bit */

/* Whether all tables are there to their ends, and those that everything hangs
 * on say what they must. */
bool face_is_whole(hb_face_t *whole, unsigned index);

/* Gives back the memory of what was read of the file: the outlines of a few
 * hundred glyphs take as many megabytes as the rest of the program. */
void face_rest(const struct face *face);

/* Some of the glyphs as a face of HarfBuzz, which the caller destroys, and in
 * the subset their numbers and how many there are.  NULL if memory runs out
 * or the file is broken, which the subset says; the fault of what follows is
 * lack of memory until another is told. */
hb_face_t *cut_face(const struct face *face, const uint32_t *glyphs,
    size_t count, struct face_subset *subset);

/* Appends all bytes of a blob, and destroys it; false where it is empty or
 * memory runs out. */
bool cut_take(hb_blob_t *blob, struct buffer *program);

/* Empties a subset that cannot be made. */
void cut_fail(struct face_subset *subset);

#endif
