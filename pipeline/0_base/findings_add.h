#ifndef FINDINGS_ADD_H
#define FINDINGS_ADD_H

/* Findings whose sentences say a phrase of the program as the reason. */

#include "0_base/catalogue.h"
#include "0_base/findings.h"
#include "0_base/phrases.h"

/* As findings_add(), about no place, with a {reason}: a phrase between what is
 * the same in both languages. */
void findings_add_reasoned(struct findings *findings, enum catalogue id,
    const char *before, enum phrase reason, const char *behind, ...)
    __attribute__((sentinel));

#endif
