/*
 * A data file written anew, whole or not at all; jixiao_replace().
 */

#define _XOPEN_SOURCE 700       /* realpath() */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "library/data_folder.h"
#include "library/handles.h"
#include "library/replacing.h"

#define MARK "\xEF\xBB\xBF"     /* a byte order mark, which stays */

/* What is to go where. */
struct replacing {
    const struct replacement *how;
    struct data_folder to;
    struct buffer bytes;        /* that are written */
    struct folder_state before;
};

/* Whether a text is the one that the file has to have. */
static bool is_expected(const struct replacing *replacing, const char *text,
    size_t length)
{
    const char *digest = replacing->how->digest;
    char now[DIGEST_TEXT_SIZE];

    return replacing->before.kind == FOLDER_FILE && (!digest
        || strcmp(digest_text(text, length, now), digest) == 0);
}

/* Looks at the file as it is; a mark in front of it goes in front of what is
 * written, too.  0 or the errno. */
static int look(struct replacing *replacing)
{
    struct buffer now = BUFFER_EMPTY;

    replacing->before = folder_state(&replacing->to.folder,
        replacing->to.name);
    int fault = folder_read(&replacing->to.folder, replacing->to.name,
        JSON_SIZE_LIMIT, &now);
    size_t mark = now.length >= strlen(MARK)
        && memcmp(now.bytes, MARK, strlen(MARK)) == 0 ? strlen(MARK) : 0;
    bool same = is_expected(replacing, buffer_string(&now) + mark,
        now.length - mark);
    if (!fault && now.failed)
        fault = ENOMEM;
    buffer_add(&replacing->bytes, MARK, mark);
    buffer_free(&now);
    return fault ? fault : same ? 0 : ESTALE;
}

static int write_new(const struct replacing *replacing)
{
    const struct folder *folder = &replacing->to.folder;
    const char *name = replacing->to.name;
    int fault = data_folder_clear(&replacing->to);

    if (fault == 0)
        fault = folder_write(folder, DATA_ON_THE_WAY, &replacing->bytes,
            replacing->before.mode);
    if (fault)
        return fault;
    fault = folder_is_still(folder, name, &replacing->before)
        ? folder_rename(folder, DATA_ON_THE_WAY, name) : ESTALE;
    if (fault)
        folder_remove(folder, DATA_ON_THE_WAY);
    return fault ? fault : folder_sync(folder);
}

static void report(int fault, const struct replacing *replacing,
    struct findings *findings)
{
    if (fault == ESTALE)
        findings_add(findings, replacing->how->changed,
            (struct place){ 0, 0 }, NULL, NULL);
    else if (fault == ENOMEM)
        findings_out_of_memory(findings);
    else if (fault)
        folder_report(fault, replacing->to.name, replacing->bytes.length,
            replacing->to.folder.path, findings);
}

/* The file itself, where the path is that of a link to it. */
static bool replace(const struct replacement *how, const char *path,
    const char *bytes, size_t length, struct findings *findings)
{
    struct replacing replacing = { .how = how };

    if (!data_folder_open(&replacing.to, path, findings))
        return false;
    int fault = look(&replacing);
    buffer_add(&replacing.bytes, bytes, length);
    if (fault == 0)
        fault = replacing.bytes.failed ? ENOMEM : write_new(&replacing);
    report(fault, &replacing, findings);
    data_folder_close(&replacing.to, false);
    buffer_free(&replacing.bytes);
    return fault == 0;
}

bool replace_file(const struct replacement *how, const char *bytes,
    size_t length, struct findings *findings)
{
    char *path = realpath(how->path, NULL);
    bool good = false;

    findings_set_file(findings, how->path);
    if (path)
        good = replace(how, path, bytes, length, findings);
    else if (errno == ENOMEM)
        findings_out_of_memory(findings);
    else
        findings_add(findings, how->changed, (struct place){ 0, 0 }, NULL,
            NULL);
    free(path);
    return good;
}

bool jixiao_replace(const struct jixiao_set *set, const char *bytes,
    size_t length, struct jixiao_findings *findings)
{
    size_t old_length;
    const char *old = json_text(set->json, &old_length);
    char digest[DIGEST_TEXT_SIZE];

    return replace_file(&(struct replacement){ set->path,
        digest_text(old, old_length, digest), CATALOGUE_PULL_DATA_CHANGED },
        bytes, length, findings_inside(findings));
}
