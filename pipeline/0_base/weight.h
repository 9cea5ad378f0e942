#ifndef WEIGHT_H
#define WEIGHT_H

/* Which findings are told of first where kinds of them are listed. */

#include "0_base/findings.h"

/* Findings of one code and level. */
struct weight {
    enum level level;
    size_t files, places;       /* that they are open in, and at */
    const char *code;
};

/* For qsort(): the worst level first, then what most files have, then what
 * has most places, then by code. */
int weight_compare(const struct weight *a, const struct weight *b);

#endif
