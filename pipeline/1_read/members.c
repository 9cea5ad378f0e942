/* Children of arrays and objects, in one hash for all of a tree. */

#include "1_read/members.h"

#include <stdlib.h>
#include <string.h>


static uint64_t number_key(const cJSON *around, size_t index)
{
    return id_map_chain((uint64_t)around->valueint, index);
}

static uint64_t name_key(const cJSON *around, const char *name, size_t length)
{
    return id_map_chain((uint64_t)around->valueint,
        id_map_text(name, length));
}

static bool add(struct members *members, uint64_t key, const cJSON *child)
{
    uint32_t id;
    const cJSON **values = id_map_list(&members->keys, key, members->values,
        &members->room, sizeof *values, &id);

    if (!values)
        return false;
    members->values = values;
    if (!values[id])
        values[id] = child;
    return true;
}

static bool has_many(const cJSON *around)
{
    const cJSON *child = around->child;

    for (size_t k = 0; child && k < MEMBERS_MANY; k++)
        child = child->next;
    return child != NULL;
}

bool members_add(struct members *members, const cJSON *around)
{
    bool named = cJSON_IsObject(around), good = true;
    const cJSON *child = has_many(around) ? around->child : NULL;

    for (size_t k = 0; good && child; child = child->next, k++)
        good = add(members, named
            ? name_key(around, child->string, strlen(child->string))
            : number_key(around, k), child);
    return good;
}

static const cJSON *find(const struct members *members, uint64_t key)
{
    uint32_t id;

    return id_map_find(&members->keys, key, &id) ? members->values[id] : NULL;
}

const cJSON *members_at(const struct members *members, const cJSON *around,
    size_t index)
{
    return find(members, number_key(around, index));
}

const cJSON *members_called(const struct members *members,
    const cJSON *around, const char *name, size_t length)
{
    return find(members, name_key(around, name, length));
}

void members_free(struct members *members)
{
    id_map_free(&members->keys);
    free(members->values);
}
