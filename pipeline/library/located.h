#ifndef LOCATED_H
#define LOCATED_H

/*
 * Where findings are that know but the pointer of a value: those of formats,
 * which see the page model alone.
 */

#include "library/handles.h"

/* Gives each its line, or its cell of a workbook, its attachment and its place
 * in words. */
void locate_findings(const struct jixiao_set *set, struct findings *findings);

#endif
