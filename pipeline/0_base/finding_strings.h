#ifndef FINDING_STRINGS_H
#define FINDING_STRINGS_H

/* The strings of a finding, but for the name of its file, to be copied, let go
 * or packed one like the other. */

#include "0_base/findings.h"

#define FINDING_STRING_COUNT 14

void finding_strings(struct finding *finding,
    const char **strings[FINDING_STRING_COUNT]);

#endif
