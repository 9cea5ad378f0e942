#ifndef FACE_H
#define FACE_H

/*
 * One face: a font file (OpenType with glyf or CFF, or one face of a
 * collection) opened, asked for glyphs, and cut down to those that are used.
 *
 * Units:     of advances and metrics: 1/1000 of the size (em), rounded, as in
 *            PDF (ISO 32000-1, 9.2.4), whatever the file's own units are.
 * Ownership: face_open() gives the caller a face; a subset is the caller's.
 * Memory:    outlines that were cut are kept until the face is freed: no more
 *            than the file has.
 * Threads:   a face may be read by one thread at a time.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "0_base/buffer.h"

struct face;

enum face_fault {
    FACE_GOOD,
    FACE_MISSING,               /* no such file, or not readable */
    FACE_BROKEN,                /* not a font, or without a table it needs */
    FACE_FORBIDDEN,             /* its licence forbids embedding (fsType) */
    FACE_UNREAD,                /* the system fails; errno says how */
    FACE_NO_MEMORY
};

/* Opens the index-th face of a file (0 where it is no collection). */
enum face_fault face_open(const char *path, unsigned index,
    struct face **face);
void face_free(struct face *face);                      /* NULL is allowed */

/* Name table entry 1/16 and 6; "" where it has none. */
const char *face_family(const struct face *face);
const char *face_postscript_name(const struct face *face);

/* Whether that is its family, full or PostScript name in any language. */
bool face_is_called(const struct face *face, const char *name);

/* 400 is regular, 700 bold (OS/2, usWeightClass). */
unsigned face_weight(const struct face *face);

/* Lower-case hex SHA-256 of the file, for records of what was used. */
const char *face_digest(const struct face *face);

/* The glyph that draws a character; 0 where the face has none. */
uint32_t face_glyph(const struct face *face, uint32_t character);
int face_advance(const struct face *face, uint32_t glyph);

/* Whether there is ink in a glyph, and room that a character can take: what a
 * file that is damaged, or has places for characters only, has not.  Outlines
 * of CFF are not looked at, which would take megabytes: such as are broken
 * cannot be cut. */
bool face_draws(const struct face *face, uint32_t glyph);

/* What a PDF font descriptor asks for (ISO 32000-1, table 122). */
struct face_metrics {
    int ascent, descent, cap_height, stem_v, italic_angle;
    int box[4];                 /* left, bottom, right, top */
    bool is_serif, is_fixed;
};
void face_metrics(const struct face *face, struct face_metrics *metrics);

/*
 * A font program with some of the glyphs, .notdef always the first.
 *
 * program: the bare CFF table (FontFile3 with subtype CIDFontType0C) where
 *          is_cff; else a TrueType file (FontFile2).
 * numbers: of the k-th glyph asked for, its number in the program; in a
 *          CID-keyed one it is the CID, too.
 */
struct face_subset {
    bool is_cff;
    struct buffer program;
    uint16_t *numbers;
    size_t count;
    unsigned glyph_count;       /* in the program: with .notdef, and what
                                   glyphs are put together from */
    enum face_fault fault;      /* FACE_BROKEN, or FACE_NO_MEMORY */
};

/* glyphs are in ascending order, each once.  False if memory runs out or the
 * file is broken; the subset is empty then, save for which of these it was. */
bool face_cut(const struct face *face, const uint32_t *glyphs, size_t count,
    struct face_subset *subset);

/* The same for a reader that takes the program for a font of its own: a
 * TrueType file has the names of the face, and a cmap of the one character
 * given for each glyph.  A CFF table is bare here, too: most readers of OFD
 * know no other wrapping of CFF. */
bool face_cut_file(const struct face *face, const uint32_t *glyphs,
    const uint32_t *characters, size_t count, struct face_subset *subset);
void face_subset_free(struct face_subset *subset);

#endif
