/* Schemas for the same value: all, any, one or none of them have to fit. */

#include <stdlib.h>
#include <string.h>

#include "0_base/nearest.h"
#include "2_schema/check/check.h"

bool check_all_of(struct pass *run, const struct frame *frame,
    const struct check *check)
{
    bool good = true;

    for (size_t k = 0; k < check->branches.count
        && (good || !run->quiet); k++)
        good &= run_here(run, frame, check->branches.nodes[k],
            frame->seen);
    return good;
}

/* Tries one branch; what it saw counts only if it fits. */
static bool try_branch(struct pass *run, const struct frame *frame,
    const struct schema_node *branch)
{
    struct seen seen;

    if (!frame->seen)
        return run_here(run, frame, branch, NULL);
    if (!seen_begin(run, &seen, frame->value))
        return false;
    bool good = run_here(run, frame, branch, &seen);
    if (good)
        seen_merge(frame->seen, &seen);
    free(seen.flags);
    return good;
}

static bool names_values(const struct schema_node *node)
{
    return schema_annotation(node, "const")
        || schema_annotation(node, "enum");
}

/* Whether branches are told apart by the values of this member. */
static bool is_discriminator(const struct check *check, const char *name)
{
    size_t count = 0;

    for (size_t k = 0; name && k < check->branches.count; k++)
        count += names_values(schema_member(check->branches.nodes[k],
            name));
    return count > 1;
}

/* How far a fault says that this branch was not the one meant: a fault of
 * the value itself, or of a member of it. */
static const struct { unsigned here, below; } weights[FAULT_KIND_COUNT] = {
    [FAULT_FORBIDDEN] = { 2000, 0 },
    [FAULT_TYPE] = { 1000, 40 },
    [FAULT_ENUM] = { 500, 0 },
    [FAULT_REQUIRED] = { 50, 0 },
    [FAULT_DEPENDENT] = { 50, 0 },
    [FAULT_UNKNOWN] = { 0, 50 },
};

#define WEIGHT_HERE 100
#define WEIGHT_BELOW 10
#define WEIGHT_DEEP 5
#define WEIGHT_DISCRIMINATOR 300

/* Of a fault that is unknown and missing at once. */
#define WEIGHT_MISSPELT 30

static unsigned weight(const struct fault *fault, const struct frame *frame,
    const struct check *check)
{
    unsigned here = weights[fault->kind].here;
    unsigned below = weights[fault->kind].below;

    if (fault->value == frame->value)
        return here ? here : WEIGHT_HERE;
    if (fault->level > frame->level + 1)
        return WEIGHT_DEEP;
    if (fault->kind == FAULT_ENUM
        && is_discriminator(check, fault->value->string))
        return WEIGHT_DISCRIMINATOR;
    return below ? below : WEIGHT_BELOW;
}

/* A misspelt member is unknown and missing at once, and a small fault. */
static bool is_misspelt(const struct pass *run, const struct fault *unknown,
    size_t from)
{
    struct nearest nearest = nearest_to(unknown->value->string,
        strlen(unknown->value->string));

    for (size_t k = from; k < run->fault_count; k++)
        if (run->faults[k].kind == FAULT_REQUIRED
            && run->faults[k].value == unknown->other)
            nearest_try(&nearest, run->faults[k].name);
    return nearest.name;
}

static unsigned long weigh(const struct pass *run, const struct frame *frame,
    const struct check *check, size_t from)
{
    unsigned long sum = 0;

    for (size_t k = from; k < run->fault_count; k++) {
        const struct fault *fault = &run->faults[k];
        sum += weight(fault, frame, check);
        if (fault->kind == FAULT_UNKNOWN && fault->other == frame->value
            && is_misspelt(run, fault, from))
            sum -= weights[FAULT_REQUIRED].here
                + weights[FAULT_UNKNOWN].below - WEIGHT_MISSPELT;
    }
    return sum;
}

/* Keeps, of the faults since first, either the ones before middle or those
 * behind it. */
static void keep_second(struct pass *run, size_t first, size_t middle)
{
    size_t count = run->fault_count - middle;

    if (count)
        memmove(&run->faults[first], &run->faults[middle],
            count * sizeof *run->faults);
    run->fault_count = first + count;
}

static void keep_only(struct pass *run, size_t first, size_t k)
{
    run->faults[first] = run->faults[k];
    run->fault_count = first + 1;
}

/* Where no branch fits, the faults since first are those of the best one.
 * If it was not even the one meant, what all of them allow is the point. */
static void generalise(struct pass *run, const struct frame *frame,
    const struct check *check, size_t first)
{
    for (size_t k = first; k < run->fault_count; k++) {
        struct fault *fault = &run->faults[k];
        bool here = fault->value == frame->value
            && (fault->kind == FAULT_TYPE || fault->kind == FAULT_ENUM);
        bool below = fault->level == frame->level + 1
            && fault->kind == FAULT_ENUM
            && is_discriminator(check, fault->value->string);
        if (!here && !below)
            continue;
        fault->check = check;
        fault->node = frame->node;
        fault->name = below ? fault->value->string : NULL;
        keep_only(run, first, k);
        return;
    }
}

/* Tries the branches until `enough` fit; how many did. */
static size_t try_branches(struct pass *run, const struct frame *frame,
    const struct check *check, size_t enough)
{
    size_t first = run->fault_count;
    unsigned long least = (unsigned long)-1;
    size_t fitting = 0;

    for (size_t k = 0; k < check->branches.count && fitting < enough; k++) {
        size_t middle = run->fault_count;
        if (try_branch(run, frame, check->branches.nodes[k])) {
            fitting++;
            run->fault_count = first;
            continue;
        }
        unsigned long sum = fitting || run->quiet ? 0
            : weigh(run, frame, check, middle);
        if (fitting || sum >= least) {
            run->fault_count = middle;
            continue;
        }
        least = sum;
        keep_second(run, first, middle);
    }
    if (fitting)
        run->fault_count = first;
    else if (!run->name_of)
        generalise(run, frame, check, first);
    return fitting;
}

bool check_any_of(struct pass *run, const struct frame *frame,
    const struct check *check)
{
    size_t enough = frame->seen ? check->branches.count : 1;

    return try_branches(run, frame, check, enough) > 0;
}

bool check_one_of(struct pass *run, const struct frame *frame,
    const struct check *check)
{
    size_t fitting = try_branches(run, frame, check, 2);

    if (fitting > 1)
        run_fault(run, frame, FAULT_ONE_OF, check);
    return fitting == 1;
}

bool check_not(struct pass *run, const struct frame *frame,
    const struct check *check)
{
    run->quiet++;
    bool fits = run_here(run, frame, check->node, NULL);
    run->quiet--;
    if (!fits)
        return true;
    run_fault(run, frame, FAULT_NOT, check);
    return false;
}

bool check_if(struct pass *run, const struct frame *frame,
    const struct check *check)
{
    const struct schema_node *node = frame->node;

    (void)check;
    run->quiet++;
    bool fits = try_branch(run, frame, node->condition);
    run->quiet--;
    const struct schema_node *next = fits ? node->then : node->otherwise;
    return !next || run_here(run, frame, next, frame->seen);
}
