#ifndef MEMBERS_H
#define MEMBERS_H

/*
 * The children of arrays and objects that have many, found in the same time
 * however many there are; for json.c and pointer.c.
 */

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>

#include "0_base/id_map.h"

/* Fewer children are not indexed, but looked through. */
#define MEMBERS_MANY 16

struct members {
    struct id_map keys;         /* of the children */
    const cJSON **values;       /* by the numbers of these */
    size_t room;
};

/* Indexes the children of a value that has many; valueint is its number.
 * False if memory runs out. */
bool members_add(struct members *members, const cJSON *around);

/* The child with that number, from 0, or the first one called like that, of a
 * value that has many; NULL for none.  A name ends where it has a \u0000. */
const cJSON *members_at(const struct members *members, const cJSON *around,
    size_t index);
const cJSON *members_called(const struct members *members,
    const cJSON *around, const char *name, size_t length);

void members_free(struct members *members);

struct json;
const struct members *json_members(const struct json *json);

#endif
