#ifndef COMPILE_H
#define COMPILE_H

/* What the keywords' compile functions work with. */

#include "2_schema/node.h"

struct compiler {
    struct schema *schema;
    const struct schema_options *options;
    struct findings *findings;
    bool faulty;                        /* something was wrong with a schema */

    /* Nodes made and not compiled yet. */
    struct schema_node **pending;
    size_t pending_count, pending_capacity;
};

/* The node of a schema inside another one's keyword. */
const struct schema_node *compiler_node(struct compiler *compiler,
    const struct schema_node *around, const cJSON *json);

/* count * size bytes that live as long as the schema, zeroed. */
void *compiler_new(struct compiler *compiler, size_t count, size_t size);

/* NULL, with a finding at json, if the pattern is wrong. */
struct regex *compiler_regex(struct compiler *compiler,
    const struct schema_node *node, const cJSON *json, const char *pattern,
    size_t length);

/* The numeral of a keyword's value. */
struct number compiler_number(const struct schema_node *node,
    const cJSON *json);

/* Adds a finding: the keyword json has to be what zh and en say.  Always
 * false. */
bool compiler_wrong(struct compiler *compiler,
    const struct schema_node *node, const cJSON *json, const char *zh,
    const char *en);

/* Puts `count` members in the order of their names; NULL without memory. */
const struct schema_member **compiler_sort(struct compiler *compiler,
    const struct schema_member *members, size_t count);

#endif
