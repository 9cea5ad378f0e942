/*
 * A set made again and again: one build after the other, each with all that it
 * needs opened anew, since any of it may have changed.
 */

#include "command/watch.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "0_base/buffer.h"
#include "0_base/catalogue.h"
#include "0_base/fault.h"
#include "batch/interrupt.h"
#include "batch/watching.h"
#include "command/previous.h"
#include "command/say.h"

/* The data file, last year's, and what stands in for the editions. */
#define WATCHED_MAX 4
#define NO_HANDLE -1            /* waits for a second alone */

struct watch {
    struct run *run;
    const char *path;
    struct buffer previous, schemas, stylesheets;       /* paths */
    struct watched list[WATCHED_MAX];
    size_t count;
    size_t builds;
    bool was_made;              /* the set, by one of them at least */
    bool is_busy;               /* another process was making it last time */
};

static void add(struct watch *watch, const char *path, bool is_tree)
{
    watch->list[watch->count++] = (struct watched){ path, is_tree };
}

static void add_folder(struct watch *watch, const char *name,
    struct buffer *path)
{
    buffer_printf(path, "%s/%s", watch->run->options->data_dir, name);
    add(watch, buffer_string(path), true);
}

static bool list_files(struct watch *watch)
{
    const struct options *options = watch->run->options;

    add(watch, watch->path, false);
    if (options->previous) {
        previous_path(options->previous, watch->path, &watch->previous);
        add(watch, buffer_string(&watch->previous), false);
    }
    if (options->data_dir) {
        add_folder(watch, "schemas", &watch->schemas);
        add_folder(watch, "stylesheets", &watch->stylesheets);
    }
    if (!watch->previous.failed && !watch->schemas.failed
        && !watch->stylesheets.failed)
        return true;
    jixiao_findings_out_of_memory(watch->run->faults);
    return false;
}

/* --- one build ------------------------------------------------------------ */

static void print_line(const struct watch *watch, enum phrase phrase)
{
    enum jixiao_language language = watch->run->options->language;

    run_print_time(stdout);
    jixiao_print_text(watch->path, language, stdout);
    printf(": %s\n", say(phrase, language));
}

/* What was found goes out before the jixiao does that it was found with.  That
 * another process is making the set is said once, and no finding: it is made
 * again until that is over. */
static void tell(struct watch *watch, struct run *once, bool was_busy,
    struct run_done *done)
{
    watch->is_busy = run_found(done->findings, CATALOGUE_FOLDER_BUSY);
    if (watch->is_busy && !was_busy)
        print_line(watch, PHRASE_WATCH_BUSY);
    if (watch->is_busy)
        return;
    if (!done->folder)
        print_line(watch, PHRASE_WATCH_FAILED);
    watch->was_made = watch->was_made || done->folder;
    jixiao_findings_sort(done->findings);
    run_print_findings(once, watch->path, done->set, done->findings);
}

/* A report and a jixiao of its own.  One that is refused is not made again
 * before something changes, whatever the last one waited for. */
static void build(struct watch *watch, struct run *once)
{
    struct run_done done;
    bool was_busy = watch->is_busy;

    watch->is_busy = false;
    once->jixiao = NULL;
    once->report = run_begin_report(once, stderr);
    if (!once->report) {
        jixiao_findings_out_of_memory(once->faults);
        return;
    }
    if (run_open(once) && run_one(once, watch->path, NULL, &done)) {
        if (done.is_refused)
            jixiao_findings_append(once->faults, done.findings);
        else
            tell(watch, once, was_busy, &done);
        run_one_end(&done);
    }
    if (!jixiao_report_end(once->report, once->faults))
        jixiao_findings_out_of_memory(once->faults);
    jixiao_close(once->jixiao);
    run_note_worst(once, once->faults);
    fflush(stdout);
}

