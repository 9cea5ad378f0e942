/*
 * What has to become of every name in the folder of a set: new bytes against
 * those that are there, and those against what the former manifest says that
 * a run has made.
 */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "9_bundle/bundle_items.h"
#include "9_bundle/edited.h"
#include "9_bundle/journal.h"

static const struct place nowhere = { 0, 0 };

/* --- what the set's names have so far ------------------------------------ */

static bool refuse(enum folder_kind kind, const char *name,
    const struct folder *folder, struct findings *findings)
{
    enum catalogue id = kind == FOLDER_FOLDER ? CATALOGUE_NAME_IS_FOLDER
        : CATALOGUE_NAME_IS_SPECIAL;

    if (kind != FOLDER_FOLDER && kind != FOLDER_SPECIAL)
        return false;
    findings_add(findings, id, nowhere, NULL, "name", name, "folder",
        folder->path, NULL);
    return true;
}

static bool compare_item(struct item *item, const struct folder *folder,
    struct findings *findings)
{
    item->state = folder_state(folder, item->name);
    if (refuse(item->state.kind, item->name, folder, findings))
        return false;
    item->change = BUNDLE_NEW;
    if (item->state.kind == FOLDER_NOTHING)
        return true;
    if (!folder_read_digest(folder, item->name, item->former, findings))
        return false;
    item->change = strcmp(item->former, item->digest) == 0 ? BUNDLE_SAME
        : BUNDLE_CHANGED;
    return true;
}

/* One for each file, whatever names it has. */
static uint64_t file_key(const struct folder_state *state)
{
    return id_map_chain(id_map_chain(0, state->device), state->number);
}

static bool compare_set(struct bundle *bundle, const struct folder *folder,
    struct findings *findings)
{
    uint32_t id;

    for (size_t k = MANIFEST + 1; k < bundle->set_count; k++) {
        struct item *item = &bundle->items[k];
        if (!compare_item(item, folder, findings))
            return false;
        if (item->state.kind != FOLDER_NOTHING
            && !id_map_add(&bundle->files, file_key(&item->state), &id)) {
            bundle->failed = true;
            return false;
        }
    }
    return true;
}

/* --- the former set ------------------------------------------------------ */

static int compare_names(const void *left, const void *right)
{
    const struct name_of_item *a = left;
    const struct name_of_item *b = right;

    return strcmp(a->name, b->name);
}

static struct item *find_in_set(const struct bundle *bundle,
    const char *name)
{
    const struct name_of_item key = { .name = name };
    const struct name_of_item *found = bsearch(&key, bundle->by_name,
        bundle->set_count, sizeof key, compare_names);

    return found ? &bundle->items[found->item] : NULL;
}

/* On a file system that ignores case a former name may be a new one. */
static bool is_file_of_set(const struct bundle *bundle,
    const struct folder_state *state)
{
    uint32_t id;

    return id_map_find(&bundle->files, file_key(state), &id);
}

/* The item of what is not in the set; NULL where there is none. */
static struct item *find_other(const struct bundle *bundle, const char *name)
{
    uint32_t id;

    return id_map_find(&bundle->others, id_map_text(name, strlen(name)), &id)
        ? &bundle->items[bundle->set_count + id] : NULL;
}

/* A name that is not in the set, and no item has yet; NULL where memory runs
 * out. */
static struct item *add_other(struct bundle *bundle, const char *name)
{
    struct item *item = bundle_add_item(bundle, name);
    uint32_t id;

    if (item && !id_map_add(&bundle->others,
            id_map_text(name, strlen(name)), &id)) {
        bundle->failed = true;
        return NULL;
    }
    return item;
}

/* The item of a former file: that of another manifest, or a new one. */
static struct item *take_former(struct bundle *bundle, const char *name)
{
    struct item *item = find_other(bundle, name);

    if (!item && (item = add_other(bundle, name)) != NULL)
        item->change = BUNDLE_KEPT;
    return item;
}

