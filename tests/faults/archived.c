/*
 * What a run of `jixiao archive` may leave: an archive that is whole, or none,
 * or its ZIP alone, which is named first; and a next run that makes what is
 * not there, or, where all is, refuses and says so.
 */

#include "trial.h"

#include <sys/wait.h>

#define STATUS_USAGE 3
#define STATUS_SYSTEM 4

static bool is_whole_or_none(const struct trial *trial,
    const struct snapshot *visible)
{
    return snapshot_is_within(visible, &trial->before, &trial->after)
        && (visible->count == trial->before.count
            || visible->count == trial->before.count + 1
            || visible->count == trial->visible.count);
}

static bool is_refused(const struct trial *trial)
{
    return WIFEXITED(trial->status)
        && WEXITSTATUS(trial->status) == STATUS_USAGE
        && trial_has_said(trial, "X062");
}

/* A run that was not killed says how it ended. */
static const char *end_judge(const struct trial *trial,
    const struct snapshot *visible)
{
    if (!WIFEXITED(trial->status))
        return "it crashed";
    if (trial_has_succeeded(trial))
        return visible->sum == trial->visible.sum ? NULL
            : "it ended well, but not all is there";
    if (WEXITSTATUS(trial->status) != STATUS_SYSTEM)
        return "its exit status is not 4";
    return trial_has_said(trial, " X") ? NULL
        : "it does not say what failed";
}

static const char *next_judge(struct trial *trial, uint64_t before)
{
    static struct snapshot visible;

    trial_run_arguments(trial, &trial->first, 0);
    snapshot_take(&visible, trial->folder, false);
    if (is_refused(trial) && visible.sum != before)
        return "the next run refuses and writes";
    if (is_refused(trial))
        return before == trial->visible.sum ? NULL
            : "the next run refuses what is not whole";
    if (!trial_has_succeeded(trial))
        return "the next run fails";
    return trial->now.sum == trial->after.sum ? NULL
        : "the next run does not put it right";
}

const char *archived_judge(struct trial *trial, bool was_killed)
{
    static struct snapshot visible;
    const char *fault;

    snapshot_take(&visible, trial->folder, false);
    fault = was_killed ? NULL : end_judge(trial, &visible);
    if (fault != NULL)
        return fault;
    if (!is_whole_or_none(trial, &visible))
        return "it left half an archive";
    return next_judge(trial, visible.sum);
}
