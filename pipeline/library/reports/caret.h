#ifndef CARET_H
#define CARET_H

/*
 * The line of the file that a finding is about, with a caret under the place:
 *
 *        51 |     "final": 3.87,
 *           |              ^
 */

#include "library/reports/line.h"

/* Nothing where the finding has kept no line, or columns is 0.  A line that is
 * wider than these columns is cut to what is around the place.  What is not
 * seen is shown by its name, a tab as four columns unless it is the place. */
void caret_print(const struct finding *finding, struct line_style style,
    size_t columns, FILE *out);

#endif
