#ifndef ATTACHMENTS_H
#define ATTACHMENTS_H

/*
 * The attachments of a page model (schemas/common/document.rng).
 */

#include <libxml/tree.h>
#include <stdbool.h>

#include "0_base/findings.h"

/*
 * Leave in only those that the list names, ids or kinds joined by commas
 * (half or full width) or 、.  False, with a finding, where a name is unknown.
 */
bool attachments_select(xmlDocPtr documents, const char *only,
    struct findings *findings);

/* A page model of one attachment alone, which the caller frees. */
xmlDocPtr attachment_alone(xmlNodePtr attachment);

#endif
