#ifndef SHEET_GROWN_H
#define SHEET_GROWN_H

/*
 * Data that grows value by value, each at a pointer; objects and lists around
 * it are made as the schema has them.  Entries of a list are named by any step
 * and stand in the order in which they came, so that a pointer need not know
 * the number that an entry will have.
 *
 * Ownership: grown_finish() gives the caller the tree, for cJSON_Delete();
 *            grown_free() frees what else there is.
 * Errors:    running out of memory is sticky: `failed`.
 */

#include <cjson/cJSON.h>
#include <stdbool.h>

#include "0_base/buffer.h"
#include "0_base/id_map.h"
#include "2_schema/schema.h"

struct grown {
    const struct schema *schema;
    cJSON *root;
    struct id_map known;        /* children, by what is around them, and name */
    cJSON **children;
    size_t room;
    bool failed;
};

/* The schema of what is at a pointer; NULL where the edition has no such
 * place. */
const struct schema_node *grown_node(struct grown *grown,
    const char *pointer);

/* What is at a pointer, or NULL. */
cJSON *grown_find(const struct grown *grown, const char *pointer);

/* Makes an object or a list be there; NULL where there is no such place, or a
 * value. */
cJSON *grown_touch(struct grown *grown, const char *pointer);

/* Puts a value, which is taken, where there is none; where there is one it is
 * freed, and false is returned unless that is the same. */
bool grown_put(struct grown *grown, const char *pointer, cJSON *value);

/* A number by its digits; NULL if memory runs out. */
cJSON *grown_number(struct grown *grown, const char *digits);
cJSON *grown_string(struct grown *grown, const char *text);

/* Calls for each value, with its pointer as JSON has it. */
typedef void grown_visitor(void *user, const cJSON *value,
    const char *pointer);
void grown_visit(struct grown *grown, grown_visitor *visit, void *user);

/* The tree, which is there even where nothing has grown; NULL if memory ran
 * out. */
cJSON *grown_finish(struct grown *grown);
void grown_free(struct grown *grown);

#endif
