/* Attributes that elements share: those made last are known again. */

#include "3_transform/given.h"

#include <stdlib.h>
#include <string.h>

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

enum state given_state(const char *name)
{
    int state = STATE_STATED;

    while (state < STATE_ABSENT && strcmp(state_names[state], name) != 0)
        state++;
    return (enum state)state;
}

/* Notes what all of them say. */
static void sum_up(struct given *given)
{
    const struct given *before = given->before;
    enum value_type type;

    given->names = given_name_bit(given->name) | (before ? before->names : 0);
    given->type = before ? before->type : 0;
    given->state = before ? before->state : 0;
    given->is_list = before && before->is_list;
    if (given_is_state(given->name)) {
        given->state = (uint8_t)(given_state(given->value) + 1);
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

const struct given *given_lasting(struct memory *memory,
    const struct given *before, const char *name, const char *value)
{
    return known_or_new(memory, &(struct wanted){ before, name, value, false },
        (uintptr_t)value, 0);
}

const struct given *given_copied(struct memory *memory,
    const struct given *before, const char *name, const char *value)
{
    uintptr_t hash = 0;
    size_t length = 0;

    while (value[length])
        hash = hash * 31 + (unsigned char)value[length++];
    return known_or_new(memory, &(struct wanted){ before, name, value, true },
        hash, length);
}

const struct given *given_replace(struct memory *memory,
    const struct given *last, const struct given *old, given_maker *new_one,
    const char *value)
{
    if (last == old)
        return new_one(memory, old->before, old->name, value);
    const struct given *before = given_replace(memory, last->before, old,
        new_one, value);
    return before
        ? given_lasting(memory, before, last->name, last->value) : NULL;
}
