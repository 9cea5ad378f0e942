/* Elements of submission.xml and their attributes, made in an arena. */

#include "3_transform/submission.h"

#include <libxml/parserInternals.h>     /* xmlStringText */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/arena.h"
#include "3_transform/children_index.h"

static const char *const state_names[] = {
    [STATE_STATED] = "stated",
    [STATE_DERIVED] = "derived",
    [STATE_NULL] = "null",
    [STATE_ABSENT] = "absent",
};

const char *state_name(enum state state)
{
    return state_names[state];
}

enum {
    SHARED_TEXTS = 512,
    SHARED_LENGTH = 24,         /* most longer ones are said once */
};

/* A value that an attribute borrows, mostly from the schema, and its text. */
struct borrowed {
    const char *value;
    xmlNodePtr text;
};

/* Elements lie apart from attributes, and names apart from values, so that a
 * search through one kind stays within few pages of memory.  Attributes of one
 * value share its text; a text is never changed. */
struct memory {
    struct arena nodes;         /* elements, and texts in them */
    struct arena attributes;
    struct arena values;        /* texts in attributes, and all strings */
    xmlNodePtr shared[SHARED_TEXTS];    /* the newest of each hash */
    struct borrowed borrowed[SHARED_TEXTS];     /* of each place */
    struct children *children;
    struct flats *flats;        /* borrowed */
};

/* Attributes that are asked for most: two with a, and one for each first letter
 * from s on. */
enum kept { KEPT_ASKED, KEPT_ASKED_RULE, KEPT_STATE, KEPT_TYPE, KEPT_UNIT,
    KEPT_VALUE, KEPT_COUNT };

static const char *const kept_names[KEPT_COUNT] = {
    [KEPT_ASKED] = "asked",
    [KEPT_ASKED_RULE] = "asked-rule",
    [KEPT_STATE] = "state",
    [KEPT_TYPE] = "type",
    [KEPT_UNIT] = "unit",
    [KEPT_VALUE] = "value",
};

/* An element of such a tree, with what is asked of it most: some attributes,
 * others that it lacks, its type and state.  Its list of attributes is long,
 * and in a large tree far from it. */
struct own_element {
    xmlNode node;
    uint32_t names;             /* bits of the names of its attributes */
    uint16_t expected;          /* elements in it whose places are kept */
    uint8_t type;               /* the value type and 1; 0 for none */
    uint8_t state;
    xmlAttrPtr newest;          /* the last attribute */
    const char *kept[KEPT_COUNT];       /* NULL where it has none */
    const char *overrides;      /* node_overrides() */
};

/* What an element takes: whole lines, so that what a search through children
 * reads of each is in the first. */
#define ELEMENT_SIZE ((sizeof (struct own_element) + ARENA_LINE - 1) \
    / ARENA_LINE * ARENA_LINE)

/* NULL for one of another tree. */
static struct own_element *own_element(xmlNodePtr node)
{
    return node->type == XML_ELEMENT_NODE && node->doc && node->doc->_private
        ? (struct own_element *)node : NULL;
}

/* Names may share a bit; those that are asked for most do not. */
static uint32_t name_bit(const char *name)
{
    unsigned first = (unsigned char)name[0];
    unsigned second = first ? (unsigned char)name[1] : 0;

    return UINT32_C(1) << (first * 8 + second * 7) % 32;
}

uint32_t node_names(xmlNodePtr node)
{
    const struct own_element *own = own_element(node);

    return own ? own->names : UINT32_MAX;
}

const char *node_overrides(xmlNodePtr leaf)
{
    const struct own_element *own = own_element(leaf);

    return own ? own->overrides : NULL;
}

void node_set_overrides(xmlNodePtr leaf, const char *code)
{
    struct own_element *own = own_element(leaf);

    if (own)
        own->overrides = code;
}

bool node_names_allow(uint32_t names, const char *name)
{
    return names & name_bit(name);
}

/* KEPT_COUNT for an attribute that is in the list alone. */
static inline enum kept find_kept(const char *name)
{
    unsigned kept = (unsigned)(unsigned char)name[0] - 's' + KEPT_STATE;

    if (name[0] == 'a')
        kept = strchr(name, '-') ? KEPT_ASKED_RULE : KEPT_ASKED;
    return kept < KEPT_COUNT && kept_names[kept][1] == name[1]
        && strcmp(kept_names[kept], name) == 0 ? (enum kept)kept : KEPT_COUNT;
}

xmlDocPtr submission_new(void)
{
    xmlDocPtr submission = xmlNewDoc(BAD_CAST "1.0");
    struct memory *memory = calloc(1, sizeof *memory);

    if (submission && memory) {
        submission->_private = memory;
        return submission;
    }
    if (submission)
        xmlFreeDoc(submission);
    free(memory);
    return NULL;
}

struct children **submission_children(xmlDocPtr submission)
{
    struct memory *memory = submission->_private;

    return memory ? &memory->children : NULL;
}

