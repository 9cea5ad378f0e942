#ifndef JSON_WALK_H
#define JSON_WALK_H

/*
 * The values of a JSON text in document order, each with the way to it.
 *
 * Ownership: values are borrowed; a walk has nothing to be freed.
 */

#include <cjson/cJSON.h>
#include <stddef.h>

#include "0_base/buffer.h"
#include "1_read/json.h"

/* A walk through all values in document order, with the way from the root to
 * the present one. */
struct json_walk {
    cJSON *value;               /* NULL after the last */
    size_t depth;
    struct {
        cJSON *around;
        size_t index;           /* of the child on the way */
    } levels[JSON_DEPTH_LIMIT];
};

/* The way is written as the walk goes. */
void json_walk_begin(struct json_walk *walk, cJSON *root);
void json_walk_on(struct json_walk *walk);

/* Appends the JSON Pointer of the present value. */
void json_walk_print(const struct json_walk *walk, struct buffer *pointer);

#endif
