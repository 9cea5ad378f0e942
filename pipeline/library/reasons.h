#ifndef REASONS_H
#define REASONS_H

/*
 * The reasons that new data gives for its corrections: entries of the list
 * `corrections`, with the pointer of what was corrected, into the new data or
 * for what is no more into the old, and the reason, which a notice prints.
 */

#include "library/compared.h"

/* Finds those that no notice prints: whose pointer leads nowhere in either
 * data, or to where nothing was stated otherwise.  False, with a finding, where
 * memory runs out. */
bool reasons_check(const struct jixiao_comparison *comparison,
    struct findings *findings);

#endif
