#ifndef FORMULA_LIST_H
#define FORMULA_LIST_H

/* The members of struct formulas, for the files of this folder alone. */

#include "4_formulas/entry.h"
#include "4_formulas/formulas.h"
#include "4_formulas/parts.h"
#include "4_formulas/sums.h"

enum formula_kind {
    FORMULA_VALUE,              /* an expression */
    FORMULA_SUM,                /* parts that make the target */
    FORMULA_WHOLE,              /* the same, which a rule compares */
    FORMULA_SAME,               /* the same, and its parts are the same funds
                                   in another division */
    FORMULA_BOUND,              /* a target that is part of the others */
    FORMULA_ROW                 /* a row with its cells, which are alike */
};

struct formula {
    struct entry entry;
    enum formula_kind kind;
    bool fills, compares;
    struct formula_text text;   /* formulas_text() */
    struct expression target;
    struct expression value;    /* or the parts, the whole, the cells */
};

struct formulas {
    xmlDocPtr file;
    char *path;
    size_t count, room;
    struct formula *list;
    struct sets sets;
};

/* What one run of the formulas works with. */
struct formula_run {
    struct evaluation *evaluation;
    struct print_style style;
    const struct json *json;
    struct parts parts;         /* of the sum that was looked at last */
    struct sum sum;             /* that the value of a formula is */
    bool partial;               /* a total had a part that is blank */
};

/* The leaves that a formula is about; the caller frees them.  NULL where they
 * cannot be told. */
xmlXPathObjectPtr formula_targets(const struct formula *formula,
    const struct formula_run *run);

/* The nodes of a result, NULL where it is none or has none. */
xmlNodeSetPtr formula_nodes(xmlXPathObjectPtr result);

/* The decimals that a leaf is compared at. */
int formula_places(xmlNodePtr leaf, struct print_style style);

/* Adds up the parts of a target in run->parts; false where they are none. */
bool formula_add_up(const struct formula *formula, struct formula_run *run,
    xmlNodePtr target);

/* Compares a stated total with its known parts where others are blank: it is a
 * finding if they exceed it.  Returns whether any part was known. */
bool wholes_compare(const struct formula *formula, struct formula_run *run,
    xmlNodePtr total);

/* Marks the blank parts of known totals: @rest is the amount that they lack
 * together, in the base unit, and @rest-count their number.  Where one part
 * alone is blank its amount is known by that, and its own parts are marked in
 * turn. */
void wholes_mark_rests(const struct formulas *formulas,
    struct formula_run *run);

#endif
