#ifndef SUMMARY_ALIKE_H
#define SUMMARY_ALIKE_H

/*
 * Which of many sketches are nearly the same.
 *
 * Way:   sketches that agree in all of some neighbouring classes are
 *        candidates: they are sorted by these, and each is compared with the
 *        first one of its run and the one before it.
 * Time:  n log n; memory in proportion.
 */

#include <stddef.h>

#include "15_summary/sketch.h"

/*
 * To groups[k] the number of the first sketch of the group that the k-th
 * belongs to, its own where it is alone.  share: how alike neighbours of a
 * group are, in percent.  False if memory runs out.
 */
bool alike_group(const struct sketch *const *sketches, size_t count,
    unsigned share, size_t *groups);

#endif
