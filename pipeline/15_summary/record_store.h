#ifndef RECORD_STORE_H
#define RECORD_STORE_H

/*
 * Records of thousands of data files in little memory: what many of them say,
 * such as names, titles and places, is there once.
 */

#include "0_base/id_map.h"
#include "15_summary/record.h"

struct record_store {
    struct arena arena;
    struct id_map ids;          /* of the texts */
    const char **texts;
    size_t room;
};

/* A copy that lasts as long as the store, and is not freed by itself; NULL if
 * memory runs out. */
struct record *record_store_keep(struct record_store *store,
    const struct record *record);

void record_store_free(struct record_store *store);

#endif
