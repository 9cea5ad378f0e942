#include "9_bundle/bundle.h"

#include <cjson/cJSON.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/digest.h"
#include "0_base/fault.h"
#include "0_base/list.h"
#include "9_bundle/folder.h"
#include "9_bundle/manifest.h"

/* Former manifests beyond this are not ours. */
#define MANIFEST_SIZE_LIMIT (1u << 20)

/* The manifest; while it is on its way its name tells a later run what a
 * killed one may have put in place. */
#define MANIFEST 0

struct item {
    char *name;
    struct buffer bytes;
    size_t size;                /* of the bytes, also where they are left out */
    char digest[DIGEST_TEXT_SIZE];
    char data[DIGEST_TEXT_SIZE];    /* that it was made from; "": the set's */
    mode_t mode;                /* of the file that it replaces, or 0 */
    enum bundle_change change;
    bool exists;                /* something has the name already */
    bool staged;                /* written under its temporary name */
    bool kept;                  /* what has the name has a second one */
    bool placed;                /* renamed, or removed */
};

/* The members of struct bundle_origin, in their order. */
enum { ORIGIN_PROGRAM, ORIGIN_EDITION, ORIGIN_DATA, ORIGIN_DIGEST,
    ORIGIN_COUNT };

struct bundle {
    char *folder;
    char *origin[ORIGIN_COUNT];
    struct item *items;         /* the manifest, the set, the former set */
    size_t count, room;
    size_t set_count;           /* of them the manifest and the set */
    bool is_part;               /* of the former set */
    bool failed;
};

static struct item *add_item(struct bundle *bundle, const char *name)
{
    struct item *items = list_room(bundle->items, bundle->count, &bundle->room,
        sizeof *items);

    if (!items) {
        bundle->failed = true;
        return NULL;
    }
    bundle->items = items;
    struct item *item = &items[bundle->count];
    *item = (struct item){ .name = strdup(name), .change = BUNDLE_SAME };
    if (!item->name) {
        bundle->failed = true;
        return NULL;
    }
    bundle->count++;
    return item;
}

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
    add_item(bundle, BUNDLE_MANIFEST);
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

static struct item *find_item(struct bundle *bundle, const char *name)
{
    for (size_t k = 0; k < bundle->count; k++)
        if (strcmp(bundle->items[k].name, name) == 0)
            return &bundle->items[k];
    return NULL;
}

