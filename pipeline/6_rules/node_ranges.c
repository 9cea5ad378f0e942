/* Tells which elements are in others, and which have others in them, by their
 * places in the list. */

#include "6_rules/node_ranges.h"

#include "6_rules/node_elements.h"

/* Elements from the place `begin` to the one before `end`. */
struct range {
    size_t begin, end;
};

static struct range range_of(const struct flats *flats,
    const struct flat *flat)
{
    size_t place = (size_t)(flat - flats->list);

    return (struct range){ place, place + flat->size };
}

/* The ranges that nodes cover, in order, as nodes are; returns how many. */
static size_t read_ranges(const struct flats *flats,
    const struct nodes *nodes, struct range *ranges)
{
    size_t count = 0;

    for (size_t k = 0; k < nodes->count; k++)
        if (flat_is_part(nodes->at[k]))
            ranges[count++] = range_of(flats, flat_of(nodes->at[k]));
    return count;
}

/* Leaves out those inside another one; returns how many are left. */
static size_t keep_outer(struct range *ranges, size_t count)
{
    size_t outer = 0;

    for (size_t k = 0; k < count; k++)
        if (outer == 0 || ranges[k].begin >= ranges[outer - 1].end)
            ranges[outer++] = ranges[k];
    return outer;
}

/* Whether an element is in one of these, which are apart. */
static bool is_within(struct range own, const struct range *ranges,
    size_t count)
{
    size_t from = 0, to = count;

    /* Goes on to the first range that ends behind the element. */
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (ranges[middle].end <= own.begin)
            from = middle + 1;
        else
            to = middle;
    }
    return from < count && ranges[from].begin <= own.begin;
}

/* Whether one of these is in an element. */
static bool has_within(struct range own, const struct range *ranges,
    size_t count)
{
    size_t from = 0, to = count;

    /* Goes on to the first range that does not begin before the element. */
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (ranges[middle].begin < own.begin)
            from = middle + 1;
        else
            to = middle;
    }
    return from < count && ranges[from].begin < own.end;
}

/* What is asked of a node and the others: whether it is in them, or they are
 * in it, or that it is not so. */
struct relation {
    bool upwards, wanted;
};

/* Those of the nodes that are so related to the others. */
static struct value find_related(const struct value *arguments, size_t count,
    const struct flats *flats, struct relation relation, struct pool *pool)
{
    struct nodes found = {0};

    if (count != 2 || arguments[0].type != TYPE_NODES
            || arguments[1].type != TYPE_NODES)
        flat_refuse(pool);
    const struct nodes *nodes = &arguments[0].nodes;
    const struct nodes *others = &arguments[1].nodes;
    struct range *ranges = pool_get(pool,
        (others->count + 1) * sizeof *ranges);
    size_t outer = read_ranges(flats, others, ranges);
    if (relation.upwards)
        outer = keep_outer(ranges, outer);
    for (size_t k = 0; k < nodes->count; k++)
        if (flat_is_part(nodes->at[k])
            && (relation.upwards ? is_within : has_within)(
                range_of(flats, flat_of(nodes->at[k])), ranges, outer)
                == relation.wanted)
            nodes_add(&found, nodes->at[k], pool);
    return value_nodes(found);
}

struct value node_within(const struct value *arguments, size_t count,
    const struct flats *flats, struct pool *pool)
{
    return find_related(arguments, count, flats,
        (struct relation){ .upwards = true, .wanted = true }, pool);
}

struct value node_outside(const struct value *arguments, size_t count,
    const struct flats *flats, struct pool *pool)
{
    return find_related(arguments, count, flats,
        (struct relation){ .upwards = true, .wanted = false }, pool);
}

struct value node_with(const struct value *arguments, size_t count,
    const struct flats *flats, struct pool *pool)
{
    return find_related(arguments, count, flats,
        (struct relation){ .upwards = false, .wanted = true }, pool);
}

struct value node_without(const struct value *arguments, size_t count,
    const struct flats *flats, struct pool *pool)
{
    return find_related(arguments, count, flats,
        (struct relation){ .upwards = false, .wanted = false }, pool);
}
