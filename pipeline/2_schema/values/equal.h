#ifndef EQUAL_H
#define EQUAL_H

/* Equality of JSON values as JSON Schema means it (core, 4.2.2): numbers by
 * their value, objects whatever the order of their members. */

#include <stdbool.h>
#include <stdint.h>

#include "1_read/json.h"

bool json_equals(const struct json *a_json, const cJSON *a,
    const struct json *b_json, const cJSON *b);

/* Equal values have equal hashes. */
uint64_t json_hash(const struct json *json, const cJSON *value);

#endif
