#ifndef DRAFT_SHOWN_H
#define DRAFT_SHOWN_H

/* Which attachment of a draft shows what each finding is about. */

#include "library/drafting.h"

/* For all findings of the draft; false where memory runs out. */
bool draft_show_findings(struct jixiao_draft *draft);

#endif
