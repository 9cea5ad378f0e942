/* A set of files is collected, and written to its folder. */

#include "9_bundle/bundle.h"

#include <stdlib.h>
#include <string.h>

#include "9_bundle/bundle_items.h"
#include "9_bundle/journal.h"

struct bundle *bundle_new(const char *folder,
    const struct bundle_origin *origin)
{
    const char *fields[] = { origin->program, origin->edition, origin->data,
        origin->digest };
    struct bundle *bundle = calloc(1, sizeof *bundle);

    if (!bundle)
        return NULL;
    bundle->folder = folder ? strdup(folder) : NULL;
    bundle->failed = folder && !bundle->folder;
    for (size_t k = 0; k < sizeof fields / sizeof *fields; k++) {
        bundle->origin[k] = strdup(fields[k]);
        bundle->failed = bundle->failed || !bundle->origin[k];
    }
    bundle_add_item(bundle, BUNDLE_MANIFEST);
    if (bundle->failed) {
        bundle_free(bundle);
        return NULL;
    }
    bundle->set_count = bundle->count;
    return bundle;
}

void bundle_free(struct bundle *bundle)
{
    if (!bundle)
        return;
    for (size_t k = 0; k < bundle->count; k++) {
        free(bundle->items[k].name);
        buffer_free(&bundle->items[k].bytes);
    }
    free(bundle->items);
    free(bundle->by_name);
    id_map_free(&bundle->others);
    id_map_free(&bundle->files);
    for (int which = 0; which < FORMER_COUNT; which++)
        manifest_free(&bundle->former[which]);
    manifest_free(&bundle->there);
    for (size_t k = 0; k < sizeof bundle->origin / sizeof *bundle->origin;
        k++)
        free(bundle->origin[k]);
    free(bundle->folder);
    free(bundle);
}

void bundle_add_to_former(struct bundle *bundle)
{
    bundle->is_part = true;
}

void bundle_overwrite(struct bundle *bundle)
{
    bundle->overwrites = true;
}

void bundle_add(struct bundle *bundle, const char *name, struct buffer *bytes)
{
    struct item *item = bundle->failed || bytes->failed
        ? NULL : bundle_add_item(bundle, name);

    if (item) {
        item->bytes = *bytes;
        item->size = bytes->length;
        digest_text(buffer_string(bytes), bytes->length, item->digest);
        *bytes = (struct buffer)BUFFER_EMPTY;
        bundle->set_count = bundle->count;
    }
    bundle->failed = bundle->failed || bytes->failed;
    buffer_free(bytes);
}

void bundle_set_pulled(struct bundle *bundle)
{
    bundle->items[bundle->count - 1].is_pulled = true;
}

static void complain(const struct folder *folder, enum catalogue id,
    struct findings *findings)
{
    findings_add(findings, id, (struct place){ 0, 0 }, NULL, "folder",
        folder->path, NULL);
}

/* First finishes what a killed run left half done; what cannot be finished is
 * made again. */
static bool write_set(struct bundle *bundle, const struct folder *folder,
    struct findings *findings)
{
    enum journal_outcome outcome = journal_finish(folder, findings);

    bundle->mends = outcome == JOURNAL_BROKEN;
    if (outcome == JOURNAL_FAILED || !bundle_plan(bundle, folder, findings))
        return false;
    if (bundle->mends)
        folder_clean(folder, findings);
    bool good = bundle_stage(bundle, folder, findings)
        && bundle_rename(bundle, folder, findings);
    if (bundle->mends)
        complain(folder, good ? CATALOGUE_UPDATE_FINISHED
            : CATALOGUE_UPDATE_BROKEN, findings);
    return good;
}

bool bundle_commit(struct bundle *bundle, struct findings *findings)
{
    struct folder folder;

    if (bundle->failed) {
        findings_out_of_memory(findings);
        return false;
    }
    if (!folder_open(&folder, bundle->folder, findings))
        return false;
    bool good = write_set(bundle, &folder, findings);
    folder_close(&folder, !good);
    return good;
}

static enum bundle_former finish(const struct folder *folder,
    struct findings *findings)
{
    static const enum bundle_former formers[] = {
        [JOURNAL_NONE] = BUNDLE_WHOLE,
        [JOURNAL_FINISHED] = BUNDLE_WHOLE,
        [JOURNAL_BROKEN] = BUNDLE_BROKEN,
        [JOURNAL_FAILED] = BUNDLE_STUCK,
    };

    if (!folder_has(folder, journal_name())
        && folder_count_left(folder).count == 0)
        return BUNDLE_WHOLE;
    if (!folder_lock(folder)) {
        complain(folder, CATALOGUE_UPDATE_RUNNING, findings);
        return BUNDLE_WHOLE;
    }
    enum journal_outcome outcome = journal_finish(folder, findings);
    if (outcome == JOURNAL_BROKEN)
        complain(folder, CATALOGUE_UPDATE_BROKEN, findings);
    return formers[outcome];
}

enum bundle_former bundle_recover(const char *path,
    struct findings *findings)
{
    struct folder folder;

    if (!folder_look(&folder, path))
        return BUNDLE_WHOLE;
    enum bundle_former former = finish(&folder, findings);
    folder_close(&folder, false);
    return former;
}

/* Read the manifest that is there, once. */
static bool look(struct bundle *bundle, const struct folder *folder,
    struct findings *findings)
{
    struct buffer text = BUFFER_EMPTY;

    if (bundle->has_looked)
        return true;
    bundle->has_looked = folder_check(folder, CATALOGUE_FORMER_UNREADABLE,
        BUNDLE_MANIFEST, folder_read(folder, BUNDLE_MANIFEST,
        MANIFEST_SIZE_LIMIT, &text), findings);
    bundle->failed = bundle->failed || text.failed
        || (bundle->has_looked
        && manifest_read(&bundle->there, buffer_string(&text)) != 0);
    buffer_free(&text);
    return bundle->has_looked;
}

bool bundle_had(struct bundle *bundle, const char *name, size_t *size,
    struct findings *findings)
{
    struct folder folder;

    *size = BUNDLE_HAD_NOT;
    if (!bundle->folder || !folder_look(&folder, bundle->folder))
        return true;
    bool good = look(bundle, &folder, findings);
    const struct manifest_entry *entry = manifest_find(&bundle->there, name);
    if (entry && strcmp(entry->data, bundle->origin[ORIGIN_DIGEST]) == 0
        && folder_has(&folder, name))
        *size = folder_state(&folder, name).size;
    folder_close(&folder, false);
    return good;
}

size_t bundle_count(const struct bundle *bundle)
{
    return bundle->count;
}

struct bundle_file bundle_get(const struct bundle *bundle, size_t k)
{
    const struct item *item = &bundle->items[(k + 1) % bundle->count];

    return (struct bundle_file){ item->name, item->bytes.bytes,
        item->bytes.length, item->change };
}

size_t bundle_count_of(const struct bundle *bundle,
    enum bundle_change change)
{
    size_t count = 0;

    for (size_t k = 0; k < bundle->count; k++)
        count += bundle->items[k].change == change;
    return count;
}
