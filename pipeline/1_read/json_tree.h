#ifndef JSON_TREE_H
#define JSON_TREE_H

/*
 * The cJSON tree of a text that scan_text() has found well-formed.
 *
 * Ownership: nodes and strings lie in the arena and are freed with it; cJSON
 *            may read the tree, and must not change or delete it.
 * Numbers:   valuedouble is the nearest that there is, whatever the length of
 *            the literal; valueint of the k-th value is k.
 */

#include <cjson/cJSON.h>

#include "0_base/arena.h"
#include "1_read/scan.h"

/* NULL if memory runs out. */
cJSON *json_tree_build(const char *text, const struct scan *scan,
    struct arena *arena);

#endif
