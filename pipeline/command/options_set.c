/* What the argument of an option means, where it is more than a text. */

#include "command/options_set.h"

#include <stdio.h>
#include <string.h>

#include "0_base/catalogue.h"
#include "0_base/list.h"
#include "0_base/listed.h"
#include "batch/figures.h"
#include "batch/pool.h"
#include "command/options_choices.h"

#define SECONDS_MAX 1000000
#define MEGABYTES_MAX 1000000
#define PORT_MAX 65535
#define OPTION_NAME_SIZE 40     /* with the strokes before it */

bool options_complain(struct jixiao_findings *findings, enum catalogue id,
    const char *name, const char *allowed)
{
    jixiao_findings_add(findings, catalogue_code(id),
        "name", name,
        "allowed", allowed, NULL);
    return false;
}

bool option_set_formats(struct options *options, const char *list,
    struct jixiao_findings *findings)
{
    options->build.formats = list;
    return jixiao_formats_check(list, findings);
}

/* The number of a word among those that an option takes; -1, with a finding
 * that lists them, for another one. */
static int choose(const char *word, const struct option_choices *choices,
    struct jixiao_findings *findings)
{
    struct buffer allowed = BUFFER_EMPTY;
    int chosen = -1;

    for (int k = 0; choices->words[k]; k++) {
        if (strcmp(choices->words[k], word) == 0)
            chosen = k;
        listed_add(&allowed, choices->words[k]);
    }
    if (chosen < 0 && allowed.failed)
        jixiao_findings_out_of_memory(findings);
    else if (chosen < 0)
        options_complain(findings, choices->unknown, word,
            buffer_string(&allowed));
    buffer_free(&allowed);
    return chosen;
}

bool option_set_language(struct options *options, const char *name,
    struct jixiao_findings *findings)
{
    int chosen = choose(name, &option_languages, findings);

    if (chosen >= 0)
        options->language = (enum jixiao_language)chosen;
    return chosen >= 0;
}

bool option_set_stage(struct options *options, const char *name,
    struct jixiao_findings *findings)
{
    static const enum intermediate stages[] = { INTERMEDIATE_SUBMISSION,
        INTERMEDIATE_DOCUMENT };
    int chosen = choose(name, &option_stages, findings);

    if (chosen >= 0)
        options->to = stages[chosen];
    return chosen >= 0;
}

bool option_refuse_empty(const char *argument, const char *name,
    struct jixiao_findings *findings)
{
    char option[OPTION_NAME_SIZE];

    snprintf(option, sizeof option, "--%s", name);
    return *argument
        || options_complain(findings, CATALOGUE_OPTION_INCOMPLETE, option, "");
}

/* "-" is the standard output, as no file is. */
bool option_set_file(struct options *options, const char *path,
    struct jixiao_findings *findings)
{
    options->file = strcmp(path, "-") == 0 ? NULL : path;
    return option_refuse_empty(path, "output", findings);
}

/* One argument more in a list of them, which may move; false where memory runs
 * out. */
static bool add_argument(const char ***list, size_t count, size_t *room,
    const char *argument, struct jixiao_findings *findings)
{
    const char **wider = list_room(*list, count, room, sizeof *wider);

    if (!wider) {
        jixiao_findings_out_of_memory(findings);
        return false;
    }
    *list = wider;
    wider[count] = argument;
    return true;
}

bool option_add_font_dir(struct options *options, const char *folder,
    struct jixiao_findings *findings)
{
    if (!add_argument(&options->font_folders,
            options->paper.font_folder_count, &options->font_folder_room,
            folder, findings))
        return false;
    options->paper.font_folders = options->font_folders;
    options->paper.font_folder_count++;
    return option_refuse_empty(folder, "font-dir", findings);
}

bool option_add_added(struct options *options, const char *path,
    struct jixiao_findings *findings)
{
    if (!add_argument(&options->added, options->archive.added_count,
            &options->added_room, path, findings))
        return false;
    options->archive.added = options->added;
    options->archive.added_count++;
    return option_refuse_empty(path, "add", findings);
}

bool option_set_pdf_level(struct options *options, const char *name,
    struct jixiao_findings *findings)
{
    static const enum jixiao_pdf_level levels[] = { JIXIAO_PDF_1B,
        JIXIAO_PDF_2A };
    int chosen = choose(name, &option_pdf_levels, findings);

    if (chosen >= 0)
        options->paper.pdf_level = levels[chosen];
    return chosen >= 0;
}

