#ifndef REBUILDING_H
#define REBUILDING_H

/*
 * An archive that is made again: rebuild.c reads what it brings and says what
 * came of it, rebuild_compare.c makes and compares.
 */

#include "library/made.h"
#include "library/verification.h"

struct rebuilding {
    struct jixiao_verification *verification;
    struct findings *findings;  /* of the archive */
    struct findings *found;     /* in its data */
    struct jixiao *jixiao;      /* with the rules of the archive */
    struct jixiao_set *set, *previous;
    struct jixiao_rule_change *changes;
    struct buffer differing;    /* names of files that are others now */
    struct buffer fonts;        /* names of fonts that are */
    size_t same;
    bool failed;                /* memory ran out */
};

/* A made_visitor; user is a struct rebuilding.  False with what is found in the
 * data where the archive cannot be made of its files. */
bool rebuilding_compare(void *user, const struct made *made);

#endif
