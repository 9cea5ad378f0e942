#ifndef PATCH_FIXTURE_H
#define PATCH_FIXTURE_H

/* JSON Patch (RFC 6902) applied, for tests of those that are written. */

#include <cjson/cJSON.h>
#include <stdbool.h>

/* Changes the tree at *whole, which may be replaced.  False where an operation
 * does not fit, "test" above all. */
bool patch_apply_to(cJSON **whole, const cJSON *patch);

/* A copy that may be changed, which one of cJSON_Duplicate() may not. */
cJSON *patch_copy(const cJSON *value);

/* Puts a value in front of the one with that number. */
bool patch_insert(cJSON *array, int number, cJSON *value);

#endif
