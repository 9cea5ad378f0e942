/* The elements of a submission in one array, and steps through it. */

#include "4_formulas/xpath/flats.h"

#include <stdlib.h>

#include "0_base/list.h"
#include "3_transform/numbered.h"

static bool is_attribute(const struct node *node)
{
    return node->kind == NODE_FLAT_ATTRIBUTE;
}

static struct flat_attribute *attribute_of(const struct node *node)
{
    return (struct flat_attribute *)node;
}

static struct node *copy_attribute(const struct flat_attribute *attribute,
    struct pool *pool)
{
    struct flat_attribute *copy = pool_get(pool, sizeof *copy);

    *copy = *attribute;
    return (struct node *)copy;
}

struct node *flat_keep(struct node *node, struct pool *pool)
{
    return is_attribute(node) ? copy_attribute(attribute_of(node), pool)
        : node;
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
        .origin = origin,
        .given = kind == NODE_FLAT ? node_given(origin) : NULL };
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

/* Room for all at once, the document among them. */
static bool make_room(struct flats *flats, xmlDocPtr submission)
{
    size_t most = submission_size(submission) + 1;

    flats->count = 0;
    if (flats->room < most) {
        free(flats->list);
        flats->list = list_new(most, &flats->room, sizeof *flats->list);
        flats->room = flats->list ? flats->room : 0;
    }
    return flats->list;
}

bool flats_read(struct flats *flats, xmlDocPtr submission)
{
    return make_room(flats, submission)
        && add(flats, NODE_FLAT_ROOT, (xmlNodePtr)submission, 0)
        && add_all(flats, (xmlNodePtr)submission, 0);
}

void flats_free(struct flats *flats)
{
    free(flats->list);
    *flats = (struct flats){0};
}

size_t flats_place(const struct flats *flats, const xmlNode *node)
{
    size_t number = node->type == XML_ELEMENT_NODE ? element_number(node) : 0;

    return number < flats->count && flats->list[number].origin == node
        ? number : 0;
}

static struct flat *find_element(const struct flats *flats,
    const xmlNode *node)
{
    size_t place = flats_place(flats, node);

    return place ? &flats->list[place] : NULL;
}

void flats_changed(struct flats *flats, xmlNodePtr node)
{
    struct flat *flat = find_element(flats, node);

    if (flat)
        flat->given = node_given(node);
}

const char *flat_attribute_value(const struct flat *flat, const char *name)
{
    const char *value = flat->given && !name_is_src(name)
        ? given_value(flat->given, name) : given_apart;

    return value == given_apart ? node_attribute(flat->origin, name) : value;
}

/* Those of the tree that a node is in. */
static struct flats *flats_of(const struct node *node)
{
    const struct flat *flat = is_attribute(node) ? attribute_of(node)->of
        : flat_of(node);

    return submission_flats(flat->origin->doc)->flats;
}

/* The attribute behind that one, or the first one for NULL. */
static struct node *attribute_behind(struct flat *of, const char *name)
{
    struct flat_attribute found = { .kind = NODE_FLAT_ATTRIBUTE, .of = of };

    return of->kind == NODE_FLAT
        && node_attribute_behind(of->origin, name, &found.own)
        ? copy_attribute(&found, flats_of(node_of(of))->pool) : NULL;
}

static struct node *find_attribute(const struct flats *flats,
    const xmlAttr *attribute)
{
    struct flat_attribute found = { NODE_FLAT_ATTRIBUTE,
        find_element(flats, attribute->parent),
        { (const char *)attribute->name, NULL } };

    if (!found.of)
        return NULL;
    found.own.value = node_attribute(attribute->parent, found.own.name);
    return copy_attribute(&found, flats->pool);
}

struct node *flats_find(const struct flats *flats, xmlNodePtr node)
{
    if (node->type == XML_ELEMENT_NODE)
        return node_of(find_element(flats, node));
    if (node->type == XML_ATTRIBUTE_NODE)
        return find_attribute(flats, (const xmlAttr *)node);
    return flats->count && node == flats->list[0].origin
        ? node_of(&flats->list[0]) : NULL;
}

xmlNodePtr flat_origin(const struct node *node)
{
    return is_attribute(node)
        ? (xmlNodePtr)node_listed(attribute_of(node)->of->origin,
            attribute_of(node)->own.name) : flat_of(node)->origin;
}

const char *flat_name(const struct node *node)
{
    return is_attribute(node) ? attribute_of(node)->own.name
        : flat_of(node)->name;
}

/* The element itself, or the one that an attribute is of. */
static struct flat *element_of(const struct node *node)
{
    return is_attribute(node) ? attribute_of(node)->of : flat_of(node);
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
    const xmlNode *origin = flat_of(node)->origin;

    if (is_attribute(node))
        return text_of_string(attribute_of(node)->own.value);
    const xmlNode *child = origin->children;
    if (!child || (is_words(child) && !child->next))
        return words_of(child);
    size_t length = gather_words(origin, NULL);
    char *all = pool_get(flats_of(node)->pool, length + 1);
    gather_words(origin, all);
    return (struct text){ all, length };
}

/* Attributes of one element in their order. */
static int compare_attributes(const struct flat_attribute *a,
    const struct flat_attribute *b)
{
    struct attribute at = a->own;

    if (strcmp(a->own.name, b->own.name) == 0)
        return 0;
    while (strcmp(at.name, b->own.name) != 0)
        if (!node_attribute_behind(a->of->origin, at.name, &at))
            return 1;
    return -1;
}

int flat_compare(const struct node *a, const struct node *b)
{
    if (!is_attribute(a) && !is_attribute(b))   /* in one array */
        return (a > b) - (a < b);
    const struct flat *x = element_of(a), *y = element_of(b);
    if (x != y)
        return x < y ? -1 : 1;
    return is_attribute(a) && is_attribute(b)
        ? compare_attributes(attribute_of(a), attribute_of(b))
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
        return is_attribute(node) ? NULL
            : attribute_behind(flat_of(node), NULL);
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
        return attribute_behind(attribute_of(node)->of,
            attribute_of(node)->own.name);
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

struct node *flat_attribute(const struct node *node, const struct name *name,
    struct flat_attribute *place)
{
    const char *value = flat_value(node, name);

    *place = (struct flat_attribute){ NODE_FLAT_ATTRIBUTE, flat_of(node),
        { name->local, value } };
    return value ? (struct node *)place : NULL;
}

const char *flat_value(const struct node *node, const struct name *name)
{
    return node->kind == NODE_FLAT
        ? flat_attribute_value(flat_of(node), name->local) : NULL;
}
