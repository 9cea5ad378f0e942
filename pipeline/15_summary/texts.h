#ifndef SUMMARY_TEXTS_H
#define SUMMARY_TEXTS_H

/*
 * The texts of a submission, drawn as sketches: what units would have in
 * common had one of them copied from the other.  Figures, marks and what a
 * unit calls itself do not count.
 */

#include "15_summary/record_make.h"

/* Fills in texts and sketch of a record. */
void texts_draw(struct record *record, const struct record_source *source);

#endif
