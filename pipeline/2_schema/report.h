#ifndef REPORT_H
#define REPORT_H

/* From faults to findings: report.c chooses and finds names, sentences.c
 * puts into words. */

#include "2_schema/run.h"
#include "2_schema/words.h"

/* A value on the way from the root to a fault, and what the schema says of
 * it. */
struct step {
    const cJSON *value;
    const struct schema_node *node;     /* NULL where nothing names it */
    size_t index;                       /* among the entries of a list */
    const struct step *up;              /* NULL: the root */
};

/* Adds the finding of one fault of the step's value, whose pointer is given;
 * it comes back as it was. */
void sentence_add(struct run *run, const struct fault *fault,
    const struct step *step, struct buffer *pointer);

#endif
