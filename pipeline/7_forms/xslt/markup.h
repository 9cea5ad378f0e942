#ifndef MARKUP_H
#define MARKUP_H

/*
 * What is constant in a literal element, written out as XML when the stylesheet
 * is compiled: its name, its attributes, and, where all of it is, the whole.
 */

#include "7_forms/xslt/program.h"

/* Of an element whose attributes and content are compiled. */
void markup_note(struct instruction *element, struct pool *pool);

#endif
