#ifndef SERVER_TOLD_LIST_H
#define SERVER_TOLD_LIST_H

/*
 * A list as pages were told it, so that one that knows an older list is told
 * only what is other.
 *
 * Shape: a list of entries; in the place of those that stand side by side in
 *        the older list, too, [the number of the first one there, how many].
 */

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>

struct told_list {
    char **entries;             /* as JSON */
    size_t count, room;
};

/* Takes the entry over; false where memory runs out, also for NULL. */
bool told_list_add(struct told_list *list, cJSON *entry);

/* known: what the page knows; NULL: nothing.  NULL where memory runs out. */
cJSON *told_list_tell(const struct told_list *list,
    const struct told_list *known);

void told_list_free(struct told_list *list);

#endif
