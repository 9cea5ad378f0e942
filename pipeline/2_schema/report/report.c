/* Of the faults met, those that are told, and in which order. */

#include "2_schema/report/meant.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

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

static void drop_spoken_for(struct pass *run)
{
    size_t kept = 0;

    for (size_t k = 0; k < run->fault_count; k++)
        if (run->faults[k].kind != FAULT_REQUIRED || run->faults[k].name)
            run->faults[kept++] = run->faults[k];
    run->fault_count = kept;
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
        meant_find(report->run, fault, step->up);
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
            meant_pair(run, &run->faults[k]);
    drop_spoken_for(run);
    visit(&report, &root, INT_MAX);
    if (more)
        findings_add(run->findings, CATALOGUE_SHAPE_MORE,
            json_place(run->json, value), NULL, (char *)NULL);
    if (report.pointer.failed || run->failed)
        findings_out_of_memory(run->findings);
    buffer_free(&report.pointer);
}