/* A file of the former set that stays in the manifest as it was. */
static void leave_item(struct item *item, const struct manifest_entry *entry,
    bool is_edited)
{
    item->change = BUNDLE_LEFT;
    item->size = entry->size;
    item->is_left_edited = is_edited;
    snprintf(item->digest, sizeof item->digest, "%s", entry->digest);
    snprintf(item->data, sizeof item->data, "%s", entry->data);
}

/* What becomes of a file that is no more in the set. */
static bool add_former(struct bundle *bundle, const struct folder *folder,
    const struct manifest_entry *entry, struct findings *findings)
{
    struct folder_state state = folder_state(folder, entry->name);
    char digest[DIGEST_TEXT_SIZE];

    if (state.kind == FOLDER_NOTHING || is_file_of_set(bundle, &state))
        return true;
    if (!folder_read_digest(folder, entry->name, digest, findings))
        return false;
    struct item *item = take_former(bundle, entry->name);
    if (!item)
        return false;
    item->state = state;
    bool is_edited = strcmp(digest, entry->digest) != 0;
    if (bundle->is_part && (!is_edited || item->change != BUNDLE_LEFT)) {
        leave_item(item, entry, is_edited);
    } else if (!bundle->is_part && !is_edited) {
        item->change = BUNDLE_REMOVED;
        memcpy(item->former, digest, sizeof item->former);
    }
    return true;
}

static bool look_at_former(struct bundle *bundle,
    const struct folder *folder, int which, struct findings *findings)
{
    const struct manifest *manifest = &bundle->former[which];

    for (size_t k = 0; k < manifest->count; k++) {
        const struct manifest_entry *entry = &manifest->entries[k];
        struct item *item = find_in_set(bundle, entry->name);
        if (item)
            item->recorded[which] = entry->digest;
        else if (!add_former(bundle, folder, entry, findings))
            return false;
    }
    return true;
}

static bool read_former(struct bundle *bundle, const struct folder *folder,
    struct buffer *manifest, struct findings *findings)
{
    struct buffer journal = BUFFER_EMPTY;
    bool good = folder_check(folder, CATALOGUE_FORMER_UNREADABLE,
            BUNDLE_MANIFEST, folder_read(folder, BUNDLE_MANIFEST,
            MANIFEST_SIZE_LIMIT, manifest), findings)
        && folder_check(folder, CATALOGUE_FORMER_UNREADABLE, journal_name(),
            journal_read(folder, &bundle->former[FORMER_JOURNAL], &journal),
            findings);

    bundle->failed = bundle->failed || manifest->failed;
    buffer_free(&journal);
    if (good && !bundle->failed)
        bundle->failed = manifest_read(&bundle->former[FORMER_MANIFEST],
            buffer_string(manifest)) != 0;
    for (int which = 0; good && which < FORMER_COUNT; which++)
        good = look_at_former(bundle, folder, which, findings);
    return good;
}

/* --- what people have edited --------------------------------------------- */

static bool is_claimed(const void *user, const char *name)
{
    const struct bundle *bundle = user;

    return find_in_set(bundle, name) || find_other(bundle, name);
}

/* What is there is to be kept beside what the k-th item brings. */
static void keep_edited(struct bundle *bundle, const struct folder *folder,
    size_t k)
{
    struct buffer name = BUFFER_EMPTY;
    bool is_free = edited_name(folder, bundle->items[k].name,
        bundle->items[k].former, is_claimed, bundle, &name);

    bundle->failed = bundle->failed || name.failed;
    struct item *item = bundle->failed ? NULL
        : add_other(bundle, buffer_string(&name));
    if (item) {
        item->change = BUNDLE_EDITED;
        item->source = k;
        item->is_there = !is_free;
        memcpy(item->digest, bundle->items[k].former, sizeof item->digest);
    }
    buffer_free(&name);
}

static bool is_as_made(const struct item *item)
{
    for (int which = 0; which < FORMER_COUNT; which++)
        if (*item->former && item->recorded[which]
            && strcmp(item->former, item->recorded[which]) == 0)
            return true;
    return false;
}

static void place_edited(struct bundle *bundle, const struct folder *folder,
    size_t k)
{
    struct item *item = &bundle->items[k];

    if (bundle->overwrites)
        item->is_overwritten = true;
    else
        keep_edited(bundle, folder, k);
}

