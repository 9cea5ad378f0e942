#ifndef JIXIAO_STAGES_H
#define JIXIAO_STAGES_H

/* What is between the stages. */

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/* submission.xml (schemas/common/submission.rng); freed with free(). */
JIXIAO_API char *jixiao_print_submission(const struct jixiao_set *set,
    size_t *length, struct jixiao_findings *findings);

/*
 * document.xml (schemas/common/document.rng) of the attachments that only
 * names: ids or kinds joined by commas, such as 附件2,附件4-1; NULL for all.
 * Freed with free().  NULL where a stylesheet fails or a name is unknown.
 */
JIXIAO_API char *jixiao_print_document(const struct jixiao_set *set,
    const char *only, size_t *length, struct jixiao_findings *findings);

/* Checks both of a set against their grammars, and what formulas and rules give
 * against what libxml2 makes of them; what differs is findings. */
JIXIAO_API bool jixiao_verify(struct jixiao *jixiao,
    const struct jixiao_set *set, struct jixiao_findings *findings);

#ifdef __cplusplus
}
#endif

#endif
