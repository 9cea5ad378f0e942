/* Finds elements of a submission by their names and attributes. */

#include "6_rules/node_elements.h"

#include <string.h>

/* Conditions of t:elements(), one after the other. */
#define CONDITIONS_MAX 4

struct condition {
    bool is_name;               /* "self": the name of the element, */
    const char *attribute;      /* and not this */
    const char *values;         /* NULL for any */
    const char *last;           /* value that was asked about, */
    bool fits;                  /* and whether it is one of them */
};

/* Cuts the word in two. */
static struct condition read_condition(char *word)
{
    struct condition condition = { .attribute = word };
    char *sign = strchr(word, '=');

    if (sign) {
        *sign = '\0';
        condition.values = sign + 1;
    }
    condition.is_name = strcmp(word, "self") == 0;
    return condition;
}

/* How many there are in the text, which they cut to pieces and borrow; 0 where
 * there are none or too many. */
static size_t read_conditions(char *text,
    struct condition conditions[CONDITIONS_MAX])
{
    size_t count = 0;
    char *rest;

    for (char *word = strtok_r(text, " ", &rest); word;
        word = strtok_r(NULL, " ", &rest)) {
        if (count == CONDITIONS_MAX)
            return 0;
        conditions[count++] = read_condition(word);
    }
    return count;
}

static bool is_one_of(const char *value, const char *values)
{
    while (true) {
        const char *byte = value;
        while (*values && *values == *byte) {
            values++;
            byte++;
        }
        if (!*byte && (!*values || *values == '|'))
            return true;
        while (*values && *values != '|')
            values++;
        if (!*values)
            return false;
        values++;
    }
}

static const char *value_of(const struct flat *flat,
    const struct condition *condition)
{
    return condition->is_name ? flat->name
        : flat_attribute_value(flat, condition->attribute);
}

/* Many elements have the value of the one before them. */
static bool has_one(struct condition *condition, const char *value)
{
    if (value && value != condition->last) {
        condition->last = value;
        condition->fits = !condition->values
            || is_one_of(value, condition->values);
    }
    return value && condition->fits;
}

#define SEEN 256                /* attributes that were looked at last */

/* What elements are chosen by, and those that were. */
struct choice {
    struct condition conditions[CONDITIONS_MAX];
    size_t count;
    bool by_given;              /* by nothing but what elements share: what
                                   goes for one goes for all with these */
    struct {
        const struct given *given;
        bool fits;
    } seen[SEEN];               /* each where its address says */
    struct nodes chosen;
    struct pool *pool;
};

static bool is_shared(const struct condition *condition)
{
    return !condition->is_name && !name_is_src(condition->attribute)
        && !name_may_be_apart(condition->attribute);
}

static void begin(struct choice *choice)
{
    choice->by_given = true;
    for (size_t k = 0; k < choice->count; k++)
        choice->by_given = choice->by_given
            && is_shared(&choice->conditions[k]);
}

static bool fulfils(struct choice *choice, const struct flat *flat)
{
    size_t k = 0;

    while (k < choice->count && has_one(&choice->conditions[k],
            value_of(flat, &choice->conditions[k])))
        k++;
    return k == choice->count;
}

static bool fits(struct choice *choice, const struct flat *flat)
{
    size_t place = (uintptr_t)flat->given / sizeof (void *) % SEEN;

    if (!choice->by_given || !flat->given)
        return fulfils(choice, flat);
    if (choice->seen[place].given != flat->given) {
        choice->seen[place].given = flat->given;
        choice->seen[place].fits = fulfils(choice, flat);
    }
    return choice->seen[place].fits;
}

static void choose(struct choice *choice, struct flat *flat)
{
    if (fits(choice, flat))
        nodes_add(&choice->chosen, node_of(flat), choice->pool);
}

static void choose_of_all(struct choice *choice, const struct flats *flats)
{
    struct flat *end = flats->list + flats->count;

    for (struct flat *flat = flats->list + 1; flat < end;)
        if (flat_is_reference(flat)) {
            flat += flat->size;
        } else {
            choose(choice, flat);
            flat++;
        }
}

static void choose_of_nodes(struct choice *choice, const struct nodes *nodes)
{
    for (size_t k = 0; k < nodes->count; k++)
        if (flat_is_part(nodes->at[k]))
            choose(choice, flat_of(nodes->at[k]));
}

/* Those that fulfil the conditions, of all or of those given. */
struct value node_elements(const struct value *arguments, size_t count,
    const struct flats *flats, struct pool *pool)
{
    struct choice choice = { .by_given = false, .pool = pool };

    if (count < 1 || count > 2
            || (count == 2 && arguments[1].type != TYPE_NODES))
        flat_refuse(pool);
    struct text text = value_to_text(&arguments[0], pool);
    choice.count = read_conditions(pool_copy(pool, text.at, text.length),
        choice.conditions);
    if (!choice.count)
        flat_refuse(pool);
    begin(&choice);
    if (count == 2)
        choose_of_nodes(&choice, &arguments[1].nodes);
    else
        choose_of_all(&choice, flats);
    return value_nodes(choice.chosen);
}