static void find_edited(struct bundle *bundle, const struct folder *folder)
{
    for (size_t k = MANIFEST + 1; k < bundle->set_count; k++)
        if (bundle->items[k].change == BUNDLE_CHANGED
            && !is_as_made(&bundle->items[k]))
            place_edited(bundle, folder, k);
}

/* --- the manifest -------------------------------------------------------- */

static int compare_entries(const void *left, const void *right)
{
    const struct manifest_entry *a = left;
    const struct manifest_entry *b = right;

    return strcmp(a->name, b->name);
}

/* In the order of the names, whichever of the files are made anew. */
static bool make_manifest(struct bundle *bundle)
{
    const struct bundle_origin origin = bundle_origin(bundle);
    struct item *manifest = &bundle->items[MANIFEST];
    struct manifest_entry *entries = calloc(bundle->count, sizeof *entries);
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
    bool good = manifest_print(&origin, entries, count, &manifest->bytes);
    free(entries);
    digest_text(buffer_string(&manifest->bytes), manifest->bytes.length,
        manifest->digest);
    return good;
}

static bool plan_manifest(struct bundle *bundle,
    const struct folder *folder, const struct buffer *former,
    struct findings *findings)
{
    struct item *manifest = &bundle->items[MANIFEST];

    if (!compare_item(manifest, folder, findings))
        return false;
    if (manifest->change == BUNDLE_CHANGED
        && !manifest_is_as_printed(buffer_string(former), &bundle->failed))
        place_edited(bundle, folder, MANIFEST);
    return true;
}

/* --- all of it ----------------------------------------------------------- */

static bool order_names(struct bundle *bundle)
{
    bundle->by_name = calloc(bundle->set_count, sizeof *bundle->by_name);
    if (!bundle->by_name)
        return false;
    for (size_t k = 0; k < bundle->set_count; k++)
        bundle->by_name[k] = (struct name_of_item){ bundle->items[k].name,
            k };
    qsort(bundle->by_name, bundle->set_count, sizeof *bundle->by_name,
        compare_names);
    return true;
}

/* Names that could lead out of the folder, or stand twice, are a fault of
 * the program; nothing is written then. */
static bool check_names(const struct bundle *bundle,
    struct findings *findings)
{
    for (size_t k = 0; k < bundle->set_count; k++) {
        const char *name = bundle->by_name[k].name;
        if (manifest_is_name(name) && strcmp(name, journal_name()) != 0
            && (k == 0 || strcmp(name, bundle->by_name[k - 1].name) != 0))
            continue;
        folder_report(EINVAL, name,
            bundle->items[bundle->by_name[k].item].size,
            bundle->folder ? bundle->folder : "", findings);
        return false;
    }
    return true;
}

static bool end(const struct bundle *bundle, bool good,
    struct findings *findings)
{
    if (bundle->failed)
        findings_out_of_memory(findings);
    return good && !bundle->failed;
}

static bool begin(struct bundle *bundle, struct findings *findings)
{
    bundle->failed = bundle->failed || !order_names(bundle);
    return !bundle->failed && check_names(bundle, findings);
}

bool bundle_finish(struct bundle *bundle, struct findings *findings)
{
    bool good = begin(bundle, findings);

    bundle->failed = bundle->failed || (good && !make_manifest(bundle));
    return end(bundle, good, findings);
}

static bool plan(struct bundle *bundle, const struct folder *folder,
    struct buffer *former, struct findings *findings)
{
    if (!begin(bundle, findings) || !compare_set(bundle, folder, findings))
        return false;
    if (!read_former(bundle, folder, former, findings))
        return false;
    find_edited(bundle, folder);
    bundle->failed = bundle->failed || !make_manifest(bundle);
    return !bundle->failed
        && plan_manifest(bundle, folder, former, findings);
}

bool bundle_plan(struct bundle *bundle, const struct folder *folder,
    struct findings *findings)
{
    struct buffer former = BUFFER_EMPTY;
    bool good = plan(bundle, folder, &former, findings);

    buffer_free(&former);
    return end(bundle, good, findings);
}
