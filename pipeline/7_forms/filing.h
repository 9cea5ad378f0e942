#ifndef FORMS_FILING_H
#define FORMS_FILING_H

/*
 * Whose set a page model is, and of when: what sets are known by.
 *
 * Ownership: the words are the page model's.
 */

#include <libxml/tree.h>
#include <stdbool.h>

struct filing {
    const char *unit, *period;  /* "" where it does not say */
};

struct filing filing_of(xmlDocPtr documents);
bool filing_is_same(struct filing a, struct filing b);

#endif
