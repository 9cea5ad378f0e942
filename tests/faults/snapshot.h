#ifndef SNAPSHOT_H
#define SNAPSHOT_H

/* The names and bytes of the files in a folder, as numbers to compare. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* Of the bytes that are left in an open file. */
uint64_t hash_of(FILE *file);

#define SNAPSHOT_FILES_MAX 1000

struct snapshot {
    uint64_t files[SNAPSHOT_FILES_MAX];   /* each of a path and its bytes */
    uint64_t names[SNAPSHOT_FILES_MAX];   /* each of a path */
    size_t count;
    uint64_t sum;                       /* of all, whatever their order */
};

/* Hidden ones and the journal, which a killed program may leave behind, are
 * left out where hidden is false. */
void snapshot_take(struct snapshot *snapshot, const char *path, bool hidden);

/* Is every file of this one also in a or in b? */
bool snapshot_is_within(const struct snapshot *snapshot,
    const struct snapshot *a, const struct snapshot *b);

/* Does this one have all names that both a and b have? */
bool snapshot_has_names(const struct snapshot *snapshot,
    const struct snapshot *a, const struct snapshot *b);

#endif
