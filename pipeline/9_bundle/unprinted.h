#ifndef UNPRINTED_H
#define UNPRINTED_H

/*
 * What the data states and no attachment prints: nothing is lost in silence.
 *
 * The schema says where a member is printed (@printed in submission.xml): by a
 * form, or where a text refers to it, or nowhere.  A text counts as printed
 * where all of it is.  Where several members in an object or list are printed
 * nowhere and none is, the finding is about that.
 */

#include <libxml/tree.h>

#include "0_base/findings.h"
#include "1_read/json.h"

/* Reports what of the submission is not in the page model of all its
 * attachments, unless the findings have it already.  False where memory runs
 * out. */
bool unprinted_report(xmlDocPtr submission, xmlDocPtr documents,
    const struct json *json, struct findings *findings);

#endif
