/* Entries of lists, and which of them were in an older one. */

#include "server/told_list.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "0_base/list.h"
#include "server/told_tree.h"

bool told_list_add(struct told_list *list, cJSON *entry)
{
    char *text = entry ? cJSON_PrintUnformatted(entry) : NULL;
    char **entries = text ? list_room(list->entries, list->count, &list->room,
        sizeof *entries) : NULL;

    cJSON_Delete(entry);
    if (!entries) {
        free(text);
        return false;
    }
    list->entries = entries;
    entries[list->count++] = text;
    return true;
}

void told_list_free(struct told_list *list)
{
    for (size_t k = 0; k < list->count; k++)
        free(list->entries[k]);
    free(list->entries);
    *list = (struct told_list){ .entries = NULL };
}

/* --- what is known -------------------------------------------------------- */

/* A list, and the first place of each of its entries. */
struct known {
    const struct told_list *list;
    struct id_map keys;
    size_t *places;             /* by the numbers of the keys */
};

static uint64_t key_of(const char *entry)
{
    return id_map_text(entry, strlen(entry));
}

static bool know(struct known *known, const struct told_list *list)
{
    *known = (struct known){ .list = list, .keys = ID_MAP_EMPTY,
        .places = calloc(list->count + 1, sizeof *known->places) };
    bool good = known->places != NULL;

    for (size_t k = 0; good && k < list->count; k++) {
        uint32_t before = known->keys.count, id;
        good = id_map_add(&known->keys, key_of(list->entries[k]), &id);
        if (good && id == before)
            known->places[id] = k;
    }
    return good;
}

static void forget(struct known *known)
{
    id_map_free(&known->keys);
    free(known->places);
}

static bool is_at(const struct known *known, size_t place, const char *entry)
{
    return place < known->list->count
        && strcmp(known->list->entries[place], entry) == 0;
}

/* Where an entry stands; next to the last one, where it may. */
static bool find(const struct known *known, const char *entry, size_t next,
    size_t *place)
{
    uint32_t id;

    *place = next;
    if (is_at(known, next, entry))
        return true;
    if (!id_map_find(&known->keys, key_of(entry), &id))
        return false;
    *place = known->places[id];
    return is_at(known, *place, entry);
}

/* --- what is told --------------------------------------------------------- */

static cJSON *tell_known(cJSON *told, size_t first, size_t count)
{
    cJSON *run = told_put(cJSON_CreateArray(), NULL,
        cJSON_CreateNumber((double)first));

    return told_put(told, NULL, told_put(run, NULL,
        cJSON_CreateNumber((double)count)));
}

static cJSON *tell(const struct told_list *list, const struct known *known)
{
    cJSON *told = cJSON_CreateArray();
    size_t first = 0, count = 0;

    for (size_t k = 0; told && k < list->count; k++) {
        size_t place;
        bool found = find(known, list->entries[k], first + count, &place);
        if (count > 0 && !(found && place == first + count)) {
            told = tell_known(told, first, count);
            count = 0;
        }
        if (!found)
            told = told_put(told, NULL, cJSON_CreateRaw(list->entries[k]));
        else if (count++ == 0)
            first = place;
    }
    return count > 0 ? tell_known(told, first, count) : told;
}

cJSON *told_list_tell(const struct told_list *list,
    const struct told_list *known)
{
    static const struct told_list nothing = { .entries = NULL };
    struct known old;
    cJSON *told = know(&old, known ? known : &nothing)
        ? tell(list, &old) : NULL;

    forget(&old);
    return told;
}
