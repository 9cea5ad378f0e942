#ifndef DRAFT_LISTS_H
#define DRAFT_LISTS_H

/* The lists of a draft's data, also those that it does not state. */

#include "library/drafting.h"

/* False where memory runs out. */
bool draft_list_all(struct jixiao_draft *draft);

#endif
