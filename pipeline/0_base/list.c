/* Room in a list that grows by doubling. */

#include "0_base/list.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/large.h"

#define ROOM_MIN 16

/* Room for `wider` elements, whole large pages. */
static void *move_large(void *list, size_t count, size_t *wider, size_t size)
{
    size_t bytes = large_size(*wider * size);
    void *moved = large_new(bytes);

    if (!moved)
        return NULL;
    if (count)
        memcpy(moved, list, count * size);
    free(list);
    *wider = bytes / size;
    return moved;
}

void *list_new(size_t most, size_t *room, size_t size)
{
    *room = most < ROOM_MIN ? ROOM_MIN : most;
    return *room > SIZE_MAX / 2 / size ? NULL
        : *room * size < LARGE_PAGE ? malloc(*room * size)
        : move_large(NULL, 0, room, size);
}

static void *move(void *list, size_t count, size_t *room, size_t size)
{
    size_t wider = *room ? 2 * *room : ROOM_MIN;
    void *moved = wider * size < LARGE_PAGE ? realloc(list, wider * size)
        : move_large(list, count, &wider, size);

    if (moved)
        *room = wider;
    return moved;
}

void *list_room(void *list, size_t count, size_t *room, size_t size)
{
    return count < *room ? list : move(list, count, room, size);
}
