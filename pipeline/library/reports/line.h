#ifndef LINE_H
#define LINE_H

/*
 * A finding as a line of text.  What is not seen in data or in the names of
 * files is shown by its name, so that none of it reaches a terminal.
 */

#include <stdbool.h>
#include <stdio.h>

#include "0_base/findings.h"

struct line_style {
    enum language language;
    bool coloured;              /* with the control sequences of ECMA-48 */
};

/* file:line:column: level code: where: sentence [pointer] */
void line_print(const struct finding *finding, struct line_style style,
    FILE *out);

/* One more place of what has been told by the same rule: the value there, or,
 * where the sentence is another one, what that says is wrong, and what to do
 * where that is another thing.  The whole line where the level is another.
 * file:line:column: likewise code: where: found [pointer] */
void line_print_likewise(const struct finding *finding,
    const struct finding *told, struct line_style style, FILE *out);

/* A text in the colour of a level, and the level's name in it. */
void line_print_coloured(enum level level, const char *text,
    struct line_style style, FILE *out);
void line_print_level(enum level level, struct line_style style, FILE *out);

void line_print_text(const char *text, enum language language, FILE *out);

#endif