bool option_set_data_dir(struct options *options, const char *folder,
    struct jixiao_findings *findings)
{
    options->data_dir = folder;
    return option_refuse_empty(folder, "data-dir", findings);
}

static bool add_file(struct options *options,
    struct jixiao_summary_file file, struct jixiao_findings *findings)
{
    struct jixiao_summary_file *wider = list_room(options->summaries,
        options->summary_count, &options->summary_room, sizeof *wider);

    if (!wider) {
        jixiao_findings_out_of_memory(findings);
        return false;
    }
    options->summaries = wider;
    wider[options->summary_count++] = file;
    return true;
}

bool option_add_summary(struct options *options, const char *path,
    struct jixiao_findings *findings)
{
    return add_file(options, (struct jixiao_summary_file){ .path = path },
        findings) && option_refuse_empty(path, "summary", findings);
}

bool option_add_circular(struct options *options, const char *path,
    struct jixiao_findings *findings)
{
    return add_file(options, (struct jixiao_summary_file){ .path = path,
        .is_circular = true }, findings)
        && option_refuse_empty(path, "circular", findings);
}

/* What differs between two sets is told in other ways than what is found. */
bool option_set_diff_report(struct options *options, const char *name,
    struct jixiao_findings *findings)
{
    static const enum jixiao_report_kind kinds[] = { JIXIAO_REPORT_TEXT,
        JIXIAO_REPORT_JSON, JIXIAO_REPORT_HTML, JIXIAO_REPORT_PATCH };
    int chosen = choose(name, &option_diff_reports, findings);

    if (chosen >= 0)
        options->report = kinds[chosen];
    return chosen >= 0;
}

bool option_set_report(struct options *options, const char *name,
    struct jixiao_findings *findings)
{
    return choose(name, &option_reports, findings) >= 0
        && jixiao_report_parse(name, &options->report);
}

bool option_set_caret(struct options *options, const char *name,
    struct jixiao_findings *findings)
{
    int chosen = choose(name, &option_carets, findings);

    if (chosen >= 0)
        options->caret = (enum caret)chosen;
    return chosen >= 0;
}

bool option_add_list(struct options *options, const char *list,
    struct jixiao_findings *findings)
{
    if (!add_argument(&options->lists, options->list_count,
            &options->list_room, list, findings))
        return false;
    options->list_count++;
    return option_refuse_empty(list, "files-from", findings);
}

bool option_set_shard(struct options *options, const char *text,
    struct jixiao_findings *findings)
{
    return shard_parse(text, &options->shard)
        || options_complain(findings, CATALOGUE_SHARD_MALFORMED, text, "");
}

/* A whole number up to `most`. */
static bool set_number(size_t *number, const char *text, size_t least,
    size_t most, const char *option, struct jixiao_findings *findings)
{
    char bounds[2][24];

    if (figures_read(text, strlen(text), least, most, number))
        return true;
    snprintf(bounds[0], sizeof bounds[0], "%zu", least);
    snprintf(bounds[1], sizeof bounds[1], "%zu", most);
    jixiao_findings_add(findings, catalogue_code(CATALOGUE_NUMBER_WANTED),
        "name", option, "value", text, "least", bounds[0], "most", bounds[1],
        NULL);
    return false;
}

bool option_set_jobs(struct options *options, const char *text,
    struct jixiao_findings *findings)
{
    options->has_jobs = true;
    return set_number(&options->jobs, text, 0, POOL_JOBS_MAX, "--jobs",
        findings);
}

bool option_set_time_limit(struct options *options, const char *text,
    struct jixiao_findings *findings)
{
    return set_number(&options->seconds, text, 1, SECONDS_MAX,
        "--time-limit", findings);
}

bool option_set_memory_limit(struct options *options, const char *text,
    struct jixiao_findings *findings)
{
    return set_number(&options->megabytes, text, 1, MEGABYTES_MAX,
        "--memory-limit", findings);
}

bool option_set_port(struct options *options, const char *text,
    struct jixiao_findings *findings)
{
    return set_number(&options->port, text, 1, PORT_MAX, "--port", findings);
}

bool option_add_disable(struct options *options, const char *list,
    struct jixiao_findings *findings)
{
    return option_changes_disable(&options->changes, list, findings);
}

bool option_add_level(struct options *options, const char *list,
    struct jixiao_findings *findings)
{
    return option_changes_level(&options->changes, list, findings);
}

bool option_add_parameter(struct options *options, const char *text,
    struct jixiao_findings *findings)
{
    return option_changes_parameter(&options->changes, text, findings);
}
