/*
 * Which data files a run has, and one after the other read, made and reported.
 */

#include "command/files.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/catalogue.h"
#include "command/summing.h"
#include "command/workers.h"

/* --- which there are ------------------------------------------------------ */

static bool complain(struct files *files, enum catalogue id, const char *name)
{
    jixiao_findings_add(files->run->faults, catalogue_code(id), "name", name,
        NULL);
    return false;
}

static bool is_standard_input(const char *path)
{
    return strcmp(path, "-") == 0;
}

static size_t count_standard_lists(const struct options *options)
{
    size_t count = 0;

    for (size_t k = 0; k < options->list_count; k++)
        count += is_standard_input(options->lists[k]);
    return count;
}

/* What is for one file alone, however many a folder or a list has. */
static bool check_inputs(struct files *files)
{
    const struct options *options = files->run->options;
    const struct inputs *inputs = &files->inputs;
    size_t data = 0;

    if (options->to && inputs->count > 1)
        return complain(files, CATALOGUE_STAGE_OF_MANY,
            inputs->list[1].path);
    for (size_t k = 0; k < inputs->count; k++)
        data += is_standard_input(inputs->list[k].path);
    if (data && run_is_writing(options))
        return complain(files, CATALOGUE_STANDARD_INPUT_UNNAMED, "build");
    return data + count_standard_lists(options) < 2
        || complain(files, CATALOGUE_STANDARD_INPUT_TWICE, "-");
}

static bool list_inputs(struct files *files)
{
    const struct options *options = files->run->options;
    struct jixiao_findings *faults = files->run->faults;

    for (int k = 0; k < options->argument_count; k++)
        if (!inputs_add(&files->inputs, options->arguments[k], faults))
            return false;
    for (size_t k = 0; k < options->list_count; k++)
        if (!inputs_add_listed(&files->inputs, options->lists[k], faults))
            return false;
    return check_inputs(files);
}

/* The folders of all files; what is wrong with them matters to a build. */
static bool name_folders(struct files *files, const char **paths)
{
    struct run *run = files->run;
    struct jixiao_findings *findings = jixiao_findings_new();

    if (!findings) {
        jixiao_findings_out_of_memory(run->faults);
        return false;
    }
    for (size_t k = 0; k < files->inputs.count; k++)
        paths[k] = files->inputs.list[k].path;
    bool good = jixiao_folder_names(paths, files->inputs.count, files->names,
        findings);
    bool go_on = good || (!run_is_writing(run->options)
        && jixiao_findings_worst(findings) == JIXIAO_USAGE);
    if (!go_on)
        jixiao_findings_append(run->faults, findings);
    jixiao_findings_free(findings);
    return go_on;
}

/* The files of this part; the folders are named after those of all parts. */
static bool choose(struct files *files)
{
    size_t count = files->inputs.count;
    const char **paths = calloc(count + 1, sizeof *paths);
    bool good = false;

    files->names = calloc(count + 1, sizeof *files->names);
    files->chosen = calloc(count + 1, sizeof *files->chosen);
    if (paths && files->names && files->chosen)
        good = name_folders(files, paths);
    else
        jixiao_findings_out_of_memory(files->run->faults);
    for (size_t k = 0; good && k < count; k++) {
        const struct input *input = &files->inputs.list[k];
        if (shard_has(&files->run->options->shard,
                input->path + input->below))
            files->chosen[files->count++] = k;
    }
    free(paths);
    return good;
}

/* Whether the run is one of many files, which tells how far it is. */
static bool is_batch(const struct files *files)
{
    const struct options *options = files->run->options;
    bool has_folder = false;

    for (size_t k = 0; k < files->inputs.count; k++)
        has_folder = has_folder || files->inputs.list[k].below;
    return has_folder || options->list_count || options->shard.count
        || options->has_jobs || options->resume;
}

/* --- one after the other -------------------------------------------------- */

/* Whether to go on. */
static bool report_one(struct files *files, size_t k, struct run_done *done)
{
    struct run *run = files->run;

    if (done->is_refused) {
        jixiao_findings_append(run->faults, done->findings);
        return false;
    }
    jixiao_findings_sort(done->findings);
    run_print_findings(run, files_path(files, k), done->set, done->findings);
    summing_add(run, files_path(files, k), done);
    progress_file(&files->progress, files_path(files, k));
    return true;
}

static void run_in_turn(struct files *files)
{
    bool go_on = true;

    for (size_t k = 0; go_on && k < files->count; k++) {
        struct run_done done;
        progress_draw(&files->progress, k);
        go_on = run_one(files->run, files_path(files, k),
            files_folder(files, k), &done);
        progress_clear(&files->progress);
        go_on = go_on && report_one(files, k, &done);
        run_one_end(&done);
    }
}

static void end(struct files *files)
{
    for (size_t k = 0; files->names && k < files->inputs.count; k++)
        free(files->names[k]);
    free(files->names);
    free(files->chosen);
    inputs_free(&files->inputs);
}

void files_run(struct run *run)
{
    const struct options *options = run->options;
    struct files files = { .run = run, .inputs = INPUTS_EMPTY };

    if (list_inputs(&files) && choose(&files)
        && summing_begin(run, is_batch(&files))) {
        progress_begin(&files.progress, files.count, options->quiet
            || !is_batch(&files), options->language);
        if (options->has_jobs || options->resume || options->seconds
            || options->megabytes)
            workers_run(&files);
        else
            run_in_turn(&files);
    }
    summing_end(run);
    end(&files);
}
