#ifndef MEANT_H
#define MEANT_H

/* Which member of an object somebody meant by a name that it may not have:
 * one that is spelt or called nearly the same or, where there is none, whose
 * title holds the name (单位: 填报单位) or stands in it. */

#include "2_schema/report/step.h"

/* A member that nothing names, beside one that is missing and meant by it, is
 * that one: the two are one fault.  The faults of a pass are in order; the
 * one that is missing loses its name. */
void meant_pair(struct pass *run, struct fault *unknown);

/* Gives a fault the name of the member that is meant, if one is: of those that
 * the object lacks or, spelt nearly the same, one that it states. */
void meant_find(struct pass *run, struct fault *unknown, struct step *object);

/* Whether a name or the title of its node holds the other name or stands in
 * it, where both are more than one character. */
bool meant_holds(const char *word, const char *name,
    const struct schema_node *node);

#endif
