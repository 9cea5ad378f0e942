#ifndef OUTLINES_H
#define OUTLINES_H

/*
 * The outlines of a face that have been asked for, each taken out of its file
 * once: every program that shows some of them is put together from what is
 * kept here.  An outline is the same whatever it was taken out with, so that a
 * program's bytes hang on its own glyphs alone.
 *
 * Shape:     of a CFF table the charstring, without subroutines and hints; of
 *            a TrueType file the glyph's description, without instructions,
 *            and with its parts numbered as in the face.
 */

#include "0_base/buffer.h"
#include "0_base/id_map.h"
#include "8_formats/fonts/cff.h"

struct outline {
    size_t at, length;          /* in the bytes */
    uint8_t metric[4];          /* TrueType: its entry in hmtx */
    uint8_t dictionary;         /* CFF: a number in the dictionaries */
};

struct outlines {
    struct id_map numbers;      /* of a glyph: in the list */
    struct outline *list;
    size_t count, room;
    struct buffer bytes;
    struct cff_dictionary *dictionaries;    /* their spans are copies */
    size_t dictionary_count, dictionary_room;
    struct span box, matrix;    /* of the CFF table; copies, too */
};

/* NULL where a glyph is not kept. */
const struct outline *outlines_find(const struct outlines *outlines,
    uint32_t glyph);

/* Its bytes, until another one is kept. */
struct span outlines_bytes(const struct outlines *outlines,
    const struct outline *outline);

/* Keeps one; the glyph is none that is kept.  What it returns says the rest
 * about it, and stays until another one is kept; NULL: out of memory. */
struct outline *outlines_keep(struct outlines *outlines, uint32_t glyph,
    struct span bytes);

/* The number of a dictionary that says the same; false where memory runs out
 * or there are more than a byte can number. */
bool outlines_dictionary(struct outlines *outlines,
    const struct cff_dictionary *dictionary, uint8_t *number);

/* A copy of the bytes, freed with free(); false: out of memory. */
bool outlines_copy(struct span span, struct span *copy);

void outlines_free(struct outlines *outlines);

#endif
