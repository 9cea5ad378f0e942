/* Folders with folders in them: made, synced and removed. */

#include "10_archive/tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDER_FLAGS (O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)

static bool is_other(const struct dirent *entry)
{
    return strcmp(entry->d_name, ".") != 0
        && strcmp(entry->d_name, "..") != 0;
}

static bool is_folder(int folder, const char *name)
{
    struct stat status;

    return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0
        && S_ISDIR(status.st_mode);
}

/* A stream of what is in a folder; NULL with errno. */
static DIR *open_stream(int folder, const char *name)
{
    int fd = openat(folder, name, FOLDER_FLAGS);
    DIR *stream = fd < 0 ? NULL : fdopendir(fd);
    int fault = errno;

    if (fd >= 0 && !stream)
        close(fd);
    errno = fault;
    return stream;
}

bool tree_is_empty(int folder, const char *name)
{
    DIR *stream = open_stream(folder, name);
    const struct dirent *entry;
    bool any = false;

    while (stream && !any && (entry = readdir(stream)) != NULL)
        any = is_other(entry);
    if (stream)
        closedir(stream);
    return stream && !any;
}

int tree_make_parents(int folder, const char *path)
{
    char *part = strdup(path);
    int fault = part ? 0 : ENOMEM;

    for (size_t at = 1; part && !fault && part[at - 1]; at++) {
        if (path[at] != '/')
            continue;
        part[at] = '\0';
        if (mkdirat(folder, part, 0777) != 0 && errno != EEXIST)
            fault = errno;
        part[at] = '/';
    }
    free(part);
    return fault;
}

typedef int folder_action(int folder, const char *name);

/* The action on everything in a folder; 0 or the first errno. */
static int for_each(int folder, const char *name, folder_action *act)
{
    DIR *stream = open_stream(folder, name);
    const struct dirent *entry;
    int fault = 0;

    if (!stream)
        return errno;
    while (!fault && (entry = readdir(stream)) != NULL)
        if (is_other(entry))
            fault = act(dirfd(stream), entry->d_name);
    closedir(stream);
    return fault;
}

/* Some file systems have folders that cannot be synced: EINVAL. */
static int sync_one(int folder)
{
    return fsync(folder) == 0 || errno == EINVAL ? 0 : errno;
}

static int sync_below(int folder, const char *name)
{
    if (!is_folder(folder, name))
        return 0;
    int fault = for_each(folder, name, sync_below);
    int fd = fault ? -1 : openat(folder, name, FOLDER_FLAGS);

    if (!fault)
        fault = fd < 0 ? errno : sync_one(fd);
    if (fd >= 0)
        close(fd);
    return fault;
}

int tree_sync(int folder)
{
    return sync_below(folder, ".");
}

int tree_remove(int folder, const char *name)
{
    bool has_more = is_folder(folder, name);
    int fault = has_more ? for_each(folder, name, tree_remove) : 0;

    if (!fault && unlinkat(folder, name, has_more ? AT_REMOVEDIR : 0) != 0
        && errno != ENOENT)
        fault = errno;
    return fault;
}
