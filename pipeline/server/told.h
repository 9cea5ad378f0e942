#ifndef SERVER_TOLD_H
#define SERVER_TOLD_H

/*
 * A draft as JSON.  NULL where memory runs out.
 */

#include "jixiao.h"
#include "server/told_list.h"
#include "server/told_tree.h"

enum told_kind { TOLD_ATTACHMENTS, TOLD_LISTS, TOLD_FINDINGS, TOLD_KIND_COUNT };

/* What was told of a draft as it is now, and as it was before the change. */
struct told_states {
    struct told_lists {
        unsigned long revision; /* 0: nothing was told */
        struct told_list all[TOLD_KIND_COUNT];
    } now, before;
};

/* Of the lists only what is other than in the revision that the page knows,
 * where that is the last one or the one before it.  revision: the draft's, as
 * pages are told it. */
cJSON *told_state(struct told_states *states, struct jixiao_draft *draft,
    unsigned long revision, unsigned long known);

void told_states_free(struct told_states *states);

/* A list of {"pointer", "text"}. */
cJSON *told_refused(const struct jixiao_findings *findings);

/* A list of {"pointer", "words"}. */
cJSON *told_understood(const struct jixiao_findings *findings);

/* Findings that have no place in the draft: a list of texts. */
cJSON *told_texts(const struct jixiao_findings *findings);

#endif
