#ifndef CORRECTION_H
#define CORRECTION_H

/* What a set that is about to be written changes of the one that is there. */

#include "0_base/findings.h"
#include "jixiao.h"

struct correction {
    struct jixiao *jixiao;
    const struct jixiao_set *set;
    const struct jixiao_build *build;   /* its visitor is there */
    const char *folder;                 /* of the set */
};

/* Calls the visitor where the folder keeps data that says something else.
 * False, with a finding, where memory runs out. */
bool correction_tell(const struct correction *correction,
    struct findings *findings);

#endif
