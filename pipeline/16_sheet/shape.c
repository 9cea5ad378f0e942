/*
 * The layout of a member by the shape of its schema.
 */

#include "16_sheet/shape.h"

static bool is_branch(const struct schema_node *node)
{
    return schema_member_count(node) || schema_entry(node, 0)
        || schema_additional(node);
}

bool shape_is_leaf(const struct schema_node *node)
{
    return node && !is_branch(node);
}

bool shape_is_flat(const struct schema_node *node, int depth)
{
    bool good = depth < SHAPE_DEPTH_MAX && schema_member_count(node)
        && !schema_entry(node, 0) && !schema_additional(node)
        && !schema_text(node, SCHEMA_TYPE);

    for (size_t k = 0; good && k < schema_member_count(node); k++) {
        const struct schema_node *member = schema_members(node, k)->node;
        good = shape_is_leaf(member) || shape_is_flat(member, depth + 1);
    }
    return good;
}

bool shape_is_row(const struct schema_node *node)
{
    bool good = shape_is_flat(node, 0);

    for (size_t k = 0; good && k < schema_member_count(node); k++)
        good = shape_is_leaf(schema_members(node, k)->node);
    return good;
}

/* A value that may be an object, too, such as a paragraph. */
static bool is_text(const struct schema_node *node)
{
    return node && schema_text(node, SCHEMA_TYPE) && is_branch(node);
}

static bool is_table(const struct schema_node *node)
{
    return shape_is_flat(schema_entry(node, 0), 0);
}

/* --- objects -------------------------------------------------------------- */

static bool is_matrix(const struct schema_node *node, int depth)
{
    size_t count = schema_member_count(node);
    bool good = count > 0 && depth < SHAPE_DEPTH_MAX;

    for (size_t k = 0; good && k < count; k++) {
        const struct schema_node *member = schema_members(node, k)->node;
        good = shape_is_row(member) || is_table(member)
            || is_matrix(member, depth + 1);
    }
    return good;
}

/* The first list that an object has, and how deep it is in it. */
static const struct schema_node *first_list(const struct schema_node *node,
    int depth, int *levels)
{
    const struct schema_node *found = NULL;

    if (is_table(node)) {
        *levels = depth;
        return node;
    }
    for (size_t k = 0; !found && depth < SHAPE_DEPTH_MAX
        && k < schema_member_count(node); k++)
        found = first_list(schema_members(node, k)->node, depth + 1, levels);
    return found;
}

/* Whether all in an object is values, or lists of that kind as deep, and each
 * object in it has some of these. */
static bool has_alone(const struct schema_node *node, const char *title,
    int left)
{
    if (shape_is_leaf(node))
        return true;
    if (left == 0 || schema_entry(node, 0))
        return left == 0 && is_table(node)
            && schema_text(schema_entry(node, 0), SCHEMA_TITLE) == title;
    bool good = !schema_additional(node), some = false;
    for (size_t k = 0; good && k < schema_member_count(node); k++) {
        const struct schema_node *member = schema_members(node, k)->node;
        good = has_alone(member, title, left - 1);
        some = some || !shape_is_leaf(member);
    }
    return good && some;
}

int shape_levels(const struct schema_node *node)
{
    int levels = 0;

    return first_list(node, 0, &levels) ? levels : 0;
}

const struct schema_node *shape_entry(const struct schema_node *node)
{
    int levels = 0;
    const struct schema_node *list = schema_member_count(node)
        ? first_list(node, 0, &levels) : NULL;
    const struct schema_node *entry = list ? schema_entry(list, 0) : NULL;

    return entry && levels > 1 && has_alone(node,
        schema_text(entry, SCHEMA_TITLE), levels) ? entry : NULL;
}

static enum shape shape_of_object(const struct schema_node *node)
{
    if (cJSON_IsTrue(schema_value(node, SCHEMA_COLUMNS))
        && is_matrix(node, 0))
        return SHAPE_MATRIX;
    return shape_entry(node) ? SHAPE_LISTS : SHAPE_OBJECT;
}

/* --- lists ---------------------------------------------------------------- */

static enum shape shape_of_list(const struct schema_node *entry)
{
    if (schema_text(entry, SCHEMA_ATTACHMENT))
        return SHAPE_SHEETS;
    if (shape_is_leaf(entry))
        return SHAPE_LEAVES;
    if (is_text(entry))
        return SHAPE_TEXT;
    return shape_is_flat(entry, 0) ? SHAPE_ROWS : SHAPE_ENTRIES;
}

enum shape shape_of(const struct schema_node *node)
{
    const struct schema_node *entry = schema_entry(node, 0);
    const struct schema_node *additional = schema_additional(node);

    if (!is_branch(node))
        return SHAPE_LEAF;
    if (entry)
        return shape_of_list(entry);
    if (additional && !schema_member_count(node))
        return shape_is_leaf(additional) || shape_is_flat(additional, 0)
            ? SHAPE_MAP : SHAPE_ENTRIES;
    return shape_of_object(node);
}
