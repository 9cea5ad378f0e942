#ifndef SHEET_LISTING_PUT_H
#define SHEET_LISTING_PUT_H

/*
 * Lists that were read, in place of those that a data file has.
 */

#include <cjson/cJSON.h>

/* A copy of the data with those lists of read, which is taken, that the object
 * at a pointer has; for cJSON_Delete().  NULL if memory runs out. */
cJSON *listing_put(const cJSON *root, const char *pointer, cJSON *read);

#endif
