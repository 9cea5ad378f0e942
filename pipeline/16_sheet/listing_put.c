/*
 * Lists that were read, in place of those that a data file has.
 */

#include "16_sheet/listing_put.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/buffer.h"

/* Lists that were read in place of those that there are. */
static bool put_lists(cJSON *into, cJSON *lists)
{
    bool good = true;

    for (cJSON *next, *list = lists->child; good && list; list = next) {
        cJSON *known = cJSON_GetObjectItemCaseSensitive(into, list->string);
        next = list->next;
        if (known && cJSON_IsObject(list) && cJSON_IsObject(known)) {
            good = put_lists(known, list);
            continue;
        }
        cJSON_DetachItemViaPointer(lists, list);
        good = known ? cJSON_ReplaceItemViaPointer(into, known, list)
            : cJSON_AddItemToArray(into, list);
        if (!good)
            cJSON_Delete(list);
    }
    return good;
}

/* The object at a pointer, made where it is missing; NULL if memory runs
 * out. */
static cJSON *find_into(cJSON *data, const char *at)
{
    struct buffer name = BUFFER_EMPTY;
    cJSON *into = data;

    while (into && *at == '/') {
        size_t length = strcspn(at + 1, "/");
        buffer_clear(&name);
        buffer_add(&name, at + 1, length);
        const char *step = buffer_string(&name);
        cJSON *next = cJSON_IsArray(into)
            ? cJSON_GetArrayItem(into, (int)strtol(step, NULL, 10))
            : cJSON_GetObjectItemCaseSensitive(into, step);
        if (!cJSON_IsObject(next) && !cJSON_IsArray(next)) {
            cJSON_DeleteItemFromObjectCaseSensitive(into, step);
            next = cJSON_AddObjectToObject(into, step);
        }
        into = next;
        at += 1 + length;
    }
    into = name.failed ? NULL : into;
    buffer_free(&name);
    return into;
}

/* What was read, inside of the lists' objects alone. */
static cJSON *inside(cJSON *read, const char *at)
{
    for (; read && *at == '/'; at += 1 + strcspn(at + 1, "/"))
        read = read->child;
    return read;
}

cJSON *listing_put(const cJSON *root, const char *pointer, cJSON *read)
{
    cJSON *data = cJSON_Duplicate(root, true);
    cJSON *into = data ? find_into(data, pointer) : NULL;
    cJSON *lists = inside(read, pointer);
    bool good = into && (!lists || put_lists(into, lists));

    cJSON_Delete(read);
    if (good)
        return data;
    cJSON_Delete(data);
    return NULL;
}
