#ifndef DRAFT_FORMS_H
#define DRAFT_FORMS_H

/*
 * What a set prints, and where: its attachments as they are filled in, and
 * behind them, as one more, what it may state and no form prints.  A set is
 * outlined whenever it has changed; an attachment is laid out when it is asked
 * for.
 */

#include "library/drafting.h"

/* A stylesheet of the page; NULL with findings. */
const struct stylesheet *draft_sheet(struct jixiao_draft *draft,
    enum draft_sheet sheet, struct findings *findings);

/* Of a set that is to be the draft's, with the form that was asked for last
 * where there is still one.  False with findings. */
bool draft_forms_make(struct jixiao_draft *draft, const struct jixiao_set *set,
    struct draft_forms *forms, struct findings *findings);

void draft_forms_free(struct draft_forms *forms);

/* The page model of an attachment, by its id, alone: borrowed until the next
 * one is asked for.  NULL, with findings where something is wrong, and without
 * where there is no such attachment. */
xmlDocPtr draft_form(struct jixiao_draft *draft, const char *id,
    struct findings *findings);

#endif
