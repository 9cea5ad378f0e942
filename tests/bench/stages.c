/*
 * Time the stages of `jixiao check` on one data file, in a process that has
 * done it before:
 *
 *     stages FILE RUNS
 *
 * Printed is a line a stage, its name and the least of its times in ms; the
 * data file names an edition that is built in.
 */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "1_read/json.h"
#include "3_transform/submission.h"
#include "3_transform/transform.h"
#include "5_references/references.h"
#include "library/edition.h"

enum stage { READ, SCHEMA, TRANSFORM, FORMULAS, REFERENCES, RULES, FREE,
    STAGE_COUNT };

static const char *const names[STAGE_COUNT] = {
    [READ] = "1_read",
    [SCHEMA] = "2_schema",
    [TRANSFORM] = "3_transform",
    [FORMULAS] = "4_formulas",
    [REFERENCES] = "5_references",
    [RULES] = "6_rules",
    [FREE] = "freeing",
};

/* What a run works with. */
struct run {
    const char *path;
    const struct edition *edition;
    struct findings *findings;
    struct json *json;
    xmlDocPtr submission;
    struct evaluation evaluation;
    size_t *compared;
    struct rule_tally *tallies;
};

static void need(bool condition, const char *what)
{
    if (condition)
        return;
    fprintf(stderr, "stages: %s failed\n", what);
    exit(4);
}

static void read_data(struct run *run)
{
    run->json = json_read(run->path, run->findings);
    need(run->json != NULL, "json_read");
}

static void check_shape(struct run *run)
{
    need(schema_validate(run->edition->schema, run->json, run->findings),
        "schema_validate");
}

static void make_submission(struct run *run)
{
    run->submission = transform(run->json, run->edition->schema,
        run->edition->name, run->findings);
    need(run->submission != NULL, "transform");
}

static void apply_formulas(struct run *run)
{
    need(evaluation_begin(&run->evaluation, run->submission,
        &run->edition->style, run->findings), "evaluation_begin");
    formulas_apply(run->edition->formulas, &run->evaluation, run->json,
        run->compared);
}

static void resolve_references(struct run *run)
{
    references_resolve(run->submission, run->edition->style, run->json,
        run->findings);
}

static void apply_rules(struct run *run)
{
    rules_apply(run->edition->rules, &run->evaluation, NULL, run->json,
        run->tallies);
    evaluation_end(&run->evaluation);
    rules_finish(run->edition->rules, run->edition->formulas,
        (struct rule_counts){ run->compared, run->tallies }, run->submission,
        run->findings, 0);
}

static void free_all(struct run *run)
{
    submission_free(run->submission);
    json_free(run->json);
    findings_free(run->findings);
}

static void (*const stages[STAGE_COUNT])(struct run *run) = {
    [READ] = read_data,
    [SCHEMA] = check_shape,
    [TRANSFORM] = make_submission,
    [FORMULAS] = apply_formulas,
    [REFERENCES] = resolve_references,
    [RULES] = apply_rules,
    [FREE] = free_all,
};

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* One run; least gets what is below it. */
static void time_run(struct run *run, double least[STAGE_COUNT])
{
    run->findings = findings_new();
    need(run->findings != NULL, "findings_new");
    for (int k = 0; k < STAGE_COUNT; k++) {
        double begun = now();
        stages[k](run);
        double taken = now() - begun;
        if (taken < least[k] || least[k] < 0)
            least[k] = taken;
    }
}

/* The edition that the data names. */
static struct edition *load_edition(const char *path)
{
    const struct resources built_in = { .data_dir = NULL };
    struct findings *findings = findings_new();
    struct json *json = findings ? json_read(path, findings) : NULL;
    const char *name = json ? cJSON_GetStringValue(
        cJSON_GetObjectItemCaseSensitive(json_root(json), "edition")) : NULL;
    struct edition *edition = name
        ? edition_load(&built_in, name, findings) : NULL;

    need(edition && edition_load_rules(edition, findings), "edition_load");
    json_free(json);
    findings_free(findings);
    return edition;
}

int main(int argc, char **argv)
{
    double least[STAGE_COUNT];

    if (argc != 3) {
        fputs("usage: stages FILE RUNS\n", stderr);
        return 3;
    }
    struct edition *edition = load_edition(argv[1]);
    struct run run = { .path = argv[1], .edition = edition,
        .compared = calloc(formulas_count(edition->formulas) + 1,
            sizeof *run.compared),
        .tallies = calloc(rules_count(edition->rules) + 1,
            sizeof *run.tallies) };
    need(run.compared && run.tallies, "calloc");
    for (int k = 0; k < STAGE_COUNT; k++)
        least[k] = -1;
    for (int k = atoi(argv[2]); k > 0; k--)
        time_run(&run, least);
    for (int k = 0; k < STAGE_COUNT; k++)
        printf("%s %.3f\n", names[k], least[k]);
    free(run.compared);
    free(run.tallies);
    edition_free(edition);
    return 0;
}
