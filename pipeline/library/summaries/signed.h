#ifndef SUMMARIES_SIGNED_H
#define SUMMARIES_SIGNED_H

/*
 * What a circular is signed with: who sends it, and the day as ISO 8601 has
 * it; NULL for what people fill in.
 */

#include <stdbool.h>

struct findings;

/* False, with a finding, where it is no name or no day. */
bool signed_check(const char *sender, const char *date,
    struct findings *findings);

#endif
