#ifndef TARGET_H
#define TARGET_H

/*
 * Where a JSON Pointer leads in data and its schema, also where the data states
 * nothing there.
 */

#include <cjson/cJSON.h>

#include "1_read/json.h"
#include "2_schema/schema.h"

struct target {
    const char *pointer;        /* borrowed */
    const struct schema_node *node;     /* by the branch that its value has;
                                   NULL: the schema has no such place */
    const struct schema_node *around;   /* of the object or list it is in */
    const char *name;           /* the last step of the pointer */
    const cJSON *value;         /* NULL: not stated */
    const cJSON *holder;        /* the nearest stated value around it */
    const struct schema_node *holder_node;
    const char *path;           /* from the holder on: a/b, as pointers have
                                   it */
    bool in_list;               /* it is an entry */
    size_t index;               /* its number, where it is one */
};

/* False where memory runs out, or the pointer is none. */
bool target_find(const struct json *json, const struct schema *schema,
    const char *pointer, struct target *target);

/* Whether the place is a list: as the data has it, or else the schema. */
bool target_is_list(const struct target *target);

/* Appends the first step of a path, as the name that it stands for. */
void target_add_name(const char *path, struct buffer *name);

/* The length of the first step of a path. */
size_t target_step(const char *path);

#endif
