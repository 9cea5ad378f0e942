/*
 * Puts the files of a set into the folder, all or none: they are written under
 * temporary names first, and get their own names behind a journal.
 */

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "9_bundle/bundle_items.h"
#include "9_bundle/edited.h"
#include "9_bundle/journal.h"
#include "9_bundle/opened.h"

static bool is_moved(const struct item *item)
{
    return item_is_written(item) || item->change == BUNDLE_REMOVED
        || (item->change == BUNDLE_EDITED && !item->is_there);
}

/* --- temporary names ----------------------------------------------------- */

static int stage_item(const struct bundle *bundle,
    const struct folder *folder, size_t k, struct folder_batch *batch)
{
    const struct item *item = &bundle->items[k];
    char name[FOLDER_NAME_SIZE];

    folder_name(k, FOLDER_NEW, name);
    batch->failed = k;
    if (item_is_written(item))
        return folder_write_later(folder, name, &item->bytes,
            item->state.mode, k, batch);
    if (is_moved(item) && item->change == BUNDLE_EDITED)
        return folder_copy(folder, bundle->items[item->source].name, name);
    return 0;
}

/* Write all that is new or differs under temporary names; when this is done,
 * all of it is safe. */
static bool stage_items(const struct bundle *bundle,
    const struct folder *folder, struct findings *findings)
{
    struct folder_batch batch = { .count = 0 };
    int fault = 0;

    for (size_t k = 0; fault == 0 && k < bundle->count; k++)
        fault = stage_item(bundle, folder, k, &batch);
    size_t failed = batch.failed;
    int unsynced = folder_sync_batch(&batch);
    if (fault == 0) {
        fault = unsynced;
        failed = batch.failed;
    }
    if (fault == 0) {
        fault = folder_sync(folder);
        failed = MANIFEST;
    }
    if (fault)
        folder_report(fault, bundle->items[failed].name,
            bundle->items[failed].bytes.length, folder->path, findings);
    return fault == 0;
}

/* The journal gets its name when it is written and synced.  It takes the place
 * of a former one that could not be finished. */
static bool write_journal(const struct bundle *bundle,
    const struct folder *folder, struct findings *findings)
{
    struct buffer text = BUFFER_EMPTY;
    char name[FOLDER_NAME_SIZE];

    if (!journal_print(bundle, &text)) {
        findings_out_of_memory(findings);
        buffer_free(&text);
        return false;
    }
    folder_name(bundle->count, FOLDER_NEW, name);
    int fault = folder_write(folder, name, &text, 0);
    if (fault == 0)
        fault = folder_rename(folder, name, journal_name());
    if (fault == 0)
        fault = folder_sync(folder);
    if (fault)
        folder_report(fault, journal_name(), text.length, folder->path,
            findings);
    buffer_free(&text);
    return fault == 0;
}

/* --- names --------------------------------------------------------------- */

/* Gives the file that has the name now a second name.  It must still be the
 * file that was looked at, since somebody may have saved it meanwhile.
 * 0 or the errno. */
static int put_aside(struct item *item, const struct folder *folder, size_t k)
{
    char old_name[FOLDER_NAME_SIZE];
    int fault = 0;

    folder_name(k, FOLDER_OLD, old_name);
    if (item->change == BUNDLE_REMOVED)
        fault = folder_rename(folder, item->name, old_name);
    else if (item->change == BUNDLE_CHANGED)
        fault = folder_keep(folder, item->name, old_name);
    else
        return 0;
    item->kept = fault == 0;
    return item->kept && !folder_is_still(folder, old_name, &item->state)
        ? EBUSY : fault;
}

/* Gives one file its name, or takes it out of the folder; 0 or the errno. */
static int rename_item(struct bundle *bundle, const struct folder *folder,
    size_t k)
{
    struct item *item = &bundle->items[k];
    char new_name[FOLDER_NAME_SIZE];

    if (!is_moved(item))
        return 0;
    int fault = put_aside(item, folder, k);
    if (fault == 0 && item->change != BUNDLE_REMOVED)
        fault = folder_rename(folder, folder_name(k, FOLDER_NEW, new_name),
            item->name);
    item->is_renamed = fault == 0;
    return fault;
}

/* The edited items, or all others; the manifest is left for the end. */
static bool rename_those(struct bundle *bundle, const struct folder *folder,
    bool edited, struct findings *findings)
{
    for (size_t k = MANIFEST + 1; k < bundle->count; k++) {
        struct item *item = &bundle->items[k];
        if ((item->change == BUNDLE_EDITED) == edited
            && !folder_check(folder, CATALOGUE_REPLACE_FAILED, item->name,
                rename_item(bundle, folder, k), findings))
            return false;
    }
    return true;
}

/* Edited files get their second name first; the manifest is the last. */
static bool rename_items(struct bundle *bundle, const struct folder *folder,
    struct findings *findings)
{
    return rename_those(bundle, folder, true, findings)
        && rename_those(bundle, folder, false, findings)
        && folder_check(folder, CATALOGUE_REPLACE_FAILED, BUNDLE_MANIFEST,
            rename_item(bundle, folder, MANIFEST), findings)
        && folder_check(folder, CATALOGUE_REPLACE_FAILED, BUNDLE_MANIFEST,
            folder_sync(folder), findings);
}

