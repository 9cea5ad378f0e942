#ifndef CFF_H
#define CFF_H

/*
 * The CFF table of a font: what of it a program with other glyphs needs, and
 * such a program.
 *
 * Standard:  Adobe Technical Note 5176, The Compact Font Format, 3 to 19.
 * Trust:     none; whatever the bytes are, reading stays within them.
 * Ownership: spans are borrowed from the table.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "0_base/buffer.h"

struct span {
    const unsigned char *bytes;
    size_t length;
};

/* What belongs to some of the glyphs together (5176, 15 and 18): the operands
 * of a matrix, with their operator, and a dictionary of private entries. */
struct cff_dictionary {
    struct span matrix, private;
};

/* An INDEX (5). */
struct cff_index {
    struct span table;          /* that it stands in */
    size_t offsets, data;       /* where they begin */
    unsigned count, offset_size;
};

struct cff {
    struct span table;
    bool is_cid_keyed;
    struct span box, matrix;    /* entries of the top dictionary */
    struct cff_index outlines;  /* one for each glyph */
    struct cff_index dictionaries;      /* none where it is keyed by names */
    size_t select;              /* which of them a glyph has; 0: there is
                                   nothing that says so */
};

/* Whether a table is keyed by CIDs, as far as its first bytes say. */
bool cff_is_cid_keyed(struct span table);

/* False where the table is broken. */
bool cff_open(struct span table, struct cff *cff);

/* The outline of a glyph, without subroutines where the table has none. */
bool cff_outline(const struct cff *cff, unsigned glyph, struct span *outline);

/* The number of each glyph's dictionary, all in turn. */
bool cff_select(const struct cff *cff, uint8_t *numbers);

/* One that calls no subroutines of its own. */
bool cff_dictionary(const struct cff *cff, unsigned number,
    struct cff_dictionary *dictionary);

/* A program keyed by CIDs, in which each glyph has its number as its CID. */
struct cff_program {
    const char *name;
    struct span box, matrix;
    const struct span *outlines;        /* .notdef first */
    const uint8_t *selected;            /* the dictionary of each */
    unsigned glyph_count;
    const struct cff_dictionary *dictionaries;
    unsigned dictionary_count;
};

/* Appends it; a lack of memory is in the buffer. */
void cff_write(const struct cff_program *program, struct buffer *out);

#endif
