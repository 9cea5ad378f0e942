/*
 * Make the files of one data file time and again, in a process that has done
 * so before:
 *
 *     repeat HOW FORMAT ONLY FILE FOLDER RUNS
 *
 * HOW     render: the data is read, its shape checked, what follows from it
 *                 filled in, and the attachments are made, in one file; no
 *                 rule is asked, and there is no check report and no index
 *         whole:  as `jixiao build` does it, with all of these, but for the
 *                 care for what is in the folder
 *         check:  as `jixiao check` does it, and nothing is made
 * ONLY    the attachments, as of --only
 *
 * Each time the file is read from disk, and all that is made is written to
 * the folder, plainly, as template engines do it.  Printed is a line: the
 * processor's milliseconds that one time took, and the bytes of the files.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "0_base/digest.h"
#include "0_base/large.h"
#include "library/building.h"
#include "library/made.h"

struct job {
    const struct way *way;
    const char *path, *folder;
    struct jixiao_build build;
    struct jixiao *jixiao;
};

static void need(bool condition, const char *what)
{
    if (condition)
        return;
    fprintf(stderr, "repeat: %s failed\n", what);
    exit(4);
}

static char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");

    need(file && fseek(file, 0, SEEK_END) == 0, path);
    *length = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*length + 1);
    need(bytes && fread(bytes, 1, *length, file) == *length, path);
    fclose(file);
    return bytes;
}

static void write_file(const char *folder, struct jixiao_file made)
{
    char path[4096];

    need(snprintf(path, sizeof path, "%s/%s", folder, made.name)
        < (int)sizeof path, made.name);
    FILE *file = fopen(path, "wb");
    need(file && fwrite(made.bytes, 1, made.size, file) == made.size
        && fclose(file) == 0, path);
}

/* Of the data, since every file tells what it was made of. */
static struct origin origin_of(const struct jixiao_set *set,
    char digest[DIGEST_TEXT_SIZE])
{
    size_t length;
    const char *text = json_text(set->json, &length);

    return (struct origin){ PROGRAM, digest_text(text, length, digest), "" };
}

static size_t render(const struct job *job, const struct jixiao_set *set,
    struct jixiao_findings *findings)
{
    struct buffer outputs[FORMAT_COUNT] = { BUFFER_EMPTY };
    struct jixiao_file file = { .name = "rendered" };
    char digest[DIGEST_TEXT_SIZE];
    format_set wanted = 0;
    xmlDocPtr documents = set_document(set, job->build.only,
        findings_inside(findings));
    const struct format_source source = { .documents = documents,
        .style = set->edition->style, .origin = origin_of(set, digest) };

    need(documents && formats_parse(job->build.formats, &wanted,
        findings_inside(findings)) && jixiao_open_formats(job->jixiao,
        findings_inside(findings)), "the page model");
    need(formats_render(job->jixiao->formats, wanted, &source, outputs,
        findings_inside(findings)), "formats_render");
    for (int k = 0; k < FORMAT_COUNT; k++) {
        if (!(wanted & FORMAT_SET(k)))
            continue;
        file.bytes = outputs[k].bytes;
        file.size = outputs[k].length;
        write_file(job->folder, file);
    }
    xmlFreeDoc(documents);
    building_free_outputs(outputs);
    return file.size;
}

static size_t make_whole(const struct job *job, const struct jixiao_set *set,
    struct jixiao_findings *findings)
{
    struct jixiao_files *files = jixiao_make(job->jixiao, set, &job->build,
        findings);
    size_t size = 0;

    need(files != NULL, "jixiao_make");
    for (size_t k = 0; k < jixiao_files_count(files); k++) {
        struct jixiao_file file = jixiao_files_get(files, k);
        write_file(job->folder, file);
        size += file.size;
    }
    jixiao_files_free(files);
    return size;
}

static size_t make_nothing(const struct job *job,
    const struct jixiao_set *set, struct jixiao_findings *findings)
{
    (void)job;
    (void)set;
    (void)findings;
    return 0;
}

/* Without rules a set is read as last year's is. */
static const struct way {
    const char *name;
    bool without_rules;
    size_t (*make)(const struct job *, const struct jixiao_set *,
        struct jixiao_findings *);
} ways[] = {
    { "render", true, render },
    { "whole", false, make_whole },
    { "check", false, make_nothing },
    { NULL, false, NULL },
};

/* How many bytes were written. */
static size_t run(const struct job *job)
{
    struct jixiao_findings *findings = jixiao_findings_new();
    size_t length;
    char *bytes = read_file(job->path, &length);
    struct jixiao_set *set = job->way->without_rules
        ? jixiao_read_previous_bytes(job->jixiao, job->path, bytes, length,
            findings)
        : jixiao_read_bytes(job->jixiao, job->path, bytes, length, NULL,
            findings);

    need(set != NULL, "jixiao_read_bytes");
    size_t size = job->way->make(job, set, findings);
    jixiao_set_free(set);
    jixiao_findings_free(findings);
    free(bytes);
    return size;
}

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* The milliseconds of one of so many runs, a tenth as many being before. */
static double repeat(const struct job *job, int runs, size_t *size)
{
    for (int k = 0; k < runs / 10 + 1; k++)
        *size = run(job);
    double begun = now();
    for (int k = 0; k < runs; k++)
        run(job);
    return (now() - begun) / runs;
}

static const struct way *way_of(const char *name)
{
    const struct way *way = ways;

    while (way->name && strcmp(way->name, name) != 0)
        way++;
    need(way->name != NULL, name);
    return way;
}

int main(int argc, char **argv)
{
    size_t size;

    if (argc != 7) {
        fputs("usage: repeat render|whole|check FORMAT ONLY FILE FOLDER "
            "RUNS\n", stderr);
        return 3;
    }
    const char *only = *argv[3] ? argv[3] : NULL;
    struct jixiao_findings *findings = jixiao_findings_new();
    memory_keep();
    jixiao_setup();
    struct job job = { .way = way_of(argv[1]), .path = argv[4],
        .folder = argv[5], .build = { .formats = argv[2], .only = only },
        .jixiao = jixiao_open(NULL, findings) };
    int runs = atoi(argv[6]);
    need(job.jixiao && runs > 0, "jixiao_open");
    jixiao_select(job.jixiao, only, false);
    double milliseconds = repeat(&job, runs, &size);
    printf("%.4f %zu\n", milliseconds, size);
    jixiao_close(job.jixiao);
    jixiao_findings_free(findings);
    return 0;
}