/* --- back ---------------------------------------------------------------- */

/* Gives the new bytes their temporary name again, so that the journal stays
 * true until it is removed, and the former file its own name. */
static int restore_item(const struct item *item, const struct folder *folder,
    size_t k)
{
    char new_name[FOLDER_NAME_SIZE], old_name[FOLDER_NAME_SIZE];
    bool has_new = item->is_renamed && item->change != BUNDLE_REMOVED;
    int fault = 0;

    folder_name(k, FOLDER_NEW, new_name);
    folder_name(k, FOLDER_OLD, old_name);
    if (has_new)
        fault = item->kept ? folder_keep(folder, item->name, new_name)
            : folder_rename(folder, item->name, new_name);
    if (fault == 0 && item->kept)
        fault = folder_rename(folder, old_name, item->name);
    return fault;
}

/* Puts everything back, in the reverse order.  Where that fails, or where the
 * folder held no whole set before, the journal stays, and the next run finishes
 * what it names. */
static void undo_items(struct bundle *bundle, const struct folder *folder,
    struct findings *findings)
{
    bool good = true;

    for (size_t k = bundle->count; k-- > 0;) {
        struct item *item = &bundle->items[k];
        if (is_moved(item))
            good = folder_check(folder, CATALOGUE_RESTORE_FAILED, item->name,
                restore_item(item, folder, k), findings) && good;
    }
    if (bundle->mends)
        return;
    if (good && folder_has(folder, journal_name()))
        good = folder_check(folder, CATALOGUE_RESTORE_FAILED, journal_name(),
            folder_sync(folder), findings)
            && folder_check(folder, CATALOGUE_RESTORE_FAILED, journal_name(),
                folder_remove(folder, journal_name()), findings);
    if (good)
        folder_clean(folder, findings);
}

/* --- findings about the files -------------------------------------------- */

/* Whoever has the former file open would save it over the new one. */
static void report_open(const struct folder *folder, const struct item *item,
    struct findings *findings)
{
    struct buffer mark = BUFFER_EMPTY;

    if (opened_find(folder, item->name, &mark))
        findings_add(findings, CATALOGUE_REPLACED_OPEN, (struct place){ 0, 0 },
            NULL, "name", item->name, "mark", buffer_string(&mark), NULL);
    if (mark.failed)
        findings_out_of_memory(findings);
    buffer_free(&mark);
}

static void report_item(const struct bundle *bundle,
    const struct folder *folder, const struct item *item,
    struct findings *findings)
{
    enum catalogue id = CATALOGUE_STALE_KEPT;

    if (item->change == BUNDLE_CHANGED)
        report_open(folder, item, findings);
    if (item->change == BUNDLE_EDITED) {
        const struct item *of = &bundle->items[item->source];
        edited_report(folder, &(struct edited){ of->name, of->is_pulled },
            item->name, findings);
        return;
    }
    if (item->is_overwritten)
        id = CATALOGUE_EDITED_OVERWRITTEN;
    else if (item->is_left_edited)
        id = CATALOGUE_EDITED_LEFT;
    else if (item->change != BUNDLE_KEPT)
        return;
    findings_add(findings, id, (struct place){ 0, 0 }, NULL, "name",
        item->name, "folder", folder->path, NULL);
}

/* Where no manifest says what a run has made, whatever differs may have been
 * edited. */
static void report_unlisted(const struct bundle *bundle,
    const struct folder *folder, struct findings *findings)
{
    bool any = false;

    for (size_t k = bundle->set_count; !any && k < bundle->count; k++)
        any = bundle->items[k].change == BUNDLE_EDITED
            && bundle->items[k].source != MANIFEST;
    if (any && !bundle->former[FORMER_MANIFEST].tree)
        findings_add(findings, CATALOGUE_EDITED_UNKNOWN,
            (struct place){ 0, 0 }, NULL, "folder", folder->path, NULL);
}

static bool moves(const struct bundle *bundle)
{
    bool any = bundle->mends;

    for (size_t k = 0; k < bundle->count; k++)
        any = any || is_moved(&bundle->items[k]);
    return any;
}

bool bundle_stage(struct bundle *bundle, const struct folder *folder,
    struct findings *findings)
{
    if (!moves(bundle) || (stage_items(bundle, folder, findings)
            && write_journal(bundle, folder, findings)))
        return true;
    undo_items(bundle, folder, findings);
    return false;
}

bool bundle_rename(struct bundle *bundle, const struct folder *folder,
    struct findings *findings)
{
    if (moves(bundle)) {
        if (!rename_items(bundle, folder, findings)) {
            undo_items(bundle, folder, findings);
            return false;
        }
        journal_end(folder, findings);
    }
    findings_files_are_written(findings);
    report_unlisted(bundle, folder, findings);
    for (size_t k = 0; k < bundle->count; k++)
        report_item(bundle, folder, &bundle->items[k], findings);
    return true;
}
