/*
 * jixiao new, next, sheet and read: the bytes made by the library, and where
 * they go.
 */

#include "command/make.h"

#include <stdlib.h>

#include "0_base/catalogue.h"
#include "command/pull.h"
#include "command/workbooks.h"

/* A file on its way out, and what there is to say of it. */
struct made {
    char *bytes;                /* NULL: there are none, as findings say */
    size_t length;
    struct jixiao_findings *findings;
    struct jixiao_findings *written;    /* of the file, once it is */
};

static bool begin(struct run *run, struct made *made)
{
    *made = (struct made){ .findings = run_findings(run),
        .written = jixiao_findings_new() };
    if (!made->findings || !made->written)
        jixiao_findings_out_of_memory(run->faults);
    return made->findings && made->written && workbooks_may_write(run);
}

static bool lacks_memory(const struct jixiao_findings *findings)
{
    return jixiao_findings_worst(findings) == JIXIAO_SYSTEM;
}

/* To the file of -o, which must not be there yet, or to the standard output.
 * All that there is to say has been made up before. */
static bool put(struct run *run, const struct made *made)
{
    const char *path = run->options->file;

    if (path)
        return jixiao_save(path, made->bytes, made->length, run->faults);
    fwrite(made->bytes, 1, made->length, stdout);
    return false;
}

/* id says that the file is written; last is last year's file, or NULL. */
static void finish(struct run *run, struct made *made, enum catalogue id,
    const char *last)
{
    const char *path = run->options->file;

    if (path && made->bytes)
        jixiao_findings_add(made->written, catalogue_code(id), "name", path,
            "last", last ? last : "", "from", last ? last : "", NULL);
    jixiao_findings_sort(made->findings);
    bool whole = made->bytes && !lacks_memory(made->findings)
        && !lacks_memory(made->written);
    bool written = whole && put(run, made);
    run_print_findings(run, path, NULL, made->findings);
    if (written || (made->bytes && !whole))
        run_print_findings(run, path, NULL, made->written);
}

static void end(struct made *made)
{
    free(made->bytes);
    jixiao_findings_free(made->findings);
    jixiao_findings_free(made->written);
}

void make_new(struct run *run)
{
    const struct options *options = run->options;
    struct made made;

    if (begin(run, &made)) {
        made.bytes = jixiao_new(run->jixiao, &(struct jixiao_first){
            .edition = options->arguments[0], .full = options->full,
            .path = options->file }, &made.length, made.findings);
        finish(run, &made, CATALOGUE_FIRST_WRITTEN, NULL);
    }
    end(&made);
}

void make_next(struct run *run)
{
    const char *path = run->options->arguments[0];
    struct made made;

    if (begin(run, &made)) {
        struct jixiao_set *last = jixiao_read_previous(run->jixiao, path,
            made.findings);
        made.bytes = last ? jixiao_next(run->jixiao, last,
            run->options->file, &made.length, made.findings) : NULL;
        finish(run, &made, CATALOGUE_NEXT_WRITTEN, path);
        jixiao_set_free(last);
    }
    end(&made);
}

void make_sheet(struct run *run)
{
    struct made made;

    if (begin(run, &made)) {
        struct jixiao_set *set = jixiao_read_previous(run->jixiao,
            run->options->arguments[0], made.findings);
        made.bytes = set ? jixiao_sheet(set, &made.length, made.findings)
            : NULL;
        finish(run, &made, CATALOGUE_SHEET_WRITTEN, NULL);
        jixiao_set_free(set);
    }
    end(&made);
}

void make_read(struct run *run)
{
    const char *path = run->options->arguments[0];
    struct made made;

    if (run->options->argument_count > 1 && run->options->file) {
        jixiao_findings_add(run->faults,
            catalogue_code(CATALOGUE_ARGUMENT_TOO_MANY),
            "name", run->options->arguments[1], NULL);
        return;
    }
    if (run->options->into && run->options->argument_count < 2) {
        jixiao_findings_add(run->faults,
            catalogue_code(CATALOGUE_FILE_NOT_NAMED), "name", "read", NULL);
        return;
    }
    if (run->options->argument_count > 1) {
        pull_files(run);
        return;
    }
    if (begin(run, &made)) {
        made.bytes = jixiao_sheet_read(run->jixiao, path, &made.length,
            made.findings);
        finish(run, &made, CATALOGUE_SHEET_READ, path);
    }
    end(&made);
}
