/* The list of what an archive holds, in the order of the paths. */

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "10_archive/store_kinds.h"

bool store_add(struct store *store, const struct stored *stored)
{
    struct stored *list = list_room(store->list, store->count, &store->room,
        sizeof *list);

    if (!list) {
        free(stored->path);
        return false;
    }
    store->list = list;
    list[store->count++] = *stored;
    return true;
}

static int compare_paths(const void *left, const void *right)
{
    return strcmp(((const struct stored *)left)->path,
        ((const struct stored *)right)->path);
}

const struct stored *store_find(const struct store *store, const char *path)
{
    const struct stored key = { .path = (char *)path };

    return store->count ? bsearch(&key, store->list, store->count,
        sizeof key, compare_paths) : NULL;
}

/* A name that a ZIP has twice means two things. */
static bool is_without_twins(const struct store *store,
    struct findings *findings)
{
    for (size_t k = 1; k < store->count; k++) {
        if (compare_paths(&store->list[k - 1], &store->list[k]) != 0)
            continue;
        findings_add(findings, CATALOGUE_ZIP_TWICE, (struct place){ 0, 0 },
            NULL, "name", store->list[k].path, NULL);
        return false;
    }
    return true;
}

bool store_sort(struct store *store, struct findings *findings)
{
    if (store->count)
        qsort(store->list, store->count, sizeof *store->list, compare_paths);
    return is_without_twins(store, findings);
}
