#ifndef COMPARED_H
#define COMPARED_H

/*
 * What is behind struct jixiao_comparison; for the files of this folder.
 */

#include "14_compare/compare.h"
#include "14_compare/documents_changed.h"
#include "14_compare/facts.h"
#include "14_compare/findings_changed.h"
#include "library/handles.h"
#include "library/reports/comparison.h"

struct jixiao_comparison {
    const struct jixiao_set *old, *new;
    struct comparison *comparison;
    struct facts *facts;

    /* Of a build alone (correction.h). */
    bool is_of_build;
    struct documents_changed documents;
    struct findings_changed findings;
    const char *only;           /* of the attachments made; NULL: all */
};

/* The same, as reports read it. */
struct compared compared_of(const struct jixiao_comparison *comparison);

#endif
