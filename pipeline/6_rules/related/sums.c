/* Sums of amounts over the entries of lists, found by their place there. */

#include "6_rules/related/sums.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "0_base/list.h"
#include "3_transform/submission.h"

/* The amounts of one list, by the names on the way from the entry. */
struct places {
    struct id_map map;
    struct place {
        struct decimal sum;
        int count;
    } *list;
    size_t room;
};

static bool add_amount(struct places *places, uint64_t key,
    struct decimal amount)
{
    uint32_t id;
    struct place *list = id_map_list(&places->map, key, places->list,
        &places->room, sizeof *list, &id);

    if (!list)
        return false;
    places->list = list;
    if (decimal_add(list[id].sum, amount, &list[id].sum))
        list[id].count++;
    return true;
}

static bool is_list(xmlNodePtr node)
{
    const char *type = node_attribute(node, "type");

    return type && strcmp(type, "list") == 0;
}

/* Adds the amounts below a node of an entry; lists in it have their own. */
static bool add_amounts(struct places *places, xmlNodePtr node, uint64_t key)
{
    enum value_type type;
    bool good = true;

    if (node_value_type(node, &type)) {
        struct decimal value = type == VALUE_AMOUNT
            ? node_figure(node, (struct print_style){0}).value
            : decimal_blank;
        return value.blank || add_amount(places, key, value);
    }
    if (is_list(node))
        return true;
    for (xmlNodePtr child = xmlFirstElementChild(node); good && child;
        child = xmlNextElementSibling(child))
        good = add_amounts(places, child, id_map_chain(key,
            id_map_text((const char *)child->name,
                strlen((const char *)child->name))));
    return good;
}

/* A place of one entry alone has no sum. */
static bool keep(struct sums *sums, const struct places *places)
{
    for (uint32_t k = 0; k < places->map.count; k++) {
        struct decimal *list, sum = places->list[k].sum;
        if (places->list[k].count < 2)
            continue;
        list = list_room(sums->list, sums->count, &sums->room, sizeof *list);
        if (!list)
            return false;
        if (sum.units < 0)
            sum.units = -sum.units;
        sums->list = list;
        list[sums->count++] = sum;
    }
    return true;
}

static bool collect_list(struct sums *sums, xmlNodePtr list)
{
    struct places places = { .map = ID_MAP_EMPTY };
    bool good = true;

    for (xmlNodePtr entry = xmlFirstElementChild(list); good && entry;
        entry = xmlNextElementSibling(entry))
        good = add_amounts(&places, entry, 0);
    good = good && keep(sums, &places);
    id_map_free(&places.map);
    free(places.list);
    return good;
}

static bool collect(struct sums *sums, xmlNodePtr node)
{
    enum value_type type;
    bool good = true;

    if (node_value_type(node, &type))
        return true;
    if (is_list(node))
        good = collect_list(sums, node);
    for (xmlNodePtr child = xmlFirstElementChild(node); good && child;
        child = xmlNextElementSibling(child))
        good = collect(sums, child);
    return good;
}

static int compare(const void *a, const void *b)
{
    const struct decimal *left = a, *right = b;

    return decimal_compare(*left, *right);
}

bool sums_collect(struct sums *sums, xmlNodePtr node)
{
    if (!collect(sums, node))
        return false;
    if (sums->count > 0)
        qsort(sums->list, sums->count, sizeof *sums->list, compare);
    return true;
}

void sums_free(struct sums *sums)
{
    free(sums->list);
    *sums = (struct sums)SUMS_EMPTY;
}

bool sums_have(const struct sums *sums, struct decimal low,
    struct decimal high)
{
    size_t from = 0, to = sums->count;

    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (decimal_compare(sums->list[middle], low) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from < sums->count && decimal_compare(sums->list[from], high) < 0;
}
