#ifndef SHEET_TELLING_H
#define SHEET_TELLING_H

/*
 * Formulas of an edition as formulas of a spreadsheet.
 *
 * Told are sums, and what is made of differences, ratios, rates, shares, least
 * and greatest of two and rounding, where it does not hang on what other values
 * say.  What cannot be told is a formula that gives what the value is now.
 * Blanks:    where an operand is blank there is no value.
 * Lists:     the cells of a list under one another are taken as a range, down to
 *            the row for one more entry, so that rows may be inserted.
 * Ownership: telling_end() frees what telling_begin() has made.
 */

#include <libxml/tree.h>

#include "16_sheet/book.h"
#include "4_formulas/formula_leaves.h"

struct telling {
    struct evaluation evaluation;
    struct id_map leaves;       /* by their pointers */
    struct told {
        const char *value;
        bool is_sum;
    } *list;
    size_t room;
    bool began, failed;
};

/* False, with a finding, if memory runs out. */
bool telling_begin(struct telling *telling, const struct formulas *formulas,
    xmlDocPtr submission, const struct print_style *style,
    struct findings *findings);
void telling_end(struct telling *telling);

/* Whether a leaf has a formula that can be told. */
bool telling_knows(const struct telling *telling, xmlNodePtr leaf);

/* Gives their formulas to the cells that have a source. */
void telling_write(struct telling *telling, struct book *book);

#endif
