/*
 * jixiao_save(): a new file, whole or not at all.
 */

#include <errno.h>
#include <string.h>

#include "9_bundle/folder.h"
#include "library/handles.h"

/* While it is being written. */
#define NAME_ON_THE_WAY ".jixiao-data.new"

static void report(int fault, const char *path, const struct folder *folder,
    size_t length, struct findings *findings)
{
    if (fault == EEXIST)
        findings_add(findings, CATALOGUE_DATA_EXISTS, (struct place){ 0, 0 },
            NULL, "name", path, NULL);
    else if (fault == ENOMEM)
        findings_out_of_memory(findings);
    else if (fault)
        folder_report(fault, path, length, folder->path, findings);
}

/* What a killed run has left under that name goes; the folder is locked. */
static int write_new(const struct folder *folder, const char *name,
    const char *bytes, size_t length, struct findings *findings)
{
    const struct buffer text = { .bytes = (char *)bytes, .length = length };
    int fault = 0;

    if (folder_has(folder, NAME_ON_THE_WAY))
        fault = folder_remove(folder, NAME_ON_THE_WAY);
    if (fault == 0 && folder_has(folder, name))
        fault = EEXIST;
    if (fault == 0)
        fault = folder_write(folder, NAME_ON_THE_WAY, &text, 0);
    if (fault)
        return fault;
    fault = folder_copy(folder, NAME_ON_THE_WAY, name);
    folder_clear(folder, NAME_ON_THE_WAY, findings);
    if (fault == 0 && (fault = folder_sync(folder)) != 0)
        folder_remove(folder, name);
    return fault;
}

bool jixiao_save(const char *path, const char *bytes, size_t length,
    struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);
    const char *slash = strrchr(path, '/');
    struct buffer where = BUFFER_EMPTY;
    struct folder folder;

    buffer_add(&where, path, slash ? (size_t)(slash - path + 1) : 0);
    if (where.failed)
        findings_out_of_memory(list);
    bool open = !where.failed
        && folder_open(&folder, buffer_string(&where), list);
    int fault = open ? write_new(&folder, slash ? slash + 1 : path, bytes,
        length, list) : EIO;
    if (open) {
        report(fault, path, &folder, length, list);
        folder_close(&folder, fault != 0);
    }
    buffer_free(&where);
    return fault == 0;
}
