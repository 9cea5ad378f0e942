#ifndef SHEET_LAYOUT_H
#define SHEET_LAYOUT_H

/*
 * A data file and its schema as the cells of a workbook: a sheet for each
 * attachment (x-attachment), and for each entry of a list whose entries have
 * one; a row for each value, a table for each list.  Of values, all that is
 * stated, and blank cells for all that may be.
 */

#include <libxml/tree.h>

#include "0_base/findings.h"
#include "0_base/lexicon.h"
#include "1_read/json.h"
#include "16_sheet/book.h"
#include "2_schema/schema.h"
#include "4_formulas/formulas.h"

struct sheet_source {
    const struct json *json;
    const struct schema *schema;
    const char *edition;
    xmlDocPtr submission;       /* complete */
    const struct formulas *formulas;
    struct print_style style;
};

/* False, with findings, where a value has no room in a cell, or memory runs
 * out. */
bool layout_make(const struct sheet_source *source, struct book *book,
    struct findings *findings);

#endif
