/*
 * An archive written to disk: all of it below a name of our own first, synced,
 * and then renamed into place, so that it is there whole or not at all.  A run
 * that was killed between its two names has left the ZIP alone, which the next
 * run takes, if it is what that one would write.
 */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "10_archive/archive.h"
#include "10_archive/tree.h"
#include "9_bundle/folder.h"

#define STAGED ".jixiao-archive"
#define STAGED_ZIP ".jixiao-archive.zip"
#define ZIP_ENDING ".zip"

static const struct place nowhere = { 0, 0 };

/* --- what is there already -------------------------------------------- */

static bool refuse(const char *folder, const char *name, const char *ending,
    struct findings *findings)
{
    struct buffer path = BUFFER_EMPTY;

    buffer_printf(&path, "%s/%s%s", folder, name, ending);
    findings_add(findings, CATALOGUE_ARCHIVE_EXISTS, nowhere, NULL, "name",
        buffer_string(&path), NULL);
    if (path.failed)
        findings_out_of_memory(findings);
    buffer_free(&path);
    return false;
}

/* A name with that ending; false, with a finding, where it has something.  Of
 * a plain file that is called like the ZIP, the bytes of the ZIP are to
 * tell. */
static bool is_free(const struct folder *folder, const char *name,
    const char *ending, struct findings *findings)
{
    struct buffer whole = BUFFER_EMPTY;

    buffer_printf(&whole, "%s%s", name, ending);
    enum folder_kind kind = folder_state(folder, buffer_string(&whole)).kind;
    bool good = !whole.failed && (kind == FOLDER_NOTHING
            || (kind == FOLDER_FILE && *ending)
            || tree_is_empty(folder->fd, buffer_string(&whole)));
    if (whole.failed)
        findings_out_of_memory(findings);
    else if (!good)
        refuse(folder->path, name, ending, findings);
    buffer_free(&whole);
    return good;
}

static bool all_free(const struct folder *folder,
    const struct archive_target *target, struct findings *findings)
{
    return is_free(folder, target->name, "", findings)
        && (!target->zip
            || is_free(folder, target->name, ZIP_ENDING, findings));
}

bool archive_is_free(const struct archive_target *target,
    struct findings *findings)
{
    struct folder folder;
    bool good = true;

    if (folder_look(&folder, target->folder))
        good = all_free(&folder, target, findings);
    folder_close(&folder, false);
    return good;
}

/* --- staged ----------------------------------------------------------- */

struct staging {
    const struct archive *archive;
    const struct archive_target *target;
    struct folder folder, staged;
    struct buffer zip;          /* the name of the ZIP */
    bool has_zip;               /* it is there from a killed run */
    struct findings *findings;
};

static bool check(const struct staging *staging, const char *name,
    size_t size, int fault)
{
    if (fault == ENOMEM)
        findings_out_of_memory(staging->findings);
    else if (fault)
        folder_report(fault, name, size, staging->folder.path,
            staging->findings);
    return fault == 0;
}

static bool write_file(const struct staging *staging, const char *path,
    const struct buffer *bytes)
{
    int fault = tree_make_parents(staging->staged.fd, path);

    if (!fault)
        fault = folder_write(&staging->staged, path, bytes, 0);
    return check(staging, path, bytes->length, fault);
}

static bool write_files(const struct staging *staging)
{
    const struct archive *archive = staging->archive;
    bool good = write_file(staging, ARCHIVE_MANIFEST, &archive->manifest)
        && write_file(staging, ARCHIVE_MANIFEST_DIGEST, &archive->digest);

    for (size_t k = 0; good && k < archive->count; k++)
        good = write_file(staging, archive->files[k].path,
            &archive->files[k].bytes);
    return good && check(staging, staging->target->name, 0,
        tree_sync(staging->staged.fd));
}

static bool stage_folder(struct staging *staging)
{
    int fd = staging->folder.fd;
    int fault = tree_remove(fd, STAGED);        /* what a killed run left */

    if (!fault && mkdirat(fd, STAGED, 0777) != 0)
        fault = errno;
    if (!fault) {
        staging->staged = (struct folder){ staging->folder.path,
            openat(fd, STAGED, O_RDONLY | O_DIRECTORY | O_CLOEXEC),
            (size_t)-1 };
        fault = staging->staged.fd < 0 ? errno : 0;
    }
    return check(staging, staging->target->name, 0, fault)
        && write_files(staging);
}

