/* Finishes, in a later run, what the journal of a killed one says. */

#include <cjson/cJSON.h>
#include <errno.h>
#include <string.h>

#include "9_bundle/edited.h"
#include "9_bundle/journal.h"

static const struct place nowhere = { 0, 0 };

/* One entry of a journal's list; what it does not say is "" or 0. */
struct step {
    const char *name, *digest, *former, *of;
    bool is_pulled;
    char staged[FOLDER_NAME_SIZE];
};

typedef enum journal_outcome finish_step(const struct folder *folder,
    const struct step *step, struct findings *findings);

static const char *string_of(const cJSON *object, const char *name)
{
    const char *string = cJSON_GetStringValue(
        cJSON_GetObjectItemCaseSensitive(object, name));

    return string ? string : "";
}

static struct step read_step(const cJSON *object)
{
    const cJSON *number = cJSON_GetObjectItemCaseSensitive(object, "number");
    struct step step = { string_of(object, "name"),
        string_of(object, "sha256"), string_of(object, "former"),
        string_of(object, "of"), cJSON_IsTrue(
        cJSON_GetObjectItemCaseSensitive(object, "pulled")), "" };

    if (cJSON_IsNumber(number) && number->valuedouble >= 0
        && number->valuedouble < 1e9)
        folder_name((size_t)number->valuedouble, FOLDER_NEW, step.staged);
    return step;
}

/* Whether the bytes of a step exist, under the temporary name or the final
 * one. */
static enum journal_outcome can_finish(const struct folder *folder,
    const struct step *step, struct findings *findings)
{
    char renamed[DIGEST_TEXT_SIZE], staged[DIGEST_TEXT_SIZE] = "";

    if (!folder_read_digest(folder, step->name, renamed, findings)
        || (*step->staged
        && !folder_read_digest(folder, step->staged, staged, findings)))
        return JOURNAL_FAILED;
    return strcmp(renamed, step->digest) == 0
        || strcmp(staged, step->digest) == 0 ? JOURNAL_FINISHED
        : JOURNAL_BROKEN;
}

static enum journal_outcome check(const struct folder *folder,
    const struct step *step, int fault, struct findings *findings)
{
    return folder_check(folder, CATALOGUE_UPDATE_STUCK, step->name, fault,
        findings) ? JOURNAL_FINISHED : JOURNAL_FAILED;
}

/* Keeps a file that has other bytes than the journal knows: somebody edited it
 * meanwhile. */
static enum journal_outcome finish_file(const struct folder *folder,
    const struct step *step, struct findings *findings)
{
    enum folder_kind kind = folder_state(folder, step->name).kind;
    char there[DIGEST_TEXT_SIZE];

    if (!folder_read_digest(folder, step->name, there, findings))
        return JOURNAL_FAILED;
    if (strcmp(there, step->digest) == 0)
        return JOURNAL_FINISHED;
    int fault = kind == FOLDER_FILE && strcmp(there, step->former) != 0
        ? edited_keep(folder, &(struct edited){ step->name,
            step->is_pulled }, findings) : 0;
    if (fault == 0)
        fault = folder_rename(folder, step->staged, step->name);
    return check(folder, step, fault, findings);
}

/* Reports an edited file that the killed run kept under a second name.  It may
 * have been taken away since, which is no fault. */
static enum journal_outcome finish_edited(const struct folder *folder,
    const struct step *step, struct findings *findings)
{
    int fault = 0;

    if (*step->staged && folder_has(folder, step->staged)
        && !folder_has(folder, step->name))
        fault = folder_rename(folder, step->staged, step->name);
    if (fault == 0 && folder_has(folder, step->name))
        edited_report(folder, &(struct edited){ step->of, step->is_pulled },
            step->name, findings);
    return check(folder, step, fault, findings);
}

static enum journal_outcome finish_removed(const struct folder *folder,
    const struct step *step, struct findings *findings)
{
    char there[DIGEST_TEXT_SIZE];

    if (!folder_has(folder, step->name))
        return JOURNAL_FINISHED;
    if (!folder_read_digest(folder, step->name, there, findings))
        return JOURNAL_FAILED;
    if (*there && strcmp(there, step->former) == 0)
        return check(folder, step, folder_remove(folder, step->name),
            findings);
    findings_add(findings, CATALOGUE_STALE_KEPT, nowhere, NULL, "name",
        step->name, NULL);
    return JOURNAL_FINISHED;
}

