#ifndef TAKING_H
#define TAKING_H

/*
 * What differs between a file and what was expected, taken one by one: as an
 * edit, or as a finding that says why not; for pull.c.
 */

#include "13_pull/file_origin.h"
#include "13_pull/page_model.h"
#include "13_pull/placed.h"
#include "13_pull/pull.h"
#include "13_pull/wording.h"

struct taking {
    const struct pull_source *source;
    const struct model *model;
    const struct origin *origin;
    struct edits *edits;
    struct findings *findings;
    const char *file;
    const struct wording *expected;
    struct wording *returned;
    const struct line_places *expected_places, *returned_places;
    struct placed_list *placed;
    const char *text;           /* src of the text whose quoted values are
                                   being looked at; NULL: none is */
    bool failed;                /* memory ran out */
};

/* False if memory runs out. */
bool taking_run(struct taking *taking);

#endif
