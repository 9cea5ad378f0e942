#ifndef SUMMARY_IDENTITY_H
#define SUMMARY_IDENTITY_H

/* Who filed data that has no shape to go on with: the values that tell one set
 * from another, which it may state as they should be all the same. */

#include "15_summary/record_make.h"

/* Adds those of source->json at whose places nothing was found. */
void identity_add(struct record *record, const struct record_source *source);

#endif
