#ifndef NOTICE_H
#define NOTICE_H

/*
 * The notice that goes with a corrected set
 * (stylesheets/common/correction.xsl).
 *
 * Ownership: the caller frees what notice_new() gives with notice_free(), what
 *            notice_make() gives with xmlFreeDoc(); arguments are borrowed, the
 *            comparison for as long as the notice lives.
 */

#include "library/compared.h"

struct notice;

/* One of no attachment so far, of the new set of a comparison: of the page
 * model that they are of, and with the reason and date that were asked for.
 * NULL: out of memory. */
struct notice *notice_new(const struct jixiao_comparison *comparison,
    xmlDocPtr documents, const struct jixiao_redline *how);
void notice_free(struct notice *notice);        /* NULL is allowed */

/* The attachment of a page model that shows its changes, and where the values
 * that changed stand in it; false where memory runs out. */
bool notice_add(struct notice *notice, xmlDocPtr changed);

/* Behind the last attachment: figures that were stated otherwise, and that no
 * attachment shows to be, be it that they print alike or are printed in others
 * alone.  False where memory runs out. */
bool notice_close(struct notice *notice);

/* What it is made of (correction.rng), borrowed. */
xmlDocPtr notice_tree(const struct notice *notice);

/* The notice as a page model; NULL with a finding. */
xmlDocPtr notice_make(const struct notice *notice,
    struct findings *findings);

#endif
