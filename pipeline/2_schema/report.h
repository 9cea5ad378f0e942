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
    const struct schema_node *branch;   /* of node, that the value means */
    size_t index;                       /* among the entries of a list */
    struct step *up;                    /* NULL: the root */

    /* Which members of `listed` an object states, once somebody asks: it may
     * have a million members. */
    const struct schema_node *listed;
    bool *stated;
};

/* Whether the k-th member of a node is not stated by the step's object. */
bool step_lacks(struct run *run, struct step *step,
    const struct schema_node *node, size_t k);

/* Adds the finding of one fault of the step's value, whose pointer is given;
 * it comes back as it was. */
void sentence_add(struct run *run, const struct fault *fault,
    struct step *step, struct buffer *pointer);

#endif
