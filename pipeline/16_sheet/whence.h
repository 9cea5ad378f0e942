#ifndef SHEET_WHENCE_H
#define SHEET_WHENCE_H

/*
 * Where the values of a workbook stand, and where those would that nobody has
 * stated: cells by pointers.
 *
 * Pointers are noted as grown.h has them, entries by any step; whence_rename()
 * tells the number that an entry has got in the end.
 *
 * Ownership: names of sheets are borrowed; whence_free() frees the rest.
 * Errors:    running out of memory is sticky: `failed`.
 */

#include "0_base/arena.h"
#include "0_base/id_map.h"

/* The later counts where one pointer is noted more than once. */
enum whence_kind {
    WHENCE_PART,                /* of what has several rows: the first one */
    WHENCE_ROW,                 /* of what has no cell of its own */
    WHENCE_NAME,                /* of what a row is of */
    WHENCE_BLANK,
    WHENCE_STATED,
    WHENCE_WRONG                /* what it has cannot be read */
};

struct whence_cell {
    const char *sheet;
    unsigned row, column;       /* from 0 */
    enum whence_kind kind;
};

struct whence {
    struct id_map pointers;
    struct whence_cell *cells;
    size_t room;
    struct id_map renamed;      /* entries, by their pointers in the end */
    const char **noted;         /* the pointers that they were noted at */
    size_t noted_room;
    struct arena arena;
    bool failed;
};

void whence_note(struct whence *whence, const char *pointer,
    const struct whence_cell *cell);

/* A row is in what is at a pointer, and in all that is around that: where these
 * begin, as far as no row was in them before. */
void whence_note_part(struct whence *whence, const char *pointer,
    const struct whence_cell *row);

/* The entry at a pointer was noted with another last step; those around it come
 * first. */
void whence_rename(struct whence *whence, const char *pointer,
    const char *name);

/* The cell of a value, of the nearest value around it, the row that it is to be
 * in, or the first row of the part that it belongs to; NULL for none. */
const struct whence_cell *whence_find(const struct whence *whence,
    const char *pointer);

void whence_free(struct whence *whence);

#endif
