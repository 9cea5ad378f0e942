#ifndef SHEET_HEADS_H
#define SHEET_HEADS_H

/*
 * What the sheets of a workbook say of themselves in their first rows: the
 * edition, the attachment, and the entry of a list that they are of.
 */

#include "16_sheet/gathering.h"

struct sheet_head {
    const struct returned_sheet *sheet;
    size_t position;            /* in the workbook */
    unsigned row, column, noted;
    const char *edition, *attachment;
    const char *base;           /* "" for none */
    char *entry;                /* the pointer that keys go on from, for
                                   free(); NULL if memory ran out */
    bool is_copy;               /* of the sheet of an entry, for a new one */
};

/* Whether a sheet says so. */
bool sheet_heads_has(const struct returned_sheet *sheet);

/* Fills heads, of which there must be one for each sheet, with those of an
 * edition, and counts them; other sheets that are not empty are findings. */
size_t sheet_heads_find(struct gathering *gathering, const char *edition,
    struct sheet_head *heads);

/* For qsort(): what belongs to no entry first, then entries by their numbers,
 * then copies; sheets of one entry as they stand in the workbook. */
int sheet_heads_compare(const void *left, const void *right);

#endif
