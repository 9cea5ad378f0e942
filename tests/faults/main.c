/*
 * Run the command line again and again, in each run one more of its calls
 * going wrong, and see that every run ends well:
 *
 *     faults memory|data|disk|gone|kill EVERY OLD FOLDER ARGUMENT... \
 *         [-- ARGUMENT...]...
 *
 * Each run is jixiao ARGUMENT... with "@" in place of FOLDER, which is at
 * first a copy of OLD, an older set, and the working folder.  What follows a
 * "--" is a later run after one that was killed.  What must be true afterwards:
 *
 *   memory   exit status 4, the finding X001, FOLDER as it was; or X031, FOLDER
 *            as it should be; with -j, X001 or X082, and either of them; or, where the call did not matter, all as
 *            without the fault: status, FOLDER, and what is said; or Q005,
 *            FOLDER as if nothing could be compared with it
 *   data     the same, where memory lasts while an edition is read
 *   disk     exit status 4, a finding X..., FOLDER as it was or should be;
 *            or success, every file as it should be, and nothing left over
 *            after the next run
 *   gone     all calls on files fail from that one on: exit status 4, a finding
 *            X..., and what holds for kill; in one of the runs of `build`
 *            former files cannot be put back, which is X029
 *   kill     every file is whole, as it was or as it should be, names that
 *            are in both sets are there, whoever had a file open reads what it
 *            was; and each of the later runs, killed itself or not, leaves
 *            what it leaves in FOLDER as it was or as it should be, and says
 *            so where it found neither: killed.c
 *
 * A run of `archive` overwrites nothing, so that after disk, gone and kill its
 * folder is whole, or absent, or has the ZIP alone, and the next run makes it or
 * refuses and says what is there: archived.c.
 *
 * `draft` and `reread` are no commands of jixiao, but what is done to a data
 * file that is edited: drafted.c.
 *
 * With FAULTS_POOR in the environment files can have no second name, and none
 * takes that of another, so that names may be missing after a kill.
 *
 * No run ends with a signal of its own or, compiled with LeakSanitizer, with
 * a leak.  Of the runs only every EVERYth is made; and of allocations that the
 * same functions called for, one inside the other, the first alone counts:
 * chains.c.  With FAULTS_ALL in the environment all of them do.  A file named
 * there by FAULTS_CHAINS keeps which ones other harnesses have tried.
 *
 * With FAULTS_TRACE in the environment a run at fault is printed with the
 * calls that led there: addresses for addr2line -e.
 */

#include <errno.h>
#include <execinfo.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "chains.h"
#include "trial.h"

#define STATUS_SYSTEM 4
#define FAULTS_PRINTED 10

int jixiao_main(int argc, char **argv);

static enum fault_kind kind;
static unsigned long fault_at;      /* 0: never */
static bool restore_failed;         /* a run has said so */
static int trace;                   /* the file for the calls that led there */
static unsigned long *calls;        /* so far; shared with the child */

static bool is_in_edition;
static bool by_chains;              /* of like calls one is tried */
static bool is_noting;              /* which are alike */

void fault_in_edition(bool begins)
{
    is_in_edition = begins;
}

static bool is_of_memory(void)
{
    return kind == FAULT_MEMORY || kind == FAULT_DATA;
}

static bool fault_comes(void)
{
    void *frames[12];

    if (calls == NULL)
        return false;
    ++*calls;
    if (is_noting)
        chains_note(*calls);
    if (*calls < fault_at || fault_at == 0
        || (kind != FAULT_GONE && *calls != fault_at))
        return false;
    if (getenv("FAULTS_TRACE") != NULL)
        backtrace_symbols_fd(frames, backtrace(frames, 12), trace);
    return true;
}

bool fault_in_memory(void)
{
    if (!is_of_memory() || (kind == FAULT_DATA && is_in_edition)
        || !fault_comes())
        return false;
    errno = ENOMEM;
    return true;
}

bool fault_in_files(void)
{
    if (is_of_memory() || !fault_comes())
        return false;
    if (kind == FAULT_KILL)
        raise(SIGKILL);
    errno = ENOSPC;
    return true;
}

