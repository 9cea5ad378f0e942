#ifndef FACE_PARTS_H
#define FACE_PARTS_H

/*
 * What a face is made of, for the files that read and cut one.
 */

#include "8_formats/fonts/face.h"
#include "8_formats/fonts/harfbuzz.h"
#include "8_formats/fonts/outlines.h"

struct face {
    hb_face_t *whole;           /* every table of the file */
    hb_font_t *font;            /* of the whole, in 1/1000 em */
    hb_face_t *outlines;        /* the tables that a subset needs, alone */
    bool is_cff;
    bool is_named;              /* a CFF table keyed by names: glyphs may be
                                   put together from others by theirs */
    struct outlines *kept;      /* nothing, where it is */
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

/* Adds a table to a file that is made, and frees its bytes; false without
 * memory, sticky in the table, too. */
bool table_add(hb_face_t *file, hb_tag_t tag, struct buffer *table);

/* Adds the table as another face has it; nothing where that has none. */
bool table_copy(hb_face_t *file, hb_tag_t tag, hb_face_t *from);

/* --- cut_keep.c: outlines taken out of the file -------------------------- */

/* Begins a subset of these glyphs, whose outlines are kept then, with .notdef
 * and what they are put together from.  False where memory runs out or the
 * file is broken, which the subset says; the fault of what follows is lack of
 * memory until another is told. */
bool cut_keep(const struct face *face, const uint32_t *glyphs, size_t count,
    struct face_subset *subset);

/* Why HarfBuzz, which does not say, left out what it was to cut: the font is
 * broken, unless there is no memory left. */
enum face_fault cut_fault(void);

/* The glyphs and .notdef as a face of HarfBuzz, and the plan that made it,
 * both of which the caller destroys.  False likewise. */
bool cut_plan(const struct face *face, const hb_set_t *glyphs, unsigned flags,
    struct face_subset *subset, hb_subset_plan_t **plan, hb_face_t **cut);

/* Appends all bytes of a blob, and destroys it; false where it is empty or
 * memory runs out. */
bool cut_take(hb_blob_t *blob, struct buffer *program);

/* Empties a subset that cannot be made. */
void cut_fail(struct face_subset *subset);

/* --- glyf.c: TrueType outlines ------------------------------------------- */

/* What a face of HarfBuzz has; closed by glyf_close(). */
struct glyf {
    struct table outlines, places, metrics;
    unsigned metric_count;
    bool is_long;               /* the places are */
};

void glyf_open(hb_face_t *face, struct glyf *glyf);
void glyf_close(struct glyf *glyf);

/* False where the table is broken. */
bool glyf_outline(const struct glyf *glyf, unsigned glyph,
    struct span *outline);

/* Its entry in hmtx. */
void glyf_metric(const struct glyf *glyf, unsigned glyph, uint8_t metric[4]);

/* Where the number of the next part of a composed outline stands, behind that
 * of the former one, or 0; 0: there are no more. */
size_t glyf_part(struct span outline, size_t former);

/* Adds the tables of a file with the glyphs of the subset, all kept, and gives
 * them their numbers.  False without memory. */
bool glyf_add_tables(const struct face *face, const uint32_t *glyphs,
    hb_face_t *file, struct face_subset *subset);

#endif
