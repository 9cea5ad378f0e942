#ifndef COMPARE_DOCUMENTS_CHANGED_H
#define COMPARE_DOCUMENTS_CHANGED_H

/*
 * Which attachments say something else in one page model (document.rng) than in
 * another: other words, other names.  Where in the data a value is from, and
 * whether it was stated or derived, is no such thing.
 *
 * Ownership: documents_changed_free() frees the list; attachments are borrowed
 *            from the page models.
 * Time:      in proportion to the page models.
 */

#include <libxml/tree.h>

#include "14_compare/trace.h"

enum document_change { DOCUMENT_CHANGED, DOCUMENT_ADDED, DOCUMENT_REMOVED };

struct document_changed {
    enum document_change kind;
    xmlNodePtr attachment;      /* of the new page model, or else of the old */
};

struct documents_changed {
    struct document_changed *list;      /* in their order; those that are no
                                           more at last */
    size_t count;
};

/* Attachments are the same where they are of one kind and about one place
 * (trace.h).  False if memory runs out, with nothing to free. */
bool documents_changed_find(struct documents_changed *changed,
    const struct trace *trace, xmlDocPtr old, xmlDocPtr new);
void documents_changed_free(struct documents_changed *changed);

#endif