static bool is_drafting(const struct arguments *with)
{
    return with->argc > 2 && (strcmp(with->argv[1], "draft") == 0
        || strcmp(with->argv[1], "reread") == 0);
}

void trial_run_arguments(struct trial *trial, const struct arguments *with,
    unsigned long n)
{
    pid_t child;

    fflush(NULL);
    rewind(trial->said);
    rewind(trial->trace);
    if (ftruncate(fileno(trial->said), 0) != 0 || ftruncate(trace, 0) != 0)
        exit(2);
    *calls = 0;
    fault_at = n;
    child = fork();
    if (child == 0) {
        alarm(120);
        dup2(fileno(trial->said), STDOUT_FILENO);
        dup2(fileno(trial->said), STDERR_FILENO);
        if (chdir(trial->folder) != 0)
            exit(2);
        exit((is_drafting(with) ? drafted_main : jixiao_main)(with->argc,
            (char **)with->argv));
    }
    if (child < 0 || waitpid(child, &trial->status, 0) != child)
        exit(2);
    fault_at = 0;
    trial->calls = *calls;
    rewind(trial->said);
    trial->words = hash_of(trial->said);
    snapshot_take(&trial->now, trial->folder, true);
}

/* Run in a child, the nth call going wrong. */
static void run(struct trial *trial, unsigned long n)
{
    trial_run_arguments(trial, &trial->first, n);
}

void folder_copy_to(const char *from, const char *to)
{
    char command[4096];

    snprintf(command, sizeof command, "rm -rf '%s' && cp -a '%s' '%s'", to,
        from, to);
    if (system(command) != 0)
        exit(2);
}

/* Make FOLDER a copy of OLD again. */
static void folder_reset(const struct trial *trial)
{
    folder_copy_to(trial->old, trial->folder);
}

bool trial_has_said(const struct trial *trial, const char *words)
{
    static char text[1 << 20];
    size_t length;

    rewind(trial->said);
    length = fread(text, 1, sizeof text - 1, trial->said);
    text[length] = '\0';
    return strstr(text, words) != NULL;
}

bool trial_has_kept(const struct trial *trial)
{
    return trial_has_said(trial, "X032") || trial_has_said(trial, "X049");
}

bool trial_has_succeeded(const struct trial *trial)
{
    return WIFEXITED(trial->status) && WEXITSTATUS(trial->status) <= 2;
}

/* Whether it ended well without telling what it corrects. */
static bool is_uncompared(const struct trial *trial)
{
    return trial_has_succeeded(trial) && trial_has_said(trial, "Q005");
}

static bool has_option(const struct trial *trial, const char *option)
{
    bool found = false;

    for (int i = 1; i < trial->first.argc; i++)
        found = found || strcmp(trial->first.argv[i], option) == 0;
    return found;
}

/* Whether the first run makes a part of the set, which leaves its data. */
static bool is_partial(const struct trial *trial)
{
    return has_option(trial, "--only");
}

static bool has_processes(const struct trial *trial)
{
    return has_option(trial, "-j");
}

/* Whether it is said what failed: of memory that of the run, or of the process
 * that makes the file. */
static bool has_said_what(const struct trial *trial)
{
    return trial_has_said(trial, is_of_memory() ? "X001" : " X")
        || (has_processes(trial) && trial_has_said(trial, "X082"));
}

/* What is wrong with a run that a call has failed; NULL if nothing is. */
static const char *failure_judge(struct trial *trial)
{
    bool is_written = trial->now.sum == trial->after.sum;

    if (trial->status == trial->status_after
        && trial->words == trial->words_after
        && is_written)
        return NULL;
    if (WIFSIGNALED(trial->status))
        return "it crashed";
    if (is_uncompared(trial))
        return trial->now.sum == trial->uncompared.sum ? NULL
            : "it tells half a correction";
    if (WEXITSTATUS(trial->status) != STATUS_SYSTEM)
        return "its exit status is not 4";
    /* Saying what was found can fail after all is written. */
    if (is_written && is_of_memory() && trial_has_said(trial, "X031"))
        return NULL;
    if (!has_said_what(trial))
        return "it does not say what failed";
    if (is_written && (!is_of_memory() || has_processes(trial)))
        return NULL;
    if (is_of_memory() && trial_has_said(trial, "V030"))
        return "it has the edition corrected";
    return trial->now.sum == trial->before.sum ? NULL : "it wrote";
}

