#ifndef SUMMARY_COLUMNS_H
#define SUMMARY_COLUMNS_H

/*
 * Which values of an edition's data stand in the summary of many sets.
 *
 * File:      schemas/<edition>/summary.json, which an edition need not have;
 *            schemas/common/summary.schema.json says what it holds.
 * Ownership: strings are the columns', and live as long.
 */

#include "0_base/arena.h"
#include "0_base/findings.h"
#include "0_base/resources.h"
#include "1_read/json.h"

struct columns_grades {
    const char *rule;           /* whose parameters they are */
    const char *words;          /* the parameter with the grades from the
                                   lowest, a character each */
    const char **least;         /* those with the least figure of the second
                                   grade, and so on */
    size_t count;
};

struct column {
    const char *name, *pointer;
    const char *title;          /* NULL: the label of the value */
    bool is_identity;
    struct columns_grades grades;       /* rule is NULL: the value itself */
};

struct columns {
    struct column *list;
    size_t count;
    const char **names;         /* pointers of what a unit calls itself */
    size_t name_count;
    struct json *json;
    struct arena arena;
};

/* From the file at a path.  Where there is none there are no columns; NULL,
 * with findings, where it cannot be used. */
struct columns *columns_load(const struct resources *resources,
    const char *path, struct findings *findings);
void columns_free(struct columns *columns);             /* NULL is allowed */

#endif
