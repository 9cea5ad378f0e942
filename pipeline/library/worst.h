#ifndef WORST_H
#define WORST_H

#include "0_base/findings.h"

/* The first finding of the worst level, which says why nothing came of
 * something; NULL where there is none. */
const struct finding *worst_finding(const struct findings *findings);

#endif
