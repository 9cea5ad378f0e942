#ifndef DUPLICATES_H
#define DUPLICATES_H

/* Names that several members of one object have. */

#include <cjson/cJSON.h>
#include <stdbool.h>

#include "0_base/findings.h"
#include "1_read/json.h"

/* A finding for each such name in the values of a text; *repeats is set where
 * there is one.  False if memory runs out. */
bool json_find_duplicates(const struct json *json, cJSON *root,
    bool *repeats, struct findings *findings);

#endif
