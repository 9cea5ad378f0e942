/* The files of an archive that is a folder, links being looked at and never
 * followed. */

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "0_base/fault.h"
#include "10_archive/inside.h"
#include "10_archive/store_kinds.h"

#define DEPTH_MAX 32            /* folders in one another */
#define FOLDER_FLAGS (O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
#define FILE_FLAGS (O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)

struct walk {
    struct store *store;
    struct buffer path;         /* of the folder, "/" behind it; "" */
    int depth;
    struct findings *findings;
};

static bool report_fault(const struct walk *walk, int fault)
{
    struct buffer shown = BUFFER_EMPTY;
    char reason[FAULT_TEXT_SIZE];

    path_show(*buffer_string(&walk->path) ? buffer_string(&walk->path) : ".",
        &shown);
    if (fault == ENOMEM || shown.failed)
        findings_out_of_memory(walk->findings);
    else
        findings_add(walk->findings, CATALOGUE_ARCHIVE_PART_UNREADABLE,
            (struct place){ 0, 0 }, NULL, "name", buffer_string(&shown),
            "reason", fault_text(fault, reason), NULL);
    buffer_free(&shown);
    return false;
}

static enum stored_kind kind_of(const struct stat *status)
{
    return S_ISREG(status->st_mode) ? STORED_FILE
        : S_ISLNK(status->st_mode) ? STORED_LINK : STORED_SPECIAL;
}

/* Lists what walk->path names, without a "/" that ends it. */
static bool add(struct walk *walk, enum stored_kind kind, uint64_t size)
{
    struct stored stored = { .kind = kind, .size = size,
        .path = walk->path.failed ? NULL
            : strdup(buffer_string(&walk->path)) };

    return (stored.path && store_add(walk->store, &stored))
        || report_fault(walk, ENOMEM);
}

static bool walk_folder(struct walk *walk, int fd);

/* A folder in the folder, whose path is walk->path. */
static bool go_down(struct walk *walk, int folder, const char *name)
{
    size_t before = walk->store->count;
    size_t length = walk->path.length;
    int fd = walk->depth < DEPTH_MAX ? openat(folder, name, FOLDER_FLAGS) : -1;

    if (fd < 0)
        return report_fault(walk, walk->depth < DEPTH_MAX ? errno
            : ENAMETOOLONG);
    buffer_add_char(&walk->path, '/');
    walk->depth++;
    bool good = walk_folder(walk, fd);
    walk->depth--;
    buffer_cut(&walk->path, length);
    return good && (walk->store->count > before
        || add(walk, STORED_FOLDER, 0));
}

static bool look_at(struct walk *walk, int folder, const char *name)
{
    size_t length = walk->path.length;
    struct stat status;
    bool good;

    buffer_add_string(&walk->path, name);
    if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        good = report_fault(walk, errno);
    else if (S_ISDIR(status.st_mode))
        good = go_down(walk, folder, name);
    else
        good = add(walk, kind_of(&status), (uint64_t)status.st_size);
    buffer_cut(&walk->path, length);
    return good;
}

/* All that is in a folder; closes it. */
static bool walk_folder(struct walk *walk, int fd)
{
    DIR *folder = fdopendir(fd);
    const struct dirent *entry;
    bool good = true;

    if (!folder) {
        int fault = errno;
        close(fd);
        return report_fault(walk, fault);
    }
    while (good && (errno = 0, entry = readdir(folder)) != NULL)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            good = look_at(walk, fd, entry->d_name);
    if (good && errno != 0)
        good = report_fault(walk, errno);
    closedir(folder);
    return good;
}

bool store_list_folder(struct store *store, struct findings *findings)
{
    struct walk walk = { .store = store, .findings = findings };
    int fd = openat(store->fd, ".", FOLDER_FLAGS);
    bool good = fd >= 0 ? walk_folder(&walk, fd) : report_fault(&walk, errno);

    buffer_free(&walk.path);
    return good;
}

/* The folder that a step leads to; the one before is closed, unless it is the
 * first. */
static int step_down(int first, int fd, const char *step, size_t length)
{
    char *name = strndup(step, length);
    int next = name ? openat(fd, name, FOLDER_FLAGS) : -1;
    int fault = name ? errno : ENOMEM;

    free(name);
    if (fd != first)
        close(fd);
    errno = fault;
    return next;
}

int store_open_below(int folder, const char *path)
{
    const char *step = path;
    int fd = folder;
    size_t length;

    while (fd >= 0 && step[length = strcspn(step, "/")]) {
        fd = step_down(folder, fd, step, length);
        step += length + 1;
    }
    int file = fd >= 0 ? openat(fd, step, FILE_FLAGS) : -1;
    int fault = errno;
    if (fd >= 0 && fd != folder)
        close(fd);
    errno = fault;
    return file;
}
