/* Parts of a run, told apart by a hash of the path. */

#include "batch/shard.h"

#include <stdint.h>
#include <string.h>

#include "batch/figures.h"

bool shard_parse(const char *text, struct shard *shard)
{
    const char *stroke = strchr(text, '/');

    return stroke && figures_read(stroke + 1, strlen(stroke + 1), 1,
            SHARDS_MAX, &shard->count)
        && figures_read(text, (size_t)(stroke - text), 1, shard->count,
            &shard->number);
}

/* FNV-1a of 64 bits, its halves folded: the same on every machine. */
static uint64_t hash(const char *text)
{
    uint64_t value = 0xCBF29CE484222325u;

    for (; *text; text++)
        value = (value ^ (unsigned char)*text) * 0x100000001B3u;
    return value ^ value >> 32;
}

bool shard_has(const struct shard *shard, const char *path)
{
    return shard->count == 0
        || hash(path) % shard->count == shard->number - 1;
}
