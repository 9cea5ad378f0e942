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

/* Whether anything is in a folder; what is stands behind it in the list. */
static bool has_any_below(const struct store *store, size_t number)
{
    const char *folder = store->list[number].path;
    size_t length = strlen(folder);
    size_t first = number + 1, end = store->count;

    while (first < end) {
        size_t middle = first + (end - first) / 2;
        const char *path = store->list[middle].path;
        int order = strncmp(path, folder, length);
        if (order == 0)
            order = (unsigned char)path[length] - '/';
        if (order == 0)
            return true;
        if (order < 0)
            first = middle + 1;
        else
            end = middle;
    }
    return false;
}

static void drop_filled_folders(struct store *store)
{
    size_t kept = 0;

    for (size_t k = 0; k < store->count; k++)
        if (store->list[k].kind == STORED_FOLDER && has_any_below(store, k))
            free(store->list[k].path);
        else
            store->list[kept++] = store->list[k];
    store->count = kept;
}

bool store_sort(struct store *store, struct findings *findings)
{
    if (store->count)
        qsort(store->list, store->count, sizeof *store->list, compare_paths);
    if (!is_without_twins(store, findings))
        return false;
    drop_filled_folders(store);
    return true;
}
