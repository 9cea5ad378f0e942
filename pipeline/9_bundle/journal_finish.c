/* A later run finishes what a journal says. */

#include <cjson/cJSON.h>
#include <errno.h>
#include <string.h>

#include "9_bundle/edited.h"
#include "9_bundle/journal.h"

static const struct place nowhere = { 0, 0 };

/* One entry of a journal's list; what it does not say is "" or 0. */
struct step {
    const char *name, *digest, *former, *of;
    char staged[FOLDER_NAME_SIZE];
};

typedef bool finish_step(const struct folder *folder,
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
        string_of(object, "of"), "" };

    if (cJSON_IsNumber(number) && number->valuedouble >= 0
        && number->valuedouble < 1e9)
        folder_name((size_t)number->valuedouble, FOLDER_NEW, step.staged);
    return step;
}

static bool has_digest(const struct folder *folder, const char *name,
    const char *digest)
{
    char there[DIGEST_TEXT_SIZE];

    return *name && strcmp(folder_digest(folder, name, there), digest) == 0;
}

/* The bytes are there, under the one name or the other. */
static bool can_finish(const struct folder *folder, const struct step *step,
    struct findings *findings)
{
    (void)findings;
    return has_digest(folder, step->name, step->digest)
        || has_digest(folder, step->staged, step->digest);
}

static bool complain(const struct folder *folder, const char *name,
    int fault, struct findings *findings)
{
    if (fault == ENOMEM)
        findings_out_of_memory(findings);
    else if (fault)
        folder_complain(folder, CATALOGUE_UPDATE_STUCK, name, fault,
            findings);
    return fault == 0;
}

/* A name that has other bytes than the journal knows was edited since. */
static bool finish_file(const struct folder *folder, const struct step *step,
    struct findings *findings)
{
    enum folder_kind kind = folder_state(folder, step->name).kind;
    char there[DIGEST_TEXT_SIZE];

    folder_digest(folder, step->name, there);
    if (strcmp(there, step->digest) == 0)
        return true;
    int fault = kind == FOLDER_FILE && strcmp(there, step->former) != 0
        ? edited_keep(folder, step->name, findings) : 0;
    if (fault == 0)
        fault = folder_rename(folder, step->staged, step->name);
    return complain(folder, step->name, fault, findings);
}

/* It was kept before anything else was done, but nobody was told; who took it
 * away since may. */
static bool finish_edited(const struct folder *folder,
    const struct step *step, struct findings *findings)
{
    if (*step->staged && folder_has(folder, step->staged)
        && !folder_has(folder, step->name)
        && !complain(folder, step->name, folder_rename(folder, step->staged,
            step->name), findings))
        return false;
    if (folder_has(folder, step->name))
        edited_report(folder, step->of, step->name, findings);
    return true;
}

static bool finish_removed(const struct folder *folder,
    const struct step *step, struct findings *findings)
{
    if (!folder_has(folder, step->name))
        return true;
    if (*step->former && has_digest(folder, step->name, step->former))
        return complain(folder, step->name, folder_remove(folder,
            step->name), findings);
    findings_add(findings, CATALOGUE_STALE_KEPT, nowhere, NULL, "name",
        step->name, NULL);
    return true;
}

static bool for_each(const cJSON *journal, const char *list,
    finish_step *finish, const struct folder *folder,
    struct findings *findings)
{
    const cJSON *object = cJSON_GetObjectItemCaseSensitive(journal, list);
    bool good = true;

    for (object = object->child; good && object; object = object->next) {
        struct step step = read_step(object);
        if (manifest_is_name(step.name))
            good = finish(folder, &step, findings);
    }
    return good;
}

bool journal_end(const struct folder *folder, struct findings *findings)
{
    folder_clean(folder, findings);
    folder_clear(folder, JOURNAL_NAME, findings);
    return journal_sync(folder, findings);
}

bool journal_sync(const struct folder *folder, struct findings *findings)
{
    int fault = folder_sync(folder);

    if (fault)
        folder_complain(folder, CATALOGUE_SYNC_FAILED, JOURNAL_NAME, fault,
            findings);
    return fault == 0;
}

static enum journal_outcome finish(const cJSON *journal,
    const struct folder *folder, struct findings *findings)
{
    if (!for_each(journal, "files", can_finish, folder, findings))
        return JOURNAL_BROKEN;
    if (!for_each(journal, "edited", finish_edited, folder, findings)
        || !for_each(journal, "files", finish_file, folder, findings)
        || !for_each(journal, "removed", finish_removed, folder, findings)
        || !journal_sync(folder, findings))
        return JOURNAL_FAILED;
    journal_end(folder, findings);
    findings_add(findings, CATALOGUE_UPDATE_FINISHED, nowhere, NULL,
        "folder", folder->path, NULL);
    return JOURNAL_FINISHED;
}

/* Files on their way without a journal: nothing was replaced. */
static enum journal_outcome clear_left(const struct folder *folder,
    struct findings *findings)
{
    if (folder_count_left(folder) == 0)
        return JOURNAL_NONE;
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

    if (!folder_has(folder, JOURNAL_NAME))
        return clear_left(folder, findings);
    if (journal_read(folder, &journal, &text))
        outcome = finish(journal.tree, folder, findings);
    else if (text.failed)
        findings_out_of_memory(findings);
    else
        findings_add(findings, CATALOGUE_JOURNAL_FOREIGN, nowhere, NULL,
            "name", JOURNAL_NAME, "folder", folder->path, NULL);
    manifest_free(&journal);
    buffer_free(&text);
    return outcome;
}
