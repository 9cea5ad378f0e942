#ifndef MISTAKE_H
#define MISTAKE_H

/*
 * Say what is wrong with a text that is no JSON, as a person would see it.
 *
 * A scanner's fault only says what the grammar expected where.  Most faults
 * are one of a few slips (a comma too many, a Chinese comma, a unit behind a
 * number): this looks around the fault for them.  Reading goes on behind it.
 */

#include <stddef.h>

#include "0_base/findings.h"
#include "1_read/scan.h"

/* Adds the faults of a NUL-terminated text that scan_text() refuses: one for
 * each wrong member or entry, as far as they can be told apart, and 20 at
 * most. */
void mistakes_report(const char *text, size_t length,
    struct findings *findings);

#endif
