/* The items of a bundle: added, and asked about. */

#include "9_bundle/bundle_items.h"

#include <string.h>

#include "0_base/list.h"

struct bundle_origin bundle_origin(const struct bundle *bundle)
{
    return (struct bundle_origin){ bundle->origin[ORIGIN_PROGRAM],
        bundle->origin[ORIGIN_EDITION], bundle->origin[ORIGIN_DATA],
        bundle->origin[ORIGIN_DIGEST] };
}

struct item *bundle_add_item(struct bundle *bundle, const char *name)
{
    struct item *items = list_room(bundle->items, bundle->count, &bundle->room,
        sizeof *items);

    if (!items) {
        bundle->failed = true;
        return NULL;
    }
    bundle->items = items;
    struct item *item = &items[bundle->count];
    *item = (struct item){ .name = strdup(name), .change = BUNDLE_SAME };
    if (!item->name) {
        bundle->failed = true;
        return NULL;
    }
    bundle->count++;
    return item;
}

bool item_is_written(const struct item *item)
{
    return item->change == BUNDLE_NEW || item->change == BUNDLE_CHANGED;
}
