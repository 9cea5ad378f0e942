#ifndef REBUILD_H
#define REBUILD_H

/*
 * The files of an archive made again, from the data and the rules in it.
 */

#include "library/handles.h"
#include "library/verification.h"

/*
 * Makes all files but those that are given in memory, the record and the
 * manifest among them, with the archive's own rules and options, and compares
 * each byte; jixiao says where fonts are.  Only for an archive that is whole.
 * What differs though program and fonts are the same is an error; what differs
 * with others is named, and the digests hold.
 */
void rebuild(struct jixiao *jixiao, struct jixiao_verification *verification,
    struct findings *findings);

#endif
