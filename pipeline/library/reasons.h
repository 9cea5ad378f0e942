#ifndef LIBRARY_REASONS_H
#define LIBRARY_REASONS_H

/*
 * The reasons that new data gives for its corrections: entries of the list
 * `corrections`, with the pointer of what was corrected, into the new data or
 * for what is no more into the old, and the reason, which a notice prints.
 */

#include "library/compared.h"

/* Finds those that the notice, a page model, does not print, and why it does
 * not: a reason is printed as the value that it is.  NULL: there is no notice.
 * False, with a finding, where memory runs out. */
bool reasons_check(const struct jixiao_comparison *comparison,
    xmlDocPtr notice, struct findings *findings);

#endif
