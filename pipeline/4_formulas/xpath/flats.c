/* The elements of a submission in one array, and steps through it. */

#include "4_formulas/xpath/flats.h"

#include <stdlib.h>

#include "0_base/list.h"
#include "3_transform/numbered.h"
#include "3_transform/submission.h"

static struct flat *flat_of(const struct node *node)
{
    return (struct flat *)node;
}

static struct node *node_of(struct flat *flat)
{
    return (struct node *)flat;
}

static bool is_attribute(const struct node *node)
{
    return node->kind == NODE_BORROWED_ATTRIBUTE;
}

static xmlAttrPtr attribute_of(const struct node *node)
{
    return (xmlAttrPtr)node;
}

static bool add(struct flats *flats, enum node_kind kind, xmlNodePtr origin,
    size_t parent)
{
    struct flat *list = list_room(flats->list, flats->count, &flats->room,
        sizeof *list);
    const char *name = kind == NODE_FLAT ? (const char *)origin->name : NULL;

    if (!list)
        return false;
    flats->list = list;
    list[flats->count] = (struct flat){ .kind = kind, .size = 1,
        .up = (uint32_t)(flats->count - parent), .name = name,
        .hash = name ? hash_bytes(name, strlen(name)) : 0,
        .origin = origin };
    if (name)
        element_set_number(origin, flats->count);
    flats->count++;
    return true;
}

/* Those in a node, whose number is the parent's. */
static bool add_all(struct flats *flats, xmlNodePtr node, size_t parent)
{
    bool good = true;

    for (xmlNodePtr child = xmlFirstElementChild(node); good && child;
        child = xmlNextElementSibling(child)) {
        size_t number = flats->count;
        good = add(flats, NODE_FLAT, child, parent)
            && (!child->children || add_all(flats, child, number));
    }
    flats->list[parent].size = (uint32_t)(flats->count - parent);
    return good;
}

bool flats_read(struct flats *flats, xmlDocPtr submission)
{
    flats->count = 0;
    return add(flats, NODE_FLAT_ROOT, (xmlNodePtr)submission, 0)
        && add_all(flats, (xmlNodePtr)submission, 0);
}

void flats_free(struct flats *flats)
{
    free(flats->list);
    *flats = (struct flats){0};
}

static struct flat *find_element(const struct flats *flats,
    const xmlNode *node)
{
    size_t number = element_number(node);

    return number < flats->count && flats->list[number].origin == node
        ? &flats->list[number] : NULL;
}

struct node *flats_find(const struct flats *flats, xmlNodePtr node)
{
    if (node->type == XML_ELEMENT_NODE)
        return node_of(find_element(flats, node));
    if (node->type == XML_ATTRIBUTE_NODE)
        return !node->_private && find_element(flats, node->parent)
            ? (struct node *)node : NULL;
    return flats->count && node == flats->list[0].origin
        ? node_of(&flats->list[0]) : NULL;
}

xmlNodePtr flat_origin(const struct node *node)
{
    return is_attribute(node) ? (xmlNodePtr)node : flat_of(node)->origin;
}

const char *flat_name(const struct node *node)
{
    return is_attribute(node) ? (const char *)attribute_of(node)->name
        : flat_of(node)->name;
}

/* Those of the tree that a node is in. */
static struct flats *flats_of(const struct node *node)
{
    return *submission_flats(flat_origin(node)->doc);
}

/* The element itself, or the one that an attribute is of. */
static struct flat *element_of(const struct node *node)
{
    return is_attribute(node) ? find_element(flats_of(node),
        attribute_of(node)->parent) : flat_of(node);
}

struct node *flat_root(const struct node *node)
{
    return node_of(flats_of(node)->list);
}

static struct text words_of(const xmlNode *only)
{
    return text_of_string(only && only->content ? (const char *)only->content
        : "");
}

