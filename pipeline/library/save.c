/*
 * jixiao_save(): a new file, whole or not at all.
 */

#include <errno.h>
#include <sys/stat.h>

#include "1_read/file.h"
#include "library/data_folder.h"
#include "library/handles.h"

/* What is there; a link to nothing is told as that. */
static void report_there(const char *path, struct findings *findings)
{
    struct stat status;

    if (stat(path, &status) != 0 && file_report_link(path, errno, findings))
        return;
    findings_add(findings, CATALOGUE_DATA_EXISTS, (struct place){ 0, 0 },
        NULL, "name", path, NULL);
}

static void report(int fault, const char *path, const struct folder *folder,
    size_t length, struct findings *findings)
{
    if (fault == EEXIST)
        report_there(path, findings);
    else if (fault == ENOMEM)
        findings_out_of_memory(findings);
    else if (fault)
        folder_report(fault, path, length, folder->path, findings);
}

static int write_new(const struct data_folder *to, const char *bytes,
    size_t length, struct findings *findings)
{
    const struct folder *folder = &to->folder;
    const struct buffer text = { .bytes = (char *)bytes, .length = length };
    int fault = data_folder_clear(to);

    if (fault == 0 && folder_has(folder, to->name))
        fault = EEXIST;
    if (fault == 0)
        fault = folder_write(folder, DATA_ON_THE_WAY, &text, 0);
    if (fault)
        return fault;
    fault = folder_copy(folder, DATA_ON_THE_WAY, to->name);
    folder_clear(folder, DATA_ON_THE_WAY, findings);
    if (fault == 0 && (fault = folder_sync(folder)) != 0)
        folder_remove(folder, to->name);
    return fault;
}

bool jixiao_save(const char *path, const char *bytes, size_t length,
    struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);
    struct data_folder to;

    if (!data_folder_open(&to, path, list))
        return false;
    int fault = write_new(&to, bytes, length, list);
    report(fault, path, &to.folder, length, list);
    data_folder_close(&to, fault != 0);
    return fault == 0;
}
