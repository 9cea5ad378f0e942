/* inotify(7), and what stat() says of files. */

#define _XOPEN_SOURCE 700       /* realpath() */

#include "batch/watching.h"

#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "0_base/by_bytes.h"
#include "batch/interrupt.h"
#include "batch/memo.h"
#include "batch/walk.h"

/* Milliseconds. */
#define EVERY 500               /* from one look for interrupts to the next */
#define WITHOUT_HANDLE 1000
#define MOMENT 50               /* that files stay as they are */
#define MOMENTS_MAX 60

#define COME_AND_GONE (IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO \
    | IN_DELETE_SELF | IN_MOVE_SELF | IN_MASK_ADD)

/* Where a folder is not there, or closed to us, those around it tell of it. */
static bool is_away(int fault)
{
    return fault == ENOENT || fault == ENOTDIR;
}

static bool watch_folder(int handle, const char *folder)
{
    return inotify_add_watch(handle, folder, COME_AND_GONE | IN_CLOSE_WRITE
            | IN_ATTRIB) >= 0 || is_away(errno);
}

/* The folders around a folder, which is cut to them: any of them may be
 * moved. */
static bool watch_around(int handle, char *folder)
{
    char *slash;
    bool good = true;

    while (good && (slash = strrchr(folder, '/')) != NULL) {
        slash[slash == folder] = '\0';
        good = inotify_add_watch(handle, folder, COME_AND_GONE) >= 0
            || is_away(errno) || errno == EACCES;
        if (slash == folder)
            return good;
    }
    return good && (*folder == '/'
        || inotify_add_watch(handle, ".", COME_AND_GONE) >= 0
        || is_away(errno) || errno == EACCES);
}

static bool watch_file(int handle, const char *path)
{
    char *folder = strdup(path), *slash = folder ? strrchr(folder, '/') : NULL;
    bool good = folder != NULL;

    if (slash)
        slash[slash == folder] = '\0';
    good = good && watch_folder(handle, slash ? folder : ".")
        && (!slash || watch_around(handle, folder));
    free(folder);
    return good;
}

static bool watch_tree(int handle, const char *folder)
{
    struct dirent **entries = NULL;
    bool good = watch_folder(handle, folder);
    int count = good ? scandir(folder, &entries, NULL, by_bytes) : 0;

    for (int k = 0; k < count; k++) {
        struct buffer path = BUFFER_EMPTY;
        buffer_printf(&path, "%s/%s", folder, entries[k]->d_name);
        if (good && *entries[k]->d_name != '.'
            && walk_is_folder(buffer_string(&path))
            && !walk_is_link(buffer_string(&path)))
            good = watch_tree(handle, buffer_string(&path));
        buffer_free(&path);
        free(entries[k]);
    }
    free(entries);
    return good;
}

/* Of a link the file that it leads to, too. */
static bool watch(int handle, const struct watched *watched)
{
    char *path = realpath(watched->path, NULL);
    bool good = watch_file(handle, watched->path)
        && (!path || watch_file(handle, path))
        && (!watched->is_tree || watch_tree(handle, watched->path));

    free(path);
    return good;
}

int watching_open(const struct watched *list, size_t count)
{
    int handle = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);

    for (size_t k = 0; handle >= 0 && k < count; k++) {
        if (!watch(handle, &list[k])) {
            int fault = errno;
            close(handle);
            errno = fault;
            return -1;
        }
    }
    return handle;
}

void watching_close(int handle)
{
    if (handle >= 0)
        close(handle);
}

void watching_wait(int handle)
{
    struct pollfd events = { .fd = handle, .events = POLLIN };

    if (handle < 0)
        poll(NULL, 0, WITHOUT_HANDLE);
    else
        while (interrupt_count() == 0 && poll(&events, 1, EVERY) == 0)
            ;
}

static void look(const struct watched *list, size_t count,
    char state[DIGEST_TEXT_SIZE])
{
    struct digest digest;

    digest_begin(&digest);
    for (size_t k = 0; k < count; k++) {
        struct stat status;
        bool is_there = stat(list[k].path, &status) == 0;
        int64_t numbers[] = { is_there, 0, 0, 0, 0, 0, 0 };
        if (is_there && list[k].is_tree)
            memo_add_tree(&digest, list[k].path);
        else if (is_there)
            memcpy(numbers + 1, (int64_t[]){ (int64_t)status.st_ino,
                status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
                status.st_ctim.tv_sec, status.st_ctim.tv_nsec },
                6 * sizeof *numbers);
        digest_add(&digest, numbers, sizeof numbers);
    }
    digest_end(&digest, state);
}

void watching_look(const struct watched *list, size_t count,
    char state[DIGEST_TEXT_SIZE])
{
    char before[DIGEST_TEXT_SIZE];
    size_t moments = 0;

    look(list, count, state);
    do {
        memcpy(before, state, sizeof before);
        poll(NULL, 0, MOMENT);
        look(list, count, state);
    } while (strcmp(before, state) != 0 && ++moments < MOMENTS_MAX);
}
