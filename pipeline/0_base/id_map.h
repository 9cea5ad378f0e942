#ifndef ID_MAP_H
#define ID_MAP_H

/*
 * Numbers for keys: 0, 1, 2 and so on, as the keys come.  Finding and adding
 * take the same time however many there are.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct id_map {
    struct id_entry *entries;
    size_t room;                /* a power of two, or 0 */
    uint32_t count;
};

#define ID_MAP_EMPTY {0}

/* The number of a key, which is added where it is new.  False if memory runs
 * out. */
bool id_map_add(struct id_map *map, uint64_t key, uint32_t *id);

/* The same with a list beside the map, for free(), whose elements have the
 * numbers of the keys: the list, perhaps moved, in which the element of a new
 * key is all zeros; NULL if memory runs out, and then both are as they were. */
void *id_map_list(struct id_map *map, uint64_t key, void *list, size_t *room,
    size_t size, uint32_t *id);

/* False where there is no such key. */
bool id_map_find(const struct id_map *map, uint64_t key, uint32_t *id);

void id_map_free(struct id_map *map);

/* A key for a sequence of numbers: chain them one by one, beginning with key
 * 0.  Different sequences have, for all that can happen, different keys. */
uint64_t id_map_chain(uint64_t key, uint64_t next);

/* A key for the bytes of a text.  What finds one compares the texts where an
 * accident must do no harm. */
uint64_t id_map_text(const char *text, size_t length);

#endif
