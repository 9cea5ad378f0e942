#ifndef JSON_PARTS_H
#define JSON_PARTS_H

/*
 * What a JSON text that was read consists of; for the files that read it and
 * that ask it.
 *
 * Ownership: all of it is the text's, and json_free() frees it.
 */

#include "0_base/arena.h"
#include "1_read/json.h"
#include "1_read/members.h"
#include "1_read/place.h"
#include "1_read/scan.h"

struct json {
    char *text;
    size_t length;
    struct scan scan;
    struct places places;
    struct arena tree;
    cJSON *root;
    struct members members;
    bool repeats;               /* a name, in one object */
};

#endif
