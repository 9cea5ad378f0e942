/* Expanded names in a hash table. */

#include "4_formulas/xpath/names.h"

#include <string.h>

#define ROOM_MIN 16

void names_begin(struct names *names, struct pool *pool,
    const struct names *known)
{
    *names = (struct names){ .pool = pool, .known = known };
    names->room = ROOM_MIN;
    names->slots = pool_new(pool, names->room, sizeof *names->slots);
}

uint32_t hash_bytes(const char *bytes, size_t length)
{
    uint32_t hash = 2166136261u;

    for (size_t k = 0; k < length; k++)
        hash = (hash ^ (unsigned char)bytes[k]) * 16777619u;
    return hash ^ hash >> 15;
}

static const struct name *find(const struct names *names, uint32_t hash,
    const char *uri, const char *local)
{
    const struct name *name = names->slots[hash & (names->room - 1)];

    while (name && (name->hash != hash || strcmp(name->local, local) != 0
            || strcmp(name->uri, uri) != 0))
        name = name->next;
    return name;
}

static void grow(struct names *names)
{
    size_t room = 2 * names->room;
    struct name **slots = pool_new(names->pool, room, sizeof *slots);

    for (size_t k = 0; k < names->room; k++)
        for (struct name *name = names->slots[k], *next; name; name = next) {
            struct name **slot = &slots[name->hash & (room - 1)];
            next = name->next;
            name->next = *slot;
            *slot = name;
        }
    names->slots = slots;
    names->room = room;
}

const struct name *names_get(struct names *names, const char *uri,
    const char *local)
{
    uint32_t hash = hash_bytes(local, strlen(local));
    const struct name *known = names->known
        ? find(names->known, hash, uri, local) : NULL;

    if (!known)
        known = find(names, hash, uri, local);
    if (known)
        return known;
    if (names->count == names->room)
        grow(names);
    struct name *name = pool_get(names->pool, sizeof *name);
    struct name **slot = &names->slots[hash & (names->room - 1)];
    *name = (struct name){ uri, local, hash, *slot };
    *slot = name;
    names->count++;
    return name;
}

const char *names_string(struct names *names, const char *string)
{
    return string ? names_get(names, "", string)->local : NULL;
}
