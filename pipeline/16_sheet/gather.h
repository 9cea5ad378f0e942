#ifndef SHEET_GATHER_H
#define SHEET_GATHER_H

/*
 * The data of a workbook that somebody has filled in, by the keys that it
 * carries (keys.h), and where each value came from.
 *
 * Ownership: gathered_free() frees what gather_data() has made; names of sheets
 *            are borrowed from the workbook.
 */

#include <cjson/cJSON.h>

#include "0_base/findings.h"
#include "0_base/lexicon.h"
#include "16_sheet/whence.h"
#include "16_sheet/returned_book.h"
#include "2_schema/schema.h"

struct gathered {
    cJSON *data;                /* NULL: memory ran out */
    struct whence whence;
};

/* The edition that a workbook says it is of; NULL where no sheet does. */
const char *gather_edition(const struct returned_book *book);

/* Findings name sheets and cells.  What cannot be read is one of LEVEL_ERROR,
 * and left out.  False if memory runs out. */
bool gather_data(const struct returned_book *book,
    const struct schema *schema, const char *edition,
    const struct lexicon *lexicon, struct gathered *gathered,
    struct findings *findings);
void gathered_free(struct gathered *gathered);

#endif
