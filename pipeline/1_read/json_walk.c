/* The values of a JSON text in document order, each with the way to it. */

#include "1_read/json_walk.h"

void json_walk_begin(struct json_walk *walk, cJSON *root)
{
    walk->value = root;
    walk->depth = 0;
}

void json_walk_on(struct json_walk *walk)
{
    cJSON *value = walk->value;

    if (value->child) {
        walk->levels[walk->depth].around = value;
        walk->levels[walk->depth++].index = 0;
        walk->value = value->child;
        return;
    }
    while (!value->next && walk->depth > 0)
        value = walk->levels[--walk->depth].around;
    walk->value = value->next;
    if (walk->value)
        walk->levels[walk->depth - 1].index++;
}

void json_walk_print(const struct json_walk *walk, struct buffer *pointer)
{
    for (size_t k = 0; k < walk->depth; k++) {
        const cJSON *child = k + 1 < walk->depth
            ? walk->levels[k + 1].around : walk->value;
        if (child->string)
            json_pointer_add(pointer, child->string);
        else
            json_pointer_add_index(pointer, walk->levels[k].index);
    }
}
