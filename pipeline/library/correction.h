#ifndef CORRECTION_H
#define CORRECTION_H

/*
 * What a set that is about to be written changes of the one that is there
 * (本次更正): what was stated otherwise and what follows, which attachments
 * say something else, and which findings went and came.
 *
 * Which:     a set is compared with the data that the set in the folder was
 *            made of, or, where this says the same, with what that was compared
 *            with: so a correction is told until the next one, and data that
 *            is built again gives the same bytes.
 * Ownership: correction_free() frees what correction_find() has made.
 */

#include "jixiao.h"
#include "library/handles.h"

struct correction_source {
    struct jixiao *jixiao;
    const struct jixiao_set *set;
    const struct jixiao_build *build;
    const char *folder;                 /* of the set */
    xmlDocPtr documents;                /* the set's page model */
    const struct findings *findings;    /* of the set, sorted */
};

struct correction {
    xmlDocPtr tree;             /* the changes of schemas/common/set.rng; NULL:
                                   there is nothing to tell */
    struct buffer former;       /* then the data that was corrected */
};

/* Calls the visitor of the build where there is something new to tell, with a
 * hint where the unit's name was corrected.  Where that cannot be told, there
 * is nothing, with a hint.  False, with a finding, where the set that is there
 * is another unit's or period's, and the build is not one that overwrites: it
 * may not be replaced. */
bool correction_find(struct correction *correction,
    const struct correction_source *source, struct findings *findings);
void correction_free(struct correction *correction);

#endif
