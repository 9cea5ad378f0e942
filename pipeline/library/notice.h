#ifndef NOTICE_H
#define NOTICE_H

/*
 * The notice that goes with a corrected set (stylesheets/common/correction.xsl).
 *
 * Ownership: what notice_new() and notice_make() give is the caller's, to be
 *            freed with xmlFreeDoc().
 */

#include "library/handles.h"

/* What a notice is made of (correction.rng): the new set, and no attachment so
 * far, for the page model that they are of; a reason and a date (ISO 8601), of
 * which either may be NULL.  NULL: out of memory. */
xmlDocPtr notice_new(const struct jixiao_set *set, xmlDocPtr documents,
    const char *reason, const char *date);

/* The attachment of a page model that shows its changes, and where the values
 * that changed stand in it; false where memory runs out. */
bool notice_add(xmlDocPtr notice, const struct jixiao_set *set,
    xmlDocPtr changed);

/* The notice as a page model; NULL with a finding. */
xmlDocPtr notice_make(const struct jixiao_set *set, xmlDocPtr notice,
    struct findings *findings);

#endif
