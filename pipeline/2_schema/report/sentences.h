#ifndef SENTENCES_H
#define SENTENCES_H

/*
 * A sentence about a fault, in the making: what stands in the placeholders of
 * a row of the catalogue.  The table of sentences.c has the row and the
 * function of each kind of fault.
 */

#include "2_schema/report/step.h"

struct fault_sentence {
    struct pass *run;
    const struct fault *fault;
    struct step *step;                  /* of the fault's value */
    enum catalogue id;
    struct words label, stated, allowed, hint;
    const char *member;                 /* to be added to the pointer */
    struct place place;
};

/* Adds to the hint that null is for a blank, where the schema lets it in. */
void fault_hint_null(struct fault_sentence *s);

/* Adds the value of the keyword to what is allowed. */
void fault_add_limit(struct fault_sentence *s);

/* What is said of a kind of fault: sentence_values.c */
void fault_fill_type(struct fault_sentence *s);
void fault_fill_value_type(struct fault_sentence *s);

/* The same: sentence_members.c */
void fault_fill_required(struct fault_sentence *s);
void fault_fill_dependent(struct fault_sentence *s);
void fault_fill_unknown(struct fault_sentence *s);
void fault_fill_name(struct fault_sentence *s);

#endif
