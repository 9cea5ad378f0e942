/*
 * jixiao edit: opens the draft, serves it, opens the browser, and ends when it
 * is told to.
 */

#include "command/edit.h"

#include <spawn.h>
#include <stdlib.h>
#include <unistd.h>

#include "0_base/catalogue.h"
#include "batch/interrupt.h"
#include "command/previous.h"
#include "command/say.h"
#include "command/workbooks.h"
#include "server/server.h"

#define NEW_FILE "data.json"    /* of --new, where nothing else is said */

extern char **environ;

struct edited {
    struct run *run;
    const char *path;
    struct jixiao_findings *findings;
    struct jixiao_set *previous;
    struct jixiao_draft *draft;
    struct server *server;
};

static bool is_over(void)
{
    return interrupt_count() > 0;
}

/* A desktop knows which browser; where there is none the address is there to be
 * opened. */
static void open_browser(const char *address)
{
    char *const words[] = { "xdg-open", (char *)address, NULL };
    posix_spawn_file_actions_t actions;
    pid_t pid;

    if (posix_spawn_file_actions_init(&actions) != 0)
        return;
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null",
        2, 0);
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    posix_spawnp(&pid, words[0], &actions, NULL, words, environ);
    posix_spawn_file_actions_destroy(&actions);
}

static void serve(struct edited *edited)
{
    const struct options *options = edited->run->options;
    const char *address = server_address(edited->server);

    printf("%s\n%s\n", say(PHRASE_EDIT_OPEN, options->language), address);
    fflush(stdout);
    if (!options->no_browser)
        open_browser(address);
    interrupt_begin();
    server_run(edited->server, is_over);
    interrupt_end();
}

/* What was not saved is kept, and said so. */
static void tell_unsaved(struct edited *edited)
{
    struct jixiao_draft_state state;

    jixiao_draft_get(edited->draft, &state);
    if (state.is_changed)
        jixiao_findings_add(edited->findings, catalogue_code(
            CATALOGUE_EDIT_UNSAVED), NULL);
}

static void open_and_serve(struct edited *edited)
{
    const struct options *options = edited->run->options;

    edited->previous = options->previous ? previous_read(
        edited->run->jixiao, options->previous, edited->path,
        edited->findings) : NULL;
    edited->draft = jixiao_draft_open(edited->run->jixiao, edited->path,
        edited->previous, edited->findings);
    if (!edited->draft)
        return;
    edited->server = server_new(edited->draft, &(struct server_options){
        .data_dir = options->data_dir, .port = (unsigned)options->port,
        .log = stderr, .language = options->language }, edited->findings);
    if (!edited->server)
        return;
    serve(edited);
    tell_unsaved(edited);
}

/* A new file, which must not be there yet. */
static bool make_new(struct edited *edited)
{
    const struct options *options = edited->run->options;
    size_t length;
    char *bytes = jixiao_new(edited->run->jixiao, &(struct jixiao_first){
        .edition = options->new_edition, .path = edited->path,
        .without_blanks = true }, &length, edited->findings);
    bool good = bytes && jixiao_save(edited->path, bytes, length,
        edited->findings);

    free(bytes);
    return good;
}

void edit_file(struct run *run)
{
    const struct options *options = run->options;
    struct edited edited = { .run = run,
        .path = options->argument_count > 0 ? options->arguments[0]
            : options->file ? options->file : NEW_FILE };

    if (!workbooks_may_change(run, edited.path))
        return;
    edited.findings = jixiao_findings_new();
    if (!edited.findings) {
        jixiao_findings_out_of_memory(run->faults);
        return;
    }
    jixiao_findings_set_file(edited.findings, edited.path);
    if (!options->new_edition || make_new(&edited))
        open_and_serve(&edited);
    server_free(edited.server);
    jixiao_draft_close(edited.draft);
    jixiao_set_free(edited.previous);
    run_print_findings(run, edited.path, NULL, edited.findings);
    jixiao_findings_free(edited.findings);
}
