/* Of the faults met, those that are told, and in which order. */

#include "2_schema/report/step.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/nearest.h"

/* Faults about a member that is not there stand beside each other; of all
 * others one value has only one. */
static const char *slot_of(const struct fault *fault)
{
    return fault->kind == FAULT_REQUIRED || fault->kind == FAULT_DEPENDENT
        ? fault->name : "";
}

static int compare_places(const struct fault *a, const struct fault *b)
{
    if (a->value->valueint != b->value->valueint)
        return a->value->valueint < b->value->valueint ? -1 : 1;
    return strcmp(slot_of(a), slot_of(b));
}

static int compare_faults(const void *left, const void *right)
{
    const struct fault *a = left;
    const struct fault *b = right;
    int order = compare_places(a, b);

    return order ? order : (a->kind > b->kind) - (a->kind < b->kind);
}

/* By value, and at one value and slot only the first in order of kinds. */
static void choose(struct pass *run)
{
    size_t kept = 1;

    if (run->fault_count == 0)
        return;
    qsort(run->faults, run->fault_count, sizeof *run->faults,
        compare_faults);
    for (size_t k = 1; k < run->fault_count; k++)
        if (compare_places(&run->faults[kept - 1], &run->faults[k]) != 0)
            run->faults[kept++] = run->faults[k];
    run->fault_count = kept;
}

/* The first of the faults at a value: they are in order by now. */
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

/* A member that nothing names, beside one that is missing and spelt nearly
 * the same, is that one: the two are one fault. */
static void pair_misspelt(struct pass *run, struct fault *unknown)
{
    struct nearest nearest = nearest_to(unknown->value->string,
        strlen(unknown->value->string));
    struct fault *best = NULL;

    for (size_t k = find_first(run, unknown->other); k < run->fault_count
        && run->faults[k].value == unknown->other; k++) {
        struct fault *missing = &run->faults[k];
        if (missing->kind != FAULT_REQUIRED || !missing->name)
            continue;
        if (is_nearer(&nearest, missing->name,
            schema_member(missing->node, missing->name)))
            best = missing;
    }
    if (!best)
        return;
    unknown->name = best->name;
    best->name = NULL;          /* spoken for */
}

static void drop_spoken_for(struct pass *run)
{
    size_t kept = 0;

    for (size_t k = 0; k < run->fault_count; k++)
        if (run->faults[k].kind != FAULT_REQUIRED || run->faults[k].name)
            run->faults[kept++] = run->faults[k];
    run->fault_count = kept;
}

/* The nearest of the members that could stand there and do not. */
static void find_meant(struct pass *run, struct fault *unknown,
    struct step *object)
{
    const struct schema_node *node = step_names(object, unknown);
    struct nearest nearest = nearest_to(unknown->value->string,
        strlen(unknown->value->string));

    for (size_t k = 0; k < schema_member_count(node); k++) {
        const struct schema_member *member = schema_members(node, k);
        if (step_lacks(run, object, node, k)
            && is_nearer(&nearest, member->name, member->node))
            unknown->name = member->name;
    }
}

struct report {
    struct pass *run;
    size_t next;                /* fault to be told */
    struct buffer pointer;
};

static void tell(struct report *report, struct step *step)
{
    struct fault *fault = &report->run->faults[report->next++];

    if (fault->kind == FAULT_UNKNOWN && !fault->name)
        find_meant(report->run, fault, step->up);
    fault_tell(report->run, fault, step, &report->pointer);
}

/* Looked for once a step: an object may have a million members. */
static const char *find_key(const struct step *list, const cJSON *entry)
{
    const char *key = step_says(list, "x-key");

    return key ? cJSON_GetStringValue(
        cJSON_GetObjectItemCaseSensitive(entry, key)) : NULL;
}

/* The step from a value to its child; the root's comes from nowhere. */
static struct step make_step(struct step *up, const cJSON *value,
    size_t index, const struct schema_node *node, bool *failed)
{
    const char *key = NULL;

    if (up && cJSON_IsArray(up->value)) {
        node = schema_entry(up->branch, index);
        key = find_key(up, value);
    } else if (up) {
        node = schema_named(up->branch, value->string, failed);
    }
    return (struct step){ .value = value, .node = node, .up = up,
        .branch = schema_branch(node, value), .index = index, .key = key };
}

/* Goes to every fault at or below a step, whose values are numbered below
 * end; both are in document order. */
static void visit(struct report *report, struct step *step, int end)
{
    struct pass *run = report->run;
    size_t length = report->pointer.length;
    size_t index = 0;

    while (report->next < run->fault_count
        && run->faults[report->next].value == step->value)
        tell(report, step);
    for (const cJSON *child = step->value->child;
        child && report->next < run->fault_count; child = child->next) {
        int child_end = child->next ? child->next->valueint : end;
        if (run->faults[report->next].value->valueint < child_end) {
            struct step inner = make_step(step, child, index, NULL,
                &run->failed);
            if (cJSON_IsObject(step->value))
                json_pointer_add(&report->pointer, child->string);
            else
                json_pointer_add_index(&report->pointer, index);
            visit(report, &inner, child_end);
            if (!report->pointer.failed) {
                report->pointer.length = length;
                report->pointer.bytes[length] = '\0';
            }
        }
        index++;
    }
    free(step->stated);
}

void run_report(struct pass *run)
{
    struct report report = { .run = run };
    const cJSON *value = json_root(run->json);
    struct step root = make_step(NULL, value, 0, run->schema->root,
        &run->failed);
    bool more = run->fault_count == FAULTS_MAX;

    choose(run);
    for (size_t k = 0; k < run->fault_count; k++)
        if (run->faults[k].kind == FAULT_UNKNOWN)
            pair_misspelt(run, &run->faults[k]);
    drop_spoken_for(run);
    visit(&report, &root, INT_MAX);
    if (more)
        findings_add(run->findings, CATALOGUE_SHAPE_MORE,
            json_place(run->json, value), NULL, (char *)NULL);
    if (report.pointer.failed || run->failed)
        findings_out_of_memory(run->findings);
    buffer_free(&report.pointer);
}
