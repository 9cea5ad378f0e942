/*
 * A sorted list of codes and pointers.
 */

#include "library/found.h"

#include <stdlib.h>
#include <string.h>

struct entry {
    char *code, *pointer;
};

struct found {
    size_t count;
    struct entry list[];
};

static int compare(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;
    int order = strcmp(a->pointer, b->pointer);

    return order ? order : strcmp(a->code, b->code);
}

static bool copy(struct entry *entry, const struct finding *finding)
{
    entry->code = strdup(finding->code);
    entry->pointer = strdup(finding->pointer ? finding->pointer : "");
    return entry->code && entry->pointer;
}

struct found *found_new(const struct findings *findings)
{
    size_t count = findings_count(findings);
    struct found *found = calloc(1,
        sizeof *found + count * sizeof *found->list);
    bool good = found != NULL;

    for (size_t k = 0; good && k < count; k++)
        good = copy(&found->list[found->count++], findings_get(findings, k));
    if (!good) {
        found_free(found);
        return NULL;
    }
    if (count)
        qsort(found->list, count, sizeof *found->list, compare);
    return found;
}

void found_free(struct found *found)
{
    for (size_t k = 0; found && k < found->count; k++) {
        free(found->list[k].code);
        free(found->list[k].pointer);
    }
    free(found);
}

bool found_has(const struct found *found, const struct finding *finding)
{
    struct entry key = { (char *)finding->code,
        (char *)(finding->pointer ? finding->pointer : "") };

    return found->count && bsearch(&key, found->list, found->count,
        sizeof *found->list, compare);
}
