#include "9_bundle/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "0_base/fault.h"

#define PREFIX ".jixiao-"
#define NONE ((size_t)-1)
#define CHUNK 16384
#define READ_FLAGS (O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)

static const struct place nowhere = { 0, 0 };
static const char *const endings[] = { ".new", ".old" };

char *folder_name(size_t number, enum folder_way way,
    char name[FOLDER_NAME_SIZE])
{
    snprintf(name, FOLDER_NAME_SIZE, PREFIX "%zu%s", number, endings[way]);
    return name;
}

static bool is_on_its_way(const char *name)
{
    if (strncmp(name, PREFIX, strlen(PREFIX)) != 0)
        return false;
    name += strlen(PREFIX);
    size_t digits = strspn(name, "0123456789");
    return digits > 0 && (strcmp(name + digits, endings[FOLDER_NEW]) == 0
        || strcmp(name + digits, endings[FOLDER_OLD]) == 0);
}

static void report_folder(int fault, const char *path,
    struct findings *findings)
{
    char reason[FAULT_TEXT_SIZE];
    enum catalogue id = CATALOGUE_FOLDER_UNUSABLE;

    if (fault == ENOTDIR || fault == EEXIST)
        id = CATALOGUE_FOLDER_IS_FILE;
    else if (fault == EACCES || fault == EPERM || fault == EROFS)
        id = CATALOGUE_FOLDER_FORBIDDEN;
    else if (fault == EWOULDBLOCK)
        id = CATALOGUE_FOLDER_BUSY;
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

/* Where the file system has no such locks, as with some networks, runs are
 * not kept apart. */
static bool lock(const struct folder *folder)
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
        fault = lock(folder) ? 0 : EWOULDBLOCK;
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

void folder_clean(const struct folder *folder)
{
    int fd = openat(folder->fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *list = fd < 0 ? NULL : fdopendir(fd);
    struct dirent *entry;

    if (!list) {
        if (fd >= 0)
            close(fd);
        return;
    }
    while ((entry = readdir(list)) != NULL)
        if (is_on_its_way(entry->d_name))
            folder_remove(folder, entry->d_name);
    closedir(list);
}

/* A chunk as long as the file has bytes left; -1 on failure. */
static ssize_t read_chunk(int fd, char *chunk, size_t size)
{
    size_t used = 0;

    while (used < size) {
        ssize_t count = read(fd, chunk + used, size - used);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return -1;
        if (count == 0)
            break;
        used += (size_t)count;
    }
    return (ssize_t)used;
}

static bool holds(int fd, const struct buffer *bytes)
{
    char chunk[CHUNK];
    size_t done = 0;
    ssize_t count;

    while ((count = read_chunk(fd, chunk, sizeof chunk)) > 0) {
        if ((size_t)count > bytes->length - done
            || memcmp(chunk, bytes->bytes + done, (size_t)count) != 0)
            return false;
        done += (size_t)count;
    }
    return count == 0 && done == bytes->length;
}

enum folder_match folder_compare(const struct folder *folder,
    const char *name, const struct buffer *bytes, mode_t *mode)
{
    struct stat status;
    bool equal = false;

    *mode = 0;
    if (fstatat(folder->fd, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? FOLDER_ABSENT : FOLDER_OTHER;
    if (S_ISDIR(status.st_mode))
        return FOLDER_TAKEN;
    if (!S_ISREG(status.st_mode))
        return FOLDER_OTHER;
    *mode = status.st_mode & 0777;
    if ((uintmax_t)status.st_size != bytes->length)
        return FOLDER_OTHER;

    int fd = openat(folder->fd, name, READ_FLAGS);
    if (fd >= 0) {
        equal = holds(fd, bytes);
        close(fd);
    }
    return equal ? FOLDER_EQUAL : FOLDER_OTHER;
}

bool folder_has(const struct folder *folder, const char *name)
{
    struct stat status;

    return fstatat(folder->fd, name, &status, AT_SYMLINK_NOFOLLOW) == 0;
}

bool folder_read(const struct folder *folder, const char *name, size_t limit,
    struct buffer *bytes)
{
    int fd = openat(folder->fd, name, READ_FLAGS);
    char chunk[CHUNK];
    struct stat status;
    ssize_t count = -1;

    if (fd < 0)
        return false;
    if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode)
        && (uintmax_t)status.st_size <= limit)
        while ((count = read_chunk(fd, chunk, sizeof chunk)) > 0
            && bytes->length <= limit)
            buffer_add(bytes, chunk, (size_t)count);
    close(fd);
    return count == 0;
}

static int write_all(int fd, const struct buffer *bytes)
{
    size_t done = 0;

    while (done < bytes->length) {
        ssize_t count = write(fd, bytes->bytes + done, bytes->length - done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return count < 0 ? errno : EIO;
        done += (size_t)count;
    }
    return fsync(fd) == 0 ? 0 : errno;
}

int folder_write(const struct folder *folder, const char *name,
    const struct buffer *bytes, mode_t mode)
{
    int fd = openat(folder->fd, name,
        O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);

    if (fd < 0)
        return errno;
    if (mode)
        fchmod(fd, mode);       /* what fails to be kept is no matter */
    int fault = write_all(fd, bytes);
    if (close(fd) != 0 && fault == 0)
        fault = errno;
    if (fault)
        folder_remove(folder, name);
    return fault;
}

int folder_keep(const struct folder *folder, const char *name,
    const char *other)
{
    if (linkat(folder->fd, name, folder->fd, other, 0) == 0)
        return 0;
    return folder_rename(folder, name, other);
}

int folder_rename(const struct folder *folder, const char *from,
    const char *to)
{
    return renameat(folder->fd, from, folder->fd, to) == 0 ? 0 : errno;
}

void folder_remove(const struct folder *folder, const char *name)
{
    unlinkat(folder->fd, name, 0);
}

int folder_sync(const struct folder *folder)
{
    /* EINVAL: a file system whose folders cannot be synced. */
    return fsync(folder->fd) == 0 || errno == EINVAL ? 0 : errno;
}

bool folder_is_same(const struct folder *folder, const char *name,
    const char *other)
{
    struct stat one, two;

    return fstatat(folder->fd, name, &one, AT_SYMLINK_NOFOLLOW) == 0
        && fstatat(folder->fd, other, &two, AT_SYMLINK_NOFOLLOW) == 0
        && one.st_dev == two.st_dev && one.st_ino == two.st_ino;
}
