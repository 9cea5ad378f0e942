#ifndef LIBRARY_FILING_H
#define LIBRARY_FILING_H

/*
 * A filing of some attachments alone: nothing is asked for that is not filed.
 *
 * A value is part of the attachment that it belongs to (x-attachment), and of
 * those that its x-form names beside that one, or, where it belongs to none.  A
 * finding is about what is filed where its place is, and where a rule finds it
 * also without the data of the other attachments: what comes of comparing with
 * them is left out.  Values quoted from them stay what they are.
 */

#include "library/handles.h"

struct filing {
    const struct jixiao_set *set;
    xmlDocPtr previous;         /* last year's submission, or NULL */
    const char *only;           /* attachments.h */
    bool and_stated;            /* and those that the data states some of */
};

/* Removes, of the findings from the first-th on, those about other
 * attachments.  False, with findings, where a name of the list is unknown or
 * something fails. */
bool filing_apply(const struct filing *filing, struct findings *findings,
    size_t first);

#endif
