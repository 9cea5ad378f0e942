/* Makes, opens and locks the folder of a set, and reports where that fails. */

#include "9_bundle/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "0_base/fault.h"

#define NONE ((size_t)-1)

static const struct place nowhere = { 0, 0 };
/* Where the first part of a path ends that exists but is no folder, such as a
 * link that leads nowhere; 0 if there is none. */
static size_t find_obstacle(const char *path, bool *leads_nowhere)
{
    char *part = strdup(path);
    size_t length = part ? strlen(part) : 0;
    struct stat status;

    for (size_t at = 1; at <= length; at++) {
        if (path[at] != '/' && path[at] != '\0')
            continue;
        part[at] = '\0';
        bool is_there = lstat(part, &status) == 0;
        *leads_nowhere = is_there && stat(part, &status) != 0;
        if (is_there && (*leads_nowhere || !S_ISDIR(status.st_mode))) {
            free(part);
            return at;
        }
        part[at] = path[at];
    }
    free(part);
    return 0;
}

/* Reports what is in the way of a folder that cannot be made. */
static bool report_obstacle(const char *path, struct findings *findings)
{
    struct buffer name = BUFFER_EMPTY;
    bool leads_nowhere = false;
    size_t length = find_obstacle(path, &leads_nowhere);

    buffer_add(&name, path, length);
    if (length > 0)
        findings_add(findings, leads_nowhere ? CATALOGUE_FOLDER_IS_LINK
            : CATALOGUE_FOLDER_IS_FILE, nowhere, NULL, "folder", path,
            "name", buffer_string(&name), NULL);
    buffer_free(&name);
    return length > 0;
}

static void report_folder(int fault, const char *path,
    struct findings *findings)
{
    char reason[FAULT_TEXT_SIZE];
    enum catalogue id = CATALOGUE_FOLDER_UNUSABLE;

    if (fault == EACCES || fault == EPERM)
        id = CATALOGUE_FOLDER_FORBIDDEN;
    else if (fault == EWOULDBLOCK)
        id = CATALOGUE_FOLDER_BUSY;
    else if (fault != EROFS && report_obstacle(path, findings))
        return;
    findings_add(findings, id, nowhere, NULL, "folder", path, "reason",
        fault_text(fault, reason), NULL);
}

void folder_report(int fault, const char *name, size_t size,
    const char *folder, struct findings *findings)
{
    char reason[FAULT_TEXT_SIZE], bytes[24];
    enum catalogue id = CATALOGUE_WRITE_FAILED;

    if (fault == EACCES || fault == EPERM || fault == EROFS) {
        report_folder(fault, folder, findings);
        return;
    }
    if (fault == ENOSPC || fault == EDQUOT)
        id = CATALOGUE_DISK_FULL;
    snprintf(bytes, sizeof bytes, "%zu", size);
    findings_add(findings, id, nowhere, NULL, "name", name, "size", bytes,
        "folder", folder, "reason", fault_text(fault, reason), NULL);
}

bool folder_check(const struct folder *folder, enum catalogue id,
    const char *name, int fault, struct findings *findings)
{
    char reason[FAULT_TEXT_SIZE];

    if (fault == ENOMEM)
        findings_out_of_memory(findings);
    else if (fault)
        findings_add(findings, id, nowhere, NULL, "name", name, "folder",
            folder->path, "reason", fault_text(fault, reason), NULL);
    return fault == 0;
}

/* Make every folder of the path that is missing; 0 or the first errno.  Some
 * file systems refuse to make what exists with other words than EEXIST, so
 * that only opening the folder afterwards tells. */
static int make_folders(struct folder *folder)
{
    char *path = strdup(folder->path);
    size_t length = strlen(folder->path);
    int fault = 0;

    if (!path)
        return ENOMEM;
    for (size_t at = 1; at <= length; at++) {
        if (path[at] != '/' && path[at] != '\0')
            continue;
        path[at] = '\0';
        if (mkdir(path, 0777) == 0)
            folder->created = folder->created == NONE ? at : folder->created;
        else if (errno != EEXIST && fault == 0)
            fault = errno;
        path[at] = folder->path[at];
    }
    free(path);
    return fault;
}

static void unmake_folders(const struct folder *folder)
{
    char *path = folder->created == NONE ? NULL : strdup(folder->path);

    if (!path)
        return;
    for (size_t at = strlen(path); at >= folder->created; at--)
        if (path[at] == '/' || path[at] == '\0') {
            path[at] = '\0';
            rmdir(path);
        }
    free(path);
}

static int open_folder(const char *path)
{
    return open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* On a file system without locks, as over some networks, two runs are not kept
 * apart. */
bool folder_lock(const struct folder *folder)
{
    return flock(folder->fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

bool folder_open(struct folder *folder, const char *path,
    struct findings *findings)
{
    int fault = 0;

    *folder = (struct folder){ *path ? path : ".", -1, NONE };
    folder->fd = open_folder(folder->path);
    if (folder->fd < 0 && errno == ENOENT) {
        fault = make_folders(folder);
        if (fault != ENOMEM)
            folder->fd = open_folder(folder->path);
    }
    if (folder->fd >= 0)
        fault = folder_lock(folder) ? 0 : EWOULDBLOCK;
    else if (fault == 0)
        fault = errno;
    if (fault == 0)
        return true;
    if (fault == ENOMEM)
        findings_out_of_memory(findings);
    else
        report_folder(fault, folder->path, findings);
    folder_close(folder, true);
    return false;
}

bool folder_look(struct folder *folder, const char *path)
{
    *folder = (struct folder){ *path ? path : ".", -1, NONE };
    folder->fd = open_folder(folder->path);
    return folder->fd >= 0;
}

void folder_close(struct folder *folder, bool undo)
{
    if (folder->fd >= 0)
        close(folder->fd);
    folder->fd = -1;
    if (undo)
        unmake_folders(folder);
}
