/*
 * jixiao pull, and jixiao read with a data file: the patch goes to the standard
 * output, what there is to say to the other stream, and the data file is
 * written where that is asked for.
 */

#include "command/pull.h"

#include <stdlib.h>

#include "0_base/catalogue.h"
#include "command/previous.h"
#include "command/workbooks.h"

struct pulling {
    struct run *run;
    const char *path;           /* of the data file */
    struct jixiao_set *set, *previous;
    struct jixiao_set *result;  /* the data as it is to be; NULL: it was not
                                   checked */
    struct jixiao_findings *findings;
    bool written;               /* the data file; findings are sorted */
    struct jixiao_pulled pulled;
};

static void add(const struct pulling *pulling,
    struct jixiao_findings *findings, enum catalogue id)
{
    char count[24];

    snprintf(count, sizeof count, "%zu", pulling->pulled.count);
    jixiao_findings_set_file(findings, pulling->path);
    jixiao_findings_add(findings, catalogue_code(id), "count", count, NULL);
}

static bool lacks_memory(const struct jixiao_findings *findings)
{
    return jixiao_findings_worst(findings) == JIXIAO_SYSTEM;
}

/* All that there is to say once the file is written is made up before.  What
 * the rules find is said first, so that what came back is not lost in it. */
static void write_checked(struct pulling *pulling,
    const struct jixiao_findings *found)
{
    struct jixiao_findings *said = jixiao_findings_new();

    if (said) {
        jixiao_findings_append(said, found);
        jixiao_findings_sort(said);
        jixiao_findings_sort(pulling->findings);
        jixiao_findings_append(said, pulling->findings);
        add(pulling, said, CATALOGUE_PULL_APPLIED);
    }
    if (!said || lacks_memory(said)) {
        jixiao_findings_out_of_memory(pulling->findings);
    } else if (jixiao_replace(pulling->set, pulling->pulled.data,
            pulling->pulled.data_length, pulling->findings)) {
        struct jixiao_findings *before = pulling->findings;
        pulling->findings = said;
        said = before;
        pulling->written = true;
    }
    jixiao_findings_free(said);
}

/* The data as it would be, checked as any data file is. */
static void check_and_write(struct pulling *pulling)
{
    struct jixiao_findings *found = run_findings(pulling->run);

    if (found)
        pulling->result = jixiao_read_bytes(pulling->run->jixiao,
            pulling->path, pulling->pulled.data, pulling->pulled.data_length,
            pulling->previous, found);
    if (!found) {
        jixiao_findings_out_of_memory(pulling->findings);
    } else if (pulling->result) {
        write_checked(pulling, found);
    } else {
        add(pulling, pulling->findings, CATALOGUE_PULL_UNFIT);
        jixiao_findings_append(pulling->findings, found);
    }
    jixiao_findings_free(found);
}

/* What becomes of the patch.  With errors it is the errors that matter, and no
 * more is said unless something was to be written. */
static void use_patch(struct pulling *pulling)
{
    bool applies = pulling->run->options->apply;

    if (jixiao_findings_worst(pulling->findings) >= JIXIAO_ERROR) {
        if (applies)
            add(pulling, pulling->findings, CATALOGUE_PULL_REFUSED);
    } else if (pulling->pulled.count == 0) {
        add(pulling, pulling->findings, CATALOGUE_PULL_NOTHING);
    } else if (!applies) {
        add(pulling, pulling->findings, CATALOGUE_PULL_SHOWN);
    } else {
        check_and_write(pulling);
    }
}

static void pull(struct pulling *pulling)
{
    const struct options *options = pulling->run->options;
    const struct jixiao_pull_options how = {
        .paths = (const char *const *)options->arguments,
        .count = (size_t)options->argument_count - 1,
        .original = options->original };
    bool good = options->verb == VERB_READ
        ? jixiao_sheet_pull(pulling->run->jixiao, pulling->set,
            options->arguments[0], options->into, &pulling->pulled,
            pulling->findings)
        : jixiao_pull(pulling->run->jixiao, pulling->set, &how,
            &pulling->pulled, pulling->findings);

    if (!good)
        return;
    fwrite(pulling->pulled.patch, 1, pulling->pulled.patch_length, stdout);
    use_patch(pulling);
}

/* Rules run where the data is written, but changes of them that cannot be made
 * are refused in any case. */
static bool are_rules_sound(struct pulling *pulling)
{
    return pulling->run->options->changes.count == 0
        || jixiao_rules(pulling->run->jixiao,
            jixiao_set_edition(pulling->set), pulling->findings);
}

/* What is found in the data alone is what check is for. */
static void read_data(struct pulling *pulling)
{
    struct jixiao_findings *found = run_findings(pulling->run);
    const char *where = pulling->run->options->previous;

    if (!found) {
        jixiao_findings_out_of_memory(pulling->findings);
        return;
    }
    jixiao_findings_set_file(found, pulling->path);
    pulling->previous = where ? previous_read(pulling->run->jixiao, where,
        pulling->path, found) : NULL;
    pulling->set = jixiao_read_previous(pulling->run->jixiao, pulling->path,
        found);
    if (!pulling->set)
        jixiao_findings_append(pulling->findings, found);
    jixiao_findings_free(found);
}

/* What came back is a workbook for read alone, and what is written is none. */
static bool are_files_fit(struct run *run)
{
    const struct options *options = run->options;
    int last = options->argument_count - 1;
    bool good = workbooks_may_change(run, options->arguments[last]);

    for (int k = 0; good && options->verb == VERB_PULL && k < last; k++)
        good = workbooks_may_return(run, options->arguments[k]);
    return good;
}

void pull_files(struct run *run)
{
    const struct options *options = run->options;
    struct pulling pulling = { .run = run,
        .path = options->arguments[options->argument_count - 1],
        .findings = run_findings(run) };

    if (!pulling.findings)
        jixiao_findings_out_of_memory(run->faults);
    if (!pulling.findings || !are_files_fit(run)) {
        jixiao_findings_free(pulling.findings);
        return;
    }
    read_data(&pulling);
    if (pulling.set && are_rules_sound(&pulling))
        pull(&pulling);
    if (!pulling.written)
        jixiao_findings_sort(pulling.findings);
    run_print_findings(run, pulling.path, pulling.result, pulling.findings);
    free(pulling.pulled.patch);
    free(pulling.pulled.data);
    jixiao_set_free(pulling.result);
    jixiao_set_free(pulling.set);
    jixiao_set_free(pulling.previous);
    jixiao_findings_free(pulling.findings);
}
