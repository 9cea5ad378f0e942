#ifndef COMPARED_H
#define COMPARED_H

/*
 * What is behind struct jixiao_comparison; for the files of this folder.
 */

#include "14_compare/compare.h"
#include "14_compare/facts.h"
#include "library/handles.h"

struct jixiao_comparison {
    const struct jixiao_set *old, *new;
    struct comparison *comparison;
    struct facts *facts;
};

#endif
