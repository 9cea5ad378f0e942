#ifndef TEXT_EQUATION_H
#define TEXT_EQUATION_H

/* Sums written as such, a+b=c. */

#include "6_rules/text/statements.h"

/* Adds what is wrong with the sum whose result is figure k: "30+30=60≠90".  A
 * part without a unit has that of the result. */
void text_check_equation(const struct text_statement *statement, size_t k,
    struct buffer *found);

#endif
