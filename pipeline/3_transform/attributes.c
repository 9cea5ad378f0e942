/* Attributes of submission.xml, which elements share where they are equal. */

#include "3_transform/submission.h"

#include <stdlib.h>
#include <string.h>

#include "3_transform/own_element.h"

enum {
    KNOWN_FIRST = 1024,
    KNOWN_MOST = 1 << 16,
    KNOWN_PLACES = 8,
};

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

static enum state parse_state(const char *name)
{
    int state = STATE_STATED;

    while (state < STATE_ABSENT && strcmp(state_names[state], name) != 0)
        state++;
    return (enum state)state;
}

static bool is_state(const char *name)
{
    return name[0] == 's' && strcmp(name, "state") == 0;
}

/* Names may share a bit; those that are asked for most do not. */
static uint32_t name_bit(const char *name)
{
    unsigned first = (unsigned char)name[0];
    unsigned second = first ? (unsigned char)name[1] : 0;

    return UINT32_C(1) << (first * 8 + second * 7) % 32;
}

/* An attribute of any tree that no entity is in has one text at most. */
static const char *value_in_list(xmlNodePtr node, const char *name)
{
    xmlAttrPtr attribute = node->properties;

    while (attribute && (attribute->ns
            || attribute->name[0] != (unsigned char)name[0]
            || strcmp((const char *)attribute->name, name) != 0))
        attribute = attribute->next;
    if (!attribute)
        return NULL;
    return attribute->children
        ? (const char *)attribute->children->content : "";
}

/* NULL: none. */
static const char *src_of(struct own_element *own)
{
    return own->node.properties ? value_in_list(&own->node, "src")
        : own->node.psvi;
}

/* What an attribute of an element says. */
static const char *says(struct own_element *own, const struct given *given)
{
    return given->value == given_apart && own->node.properties
        ? value_in_list(&own->node, given->name)
        : given_says(&own->node, given);
}

/* Mostly it is the first that has the bit of its name. */
static const struct given *find_given(const struct given *last,
    const char *name)
{
    const struct given *given = last;
    uint32_t bit = name_bit(name);

    if (!given || !(given->names & bit))
        return NULL;
    while (given->before && given->before->names & bit)
        given = given->before;
    if (given->name == name || strcmp(given->name, name) == 0)
        return given;
    given = last;
    while (given && strcmp(given->name, name) != 0)
        given = given->before;
    return given;
}

bool submission_may_have(xmlDocPtr submission, const char *attribute)
{
    const struct memory *memory = submission->_private;

    return !memory || memory->names & name_bit(attribute)
        || name_is_src(attribute);
}

const struct given *node_given(xmlNodePtr node)
{
    const struct own_element *own = own_element(node);

    return own ? own->last : NULL;
}

const char *given_value(const struct given *given, const char *name)
{
    if (is_state(name))     /* sum_up() has it at hand: all are asked for it */
        return given && given->state ? state_names[given->state - 1] : NULL;
    const struct given *found = find_given(given, name);

    return found ? found->value : NULL;
}

/* Notes what all of them say. */
static void sum_up(struct given *given)
{
    const struct given *before = given->before;
    enum value_type type;

    given->names = name_bit(given->name) | (before ? before->names : 0);
    given->type = before ? before->type : 0;
    given->state = before ? before->state : 0;
    given->is_list = before && before->is_list;
    if (is_state(given->name)) {
        given->state = (uint8_t)(parse_state(given->value) + 1);
    } else if (given->name[0] == 't' && strcmp(given->name, "type") == 0) {
        given->is_list = strcmp(given->value, "list") == 0;
        given->type = value_type_parse(given->value, &type)
            ? (uint8_t)(type + 1) : 0;
    }
}

static const struct given *new_given(struct memory *memory,
    const struct given *before, const char *name, const char *value)
{
    struct given *given = arena_take(&memory->values, 1, sizeof *given);

    if (given) {
        *given = (struct given){ .before = before, .name = name,
            .value = value };
        sum_up(given);
        memory->names |= given->names;
        memory->known.made++;
    }
    return given;
}