/* A run without a fault makes all of it good, or leaves alone what it would
 * not write over. */
static const char *next_judge(struct trial *trial,
    const struct snapshot *good)
{
    run(trial, 0);
    if (!trial_has_succeeded(trial) && !trial_has_said(trial, "X090"))
        return "the next run fails";
    return trial->now.sum == good->sum ? NULL
        : "the next run does not put it right";
}

static const char *disk_judge(struct trial *trial)
{
    static struct snapshot visible;
    bool compared = !is_uncompared(trial);
    const struct snapshot *good = compared ? &trial->after
        : &trial->uncompared;

    if (!trial_has_succeeded(trial))
        return failure_judge(trial);
    snapshot_take(&visible, trial->folder, false);
    if (visible.sum != (compared ? &trial->visible
            : &trial->uncompared_visible)->sum)
        return "it ended well, but not all is there";
    if (trial->now.sum != good->sum && !trial_has_said(trial, "X041"))
        return "it does not say what it left over";
    /* The next run compares, where the former data is still there. */
    return next_judge(trial, is_partial(trial) ? &trial->after : good);
}

/* All is as it was or as it should be, and the next run makes it whole. */
static const char *between_judge(struct trial *trial)
{
    static struct snapshot visible;

    snapshot_take(&visible, trial->folder, false);
    return snapshot_is_within(&visible, &trial->before, &trial->after)
        ? next_judge(trial, &trial->after) : "it left half a file";
}

static const char *gone_judge(struct trial *trial)
{
    if (WIFSIGNALED(trial->status))
        return "it crashed";
    if (trial_has_succeeded(trial))
        return disk_judge(trial);
    if (WEXITSTATUS(trial->status) != STATUS_SYSTEM)
        return "its exit status is not 4";
    if (!trial_has_said(trial, " X"))
        return "it does not say what failed";
    restore_failed = restore_failed || trial_has_said(trial, "X029");
    return between_judge(trial);
}

static bool is_verb(const struct trial *trial, const char *verb)
{
    return trial->first.argc > 1 && strcmp(trial->first.argv[1], verb) == 0;
}

static bool is_archiving(const struct trial *trial)
{
    return !is_of_memory() && is_verb(trial, "archive");
}

/* Whether it is judged by what it leaves alone. */
static bool is_apart(const struct trial *trial)
{
    return is_archiving(trial) || is_drafting(&trial->first);
}

static const char *run_judge(struct trial *trial)
{
    static const char *(*const judges[])(struct trial *) = {
        [FAULT_MEMORY] = failure_judge,
        [FAULT_DATA] = failure_judge,
        [FAULT_DISK] = disk_judge,
        [FAULT_GONE] = gone_judge,
        [FAULT_KILL] = killed_judge,
    };

    if (is_drafting(&trial->first))
        return drafted_judge(trial, kind == FAULT_KILL);
    return is_archiving(trial) ? archived_judge(trial, kind == FAULT_KILL)
        : judges[kind](trial);
}

static void fault_print(struct trial *trial, unsigned long n,
    const char *fault)
{
    char line[1024];

    printf("    call %lu goes wrong: %s (status 0x%x)\n", n, fault,
        (unsigned)trial->status);
    rewind(trial->said);
    for (int i = 0; i < 40 && fgets(line, sizeof line, trial->said); i++)
        printf("    %s", line);
    rewind(trial->trace);
    while (fgets(line, sizeof line, trial->trace))
        printf("    %s", line);
}

/* The call that goes wrong in the kth run, or 0. */
static unsigned long call_of(unsigned long k, unsigned long every,
    unsigned long count)
{
    unsigned long nth = k * every;

    if (by_chains)
        return chains_get(nth);
    return nth < count ? nth + 1 : 0;
}

