#ifndef LISTING_PARTS_H
#define LISTING_PARTS_H

/*
 * Cells of an exported list that hold what belongs into several columns: ≥3000亩
 * under 指标值, where 指标性质 and 度量单位 are blank, or say the same.
 *
 * Parted is what can be read in one way only, and leaves all figures of the row
 * readable; that it was is a hint.
 */

#include "16_sheet/listing_heads.h"

/* Puts a copy of the sheet, from a row on, in place of the one that is read:
 * its first cell; NULL where there is none, or memory runs out. */
const struct returned_cell *listing_part(struct taking *taking,
    const struct returned_cell *first);

/* Whether a value is one of a choice. */
bool listing_is_choice(const struct path *path);

#endif
