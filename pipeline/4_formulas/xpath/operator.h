#ifndef OPERATOR_H
#define OPERATOR_H

/* Operators and constants as expressions. */

#include "4_formulas/xpath/xpath.h"

struct expr *operator_call(struct pool *pool, enum operator operator,
    const struct expr *a, const struct expr *b);
bool operator_is(const struct expr *expr, enum operator operator);
struct expr *operator_negate(struct pool *pool, const struct expr *a);
struct expr *operator_number(struct pool *pool, double value);
struct expr *operator_literal(struct pool *pool, struct text text);

#endif
