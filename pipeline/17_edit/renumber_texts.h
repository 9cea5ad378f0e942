#ifndef EDIT_RENUMBER_TEXTS_H
#define EDIT_RENUMBER_TEXTS_H

/*
 * References of texts that name entries by number, when entries of a list get
 * other numbers.
 */

#include <libxml/tree.h>

#include "0_base/findings.h"
#include "17_edit/editing.h"

/* Has the numbers in references follow the entries that the step has moved.
 * submission: of the data before the step.  False with a finding where a text
 * refers to an entry that is gone, as its number would lead to another one;
 * where memory runs out, the step has failed. */
bool renumber_texts(struct editing *editing, xmlDocPtr submission,
    struct findings *findings);

#endif
