/*
 * Time the stages of `jixiao build --format docx` on one data file, in a
 * process that has done it before:
 *
 *     making FILE ONLY FOLDER RUNS
 *
 * ONLY are the attachments, as of --only; all, and the whole set, where it is
 * "".  Printed is a line a stage, its name and the least of its times in ms:
 *
 *     read        the file, and the shape of what is in it
 *     check       what follows from it: figures, references, rules
 *     page model  of all attachments
 *     render      what is asked for as Word's XML; the check report and the index
 *     pack        as packages
 *     write       to the folder, plainly
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "0_base/large.h"
#include "8_formats/package.h"
#include "library/handles.h"

#define FILES_MAX 1000

struct making {
    const char *path, *folder;
    struct jixiao *jixiao;
    struct jixiao_build build;
    struct jixiao_findings *findings;
    struct jixiao_set *set;
    struct jixiao_files *files;         /* of Word's XML */
    struct buffer packed[FILES_MAX];    /* of those that are packages */
    struct packings packings;
};

static void need(bool condition, const char *what)
{
    if (condition)
        return;
    fprintf(stderr, "making: %s failed\n", what);
    exit(4);
}

static void read_only(struct making *making)
{
    struct findings *findings = findings_inside(making->findings);
    struct json *json = json_read(making->path, findings);

    need(json && schema_validate(making->set->edition->schema, json,
        findings), "json_read");
    json_free(json);
}

static void read_and_check(struct making *making)
{
    jixiao_set_free(making->set);
    making->set = jixiao_read(making->jixiao, making->path, NULL,
        making->findings);
    need(making->set != NULL, "jixiao_read");
}

static void lay_out(struct making *making)
{
    xmlDocPtr documents = set_document(making->set, NULL,
        findings_inside(making->findings));

    need(documents != NULL, "set_document");
    xmlFreeDoc(documents);
}

static void make(struct making *making)
{
    jixiao_files_free(making->files);
    making->files = jixiao_make(making->jixiao, making->set, &making->build,
        making->findings);
    need(making->files && jixiao_files_count(making->files) <= FILES_MAX,
        "jixiao_make");
}

static bool is_package(struct jixiao_file file)
{
    const char *ending = strrchr(file.name, '.');

    return ending && strcmp(ending, ".xml") == 0;
}

static void pack(struct making *making)
{
    for (size_t k = 0; k < jixiao_files_count(making->files); k++) {
        struct jixiao_file file = jixiao_files_get(making->files, k);
        const struct buffer flat = { .bytes = (char *)file.bytes,
            .length = file.size };
        buffer_clear(&making->packed[k]);
        need(!is_package(file) || package_zip(&flat, &making->packings,
            &making->packed[k], findings_inside(making->findings)),
            file.name);
    }
}

static void write_all(struct making *making)
{
    char path[4096];

    for (size_t k = 0; k < jixiao_files_count(making->files); k++) {
        struct jixiao_file made = jixiao_files_get(making->files, k);
        const struct buffer *packed = &making->packed[k];
        const void *bytes = is_package(made) ? packed->bytes : made.bytes;
        size_t size = is_package(made) ? packed->length : made.size;
        need(snprintf(path, sizeof path, "%s/%s", making->folder, made.name)
            < (int)sizeof path, made.name);
        FILE *file = fopen(path, "wb");
        need(file && fwrite(bytes, 1, size, file) == size
            && fclose(file) == 0, path);
    }
}

/* In their order; the time of one that is within another is taken off it. */
static const struct {
    const char *name;
    void (*run)(struct making *making);
    int within;                 /* -1: none */
} stages[] = {
    { "read", read_only, -1 }, { "check", read_and_check, 0 },
    { "page model", lay_out, -1 }, { "render", make, 2 },
    { "pack", pack, -1 }, { "write", write_all, -1 },
};

#define STAGE_COUNT (sizeof stages / sizeof *stages)

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* One run; least gets what is below it. */
static void time_run(struct making *making, double least[STAGE_COUNT])
{
    making->findings = jixiao_findings_new();
    need(making->findings != NULL, "jixiao_findings_new");
    if (!making->set)
        read_and_check(making);
    for (size_t k = 0; k < STAGE_COUNT; k++) {
        double begun = now();
        stages[k].run(making);
        double taken = now() - begun;
        if (taken < least[k] || least[k] < 0)
            least[k] = taken;
    }
    jixiao_findings_free(making->findings);
}

static void print(const double least[STAGE_COUNT])
{
    for (size_t k = 0; k < STAGE_COUNT; k++)
        printf("%s %.3f\n", stages[k].name, least[k]
            - (stages[k].within < 0 ? 0 : least[stages[k].within]));
}

static void free_all(struct making *making)
{
    for (size_t k = 0; k < FILES_MAX; k++)
        buffer_free(&making->packed[k]);
    packings_free(&making->packings);
    jixiao_files_free(making->files);
    jixiao_set_free(making->set);
    jixiao_close(making->jixiao);
}

int main(int argc, char **argv)
{
    static struct making making;
    double least[STAGE_COUNT];

    if (argc != 5) {
        fputs("usage: making FILE ONLY FOLDER RUNS\n", stderr);
        return 3;
    }
    struct jixiao_findings *findings = jixiao_findings_new();
    memory_keep();
    jixiao_setup();
    making = (struct making){ .path = argv[1], .folder = argv[3],
        .build = { .formats = "flat-opc",
            .only = *argv[2] ? argv[2] : NULL },
        .jixiao = jixiao_open(NULL, findings) };
    need(making.jixiao != NULL, "jixiao_open");
    jixiao_select(making.jixiao, making.build.only, false);
    for (size_t k = 0; k < STAGE_COUNT; k++)
        least[k] = -1;
    for (int k = atoi(argv[4]); k > 0; k--)
        time_run(&making, least);
    print(least);
    free_all(&making);
    jixiao_findings_free(findings);
    return 0;
}