struct flats **submission_flats(xmlDocPtr submission)
{
    struct memory *memory = submission->_private;

    return memory ? &memory->flats : NULL;
}

static struct memory *memory_of(xmlNodePtr node)
{
    return node->doc->_private;
}

void submission_free(xmlDocPtr submission)
{
    if (!submission)
        return;
    struct memory *memory = submission->_private;
    arena_free(&memory->nodes);
    arena_free(&memory->attributes);
    arena_free(&memory->values);
    children_free(memory->children);
    free(memory);
    submission->children = NULL;
    xmlFreeDoc(submission);
}

void node_expect(xmlNodePtr node, size_t count)
{
    struct own_element *own = own_element(node);

    if (own && !node->children)
        own->expected = count < UINT16_MAX ? (uint16_t)count : UINT16_MAX;
}

/* No place is taken again. */
static void expect_none(xmlNodePtr node)
{
    struct own_element *own = own_element(node);

    if (own)
        own->expected = 0;
}

/* The place of an element that its parent expects is behind the one before. */
static struct own_element *new_element(xmlNodePtr parent)
{
    struct own_element *own = own_element(parent);
    struct arena *nodes = &memory_of(parent)->nodes;

    if (!own || !own->expected)
        return arena_new(nodes, 1, ELEMENT_SIZE);
    void *first = parent->last ? (char *)parent->last + ELEMENT_SIZE
        : arena_new(nodes, own->expected, ELEMENT_SIZE);
    if (first)
        own->expected--;
    return first;
}

static xmlNodePtr add_child(xmlElementType type, const xmlChar *name,
    xmlNodePtr parent)
{
    xmlNodePtr node = type == XML_ELEMENT_NODE
        ? (xmlNodePtr)new_element(parent)
        : arena_new(&memory_of(parent)->nodes, 1, sizeof *node);

    if (!node)
        return NULL;
    if (type != XML_ELEMENT_NODE)
        expect_none(parent);
    node->type = type;
    node->name = name;
    node->parent = parent;
    node->doc = parent->doc;
    node->prev = parent->last;
    if (parent->last)
        parent->last->next = node;
    else
        parent->children = node;
    parent->last = node;
    return node;
}

xmlNodePtr node_add(xmlNodePtr parent, const char *name)
{
    return add_child(XML_ELEMENT_NODE, BAD_CAST name, parent);
}

bool node_add_text(xmlNodePtr node, const char *text, size_t length)
{
    char *copy = arena_copy(&memory_of(node)->values, text, length);
    xmlNodePtr child = copy ? add_child(XML_TEXT_NODE, xmlStringText, node)
        : NULL;

    if (child)
        child->content = BAD_CAST copy;
    return child != NULL;
}

void node_clear(xmlNodePtr node)
{
    expect_none(node);
    node->children = node->last = NULL;
}

void node_remove(xmlNodePtr node)
{
    if (node->parent)
        expect_none(node->parent);
    xmlUnlinkNode(node);
}

void node_print(xmlNodePtr node, struct buffer *out)
{
    for (xmlNodePtr child = node->children; child; child = child->next) {
        if (child->type == XML_ELEMENT_NODE)
            node_print(child, out);
        else if (child->content)
            buffer_add_string(out, (const char *)child->content);
    }
}

static bool lacks(const struct own_element *own, const char *name)
{
    return own && !(own->names & name_bit(name));
}

static xmlAttrPtr find_listed(xmlNodePtr node, const char *name)
{
    xmlAttrPtr attribute = node->properties;

    while (attribute && (attribute->name[0] != (unsigned char)name[0]
        || attribute->ns
        || strcmp((const char *)attribute->name, name) != 0))
        attribute = attribute->next;
    return attribute;
}

static xmlAttrPtr find_attribute(xmlNodePtr node, const char *name)
{
    return lacks(own_element(node), name) ? NULL : find_listed(node, name);
}

static enum state parse_state(const char *name)
{
    int state = STATE_STATED;

    while (state < STATE_ABSENT && strcmp(state_names[state], name) != 0)
        state++;
    return (enum state)state;
}

static void note(struct own_element *own, const char *name,
    const char *value)
{
    enum kept kept = find_kept(name);
    enum value_type type;

    own->names |= name_bit(name);
    if (kept < KEPT_COUNT)
        own->kept[kept] = value;
    if (kept == KEPT_TYPE)
        own->type = value_type_parse(value, &type) ? (uint8_t)(type + 1) : 0;
    else if (kept == KEPT_STATE)
        own->state = (uint8_t)parse_state(value);
}

/* Where the text of a value would be shared; NULL for a long one. */
static xmlNodePtr *shared_text(struct memory *memory, const char *value,
    size_t length)
{
    uint32_t hash = 0;

    if (length > SHARED_LENGTH)
        return NULL;
    for (size_t k = 0; k < length; k++)
        hash = hash * 31 + (unsigned char)value[k];
    return &memory->shared[(hash ^ hash >> 9) % SHARED_TEXTS];
}

