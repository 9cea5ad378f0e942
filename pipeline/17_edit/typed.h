#ifndef EDIT_TYPED_H
#define EDIT_TYPED_H

/*
 * Words that a person types in a cell, as data states them, with what they were
 * understood as.
 *
 * Figures:   as spoken.h reads them, in the unit that the form shows or in the
 *            one that they say; zeros at the end stay where they were typed,
 *            but for counts and years.  They and dates are blank on purpose
 *            where words say so.
 * Texts:     as they are, two braces escaped, without white space around them;
 *            in half width where their pattern asks for that.
 * Choices:   one of those that the schema has, or the words for it.
 * Errors:    words that cannot be read are a finding at the place, with what
 *            they are to look like.
 */

#include <cjson/cJSON.h>

#include "0_base/findings.h"
#include "0_base/lexicon.h"
#include "0_base/value.h"
#include "2_schema/target.h"

/* What a place is to hold. */
struct typed_place {
    const struct target *target;
    const char *shown;          /* the unit that the form shows it in, where
                                   that is not the data's; NULL */
    const struct lexicon *lexicon;
};

/* The type and unit of a place, also of one that takes the unit of the member
 * beside it; false where it is no leaf. */
bool typed_find(const struct target *target, enum value_type *type,
    const char **unit);

/* The values that the schema allows alone; NULL where it is open. */
const cJSON *typed_choices(const struct target *target);

/* Appends the value as JSON, and to understood, where that is not obvious, what
 * it says.  False with a finding; out->failed: memory ran out. */
bool typed_read(const struct typed_place *place, const char *words,
    struct buffer *out, struct buffer *understood, struct findings *findings);

/* Appends a figure as a person would type it: all its digits, with commas where
 * grouped is set. */
void typed_print(struct decimal figure, bool grouped, struct buffer *out);

#endif
