#ifndef SHARD_H
#define SHARD_H

/*
 * A part of a run, "2/8": the second of eight.
 *
 * Which part a file belongs to hangs on its path alone, as it is below the
 * folder that was named, or as it is named itself: on every machine, wherever
 * the folder is mounted there, and whatever other files come and go, each file
 * belongs to one part.
 */

#include <stdbool.h>
#include <stddef.h>

struct shard {
    size_t number, count;       /* from 1; count 0: all is one part */
};

#define SHARDS_MAX 100000

/* False where the text is no "I/N" with 1 <= I <= N <= SHARDS_MAX. */
bool shard_parse(const char *text, struct shard *shard);

bool shard_has(const struct shard *shard, const char *path);

#endif