/* It has no parent, since it may be shared. */
static xmlNodePtr new_text(struct memory *memory, const char *value,
    xmlDocPtr doc)
{
    xmlNodePtr text = arena_new(&memory->values, 1, sizeof *text);

    if (text) {
        text->type = XML_TEXT_NODE;
        text->name = xmlStringText;
        text->doc = doc;
        text->content = BAD_CAST value;
    }
    return text;
}

/* The text of a value, shared where it can be; NULL if memory runs out.  What
 * does not last is copied. */
static xmlNodePtr find_text(struct memory *memory, const char *value,
    bool lasts, xmlDocPtr doc)
{
    size_t length = strlen(value);
    xmlNodePtr *shared = shared_text(memory, value, length);
    xmlNodePtr text = shared ? *shared : NULL;

    if (!text || strcmp((const char *)text->content, value) != 0) {
        if (!lasts)
            value = arena_copy(&memory->values, value, length);
        text = value ? new_text(memory, value, doc) : NULL;
    }
    if (shared && text)
        *shared = text;
    return text;
}

/* The same of a value that lasts: it is known by its place. */
static xmlNodePtr find_borrowed(struct memory *memory, const char *value,
    xmlDocPtr doc)
{
    uintptr_t place = (uintptr_t)value;
    struct borrowed *borrowed
        = &memory->borrowed[(place >> 4 ^ place >> 13) % SHARED_TEXTS];

    if (borrowed->value != value)
        *borrowed = (struct borrowed){ value,
            find_text(memory, value, true, doc) };
    return borrowed->text;
}

/* A value is one text node. */
static bool set_value(xmlAttrPtr attribute, const char *value, bool lasts)
{
    struct memory *memory = memory_of(attribute->parent);
    xmlNodePtr text = lasts ? find_borrowed(memory, value, attribute->doc)
        : find_text(memory, value, false, attribute->doc);

    if (!text)
        return false;
    note((struct own_element *)attribute->parent,
        (const char *)attribute->name, (const char *)text->content);
    attribute->children = attribute->last = text;
    return true;
}

static xmlAttrPtr add_attribute(xmlNodePtr node, const char *name)
{
    struct own_element *own = (struct own_element *)node;
    xmlAttrPtr attribute = arena_take(&memory_of(node)->attributes,
        1, sizeof *attribute);

    if (!attribute)
        return NULL;
    *attribute = (xmlAttr){ .type = XML_ATTRIBUTE_NODE,
        .name = BAD_CAST name, .parent = node, .doc = node->doc,
        .prev = own->newest };
    if (own->newest)
        own->newest->next = attribute;
    else
        node->properties = attribute;
    own->newest = attribute;
    return attribute;
}

bool node_add_attribute(xmlNodePtr node, const char *name, const char *value)
{
    xmlAttrPtr attribute = add_attribute(node, name);

    return attribute && set_value(attribute, value, true);
}

bool node_set_attribute(xmlNodePtr node, const char *name, const char *value)
{
    xmlAttrPtr attribute = find_attribute(node, name);

    if (!attribute)
        attribute = add_attribute(node, name);
    return attribute && set_value(attribute, value, false);
}

/* An attribute of any tree that no entity is in has one text at most. */
const char *node_attribute(xmlNodePtr node, const char *name)
{
    const struct own_element *own = own_element(node);

    if (lacks(own, name))
        return NULL;
    enum kept kept = own ? find_kept(name) : KEPT_COUNT;
    if (kept < KEPT_COUNT)
        return own->kept[kept];
    xmlAttrPtr attribute = find_listed(node, name);
    if (!attribute)
        return NULL;
    return attribute->children
        ? (const char *)attribute->children->content : "";
}

xmlNodePtr node_child(xmlNodePtr node, const char *name)
{
    xmlNodePtr child = xmlFirstElementChild(node);

    while (child && strcmp((const char *)child->name, name) != 0)
        child = xmlNextElementSibling(child);
    return child;
}

enum state node_state(xmlNodePtr node)
{
    const struct own_element *own = own_element(node);
    const char *name = own ? NULL : node_attribute(node, "state");

    if (own)
        return (enum state)own->state;
    return name ? parse_state(name) : STATE_STATED;
}

bool node_value_type(xmlNodePtr node, enum value_type *type)
{
    const struct own_element *own = own_element(node);

    if (!own) {
        const char *name = node_attribute(node, "type");
        return name && value_type_parse(name, type);
    }
    if (own->type)
        *type = (enum value_type)(own->type - 1);
    return own->type != 0;
}

static bool is_words(xmlNodePtr node)
{
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

const char *node_only_words(xmlNodePtr node)
{
    xmlNodePtr child = node->type == XML_ELEMENT_NODE ? node->children : NULL;

    return child && is_words(child) && !child->next
        ? (const char *)child->content : NULL;
}
