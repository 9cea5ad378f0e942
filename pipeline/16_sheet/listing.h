#ifndef SHEET_LISTING_H
#define SHEET_LISTING_H

/*
 * A list of indicators that another system has written: a table with heads, a
 * row an indicator, read into an object of the data.
 *
 * Schema:    x-levels of the object with the lists names the columns that say
 *            which list a row is of, x-export of the values of an entry theirs.
 *            Where two values have one column, that of an object in the entry
 *            is meant if all of the row's values that the object has can be
 *            read, and the entry's own if not: figures, or words.
 * Files:     workbooks, and texts with commas (.csv) or tabs (.tsv) between, in
 *            UTF-8.
 * Lists:     those that rows are of are taken anew, others stay.
 */

#include "0_base/findings.h"
#include "0_base/lexicon.h"
#include "1_read/json.h"
#include "16_sheet/returned_book.h"
#include "2_schema/schema.h"

struct listing {
    const struct json *json;
    const struct schema *schema;
    const struct lexicon *lexicon;
    const char *pointer;        /* of the object */
};

/* A text with that mark between its cells as a workbook of one sheet; closed as
 * one.  False, with a finding, where it is no UTF-8, or memory runs out. */
bool listing_open_text(const struct buffer *text, char mark,
    struct returned_book *book, struct findings *findings);

/* The data with those indicators, for cJSON_Delete(): numbers that were there
 * are known by json, new ones are raw.  NULL, with findings, where anything
 * cannot be read. */
cJSON *listing_take(const struct listing *listing,
    const struct returned_book *book, struct findings *findings);

#endif
