#ifndef LIBRARY_WORKBOOK_H
#define LIBRARY_WORKBOOK_H

/*
 * A workbook that was filled in, as the bytes of a data file, and findings
 * about these at the cells that they came from.
 *
 * Ownership: workbook_close() frees what workbook_read() has made, whether it
 *            succeeded or not; workbook_free() the workbook, too.
 */

#include "16_sheet/gather.h"
#include "library/handles.h"

struct workbook {
    struct returned_book book;
    struct gathered gathered;
    struct edition *edition;
};

/* Whether a file is one by its name. */
bool workbook_is(const char *path);

/* False, with findings, where it cannot be read at all; what is wrong in cells
 * is findings, too, and no reason to stop. */
bool workbook_read(struct jixiao *jixiao, const char *path,
    struct workbook *workbook, struct buffer *out,
    struct findings *findings);

/* Whether such bytes have the shape of the edition. */
bool workbook_validate(const struct workbook *workbook, const char *bytes,
    size_t length, struct findings *findings);

/* Findings on their way to their cells. */
struct workbook_placing {
    const struct workbook *workbook;
    struct buffer where;                /* borrowed by the last of them */
    struct buffer text[LANGUAGE_COUNT];
};

/* Gives a finding that has all else its cell instead of a line; false where it
 * goes without saying. */
bool workbook_place_one(struct workbook_placing *placing,
    struct finding *finding);
void workbook_placing_end(struct workbook_placing *placing,
    struct findings *findings);

/* Gives the findings from the first-th on their cells instead of lines. */
void workbook_place(const struct workbook *workbook, size_t first,
    struct findings *findings);

void workbook_close(struct workbook *workbook);
void workbook_free(struct workbook *workbook);  /* NULL is allowed */

#endif
