/*
 * jixiao_replace(): a data file written anew, whole or not at all.
 */

#define _XOPEN_SOURCE 700       /* realpath() */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "library/data_folder.h"
#include "library/handles.h"

#define MARK "\xEF\xBB\xBF"     /* a byte order mark, which stays */

/* What is to go where. */
struct replacing {
    const struct jixiao_set *set;
    struct data_folder to;
    struct buffer bytes;        /* that are written */
    struct folder_state before;
};

/* Whether the file has the bytes that the set was read of, perhaps with a mark
 * in front, which goes in front of what is written, too; 0 or the errno. */
static int look(struct replacing *replacing)
{
    struct buffer now = BUFFER_EMPTY;
    size_t length;
    const char *text = json_text(replacing->set->json, &length);

    replacing->before = folder_state(&replacing->to.folder,
        replacing->to.name);
    int fault = folder_read(&replacing->to.folder, replacing->to.name,
        JSON_SIZE_LIMIT, &now);
    size_t mark = now.length >= strlen(MARK)
        && memcmp(now.bytes, MARK, strlen(MARK)) == 0 ? strlen(MARK) : 0;
    bool same = replacing->before.kind == FOLDER_FILE
        && now.length == mark + length
        && memcmp(buffer_string(&now) + mark, text, length) == 0;
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
        findings_add(findings, CATALOGUE_PULL_DATA_CHANGED,
            (struct place){ 0, 0 }, NULL, NULL);
    else if (fault == ENOMEM)
        findings_out_of_memory(findings);
    else if (fault)
        folder_report(fault, replacing->to.name, replacing->bytes.length,
            replacing->to.folder.path, findings);
}

/* The file itself, where the path is that of a link to it. */
static bool replace(const struct jixiao_set *set, const char *path,
    const char *bytes, size_t length, struct findings *findings)
{
    struct replacing replacing = { .set = set };

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

bool jixiao_replace(const struct jixiao_set *set, const char *bytes,
    size_t length, struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);
    char *path = realpath(set->path, NULL);
    bool good = false;

    findings_set_file(list, set->path);
    if (path)
        good = replace(set, path, bytes, length, list);
    else if (errno == ENOMEM)
        findings_out_of_memory(list);
    else
        findings_add(list, CATALOGUE_PULL_DATA_CHANGED,
            (struct place){ 0, 0 }, NULL, NULL);
    free(path);
    return good;
}
