#ifndef SHEET_TELLING_H
#define SHEET_TELLING_H

/*
 * Formulas of an edition as formulas of a spreadsheet.
 *
 * Told are sums, and what is made of differences, ratios, rates, shares, least
 * and greatest of two and rounding; texts put together of values, and how many
 * entries a list has (saying_texts.h); of a value that one of several formulas
 * gives on terms, all of them with these.  What cannot be told, or is longer
 * than a cell takes, is a formula that gives what the value is now.
 * Blanks:    where an operand is blank there is no value.
 * Lists:     the cells of a list under one another are taken as a range, down
 *            to the row for one more entry, so that rows may be inserted.
 * Ownership: telling_end() frees what telling_begin() has made.
 */

#include <libxml/tree.h>

#include "16_sheet/book.h"
#include "2_schema/schema.h"
#include "4_formulas/formula_leaves.h"
#include "4_formulas/formula_terms.h"

struct telling {
    struct evaluation evaluation;
    const struct schema *schema;
    struct id_map leaves;       /* by their pointers */
    struct told {
        const char *value;      /* NULL: it cannot be told, or hangs on terms */
        bool is_sum;
        bool has_terms;
        size_t first, last;     /* of its choices, from 1; 0: it has none */
    } *list;
    size_t room;
    struct formula_terms *terms;
    size_t term_count;
    struct choice {             /* one of the formulas of a value on terms */
        const struct formula_terms *terms;
        size_t next;            /* from 1; 0: it is the last */
    } *choices;
    size_t choice_count, choice_room;
    bool began, failed;
};

/* False, with a finding, if memory runs out. */
bool telling_begin(struct telling *telling, const struct formulas *formulas,
    const struct schema *schema, xmlDocPtr submission,
    const struct print_style *style, struct findings *findings);
void telling_end(struct telling *telling);

/* Whether a leaf has a formula that can be told, whatever other values say. */
bool telling_knows(const struct telling *telling, xmlNodePtr leaf);

/* Gives their formulas to the cells that have a source. */
void telling_write(struct telling *telling, struct book *book);

#endif