/* Nothing is moved to more room: what was known is made once more. */
static bool make_room(struct made_last *known)
{
    size_t room = known->room ? 4 * known->room : KNOWN_FIRST;
    const struct given **list = room <= KNOWN_MOST
        ? calloc(room, sizeof *list) : NULL;

    known->made = 0;
    if (!list)
        return known->room;
    free(known->list);
    known->list = list;
    known->room = room;
    return true;
}

/* Each bit of what is known of an attribute changes the upper half. */
static uint64_t mix(uint64_t hash, uintptr_t next)
{
    return (hash ^ hash >> 32 ^ next) * UINT64_C(0x9E3779B97F4A7C15);
}

/* An attribute behind others that is wanted; a value that has to be copied is
 * the same as another by its text, one that lasts by its place. */
struct wanted {
    const struct given *before;
    const char *name, *value;
    bool is_copied;
};

static bool is_wanted(const struct given *given, const struct wanted *wanted)
{
    return given->before == wanted->before && given->name == wanted->name
        && (given->value == wanted->value || (wanted->is_copied
            && strcmp(given->value, wanted->value) == 0));
}

/* Where it is, or may be put: few places behind that of its hash are looked at,
 * and the first is taken from another where all of them are. */
static const struct given **place_of(struct made_last *known,
    const struct wanted *wanted, uintptr_t value, bool *is_known)
{
    uint64_t hash = mix(mix(mix(0, (uintptr_t)wanted->before),
        (uintptr_t)wanted->name), value) >> 32;

    for (size_t n = 0; n < KNOWN_PLACES; n++) {
        const struct given **place = &known->list[(hash + n) % known->room];
        *is_known = *place && is_wanted(*place, wanted);
        if (!*place || *is_known)
            return place;
    }
    return &known->list[hash % known->room];
}

/* NULL if memory runs out. */
static const struct given *known_or_new(struct memory *memory,
    const struct wanted *wanted, uintptr_t value, size_t length)
{
    struct made_last *known = &memory->known;
    bool is_known;

    if (known->made >= known->room / 2 && !make_room(known))
        return NULL;
    const struct given **place = place_of(known, wanted, value, &is_known);
    if (is_known)
        return *place;
    const char *lasting = wanted->is_copied
        ? arena_copy(&memory->values, wanted->value, length) : wanted->value;
    return *place = lasting ? new_given(memory, wanted->before, wanted->name,
        lasting) : NULL;
}

static const struct given *give(struct memory *memory,
    const struct given *before, const char *name, const char *value)
{
    return known_or_new(memory, &(struct wanted){ before, name, value, false },
        (uintptr_t)value, 0);
}

static const struct given *give_copy(struct memory *memory,
    const struct given *before, const char *name, const char *value)
{
    uintptr_t hash = 0;
    size_t length = 0;

    while (value[length])
        hash = hash * 31 + (unsigned char)value[length++];
    return known_or_new(memory, &(struct wanted){ before, name, value, true },
        hash, length);
}

typedef const struct given *giving(struct memory *memory,
    const struct given *before, const char *name, const char *value);

/* The same attributes, but that `old` has another value. */
static const struct given *replace(struct memory *memory,
    const struct given *last, const struct given *old, giving *new_one,
    const char *value)
{
    if (last == old)
        return new_one(memory, old->before, old->name, value);
    const struct given *before = replace(memory, last->before, old, new_one,
        value);
    return before ? give(memory, before, last->name, last->value) : NULL;
}

/* A value that is not shared, as long as its element lasts. */
static char *own_copy(xmlNodePtr node, const char *value, giving *new_one)
{
    return new_one == give ? (char *)value
        : arena_copy(&memory_of(node)->values, value, strlen(value));
}

static bool set_src(xmlNodePtr node, const char *value, giving *new_one)
{
    char *own = own_copy(node, value, new_one);

    if (!own || is_listed(node))
        return own && own_list_change(node, "src", own);
    node->psvi = own;
    return true;
}

/* Gives an element an attribute that it may share with others. */
static bool set_given(xmlNodePtr node, const char *name, const char *value,
    giving *new_one)
{
    struct own_element *own = (struct own_element *)node;
    struct memory *memory = memory_of(node);
    const struct given *last = own->last;
    const struct given *old = find_given(last, name);

    last = old ? replace(memory, last, old, new_one, value)
        : new_one(memory, last, name, value);
    if (!last)
        return false;
    own->last = last;
    if (memory->flats.flats)
        memory->flats.changed(memory->flats.flats, node);
    return true;
}

