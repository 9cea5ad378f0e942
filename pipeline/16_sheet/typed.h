#ifndef SHEET_TYPED_H
#define SHEET_TYPED_H

/*
 * What is in a cell, as a value of the data, by the type that its schema has.
 *
 * Figures:   numbers of at most 15 digits, which is what programs keep; more is
 *            refused, not rounded.  What a format shows at the end, 0.00, is
 *            kept.  Words are read as in a form that came back (spoken.h), and
 *            stay words where the data may have a figure as a string.
 * Choices:   a string of the schema, or the words for it (x-choices).
 * Dates:     the days of a spreadsheet, or words.
 */

#include "0_base/lexicon.h"
#include "0_base/value.h"
#include "16_sheet/grown.h"
#include "16_sheet/returned_book.h"

struct typing {
    const struct lexicon *lexicon;
    bool since_1904;
    struct grown *grown;        /* whose memory runs out */
};

enum typed_fault {
    TYPED_GOOD,
    TYPED_UNREADABLE,           /* no such value */
    TYPED_DIGITS,               /* more than 15 */
    TYPED_DATE,                 /* a date where there should be none */
    TYPED_FAULT,                /* #REF! and the like */
    TYPED_BARE                  /* a formula without a value */
};

/* The type of a value: of the schema, or of a unit beside it, which may be
 * NULL. */
enum value_type typed_type(const struct schema_node *node, const char *unit);

/* The value, for the caller; NULL where there is none to be had. */
cJSON *typed_value(const struct typing *typing,
    const struct returned_cell *cell, const struct schema_node *node,
    const char *unit, enum typed_fault *fault);

#endif