static void print_findings(const struct run *run,
    const struct jixiao_findings *findings)
{
    jixiao_print_findings(findings, &(struct jixiao_report_options){
        .language = run->options->language,
        .coloured = jixiao_report_may_colour(stderr) }, stderr);
    fflush(stderr);
}

/* No two builds of a time, and of no other process, have the same. */
static void print_mark(char mark[64])
{
    struct timespec now;

    clock_gettime(CLOCK_REALTIME, &now);
    snprintf(mark, 64, "b%jx-%lx-%lx", (uintmax_t)now.tv_sec,
        (unsigned long)now.tv_nsec, (unsigned long)getpid());
}

/* Whether to go on: what cannot be done the first time ends it. */
static bool build_watched(struct watch *watch)
{
    char mark[64];
    struct run once = *watch->run;

    once.faults = jixiao_findings_new();
    if (!once.faults) {
        jixiao_findings_out_of_memory(watch->run->faults);
        return false;
    }
    print_mark(mark);
    once.watched = mark;
    build(watch, &once);
    bool is_first = !watch->is_busy && watch->builds++ == 0;
    bool goes_on = !is_first || once.worst < JIXIAO_USAGE;
    if (goes_on)
        print_findings(&once, once.faults);
    else
        jixiao_findings_append(watch->run->faults, once.faults);
    watch->run->worst = goes_on ? JIXIAO_HINT : once.worst;
    jixiao_findings_free(once.faults);
    if (goes_on && is_first)
        puts(say(PHRASE_WATCH_WAITING, watch->run->options->language));
    fflush(stdout);
    return goes_on;
}

/* Without the script, of a page that nobody makes again. */
static void build_at_last(const struct watch *watch)
{
    struct options options = *watch->run->options;
    struct run once = *watch->run;
    struct run_done done;

    options.quiet = true;
    once.options = &options;
    if (!run_open(&once))
        return;
    if (run_one(&once, watch->path, NULL, &done))
        run_one_end(&done);
    jixiao_close(once.jixiao);
}

/* --- one after the other -------------------------------------------------- */

/* It is but a hint, and said once. */
static void tell_of_fault(const struct run *run, int fault)
{
    struct jixiao_findings *findings = jixiao_findings_new();
    char reason[FAULT_TEXT_SIZE];

    if (!findings)
        return;
    jixiao_findings_add(findings, catalogue_code(CATALOGUE_WATCH_IMPOSSIBLE),
        "reason", fault_text(fault, reason), NULL);
    print_findings(run, findings);
    jixiao_findings_free(findings);
}

static int open_handle(const struct watch *watch)
{
    int handle = watching_open(watch->list, watch->count);

    if (handle < 0 && !watch->builds)
        tell_of_fault(watch->run, errno);
    return handle;
}

static void go_on(struct watch *watch)
{
    char built[DIGEST_TEXT_SIZE] = "", now[DIGEST_TEXT_SIZE];
    bool goes_on = true;

    while (goes_on && interrupt_count() == 0) {
        int handle = open_handle(watch);
        if (watch->is_busy)
            watching_wait(NO_HANDLE);
        watching_look(watch->list, watch->count, now);
        if (strcmp(now, built) == 0 && !watch->is_busy) {
            watching_wait(handle);
        } else {
            memcpy(built, now, sizeof built);
            goes_on = build_watched(watch);
        }
        watching_close(handle);
    }
}

void watch_file(struct run *run)
{
    struct watch watch = { .run = run, .path = run->options->arguments[0] };

    if (strcmp(watch.path, "-") == 0) {
        jixiao_findings_add(run->faults,
            catalogue_code(CATALOGUE_STANDARD_INPUT_UNNAMED), "name", "watch",
            NULL);
        return;
    }
    interrupt_begin();
    if (list_files(&watch))
        go_on(&watch);
    interrupt_end();
    if (watch.was_made)
        build_at_last(&watch);
    buffer_free(&watch.previous);
    buffer_free(&watch.schemas);
    buffer_free(&watch.stylesheets);
}
