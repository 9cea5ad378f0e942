/* Looks among the members of an object for the one that somebody meant. */

#include "2_schema/report/meant.h"

#include <stdint.h>
#include <string.h>

#include "0_base/nearest.h"

/* Bytes of the shortest name that says something where it stands in another
 * one: two Chinese characters, or four letters. */
#define TELLING_MIN 4

/* What has been found while candidates are tried. */
struct guess {
    const char *word;
    struct nearest nearest;
    size_t near;                /* the candidate that is nearest, */
    size_t holding;             /* and the last one that holds the word; */
    size_t holders;             /* SIZE_MAX for no candidate */
};

static struct guess guess_for(const struct fault *unknown)
{
    const char *word = unknown->value->string;

    return (struct guess){
        .word = word, .nearest = nearest_to(word, strlen(word)),
        .near = SIZE_MAX, .holding = SIZE_MAX,
    };
}

static bool holds(const char *word, const char *name)
{
    return strlen(word) >= TELLING_MIN && strlen(name) >= TELLING_MIN
        && (strstr(name, word) || strstr(word, name));
}

bool meant_holds(const char *word, const char *name,
    const struct schema_node *node)
{
    const char *title = schema_string(node, "title");

    return holds(word, name) || (title && holds(word, title));
}

/* Whether a candidate is nearer than all before, by its name or by what the
 * schema calls it. */
static bool is_nearer(struct nearest *nearest, const char *name,
    const struct schema_node *node)
{
    const char *before = nearest->name;
    const char *title = schema_string(node, "title");

    nearest_try(nearest, name);
    if (title)
        nearest_try(nearest, title);
    return nearest->name != before;
}

static void try_name(struct guess *guess, const char *name,
    const struct schema_node *node, size_t candidate)
{
    if (is_nearer(&guess->nearest, name, node))
        guess->near = candidate;
    if (!meant_holds(guess->word, name, node))
        return;
    guess->holding = candidate;
    guess->holders++;
}

/* The candidate that is meant; SIZE_MAX for none, or for one of several. */
static size_t answer(const struct guess *guess)
{
    return guess->near == SIZE_MAX && guess->holders == 1 ? guess->holding
        : guess->near;
}

/* The first of the faults at a value. */
static size_t find_first(const struct pass *run, const cJSON *value)
{
    size_t low = 0;
    size_t high = run->fault_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (run->faults[middle].value->valueint < value->valueint)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void meant_pair(struct pass *run, struct fault *unknown)
{
    struct guess guess = guess_for(unknown);
    size_t meant;

    for (size_t k = find_first(run, unknown->other); k < run->fault_count
        && run->faults[k].value == unknown->other; k++) {
        const struct fault *missing = &run->faults[k];
        if (missing->kind == FAULT_REQUIRED && missing->name)
            try_name(&guess, missing->name,
                schema_member(missing->node, missing->name), k);
    }
    meant = answer(&guess);
    if (meant == SIZE_MAX)
        return;
    unknown->name = run->faults[meant].name;
    run->faults[meant].name = NULL;         /* spoken for */
}

void meant_find(struct pass *run, struct fault *unknown, struct step *object)
{
    const struct schema_node *node = step_names(object, unknown);
    struct guess lacking = guess_for(unknown);
    struct guess stated = lacking;
    size_t meant;

    for (size_t k = 0; k < schema_member_count(node); k++) {
        const struct schema_member *member = schema_members(node, k);
        try_name(step_lacks(run, object, node, k) ? &lacking : &stated,
            member->name, member->node, k);
    }
    meant = answer(&lacking);
    if (stated.nearest.distance < lacking.nearest.distance)
        meant = stated.near;
    if (meant != SIZE_MAX)
        unknown->name = schema_members(node, meant)->name;
    unknown->detail = meant == SIZE_MAX || step_lacks(run, object, node, meant)
        ? 0 : 1;
}
