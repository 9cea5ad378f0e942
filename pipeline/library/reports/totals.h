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
#include "library/reports/groups.h"
#include "library/reports/reports.h"
#include "library/reports/text_rows.h"

struct total {
    char *code, *title;         /* in the language of the report */
    enum level level;
    size_t places, files;       /* files that it is found in */
};

struct totals {
    struct total *list;         /* as they first came */
    size_t count, room;
    struct id_map ids;          /* code and level to its number */
    size_t files[LEVEL_COUNT];  /* by the worst level open in each */
    size_t file_count, answered;
    bool failed;
};

#define TOTALS_EMPTY {0}

/* Adds a file with its open findings by group; titles are those of its
 * rules. */
void totals_add(struct totals *totals, const struct report_file *file,
    const struct groups *groups, enum language language);

/* In the order of weight.h; nothing is added behind. */
void totals_print(struct totals *totals, const struct text_table *table);

void totals_free(struct totals *totals);

#endif
