/* Reads kept data, which the manifest of its set knows by its digest. */

#include "library/former.h"

#include <errno.h>
#include <string.h>

#include "0_base/phrases.h"
#include "1_read/json.h"
#include "9_bundle/folder.h"
#include "9_bundle/manifest.h"
#include "library/kept.h"

#define MANIFEST_LIMIT (16u << 20)

void former_print_name(enum former_data which, struct buffer *out)
{
    static const enum phrase names[FORMER_DATA_COUNT] = {
        [FORMER_DATA] = PHRASE_ARCHIVE_DATA,
        [FORMER_CORRECTED] = PHRASE_FORMER_DATA };

    buffer_printf(out, "%s" KEPT_ENDING, phrase_text(names[which],
        LANGUAGE_ZH));
}

static bool complain(struct findings *findings, enum catalogue id,
    const struct folder *folder, const char *name)
{
    findings_add(findings, id, (struct place){ 0, 0 }, NULL, "name", name,
        "folder", folder->path, NULL);
    return false;
}

static bool read_as_made(const struct folder *folder,
    const struct manifest_entry *entry, struct buffer *bytes,
    struct findings *findings)
{
    char digest[DIGEST_TEXT_SIZE];

    if (!folder_has(folder, entry->name))
        return complain(findings, CATALOGUE_FORMER_DATA_GONE, folder,
            entry->name);
    if (!folder_check(folder, CATALOGUE_FORMER_UNREADABLE, entry->name,
            folder_read(folder, entry->name, JSON_SIZE_LIMIT, bytes),
            findings))
        return false;
    digest_text(buffer_string(bytes), bytes->length, digest);
    return strcmp(digest, entry->digest) == 0
        || complain(findings, CATALOGUE_FORMER_DATA_CHANGED, folder,
            entry->name);
}

static bool read_kept(const struct folder *folder, const char *name,
    struct buffer *bytes, struct findings *findings)
{
    struct buffer text = BUFFER_EMPTY;
    struct manifest manifest = { .tree = NULL };
    bool good = folder_check(folder, CATALOGUE_FORMER_UNREADABLE,
        BUNDLE_MANIFEST, folder_read(folder, BUNDLE_MANIFEST,
            MANIFEST_LIMIT, &text), findings);

    if (good && (text.failed
            || manifest_read(&manifest, buffer_string(&text)) != 0)) {
        findings_out_of_memory(findings);
        good = false;
    }
    const struct manifest_entry *entry = manifest_find(&manifest, name);
    if (good && entry)
        good = read_as_made(folder, entry, bytes, findings);
    manifest_free(&manifest);
    buffer_free(&text);
    return good;
}

bool former_read(const char *path, enum former_data which,
    struct buffer *bytes, struct findings *findings)
{
    struct buffer name = BUFFER_EMPTY;
    struct folder folder;

    if (!folder_look(&folder, path))
        return folder_check(&folder, CATALOGUE_FORMER_UNREADABLE,
            BUNDLE_MANIFEST, errno == ENOENT ? 0 : errno, findings);
    former_print_name(which, &name);
    bool good = read_kept(&folder, buffer_string(&name), bytes, findings);
    if (name.failed || bytes->failed) {
        findings_out_of_memory(findings);
        good = false;
    }
    buffer_free(&name);
    folder_close(&folder, false);
    return good;
}
