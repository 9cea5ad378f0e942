#ifndef ATTACHMENTS_H
#define ATTACHMENTS_H

/*
 * The attachments of a page model (schemas/common/document.rng).
 */

#include <libxml/tree.h>
#include <stdbool.h>

#include "0_base/buffer.h"
#include "0_base/findings.h"

/*
 * A list names attachments by id or kind, between commas (half or full width)
 * or 、: 附件2,附件4-1.
 */

/* False, with a finding each, where the page model, or else the first
 * attachment of it that does, lacks what the stages after it cannot do without;
 * all that it lacks, jixiao_validate() finds. */
bool attachments_are_complete(xmlDocPtr documents,
    struct findings *findings);

/* False, with a finding each, where names of the list are unknown. */
bool attachments_are_known(xmlDocPtr documents, const char *list,
    struct findings *findings);

bool attachment_is_listed(xmlNodePtr attachment, const char *list);

/* Calls visit with every name of a list until it says true; whether it did. */
typedef bool attachment_visitor(void *user, const char *name, size_t length);
bool attachments_visit(const char *list, attachment_visitor *visit,
    void *user);

/* Appends the names of a list, each between half-width commas, as forms.xsl
 * takes them: ",附件2,附件4-1,". */
void attachments_print(const char *list, struct buffer *out);

/* Leave in only those that the list names. */
void attachments_select(xmlDocPtr documents, const char *list);

/* A page model of one attachment alone, which the caller frees. */
xmlDocPtr attachment_alone(xmlNodePtr attachment);

#endif
