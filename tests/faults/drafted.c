/*
 * A draft that is opened, changed, undone, saved and changed once more, with a
 * call that goes wrong on the way:
 *
 *     draft FILE      in place of a command line; prints what is done
 *     reread FILE     prints what a draft of the file has by then
 *
 * What fails is said by a finding, changes nothing that was there, and is done
 * when it is tried again.  What was told to be done is in the draft that is
 * opened after the program was killed.
 */

#include "trial.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "jixiao.h"

enum status { WELL = 0, SILENT = 11, CHANGED, FAILED_TWICE };

static const char place[] = "/county";

enum act { CHANGE, UNDO, REDO, SAVE };

/* What the place has afterwards; the first one is that of the file. */
static const struct {
    enum act act;
    const char *words;
} steps[] = {
    { SAVE, NULL }, { CHANGE, "甲县" }, { CHANGE, "乙县" }, { UNDO, "甲县" },
    { REDO, "乙县" }, { SAVE, "乙县" }, { CHANGE, "丙县" },
};

#define STEP_COUNT (sizeof steps / sizeof *steps)

static void take_words(void *user, const struct jixiao_draft_place *seen)
{
    snprintf(user, 64, "%s", seen->words ? seen->words : "");
}

static void take_no_choice(void *user, const char *name, const char *title)
{
    (void)user;
    (void)name;
    (void)title;
}

static void look(struct jixiao_draft *draft, char words[64])
{
    bool good = false;

    strcpy(words, "");
    for (int tries = 0; !good && tries < 2; tries++) {
        struct jixiao_findings *findings = jixiao_findings_new();
        good = findings && jixiao_draft_look(draft, place, take_words,
            take_no_choice, words, findings);
        jixiao_findings_free(findings);
    }
}

static bool act_on(struct jixiao_draft *draft, size_t k,
    struct jixiao_findings *findings)
{
    const struct jixiao_draft_change change = { .op = JIXIAO_DRAFT_SET,
        .pointer = place, .words = steps[k].words };

    switch (steps[k].act) {
    case CHANGE:
        return jixiao_draft_change(draft, &change, 1, false, findings,
            findings);
    case UNDO:
        return jixiao_draft_undo(draft, findings);
    case REDO:
        return jixiao_draft_redo(draft, findings);
    case SAVE:
        return jixiao_draft_save(draft, false, findings);
    }
    return false;
}

/* Whether a fault was told; without memory for findings it cannot be. */
static bool was_told(const struct jixiao_findings *findings)
{
    struct jixiao_finding finding;
    size_t count = findings ? jixiao_findings_count(findings) : 0;

    for (size_t k = 0; k < count; k++) {
        jixiao_findings_get(findings, k, &finding);
        printf("%s\n", finding.code);
    }
    return !findings || count > 0;
}

/* Once, and where it fails once more. */
static enum status take_step(struct jixiao_draft *draft, size_t k)
{
    for (int tries = 0; tries < 2; tries++) {
        struct jixiao_findings *findings = jixiao_findings_new();
        char before[64], after[64];
        look(draft, before);
        bool good = findings && act_on(draft, k, findings);
        bool told = good || was_told(findings);
        jixiao_findings_free(findings);
        look(draft, after);
        if (good)
            return strcmp(after, steps[k].words) == 0 ? WELL : CHANGED;
        if (!told)
            return SILENT;
        if (strcmp(before, after) != 0)
            return CHANGED;
    }
    return FAILED_TWICE;
}

static struct jixiao_draft *open_draft(struct jixiao *jixiao,
    const char *path)
{
    struct jixiao_draft *draft = NULL;

    for (int tries = 0; !draft && tries < 2; tries++) {
        struct jixiao_findings *findings = jixiao_findings_new();
        draft = findings ? jixiao_draft_open(jixiao, path, NULL, findings)
            : NULL;
        bool told = draft || was_told(findings);
        jixiao_findings_free(findings);
        if (!told)
            exit(SILENT);
    }
    return draft;
}

static struct jixiao *open_library(void)
{
    struct jixiao *jixiao = NULL;

    for (int tries = 0; !jixiao && tries < 2; tries++) {
        struct jixiao_findings *findings = jixiao_findings_new();
        jixiao = findings ? jixiao_open(NULL, findings) : NULL;
        jixiao_findings_free(findings);
    }
    return jixiao;
}

int drafted_main(int argc, char **argv)
{
    bool changes = argc > 2 && strcmp(argv[1], "draft") == 0;
    struct jixiao *jixiao = open_library();
    struct jixiao_draft *draft = jixiao && argc > 2
        ? open_draft(jixiao, argv[2]) : NULL;
    enum status status = draft ? WELL : FAILED_TWICE;
    char words[64] = "";

    for (size_t k = 1; changes && status == WELL && k < STEP_COUNT; k++) {
        status = take_step(draft, k);
        if (status == WELL)
            printf("done %zu\n", k);
        fflush(stdout);
    }
    if (draft && !changes)
        look(draft, words);
    printf("it has %s\n", words);
    jixiao_draft_close(draft);
    jixiao_close(jixiao);
    return (int)status;
}

/* --- judged --------------------------------------------------------------- */

static size_t count_done(const struct trial *trial)
{
    char words[24];
    size_t done = 0;

    for (size_t k = 1; k < STEP_COUNT; k++) {
        snprintf(words, sizeof words, "done %zu\n", k);
        if (trial_has_said(trial, words))
            done = k;
    }
    return done;
}

static bool has_words(const struct trial *trial, size_t k)
{
    char words[80];

    if (k >= STEP_COUNT)
        return false;
    snprintf(words, sizeof words, "it has %s\n",
        steps[k].words ? steps[k].words : "示例县");
    return trial_has_said(trial, words);
}

const char *drafted_judge(struct trial *trial, bool was_killed)
{
    static const char *const faults[] = {
        [SILENT] = "it does not say what failed",
        [CHANGED] = "it shows another value than it should",
        [FAILED_TWICE] = "it fails once more",
    };
    struct arguments reread = { 3, { "jixiao", "reread",
        trial->first.argv[2] } };
    size_t done = count_done(trial);

    if (WIFSIGNALED(trial->status)
        && !(was_killed && WTERMSIG(trial->status) == SIGKILL))
        return "it crashed";
    if (WIFEXITED(trial->status) && WEXITSTATUS(trial->status) != WELL)
        return WEXITSTATUS(trial->status) >= SILENT
            && WEXITSTATUS(trial->status) <= FAILED_TWICE
            ? faults[WEXITSTATUS(trial->status)] : "it leaks";
    trial_run_arguments(trial, &reread, 0);
    if (!trial_has_succeeded(trial))
        return "it cannot be opened again";
    return has_words(trial, done) || has_words(trial, done + 1) ? NULL
        : "what was done is lost";
}
