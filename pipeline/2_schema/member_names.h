#ifndef MEMBER_NAMES_H
#define MEMBER_NAMES_H

/*
 * The names that members of data may have by a schema, wherever they stand:
 * those of `properties`, of all schemas that it refers to.
 *
 * Ownership: the names are borrowed from the schema.
 */

#include <stdbool.h>
#include <stddef.h>

#include "2_schema/schema.h"

struct member_names;

/* NULL if memory runs out. */
struct member_names *member_names_new(const struct schema *schema);
void member_names_free(struct member_names *names);

bool member_names_have(const struct member_names *names, const char *name,
    size_t length);

/* Whether the members of an object of that name may have names of their own
 * (`patternProperties`, `additionalProperties`). */
bool member_names_are_free(const struct member_names *names,
    const char *parent, size_t length);

/* The name that is most like it; NULL where none is. */
const char *member_names_nearest(const struct member_names *names,
    const char *name, size_t length);

#endif