void bundle_add(struct bundle *bundle, const char *name, struct buffer *bytes)
{
    struct item *item = bundle->failed || bytes->failed
        ? NULL : add_item(bundle, name);

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

static int compare_entries(const void *left, const void *right)
{
    const struct manifest_entry *a = left;
    const struct manifest_entry *b = right;

    return strcmp(a->name, b->name);
}

/* In the order of the names, whichever of the files are made anew. */
static bool make_manifest(struct bundle *bundle)
{
    const struct bundle_origin origin = { bundle->origin[ORIGIN_PROGRAM],
        bundle->origin[ORIGIN_EDITION], bundle->origin[ORIGIN_DATA],
        bundle->origin[ORIGIN_DIGEST] };
    struct manifest_entry *entries = calloc(bundle->count,
        sizeof *entries);
    size_t count = 0;

    if (!entries)
        return false;
    for (size_t k = MANIFEST + 1; k < bundle->count; k++) {
        const struct item *item = &bundle->items[k];
        if (k < bundle->set_count || item->change == BUNDLE_LEFT)
            entries[count++] = (struct manifest_entry){ item->name,
                item->size, item->digest,
                *item->data ? item->data : origin.digest };
    }
    qsort(entries, count, sizeof *entries, compare_entries);
    bool good = manifest_print(&origin, entries, count,
        &bundle->items[MANIFEST].bytes);
    free(entries);
    return good;
}

/* Names that could lead out of the folder, or stand twice, are a fault of
 * the program; nothing is written then. */
static bool check_names(struct bundle *bundle, struct findings *findings)
{
    for (size_t k = 0; k < bundle->set_count; k++) {
        struct item *item = &bundle->items[k];
        if (!manifest_is_name(item->name)
            || find_item(bundle, item->name) != item) {
            folder_report(EINVAL, item->name, item->bytes.length,
                bundle->folder, findings);
            return false;
        }
    }
    return true;
}

/* What the set's names have in the folder so far. */
static bool compare_items(struct bundle *bundle,
    const struct folder *folder, struct findings *findings)
{
    static const enum bundle_change changes[] = {
        [FOLDER_ABSENT] = BUNDLE_NEW,
        [FOLDER_EQUAL] = BUNDLE_SAME,
        [FOLDER_OTHER] = BUNDLE_CHANGED,
        [FOLDER_TAKEN] = BUNDLE_CHANGED,
    };

    for (size_t k = 0; k < bundle->set_count; k++) {
        struct item *item = &bundle->items[k];
        enum folder_match match = folder_compare(folder, item->name,
            &item->bytes, &item->mode);
        if (match == FOLDER_TAKEN) {
            findings_add(findings, CATALOGUE_NAME_IS_FOLDER,
                (struct place){ 0, 0 }, NULL, "name", item->name, "folder",
                folder->path, NULL);
            return false;
        }
        item->change = changes[match];
        item->exists = match != FOLDER_ABSENT;
    }
    return true;
}

/* On a file system that ignores case a former name may be a new one. */
static bool is_of_the_set(const struct bundle *bundle,
    const struct folder *folder, const char *name)
{
    for (size_t k = 0; k < bundle->set_count; k++)
        if (strcmp(bundle->items[k].name, name) == 0
            || folder_is_same(folder, bundle->items[k].name, name))
            return true;
    return false;
}

/* Whether a file is byte for byte as a run has left it. */
static bool is_unedited(struct bundle *bundle, const struct folder *folder,
    const struct manifest_entry *entry)
{
    struct buffer bytes = BUFFER_EMPTY;
    char digest[DIGEST_TEXT_SIZE];
    bool unedited = folder_read(folder, entry->name, entry->size, &bytes)
        && !bytes.failed && strcmp(digest_text(buffer_string(&bytes),
        bytes.length, digest), entry->digest) == 0;

    bundle->failed = bundle->failed || bytes.failed;
    buffer_free(&bytes);
    return unedited;
}

/* A file of the former set that stays in the manifest as it was. */
static void leave_item(struct item *item, const struct manifest_entry *entry)
{
    item->change = BUNDLE_LEFT;
    item->size = entry->size;
    snprintf(item->digest, sizeof item->digest, "%s", entry->digest);
    snprintf(item->data, sizeof item->data, "%s", entry->data);
}

/* Add the files of a former manifest that are no more in the set. */
static void find_former(struct bundle *bundle, const struct folder *folder,
    const char *manifest_name)
{
    struct buffer text = BUFFER_EMPTY;
    struct manifest_entry entry;
    cJSON *manifest = folder_read(folder, manifest_name, MANIFEST_SIZE_LIMIT,
        &text) && !text.failed ? manifest_parse(&text) : NULL;

    bundle->failed = bundle->failed || text.failed;
    for (const cJSON *at = manifest; at && !bundle->failed;) {
        at = manifest_next(manifest, at == manifest ? NULL : at, &entry);
        if (!at || is_of_the_set(bundle, folder, entry.name)
            || !folder_has(folder, entry.name))
            continue;
        struct item *item = find_item(bundle, entry.name);
        if (!item && (item = add_item(bundle, entry.name)) != NULL)
            item->change = BUNDLE_KEPT;
        if (!item)
            break;
        bool unedited = is_unedited(bundle, folder, &entry);
        if (bundle->is_part && (unedited || item->change != BUNDLE_LEFT))
            leave_item(item, &entry);
        else if (!bundle->is_part && unedited)
            item->change = BUNDLE_REMOVED;
    }
    cJSON_Delete(manifest);
    buffer_free(&text);
}

static void report_kept(const struct bundle *bundle,
    struct findings *findings)
{
    for (size_t k = bundle->set_count; k < bundle->count; k++)
        if (bundle->items[k].change == BUNDLE_KEPT)
            findings_add(findings, CATALOGUE_STALE_KEPT,
                (struct place){ 0, 0 }, NULL, "name", bundle->items[k].name,
                NULL);
}

static bool is_written(const struct item *item)
{
    return item->change == BUNDLE_NEW || item->change == BUNDLE_CHANGED;
}

/* Write all that is new or differs under temporary names. */
static bool stage_items(struct bundle *bundle, const struct folder *folder,
    struct findings *findings)
{
    char name[FOLDER_NAME_SIZE];
    int fault = 0;

    for (size_t k = 0; k < bundle->set_count; k++) {
        struct item *item = &bundle->items[k];
        if (!is_written(item))
            continue;
        fault = folder_write(folder, folder_name(k, FOLDER_NEW, name),
            &item->bytes, item->mode);
        if (fault) {
            folder_report(fault, item->name, item->bytes.length,
                folder->path, findings);
            return false;
        }
        item->staged = true;
    }
    fault = folder_sync(folder);
    if (fault)
        folder_report(fault, BUNDLE_MANIFEST, 0, folder->path, findings);
    return fault == 0;
}

/* One file into its place, or out of the folder; 0 or the errno. */
static int place_item(struct bundle *bundle, const struct folder *folder,
    size_t k)
{
    struct item *item = &bundle->items[k];
    char name[FOLDER_NAME_SIZE];
    int fault = 0;

    if (item->change == BUNDLE_REMOVED) {
        fault = folder_rename(folder, item->name,
            folder_name(k, FOLDER_OLD, name));
        item->kept = item->placed = fault == 0;
    } else if (is_written(item)) {
        if (item->exists) {
            fault = folder_keep(folder, item->name,
                folder_name(k, FOLDER_OLD, name));
            item->kept = fault == 0;
        }
        if (fault == 0)
            fault = folder_rename(folder, folder_name(k, FOLDER_NEW, name),
                item->name);
        item->placed = fault == 0;
    }
    return fault;
}

static void report_place(enum catalogue id, int fault, const char *name,
    struct findings *findings)
{
    char reason[FAULT_TEXT_SIZE];

    findings_add(findings, id, (struct place){ 0, 0 }, NULL, "name", name,
        "reason", fault_text(fault, reason), NULL);
}

/* The set, then the former set, then the manifest. */
static bool place_items(struct bundle *bundle, const struct folder *folder,
    struct findings *findings)
{
    for (size_t k = MANIFEST + 1; k <= bundle->count; k++) {
        size_t item = k % bundle->count;
        int fault = item == MANIFEST ? folder_sync(folder) : 0;
        if (fault == 0)
            fault = place_item(bundle, folder, item);
        if (fault) {
            report_place(CATALOGUE_REPLACE_FAILED, fault,
                bundle->items[item].name, findings);
            return false;
        }
    }
    return true;
}

/* Everything back to where it was, last things first. */
static void undo_items(struct bundle *bundle, const struct folder *folder,
    struct findings *findings)
{
    char name[FOLDER_NAME_SIZE];

    for (size_t k = bundle->count; k-- > 0;) {
        struct item *item = &bundle->items[k];
        if (item->kept) {
            int fault = folder_rename(folder,
                folder_name(k, FOLDER_OLD, name), item->name);
            if (fault)
                report_place(CATALOGUE_RESTORE_FAILED, fault, item->name,
                    findings);
            else        /* two names of one file: nothing was renamed */
                folder_remove(folder, name);
        } else if (item->placed) {
            folder_remove(folder, item->name);
        }
        if (item->staged && !item->placed)
            folder_remove(folder, folder_name(k, FOLDER_NEW, name));
    }
}

static void forget_kept(const struct bundle *bundle,
    const struct folder *folder)
{
    char name[FOLDER_NAME_SIZE];

    folder_sync(folder);
    for (size_t k = 0; k < bundle->count; k++)
        if (bundle->items[k].kept)
            folder_remove(folder, folder_name(k, FOLDER_OLD, name));
}

static bool write_set(struct bundle *bundle, const struct folder *folder,
    struct findings *findings)
{
    char journal[FOLDER_NAME_SIZE];

    find_former(bundle, folder, BUNDLE_MANIFEST);
    find_former(bundle, folder, folder_name(MANIFEST, FOLDER_NEW, journal));
    if (bundle->failed || !make_manifest(bundle)) {
        findings_out_of_memory(findings);
        return false;
    }
    if (!compare_items(bundle, folder, findings))
        return false;
    folder_clean(folder);
    if (!stage_items(bundle, folder, findings)
        || !place_items(bundle, folder, findings)) {
        undo_items(bundle, folder, findings);
        return false;
    }
    forget_kept(bundle, folder);
    report_kept(bundle, findings);
    return true;
}

bool bundle_finish(struct bundle *bundle, struct findings *findings)
{
    if (!bundle->failed && !check_names(bundle, findings))
        return false;
    if (!bundle->failed && make_manifest(bundle))
        return true;
    findings_out_of_memory(findings);
    return false;
}

bool bundle_commit(struct bundle *bundle, struct findings *findings)
{
    struct folder folder;

    if (bundle->failed) {
        findings_out_of_memory(findings);
        return false;
    }
    if (!check_names(bundle, findings)
        || !folder_open(&folder, bundle->folder, findings))
        return false;
    bool good = write_set(bundle, &folder, findings);
    folder_close(&folder, !good);
    return good;
}

bool bundle_had(struct bundle *bundle, const char *name, size_t *size)
{
    struct folder folder;
    struct manifest_entry entry;
    struct buffer text = BUFFER_EMPTY;
    cJSON *manifest = NULL;
    bool found = false;

    if (!bundle->folder || !folder_look(&folder, bundle->folder))
        return false;
    if (folder_read(&folder, BUNDLE_MANIFEST, MANIFEST_SIZE_LIMIT, &text)
        && !text.failed)
        manifest = manifest_parse(&text);
    for (const cJSON *at = manifest; at && !found;) {
        at = manifest_next(manifest, at == manifest ? NULL : at, &entry);
        found = at && strcmp(entry.name, name) == 0
            && strcmp(entry.data, bundle->origin[ORIGIN_DIGEST]) == 0
            && folder_has(&folder, name);
    }
    if (found)
        *size = entry.size;
    bundle->failed = bundle->failed || text.failed;
    cJSON_Delete(manifest);
    buffer_free(&text);
    folder_close(&folder, false);
    return found;
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