static bool is_words(const xmlNode *node)
{
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

/* The words in a node; copied to where `to` points, unless it is NULL. */
static size_t gather_words(const xmlNode *node, char *to)
{
    size_t length = 0;

    for (const xmlNode *child = node->children; child; child = child->next) {
        char *end = to ? to + length : NULL;
        struct text words = words_of(is_words(child) ? child : NULL);
        if (end)
            memcpy(end, words.at, words.length);
        length += child->type == XML_ELEMENT_NODE ? gather_words(child, end)
            : words.length;
    }
    return length;
}

/* Words that do not lie in one place are put together. */
struct text flat_text(const struct node *node)
{
    const xmlNode *origin = flat_origin(node);
    const xmlNode *child = origin->children;

    if (!child || (is_words(child) && !child->next))
        return words_of(child);
    size_t length = gather_words(origin, NULL);
    char *all = pool_get(flats_of(node)->pool, length + 1);
    gather_words(origin, all);
    return (struct text){ all, length };
}

/* Attributes of one element in their order. */
static int compare_attributes(const struct node *a, const struct node *b)
{
    const xmlAttr *one = attribute_of(a), *other = attribute_of(b);

    if (one == other)
        return 0;
    while (one && one != other)
        one = one->next;
    return one ? -1 : 1;
}

int flat_compare(const struct node *a, const struct node *b)
{
    if (!is_attribute(a) && !is_attribute(b))   /* in one array */
        return (a > b) - (a < b);
    const struct flat *x = element_of(a), *y = element_of(b);
    if (x != y)
        return x < y ? -1 : 1;
    return is_attribute(a) && is_attribute(b) ? compare_attributes(a, b)
        : is_attribute(a) - is_attribute(b);
}

static struct node *parent_of(const struct node *node)
{
    struct flat *flat = flat_of(node);

    if (is_attribute(node))
        return node_of(element_of(node));
    return flat->up ? node_of(flat - flat->up) : NULL;
}

static struct node *sibling_behind(const struct node *node)
{
    struct flat *flat = flat_of(node);
    struct flat *parent = flat - flat->up, *next = flat + flat->size;

    return next < parent + parent->size ? node_of(next) : NULL;
}

static struct node *sibling_before(const struct node *node)
{
    xmlNodePtr before = flat_of(node)->kind == NODE_FLAT
        ? xmlPreviousElementSibling(flat_of(node)->origin) : NULL;

    return before ? node_of(find_element(flats_of(node), before)) : NULL;
}

static struct node *first_in(const struct node *node)
{
    struct flat *flat = flat_of(node);

    return !is_attribute(node) && flat->size > 1 ? node_of(flat + 1) : NULL;
}

struct node *flat_first(enum axis axis, struct node *node)
{
    switch (axis) {
    case AXIS_ANCESTOR:
    case AXIS_PARENT:
        return parent_of(node);
    case AXIS_ATTRIBUTE:
        return node->kind == NODE_FLAT
            ? (struct node *)flat_of(node)->origin->properties : NULL;
    case AXIS_CHILD:
    case AXIS_DESCENDANT:
        return first_in(node);
    case AXIS_FOLLOWING_SIBLING:
        return is_attribute(node) ? NULL : sibling_behind(node);
    case AXIS_PRECEDING_SIBLING:
        return is_attribute(node) ? NULL : sibling_before(node);
    default:
        return node;
    }
}

/* Within `from`, but its other siblings. */
static struct node *next_below(const struct node *from,
    const struct node *node)
{
    const struct flat *top = flat_of(from);
    struct flat *next = flat_of(node) + 1;

    return !is_attribute(node) && next < top + top->size ? node_of(next)
        : NULL;
}

struct node *flat_next(enum axis axis, const struct node *from,
    struct node *node)
{
    switch (axis) {
    case AXIS_ANCESTOR:
    case AXIS_ANCESTOR_OR_SELF:
        return parent_of(node);
    case AXIS_ATTRIBUTE:
        return (struct node *)attribute_of(node)->next;
    case AXIS_CHILD:
    case AXIS_FOLLOWING_SIBLING:
        return sibling_behind(node);
    case AXIS_DESCENDANT:
    case AXIS_DESCENDANT_OR_SELF:
        return next_below(from, node);
    case AXIS_PRECEDING_SIBLING:
        return sibling_before(node);
    default:
        return NULL;
    }
}

static bool has_name(const struct flat *flat, const struct name *name)
{
    return flat->hash == name->hash && strcmp(flat->name, name->local) == 0;
}

bool flat_passes(const struct step *step, const struct node *node)
{
    enum node_kind kind = is_attribute(node) ? NODE_ATTRIBUTE
        : node->kind == NODE_FLAT ? NODE_ELEMENT : NODE_ROOT;

    if (step->test == TEST_NODE)
        return true;
    if (kind != step->principal)
        return false;
    if (step->test == TEST_ANY)
        return true;
    return kind == NODE_ELEMENT ? has_name(flat_of(node), step->name)
        : strcmp(flat_name(node), step->name->local) == 0;
}

struct node *flat_child(const struct node *parent, const struct node *behind,
    const struct name *name)
{
    struct flat *of = flat_of(parent), *child = flat_of(behind);

    if (is_attribute(parent))
        return NULL;
    child = child ? child + child->size : of + 1;
    while (child < of + of->size && !has_name(child, name))
        child += child->size;
    return child < of + of->size ? node_of(child) : NULL;
}

struct node *flat_attribute(const struct node *node, const struct name *name)
{
    xmlNodePtr origin = node->kind == NODE_FLAT ? flat_of(node)->origin
        : NULL;
    xmlAttrPtr attribute = origin && node_names_allow(node_names(origin),
        name->local) ? origin->properties : NULL;

    while (attribute && strcmp((const char *)attribute->name, name->local) != 0)
        attribute = attribute->next;
    return (struct node *)attribute;
}

const char *flat_value(const struct node *node, const struct name *name)
{
    return node->kind == NODE_FLAT ? node_attribute(flat_of(node)->origin,
        name->local) : NULL;
}
