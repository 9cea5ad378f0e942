/* Numbers for keys, in a hash with open addressing. */

#include "0_base/id_map.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"

#define ROOM_MIN 64
#define GROWTH 4                /* fewer moves of all entries than by 2 */

struct id_entry {
    uint64_t key;
    uint32_t number;            /* id + 1; 0 where the entry is free */
};

/* The finaliser of splitmix64: every bit of the key counts. */
static uint64_t mix(uint64_t key)
{
    key ^= key >> 30;
    key *= UINT64_C(0xbf58476d1ce4e5b9);
    key ^= key >> 27;
    key *= UINT64_C(0x94d049bb133111eb);
    return key ^ key >> 31;
}

/* The entry of a key, or the free one where it belongs. */
static struct id_entry *entry_of(const struct id_map *map, uint64_t key)
{
    size_t at = (size_t)mix(key) & (map->room - 1);

    while (map->entries[at].number && map->entries[at].key != key)
        at = (at + 1) & (map->room - 1);
    return &map->entries[at];
}

static bool grow(struct id_map *map)
{
    struct id_map wider = { .room = map->room ? GROWTH * map->room : ROOM_MIN,
        .count = map->count };

    wider.entries = calloc(wider.room, sizeof *wider.entries);
    if (!wider.entries)
        return false;
    for (size_t k = 0; k < map->room; k++)
        if (map->entries[k].number)
            *entry_of(&wider, map->entries[k].key) = map->entries[k];
    free(map->entries);
    *map = wider;
    return true;
}

static bool has_room(struct id_map *map)
{
    return 4 * (size_t)map->count < 3 * map->room || grow(map);
}

bool id_map_add(struct id_map *map, uint64_t key, uint32_t *id)
{
    if (!has_room(map))
        return false;
    struct id_entry *entry = entry_of(map, key);
    if (!entry->number)
        *entry = (struct id_entry){ key, ++map->count };
    *id = entry->number - 1;
    return true;
}

void *id_map_list(struct id_map *map, uint64_t key, void *list, size_t *room,
    size_t size, uint32_t *id)
{
    uint32_t known = map->count;
    char *moved = has_room(map) ? list_room(list, known, room, size) : NULL;

    if (moved && id_map_add(map, key, id) && *id == known)
        memset(moved + known * size, 0, size);
    return moved;
}

bool id_map_find(const struct id_map *map, uint64_t key, uint32_t *id)
{
    const struct id_entry *entry = map->room ? entry_of(map, key) : NULL;

    if (!entry || !entry->number)
        return false;
    *id = entry->number - 1;
    return true;
}

void id_map_free(struct id_map *map)
{
    free(map->entries);
    *map = (struct id_map){0};
}

uint64_t id_map_chain(uint64_t key, uint64_t next)
{
    return mix(key + UINT64_C(0x9e3779b97f4a7c15)) + mix(~next);
}

uint64_t id_map_text(const char *text, size_t length)
{
    uint64_t key = id_map_chain(0, length), next;

    for (; length; text += next, length -= next) {
        uint64_t bytes = 0;
        next = length < sizeof bytes ? length : sizeof bytes;
        memcpy(&bytes, text, next);
        key = id_map_chain(key, bytes);
    }
    return key;
}
