#ifndef LIBRARY_PULLED_H
#define LIBRARY_PULLED_H

/*
 * What came back, as a data file and as a patch of the one that it is for.
 */

#include "library/handles.h"

/* Fills in what a caller gets of such a data file, whose bytes are taken: how
 * many changes its patch makes is their number, for others to change.  False,
 * with a finding, if memory runs out. */
bool pulled_make(const struct jixiao_set *set, struct buffer *data,
    struct jixiao_pulled *pulled, struct findings *findings);

/* Frees what that has filled in, where the caller is not to have it. */
void pulled_free(struct jixiao_pulled *pulled);

#endif
