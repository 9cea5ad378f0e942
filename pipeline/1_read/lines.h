#ifndef LINES_H
#define LINES_H

/*
 * The lines of a file that findings are about, kept with them: the file may be
 * gone, or be another one, once they are shown.
 */

#include "1_read/place.h"

/* Fills in those of the findings about the present file that have a place and
 * no line yet; nothing where findings_keeps_lines() says so.  Takes the same
 * time for a finding however long the text and its lines are. */
void lines_keep(const struct places *places, struct findings *findings);

#endif