/* How many of the runs were at fault; the first few are printed. */
static unsigned long faults_count(struct trial *trial, unsigned long every,
    unsigned long count, unsigned long *runs)
{
    unsigned long faults = 0, n;

    for (*runs = 0; (n = call_of(*runs, every, count)) != 0; ++*runs) {
        const char *fault;

        if (kind == FAULT_KILL && !is_apart(trial))
            readers_open(trial);
        run(trial, n);
        fault = run_judge(trial);
        if (fault != NULL && faults++ < FAULTS_PRINTED)
            fault_print(trial, n, fault);
        if (trial->now.sum != trial->before.sum)
            folder_reset(trial);
    }
    return faults;
}

static void shell(const char *format, const char *folder, const char *other)
{
    char command[4096];

    snprintf(command, sizeof command, format, folder, other);
    if (system(command) != 0)
        exit(2);
}

/* The set as a run makes it that finds no data to compare with.  A run that
 * makes a part of it leaves the data of the whole: they are others while it
 * runs. */
static void uncompared_take(struct trial *trial)
{
    bool part = is_partial(trial);

    folder_reset(trial);
    shell(part ? "cd '%s' && for f in $(find . -name 数据.json); do"
        " echo >>$f; done" : "find '%s' -name 数据.json -delete",
        trial->folder, NULL);
    run(trial, 0);
    if (part)
        shell("cd '%s' && for f in $(find . -name 数据.json); do"
            " cp -p '%s'/$f $f; done", trial->folder, trial->old);
    snapshot_take(&trial->uncompared, trial->folder, true);
    snapshot_take(&trial->uncompared_visible, trial->folder, false);
}

static bool kind_parse(const char *name)
{
    static const char *const names[] = {"memory", "data", "disk", "gone",
        "kill"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0) {
            kind = (enum fault_kind)i;
            return true;
        }
    return false;
}

/* Of one run, up to the end or to "--"; where the next begins, or NULL. */
static char **arguments_read(struct arguments *arguments, char **words,
    const char *folder)
{
    arguments->argv[arguments->argc++] = "jixiao";
    for (; *words != NULL && strcmp(*words, "--") != 0; words++)
        if (arguments->argc < ARGUMENTS_MAX)
            arguments->argv[arguments->argc++] = strcmp(*words, "@") == 0
                ? folder : *words;
    return *words != NULL ? words + 1 : NULL;
}

static void trial_begin(struct trial *trial, char **words)
{
    trial->old = words[0];
    trial->folder = words[1];
    words = arguments_read(&trial->first, words + 2, trial->folder);
    while (words != NULL && trial->later_count < LATER_MAX)
        words = arguments_read(&trial->later[trial->later_count++].with,
            words, trial->folder);
    trial->said = tmpfile();
    trial->trace = tmpfile();
    if (trial->said == NULL || trial->trace == NULL)
        exit(2);
    trace = fileno(trial->trace);
    folder_reset(trial);
    snapshot_take(&trial->before, trial->folder, true);
}

int main(int argc, char **argv)
{
    static struct trial trial;
    unsigned long every, count, runs, faults;

    calls = share_memory(NULL, sizeof *calls);
    if (argc < 6 || !kind_parse(argv[1]) || calls == NULL
        || !chains_open(getenv("FAULTS_CHAINS"))
        || (every = strtoul(argv[2], NULL, 10)) == 0) {
        fprintf(stderr, "faults: wrong usage, or no memory to share\n");
        return 2;
    }
    by_chains = is_of_memory() && getenv("FAULTS_ALL") == NULL;
    trial_begin(&trial, argv + 3);
    is_noting = by_chains;
    run(&trial, 0);
    is_noting = false;
    count = trial.calls;
    trial.after = trial.now;
    snapshot_take(&trial.visible, trial.folder, false);
    trial.edited = trial_has_kept(&trial);
    trial.status_after = trial.status;
    trial.words_after = trial.words;
    if (!trial_has_succeeded(&trial)) {
        fault_print(&trial, 0, "it fails by itself");
        return 1;
    }
    later_begin(&trial);
    if (kind != FAULT_KILL && !is_apart(&trial))
        uncompared_take(&trial);
    folder_reset(&trial);
    faults = faults_count(&trial, every, count, &runs);
    if (kind == FAULT_GONE && is_verb(&trial, "build") && !restore_failed
        && faults++ == 0)
        printf("    no run said that former files could not be put back\n");
    printf("%lu of %lu calls, %lu runs at fault\n", runs, count, faults);
    return faults > 0;
}
