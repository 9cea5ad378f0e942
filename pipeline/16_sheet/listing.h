#ifndef SHEET_LISTING_H
#define SHEET_LISTING_H

/*
 * A list of indicators that another system has written: a table with heads, a
 * row an indicator, read into an object of the data.
 *
 * Schema:    x-levels of the object with the lists names the columns that say
 *            which list a row is of, x-export of the values of an entry theirs.
 *            Where two values have one column, that of an object in the entry
 *            is meant if the row has a choice of that object, or else if all of
 *            the row's values that the object has can be read, and the entry's
 *            own if not: figures, or words.  A cell that says a choice, a
 *            figure and its unit (x-unit-from) is read as these.
 *            x-export-words of the choice are no choice, and say that there are
 *            words.  x-export of a value of what the lists are in: rows are of
 *            one such thing, and are not read where that column names two.
 *            Rows of totals, by the words of the language, are left out.
 * Files:     workbooks, and texts with commas (.csv) or tabs (.tsv) between, in
 *            UTF-8.
 * Lists:     those that rows are of are taken anew, others stay.
 * Ownership: gathered_free() frees what listing_take() has made, whether it
 *            succeeded or not.
 */

#include "0_base/findings.h"
#include "0_base/lexicon.h"
#include "1_read/json.h"
#include "16_sheet/gather.h"
#include "2_schema/schema.h"

struct listing {
    const struct json *json;
    const struct schema *schema;
    const struct lexicon *lexicon;
    const char *pointer;        /* of the object */
    const char *path;           /* how people have said that */
};

/* A text with that mark between its cells as a workbook of one sheet of that
 * name, which is borrowed; closed as one.  False, with a finding, where it is
 * no UTF-8, or memory runs out. */
bool listing_open_text(const struct buffer *text, char mark,
    const char *name, struct returned_book *book, struct findings *findings);

/* The data with those indicators, and where they come from: numbers that were
 * there are known by json, new ones are raw.  False, with findings, where
 * anything cannot be read. */
bool listing_take(const struct listing *listing,
    const struct returned_book *book, struct gathered *gathered,
    struct findings *findings);

#endif
