/* Frees the indexes of children; each element that has many children has
 * one. */

#include "3_transform/children_index.h"

#include <stdlib.h>

void children_forget(struct known *known)
{
    free(known->list);
    free(known->named);
    id_map_free(&known->numbers);
    id_map_free(&known->names);
    *known = (struct known){0};
}

void children_free(struct children *children)
{
    if (!children)
        return;
    for (size_t k = 0; k < children->nodes.count; k++)
        children_forget(&children->list[k]);
    free(children->list);
    id_map_free(&children->nodes);
    free(children);
}
