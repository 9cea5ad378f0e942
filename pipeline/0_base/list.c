/* Room in a list that grows by doubling. */

#include "0_base/list.h"

#include <stdlib.h>

#define ROOM_MIN 16

void *list_room(void *list, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return list;
    size_t wider = *room ? 2 * *room : ROOM_MIN;
    void *moved = realloc(list, wider * size);
    if (moved)
        *room = wider;
    return moved;
}
