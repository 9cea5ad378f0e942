#ifndef PULL_LEFT_OUT_H
#define PULL_LEFT_OUT_H

/*
 * What of a returned file is not compared: values that the data does not have,
 * what has no words, comments.  Findings.
 */

#include "13_pull/placed.h"
#include "13_pull/reading.h"

/* Of whose file they tell, and where what it has is. */
struct left_out {
    const struct returned *returned;
    const struct reading *reading;      /* NULL: it was not read */
    const struct line_places *places;   /* of its words */
    struct placed_list *placed;
    struct findings *findings;
};

void left_out_report(const struct left_out *left);
void left_out_list_comments(const struct left_out *left);

#endif