/* Writes the ZIP, unless it is there already; another file of its name is not
 * overwritten. */
static bool write_zip(struct staging *staging, const struct buffer *bytes)
{
    const struct folder *folder = &staging->folder;
    const char *name = buffer_string(&staging->zip);
    char digest[DIGEST_TEXT_SIZE], there[DIGEST_TEXT_SIZE];
    int fault = folder_digest(folder, name, there);

    digest_text(buffer_string(bytes), bytes->length, digest);
    staging->has_zip = !fault && strcmp(digest, there) == 0;
    if (!fault && *there && !staging->has_zip)
        return refuse(folder->path, staging->target->name, ZIP_ENDING,
            staging->findings);
    if (!fault && !staging->has_zip) {
        fault = folder_remove(folder, STAGED_ZIP);
        fault = fault == ENOENT ? 0 : fault;
        name = STAGED_ZIP;
        if (!fault)
            fault = folder_write(folder, name, bytes, 0);
    }
    return check(staging, name, bytes->length, fault);
}

static bool stage_zip(struct staging *staging)
{
    struct buffer bytes = BUFFER_EMPTY;
    bool good = archive_print_zip(staging->archive, &bytes);

    if (bytes.failed)
        findings_out_of_memory(staging->findings);
    else if (!good)
        findings_add(staging->findings, CATALOGUE_ARCHIVE_TOO_LARGE, nowhere,
            NULL, "name", staging->target->name, NULL);
    good = good && write_zip(staging, &bytes);
    buffer_free(&bytes);
    return good;
}

/* --- placed ----------------------------------------------------------- */

/* Something has come to the place since it was looked at. */
static bool check_place(const struct staging *staging, const char *ending,
    int fault)
{
    if (fault == EEXIST || fault == ENOTEMPTY || fault == ENOTDIR)
        return refuse(staging->folder.path, staging->target->name, ending,
            staging->findings);
    return check(staging, staging->target->name, 0, fault);
}

static bool place_zip(const struct staging *staging)
{
    return check_place(staging, ZIP_ENDING, folder_keep(&staging->folder,
        STAGED_ZIP, buffer_string(&staging->zip)));
}

/* The ZIP first: a name that it takes is easily given back. */
static bool place(const struct staging *staging)
{
    bool brings_zip = staging->target->zip && !staging->has_zip;

    if (brings_zip && !place_zip(staging))
        return false;
    bool good = check_place(staging, "", folder_rename(&staging->folder,
        STAGED, staging->target->name));
    if (brings_zip && !good)
        folder_remove(&staging->folder, buffer_string(&staging->zip));
    if (good)
        folder_check(&staging->folder, CATALOGUE_SYNC_FAILED,
            staging->target->name, folder_sync(&staging->folder),
            staging->findings);
    return good;
}

/* What is staged and was not placed, or has another name now. */
static void clear(const struct staging *staging)
{
    int fault = tree_remove(staging->folder.fd, STAGED);

    folder_check(&staging->folder, CATALOGUE_CLEANING_FAILED, STAGED, fault,
        staging->findings);
    if (folder_has(&staging->folder, STAGED_ZIP))
        folder_clear(&staging->folder, STAGED_ZIP, staging->findings);
}

static bool write_and_place(struct staging *staging)
{
    const struct archive_target *target = staging->target;
    bool good = all_free(&staging->folder, target, staging->findings)
        && stage_folder(staging) && (!target->zip || stage_zip(staging))
        && place(staging);

    folder_close(&staging->staged, false);
    clear(staging);
    folder_close(&staging->folder, !good);
    return good;
}

bool archive_write(const struct archive *archive,
    const struct archive_target *target, struct findings *findings)
{
    struct staging staging = { .archive = archive, .target = target,
        .staged = { .fd = -1 }, .zip = BUFFER_EMPTY, .findings = findings };

    buffer_printf(&staging.zip, "%s%s", target->name, ZIP_ENDING);
    bool good = !archive->failed && !staging.zip.failed;
    if (!good)
        findings_out_of_memory(findings);
    good = good && folder_open(&staging.folder, target->folder, findings)
        && write_and_place(&staging);
    buffer_free(&staging.zip);
    return good;
}