/* Gives it one whose value it has for itself, where the tree keeps that. */
static bool set_apart(xmlNodePtr node, const char *name, char *own)
{
    const struct given *old = find_given(((struct own_element *)node)->last,
        name);

    if (!own || ((!old || old->value != given_apart)
            && !set_given(node, name, given_apart, give)))
        return false;
    if (is_listed(node))
        return own_list_change(node, name, own);
    if (name_is_value(name))
        node->nsDef = (xmlNsPtr)own;
    else
        node->ns = (xmlNsPtr)own;
    return true;
}

static bool set(xmlNodePtr node, const char *name, const char *value,
    giving *new_one)
{
    struct own_element *own = (struct own_element *)node;

    if (name_is_src(name))
        return set_src(node, value, new_one);
    if (name_is_value(name))
        return set_apart(node, name, own_copy(node, value, new_one));
    return set_given(node, name, value, new_one)
        && (!is_listed(node) || !*name
            || own_list_change(node, name,
                find_given(own->last, name)->value));
}

bool node_add_attribute(xmlNodePtr node, const char *name, const char *value)
{
    return set(node, name, value, give);
}

bool node_add_own_label(xmlNodePtr node, const char *label)
{
    return set_apart(node, "label", (char *)label);
}

bool node_set_attribute(xmlNodePtr node, const char *name, const char *value)
{
    return set(node, name, value, give_copy);
}

bool node_set_overrides(xmlNodePtr leaf, const char *code)
{
    return set(leaf, "", code, give);
}

const char *node_overrides(xmlNodePtr leaf)
{
    const struct own_element *own = own_element(leaf);

    return own ? given_value(own->last, "") : NULL;
}

const char *node_attribute(xmlNodePtr node, const char *name)
{
    struct own_element *own = own_element(node);

    if (!own)
        return value_in_list(node, name);
    if (name_is_src(name))
        return src_of(own);
    const struct given *given = find_given(own->last, name);
    return given ? says(own, given) : NULL;
}

bool node_attribute_behind(xmlNodePtr node, const char *name,
    struct attribute *next)
{
    struct own_element *own = own_element(node);

    if (!name && src_of(own)) {
        *next = (struct attribute){ "src", src_of(own) };
        return true;
    }
    const struct given *given = given_behind(own->last,
        !name || name_is_src(name) ? NULL : find_given(own->last, name));
    if (given)
        *next = (struct attribute){ given->name, says(own, given) };
    return given;
}

size_t node_attributes(xmlNodePtr node, struct attribute *list, size_t room)
{
    struct own_element *own = own_element(node);
    const char *src = src_of(own);
    size_t count = src != NULL;

    for (const struct given *given = own->last; given; given = given->before)
        count += *given->name != '\0';
    size_t at = count;
    for (const struct given *given = own->last; given; given = given->before)
        if (*given->name && --at < room)
            list[at] = (struct attribute){ given->name, says(own, given) };
    if (src && room > 0)
        list[0] = (struct attribute){ "src", src };
    return count;
}

enum state node_state(xmlNodePtr node)
{
    const struct own_element *own = own_element(node);
    const char *name = own ? NULL : node_attribute(node, "state");

    if (own)
        return own->last && own->last->state
            ? (enum state)(own->last->state - 1) : STATE_STATED;
    return name ? parse_state(name) : STATE_STATED;
}

bool node_value_type(xmlNodePtr node, enum value_type *type)
{
    const struct own_element *own = own_element(node);
    const char *name = own ? NULL : node_attribute(node, "type");

    if (!own)
        return name && value_type_parse(name, type);
    if (!own->last || !own->last->type)
        return false;
    *type = (enum value_type)(own->last->type - 1);
    return true;
}

bool node_is_list(xmlNodePtr node)
{
    const struct own_element *own = own_element(node);
    const char *type = own ? NULL : node_attribute(node, "type");

    return own ? own->last && own->last->is_list
        : type && strcmp(type, "list") == 0;
}
