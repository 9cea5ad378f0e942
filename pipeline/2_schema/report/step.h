#ifndef STEP_H
#define STEP_H

/* From faults to findings: report.c chooses and finds names, sentences.c
 * puts into words, with labels.c and listing.c; step.c knows the way. */

#include "0_base/nearest.h"
#include "2_schema/check/check.h"
#include "2_schema/report/words.h"

/* A value on the way from the root to a fault, and what the schema says of
 * it. */
struct step {
    const cJSON *value;
    const struct schema_node *node;     /* NULL where nothing names it */
    const struct schema_node *branch;   /* of node, that the value means */
    size_t index;                       /* among the entries of a list */
    const char *key;                    /* what names the entry (x-key) */
    struct step *up;                    /* NULL: the root */

    /* Which members of `listed` an object states, once somebody asks: it may
     * have a million members. */
    const struct schema_node *listed;
    bool *stated;
};

/* The schema that names the members of an object with an unknown one. */
const struct schema_node *step_names(const struct step *object,
    const struct fault *unknown);

/* Whether the k-th member of a node is not stated by the step's object. */
bool step_lacks(struct pass *run, struct step *step,
    const struct schema_node *node, size_t k);

/* What the schema says of a step's value in a keyword; NULL if nothing. */
const char *step_says(const struct step *step, const char *keyword);

/* What to call a step's value: 三公经费的2023年决算数, 数量指标第2项 */
void label_add(struct words *label, const struct step *step);

/* A member by its name and title: “final”（2023年决算数） */
void label_add_member(struct words *words, const char *name,
    const struct schema_node *node);

/* Names or values that a sentence lists before it is cut, and branches in
 * branches that are looked into for them. */
#define LISTED_MAX 12
#define BRANCH_DEPTH_MAX 8

struct listing {
    struct words *words;
    struct nearest nearest;     /* of the values, if there is a word to it */
    size_t count;
    size_t steps;               /* taken to find them */
};

/* Counts one more; whether it may be written down. */
bool listing_next(struct listing *listing);

/* The values that a node lets in, or those of one of its members. */
void listing_add_values(struct listing *listing,
    const struct schema_node *node, const char *member);

/* The members that a node knows: those that its object lacks in a pass, or all
 * where there is no object; where a word is given, of these those whose name
 * or title holds it. */
void listing_add_members(struct listing *listing,
    const struct schema_node *node, struct pass *run, struct step *object,
    const char *word);

/* Says how many there are, if not all have been written down. */
void listing_end(struct listing *listing);

/* Adds what has to be taken away from a text that is a number and more, such
 * as 238.8万元, in a field of the unit; false, with nothing added, for any
 * other text.  numeral.c */
bool numeral_hint(struct words *hint, const struct type_rule *rule,
    const char *unit, const char *text, size_t length);

/* Adds to the hint how a day of the calendar is to be written that a text
 * states in another way: day.c.  Nothing for another text. */
void day_hint(struct words *hint, const char *text, size_t length);

/* Turns the faults of a run into findings: report.c. */
void run_report(struct pass *run);

/* Adds the finding of one fault of the step's value, whose pointer is given;
 * it comes back as it was. */
void fault_tell(struct pass *run, const struct fault *fault,
    struct step *step, struct buffer *pointer);

#endif
