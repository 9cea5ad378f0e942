#ifndef EXTENT_H
#define EXTENT_H

/*
 * Lengths on paper: thousandths of a point (1/72 inch), whole numbers, so that
 * all machines come to the same bytes.
 */

#include <stdint.h>

#include "0_base/buffer.h"

typedef int32_t extent;

#define EXTENT_POINT 1000               /* one point */
#define EXTENT_MAX 14400000             /* 200 inches: no page is larger */
#define EXTENT_EM 1000                  /* an em, in the unit of faces */

/* A part of an em in the thousandths that faces use. */
static inline extent extent_of_em(int thousandths, extent size)
{
    int64_t product = (int64_t)thousandths * size;

    return (extent)((product + (product < 0 ? -500 : 500))
        / EXTENT_EM);
}

/* Thousandths as whole ones with at most three decimals. */
void extent_add(struct buffer *out, extent thousandths);

#endif
