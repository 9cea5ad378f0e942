#ifndef ALIGN_H
#define ALIGN_H

/*
 * What two sequences have in common, in order.
 *
 * Way:   what both begin and end with; then the longest common subsequence
 *        (Myers 1986) where they differ in no more than ALIGN_DIFFERENCES
 *        elements.  Where they differ in more, what stands once in each of
 *        them is matched first (patience), then what lies between.
 * Time:  in proportion to the lengths, for the differences are limited.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ALIGN_DIFFERENCES 200
#define ALIGN_NONE SIZE_MAX

/*
 * Elements are the same where their keys are.  partners has old_count places,
 * and gets for each old element the number of the new one that it is, growing,
 * or ALIGN_NONE.  False if memory runs out.
 */
bool align(const uint64_t *old, size_t old_count, const uint64_t *new,
    size_t new_count, size_t *partners);

/* Pairs those of the elements without a partner that stand on both sides, in
 * whatever order.  False if memory runs out. */
bool align_moved(const uint64_t *old, size_t old_count, const uint64_t *new,
    size_t new_count, size_t *partners);

#endif
