/*
 * What a run that was killed may leave: files that are whole, readers that see
 * what they had opened, and a folder that each later run, itself killed at any
 * of its calls, makes one whole set of.
 */

#include "trial.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define READERS_MAX 200
#define STATES_MAX 2000
#define AGAIN_EVERY 3

static struct reader {
    FILE *file;
    uint64_t hash;
} readers[READERS_MAX];
static size_t reader_count;

/* The folders that have been judged: most calls change nothing. */
static uint64_t states[STATES_MAX];
static size_t state_count;

static void open_below(const char *path)
{
    DIR *open = opendir(path);
    struct dirent *entry;

    while (open != NULL && (entry = readdir(open)) != NULL) {
        char below[4096];
        struct stat status;

        snprintf(below, sizeof below, "%s/%s", path, entry->d_name);
        if (strcmp(entry->d_name, ".") == 0
            || strcmp(entry->d_name, "..") == 0
            || lstat(below, &status) != 0)
            continue;
        if (S_ISDIR(status.st_mode)) {
            open_below(below);
        } else if (S_ISREG(status.st_mode) && reader_count < READERS_MAX) {
            struct reader *reader = &readers[reader_count++];

            reader->file = fopen(below, "rb");
            if (reader->file == NULL)
                exit(2);
            reader->hash = hash_of(reader->file);
        }
    }
    if (open != NULL)
        closedir(open);
}

void readers_open(const struct trial *trial)
{
    open_below(trial->folder);
}

static bool readers_agree(void)
{
    bool agree = true;

    for (; reader_count > 0; reader_count--) {
        struct reader *reader = &readers[reader_count - 1];

        rewind(reader->file);
        agree = hash_of(reader->file) == reader->hash && agree;
        fclose(reader->file);
    }
    return agree;
}

void later_begin(struct trial *trial)
{
    char whole[4096];

    snprintf(whole, sizeof whole, "%s.whole", trial->folder);
    folder_copy_to(trial->folder, whole);
    for (size_t k = 0; k < trial->later_count; k++) {
        struct later *later = &trial->later[k];

        folder_copy_to(whole, trial->folder);
        trial_run_arguments(trial, &later->with, 0);
        later->of_after = trial->now;
        folder_copy_to(trial->old, trial->folder);
        trial_run_arguments(trial, &later->with, 0);
        later->of_before = trial->now;
    }
}

static bool is_whole(const struct trial *trial)
{
    return trial->now.sum == trial->before.sum
        || trial->now.sum == trial->after.sum;
}

/* The run, without a fault, makes one of the two, and says that it found
 * neither; what a run has made is not taken for edited. */
static const char *later_judge(struct trial *trial, const struct later *later,
    bool was_whole)
{
    trial_run_arguments(trial, &later->with, 0);
    if (!trial_has_succeeded(trial))
        return "a later run fails";
    if (!trial->edited && trial_has_kept(trial))
        return "a later run takes what was made for edited";
    if (!was_whole && !trial_has_said(trial, "X035")
        && !trial_has_said(trial, "X036"))
        return "a later run does not say what it found";
    return trial->now.sum == later->of_before.sum
        || trial->now.sum == later->of_after.sum ? NULL
        : "a later run does not make one whole set";
}

static bool is_known(uint64_t state)
{
    for (size_t i = 0; i < state_count; i++)
        if (states[i] == state)
            return true;
    if (state_count < STATES_MAX)
        states[state_count++] = state;
    return false;
}

static bool has_names(const struct trial *trial)
{
    return fault_is_poor()
        || snapshot_has_names(&trial->now, &trial->before, &trial->after);
}

/* The later run, killed at its calls, each state of the folder having its turn
 * with each AGAIN_EVERYth, and once more. */
static const char *killed_again(struct trial *trial, const char *state,
    uint64_t sum, const struct later *later)
{
    const char *fault = NULL;
    unsigned long n = state_count % AGAIN_EVERY, calls;

    do {
        if (trial->now.sum != sum)
            folder_copy_to(state, trial->folder);
        n += AGAIN_EVERY;
        trial_run_arguments(trial, &later->with, n);
        calls = trial->calls;
        if (!has_names(trial))
            fault = "a later run takes away names";
        else if (!is_known(trial->now.sum))
            fault = later_judge(trial, later, is_whole(trial));
    } while (fault == NULL && calls == n);
    return fault;
}

/* What each of the later runs makes of the folder as it is. */
static const char *later_runs(struct trial *trial)
{
    char state[4096];
    const char *fault = NULL;
    bool was_whole = is_whole(trial);
    uint64_t sum = trial->now.sum;

    if (is_known(sum))
        return NULL;
    snprintf(state, sizeof state, "%s.killed", trial->folder);
    folder_copy_to(trial->folder, state);
    for (size_t k = 0; fault == NULL && k < trial->later_count; k++) {
        folder_copy_to(state, trial->folder);
        fault = later_judge(trial, &trial->later[k], was_whole);
        if (fault == NULL && k == 0 && !was_whole)
            fault = killed_again(trial, state, sum, &trial->later[k]);
    }
    trial->now.sum = ~trial->before.sum;    /* so that FOLDER is made anew */
    return fault;
}

const char *killed_judge(struct trial *trial)
{
    static struct snapshot visible;
    bool agree = readers_agree();

    if (!agree)
        return "a reader sees another file";
    snapshot_take(&visible, trial->folder, false);
    if (!snapshot_is_within(&visible, &trial->before, &trial->after))
        return "it left half a file";
    if (!has_names(trial))
        return "it took away names";
    return later_runs(trial);
}
