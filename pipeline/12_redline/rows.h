#ifndef ROWS_H
#define ROWS_H

/*
 * The rows of a table's part, a head or a body.
 *
 * A row is the same on both sides where its cells have the same places and
 * widths and print the same values.  What a cell says stands where it begins:
 * in the row that has it in its own version, so that a row that goes takes
 * nothing of the other version away, and no cell is merged across rows that
 * one of the versions does not have the beginning of.
 */

#include "12_redline/merging.h"

/* Adds the rows of two parts, either of which may be NULL, to out. */
void merging_rows(struct merging *merging, xmlNodePtr out, xmlNodePtr old,
    xmlNodePtr new, size_t columns);

#endif
