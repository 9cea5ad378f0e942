#ifndef VERIFICATION_H
#define VERIFICATION_H

/*
 * What is behind struct jixiao_verification; for the files of this folder.
 */

#include "10_archive/audit.h"
#include "10_archive/statement.h"
#include "10_archive/store.h"
#include "library/handles.h"

struct jixiao_verification {
    struct store store;
    struct statement *statement;
    struct audit *audit;
};

/* Whether a manifest keeps to its grammar; what differs is found. */
bool manifest_is_valid(struct jixiao *jixiao,
    const struct statement *statement, struct findings *findings);

#endif
