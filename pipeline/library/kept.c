/*
 * Looks for the data that is kept: in an archive by what its manifest says, in
 * the folder of a set by its name.
 */

#include "library/kept.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "0_base/fault.h"
#include "0_base/phrases.h"
#include "10_archive/statement.h"
#include "10_archive/store.h"
#include "1_read/json.h"
#include "9_bundle/bundle.h"

#define ROLE_DATA "data"        /* schemas/common/archive.rng */

static const struct place nowhere = { 0, 0 };

static bool is_zip(const char *path)
{
    static const char mark[] = { 'P', 'K', 3, 4 };
    char first[sizeof mark];
    FILE *file = fopen(path, "rb");
    bool found = file && fread(first, 1, sizeof first, file) == sizeof first
        && memcmp(first, mark, sizeof mark) == 0;

    if (file)
        fclose(file);
    return found;
}

/* A pipe is read once, and so is no ZIP file. */
bool kept_is_holder(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && (S_ISDIR(status.st_mode)
        || (S_ISREG(status.st_mode) && is_zip(path)));
}

static const struct stored *find_data(const struct store *store,
    const struct statement *statement)
{
    for (size_t k = 0; k < statement->count; k++)
        if (strcmp(statement->files[k].role, ROLE_DATA) == 0)
            return store_find(store, statement->files[k].path);
    return NULL;
}

static const struct stored *find_in_set(const struct store *store,
    struct findings *findings)
{
    struct buffer name = BUFFER_EMPTY;

    buffer_printf(&name, "%s" KEPT_ENDING,
        phrase_text(PHRASE_ARCHIVE_DATA, LANGUAGE_ZH));
    const struct stored *stored = store_find(store, BUNDLE_MANIFEST)
        ? store_find(store, buffer_string(&name)) : NULL;
    if (name.failed)
        findings_out_of_memory(findings);
    buffer_free(&name);
    return stored;
}

static bool load(const struct store *store, const struct stored *stored,
    struct buffer *out, struct findings *findings)
{
    int fault = store_load(store, stored, JSON_SIZE_LIMIT, out);
    char reason[FAULT_TEXT_SIZE];

    if (fault == ENOMEM)
        findings_out_of_memory(findings);
    else if (fault)
        findings_add(findings, CATALOGUE_ARCHIVE_PART_UNREADABLE, nowhere,
            NULL, "name", stored->path,
            "reason", fault_text(fault, reason), NULL);
    return fault == 0;
}

static bool read_data(const struct store *store, const char *path,
    struct buffer *out, struct findings *findings)
{
    bool is_archive = store_find(store, ARCHIVE_MANIFEST) != NULL;
    struct statement *statement = is_archive
        ? statement_read(store, findings) : NULL;
    const struct stored *stored = statement ? find_data(store, statement)
        : is_archive ? NULL : find_in_set(store, findings);
    bool good = stored && load(store, stored, out, findings);

    statement_free(statement);
    if (!stored && findings_worst(findings) < LEVEL_ERROR)
        findings_add(findings, CATALOGUE_DATA_NOT_KEPT, nowhere, NULL,
            "path", path, NULL);
    return good;
}

bool kept_read(const char *path, struct buffer *out,
    struct findings *findings)
{
    struct store store;

    if (bundle_recover(path, findings) != BUNDLE_WHOLE
        || !store_open(&store, path, findings))
        return false;
    bool good = read_data(&store, path, out, findings);
    store_close(&store);
    return good;
}