static enum journal_outcome for_each(const cJSON *journal, const char *list,
    finish_step *finish, const struct folder *folder,
    struct findings *findings)
{
    const cJSON *object = cJSON_GetObjectItemCaseSensitive(journal, list);
    enum journal_outcome outcome = JOURNAL_FINISHED;

    for (object = object->child; outcome == JOURNAL_FINISHED && object;
        object = object->next) {
        struct step step = read_step(object);
        if (manifest_is_name(step.name))
            outcome = finish(folder, &step, findings);
    }
    return outcome;
}

static bool sync_folder(const struct folder *folder, struct findings *findings)
{
    int fault = folder_sync(folder);

    return folder_check(folder, CATALOGUE_SYNC_FAILED, journal_name(), fault,
        findings);
}

bool journal_end(const struct folder *folder, struct findings *findings)
{
    folder_clean(folder, findings);
    folder_clear(folder, journal_name(), findings);
    return sync_folder(folder, findings);
}

/* Looks for the bytes of all files before it renames the first one. */
static enum journal_outcome finish(const cJSON *journal,
    const struct folder *folder, struct findings *findings)
{
    static const struct { const char *list; finish_step *finish; } steps[] = {
        { "files", can_finish }, { "edited", finish_edited },
        { "files", finish_file }, { "removed", finish_removed },
    };
    enum journal_outcome outcome = JOURNAL_FINISHED;

    for (size_t k = 0; outcome == JOURNAL_FINISHED
        && k < sizeof steps / sizeof *steps; k++)
        outcome = for_each(journal, steps[k].list, steps[k].finish, folder,
            findings);
    if (outcome != JOURNAL_FINISHED)
        return outcome;
    if (!sync_folder(folder, findings))
        return JOURNAL_FAILED;
    journal_end(folder, findings);
    findings_add(findings, CATALOGUE_UPDATE_FINISHED, nowhere, NULL,
        "folder", folder->path, NULL);
    return JOURNAL_FINISHED;
}

/* Whether the folder has all that its manifest lists, as a run has made it. */
static bool is_as_listed(const struct folder *folder)
{
    struct buffer text = BUFFER_EMPTY;
    struct manifest manifest = { .tree = NULL };
    bool good = folder_read(folder, BUNDLE_MANIFEST, MANIFEST_SIZE_LIMIT,
            &text) == 0 && !text.failed
        && manifest_read(&manifest, buffer_string(&text)) == 0
        && manifest.tree;

    for (size_t k = 0; good && k < manifest.count; k++)
        good = folder_has_digest(folder, manifest.entries[k].name,
            manifest.entries[k].digest);
    manifest_free(&manifest);
    buffer_free(&text);
    return good;
}

/* Removes temporary files that no journal names; nothing was replaced then.
 * Where former files have given up their names and are none that the manifest
 * lists, somebody has removed the journal. */
static enum journal_outcome clear_left(const struct folder *folder,
    struct findings *findings)
{
    struct folder_left left = folder_count_left(folder);

    if (left.count == 0)
        return JOURNAL_NONE;
    if (left.former > 0 && !is_as_listed(folder))
        return JOURNAL_BROKEN;
    if (folder_clean(folder, findings) > 0)
        findings_add(findings, CATALOGUE_UPDATE_DROPPED, nowhere, NULL,
            "folder", folder->path, NULL);
    return JOURNAL_FINISHED;
}

enum journal_outcome journal_finish(const struct folder *folder,
    struct findings *findings)
{
    struct buffer text = BUFFER_EMPTY;
    struct manifest journal;
    enum journal_outcome outcome = JOURNAL_FAILED;

    if (!folder_has(folder, journal_name()))
        return clear_left(folder, findings);
    bool good = folder_check(folder, CATALOGUE_FORMER_UNREADABLE,
        journal_name(), journal_read(folder, &journal, &text), findings);
    if (good && journal.tree)
        outcome = finish(journal.tree, folder, findings);
    else if (good)
        findings_add(findings, CATALOGUE_JOURNAL_FOREIGN, nowhere, NULL,
            "name", journal_name(), "folder", folder->path, NULL);
    manifest_free(&journal);
    buffer_free(&text);
    return outcome;
}
