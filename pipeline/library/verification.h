#ifndef VERIFICATION_H
#define VERIFICATION_H

/*
 * What is behind struct jixiao_verification; for the files of this folder.
 */

#include "10_archive/audit.h"
#include "10_archive/statement.h"
#include "10_archive/store.h"

struct jixiao_verification {
    struct store store;
    struct statement *statement;
    struct audit *audit;
};

#endif
