#ifndef TOTALS_H
#define TOTALS_H

/*
 * What all files of a run come to, by level and code.
 *
 * Ownership: everything handed in is copied; totals_free() frees it.
 * Errors:    running out of memory is kept in failed.
 */

#include "0_base/findings.h"
#include "0_base/id_map.h"
#include "6_rules/rules.h"
#include "library/reports/groups.h"

struct total {
    char *code, *title;         /* in the language of the report */
    enum level level;
    size_t places, files;       /* files that it is found in */
};

struct totals {
    struct total *list;         /* as they first came */
    size_t count, room;
    struct id_map ids;          /* code and level to its number */
    bool failed;
};

#define TOTALS_EMPTY {0}

/* Adds the open findings of a file by group; titles are those of its rules. */
void totals_add(struct totals *totals, const struct groups *groups,
    const struct rules *rules, enum language language);

/* The worst level first, then what has most places. */
void totals_sort(struct totals *totals);

/* How many places there are of a level. */
size_t totals_of(const struct totals *totals, enum level level);

void totals_free(struct totals *totals);

#endif
