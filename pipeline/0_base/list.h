#ifndef LIST_H
#define LIST_H

/*
 * Room in a list that grows.
 *
 *     struct item *list = list_room(owner->list, owner->count, &owner->room,
 *         sizeof *list);
 *     if (!list)
 *         return false;
 *     owner->list = list;
 *     list[owner->count++] = item;
 */

#include <stddef.h>

/* Room for one more element in a list that has `count` of that size and room
 * for `room`: the list, perhaps moved, which the caller frees; NULL if memory
 * runs out, and then the list is as it was. */
void *list_room(void *list, size_t count, size_t *room, size_t size);

/* A new list with room for `most` elements, for free(), and its room; NULL if
 * memory runs out, and then the room means nothing. */
void *list_new(size_t most, size_t *room, size_t size);

#endif
