#ifndef MERGING_BLOCKS_H
#define MERGING_BLOCKS_H

/* The blocks of an attachment, in two versions. */

#include "12_redline/merging.h"

/* Adds what is in two attachments to out; one of them may be NULL, and all of
 * the other is marked then. */
void merging_attachment(struct merging *merging, xmlNodePtr out,
    xmlNodePtr old, xmlNodePtr new);

#endif
