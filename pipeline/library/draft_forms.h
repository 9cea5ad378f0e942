#ifndef DRAFT_FORMS_H
#define DRAFT_FORMS_H

/*
 * What a set prints, and where: its attachments as they are filled in, and
 * behind them, as one more, what it may state and no form prints.
 */

#include "library/drafting.h"

struct draft_forms {
    xmlDocPtr documents;        /* NULL: there are none */
    struct attachment_index index;
};

/* False with findings. */
bool draft_forms_make(struct jixiao_draft *draft, const struct jixiao_set *set,
    struct draft_forms *forms, struct findings *findings);

void draft_forms_free(struct draft_forms *forms);

#endif
