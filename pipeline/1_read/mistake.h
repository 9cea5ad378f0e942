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

/* Adds the faults of a text, NUL-terminated, that scan_text() does not take:
 * one for each member or entry that is wrong, as far as they can be told
 * apart, but not more than anybody mends at once. */
void mistakes_report(const char *text, size_t length,
    struct findings *findings);

#endif
