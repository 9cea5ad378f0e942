#ifndef GIVEN_H
#define GIVEN_H

/*
 * Attributes of elements, each with those before it, which are made once where
 * several elements have the same; for the files that make and change them.
 *
 * Ownership: all of it is the memory's; NULL if that runs out.
 */

#include <string.h>

#include "3_transform/own_element.h"

/* The attributes before, and one more. */
typedef const struct given *given_maker(struct memory *memory,
    const struct given *before, const char *name, const char *value);

given_maker given_lasting;      /* whose value lasts as long as the tree */
given_maker given_copied;       /* whose value is copied */

/* The same attributes, but that `old` has another value. */
const struct given *given_replace(struct memory *memory,
    const struct given *last, const struct given *old, given_maker *new_one,
    const char *value);

/* The state that has a name, as state_name() gives it. */
enum state given_state(const char *name);

static inline bool given_is_state(const char *name)
{
    return name[0] == 's' && strcmp(name, "state") == 0;
}

/* Names may share a bit; those that are asked for most do not. */
static inline uint32_t given_name_bit(const char *name)
{
    unsigned first = (unsigned char)name[0];
    unsigned second = first ? (unsigned char)name[1] : 0;

    return UINT32_C(1) << (first * 8 + second * 7) % 32;
}

#endif
