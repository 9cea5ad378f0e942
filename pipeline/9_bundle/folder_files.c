/* Looks at, reads, writes and renames files in the folder of a set. */

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "9_bundle/folder.h"

#define CHUNK 16384
#define READ_FLAGS (O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
#define WRITE_FLAGS (O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC)

struct folder_state folder_state(const struct folder *folder,
    const char *name)
{
    struct stat status;

    if (fstatat(folder->fd, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return (struct folder_state){ .kind = FOLDER_NOTHING };
    struct folder_state state = { .kind = FOLDER_SPECIAL,
        .device = status.st_dev, .number = status.st_ino,
        .changed = status.st_mtim };
    if (S_ISDIR(status.st_mode))
        state.kind = FOLDER_FOLDER;
    if (S_ISLNK(status.st_mode))
        state.kind = FOLDER_LINK;
    if (S_ISREG(status.st_mode)) {
        state.kind = FOLDER_FILE;
        state.size = (size_t)status.st_size;
        state.mode = status.st_mode & 0777;
    }
    return state;
}

bool folder_has(const struct folder *folder, const char *name)
{
    return folder_state(folder, name).kind != FOLDER_NOTHING;
}

bool folder_is_still(const struct folder *folder, const char *name,
    const struct folder_state *before)
{
    struct folder_state now = folder_state(folder, name);

    return now.kind == before->kind && now.size == before->size
        && now.changed.tv_sec == before->changed.tv_sec
        && now.changed.tv_nsec == before->changed.tv_nsec;
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

/* Open a plain file: 0, and its descriptor, or -1 where nothing of the name is
 * one; or the errno. */
static int open_plain(const struct folder *folder, const char *name, int *fd,
    size_t *size)
{
    struct stat status = { .st_mode = 0 };

    *fd = openat(folder->fd, name, READ_FLAGS);
    if (*fd < 0)        /* ELOOP: a link; ENXIO: nobody listens to a socket */
        return errno == ENOENT || errno == ENAMETOOLONG || errno == ELOOP
            || errno == ENXIO ? 0 : errno;
    int fault = fstat(*fd, &status) == 0 ? 0 : errno;
    *size = (size_t)status.st_size;
    if (fault || !S_ISREG(status.st_mode)) {
        close(*fd);
        *fd = -1;
    }
    return fault;
}

int folder_digest(const struct folder *folder, const char *name,
    char digest[DIGEST_TEXT_SIZE])
{
    struct digest sum;
    char chunk[CHUNK];
    size_t size;
    ssize_t count;
    int fd, fault = open_plain(folder, name, &fd, &size);

    *digest = '\0';
    if (fd < 0)
        return fault;
    digest_begin(&sum);
    while ((count = read_chunk(fd, chunk, sizeof chunk)) > 0)
        digest_add(&sum, chunk, (size_t)count);
    if (count < 0)
        fault = errno;
    else
        digest_end(&sum, digest);
    close(fd);
    return fault;
}

bool folder_read_digest(const struct folder *folder, const char *name,
    char digest[DIGEST_TEXT_SIZE], struct findings *findings)
{
    return folder_check(folder, CATALOGUE_FORMER_UNREADABLE, name,
        folder_digest(folder, name, digest), findings);
}

bool folder_has_digest(const struct folder *folder, const char *name,
    const char *digest)
{
    char other[DIGEST_TEXT_SIZE];

    return *digest && folder_digest(folder, name, other) == 0
        && strcmp(other, digest) == 0;
}

int folder_read(const struct folder *folder, const char *name, size_t limit,
    struct buffer *bytes)
{
    char chunk[CHUNK];
    size_t size;
    ssize_t count = 0;
    int fd, fault = open_plain(folder, name, &fd, &size);

    if (fd < 0)
        return fault;
    if (size <= limit)
        while ((count = read_chunk(fd, chunk, sizeof chunk)) > 0
            && bytes->length <= limit)
            buffer_add(bytes, chunk, (size_t)count);
    if (count < 0)
        fault = errno;
    close(fd);
    return fault;
}

static int write_all(int fd, const char *bytes, size_t length)
{
    size_t done = 0;

    while (done < length) {
        ssize_t count = write(fd, bytes + done, length - done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return count < 0 ? errno : EIO;
        done += (size_t)count;
    }
    return 0;
}

/* Leaves the file open; nothing where that fails. */
static int write_open(const struct folder *folder, const char *name,
    const struct buffer *bytes, mode_t mode, int *fd)
{
    *fd = openat(folder->fd, name, WRITE_FLAGS, 0666);
    if (*fd < 0)
        return errno;
    if (mode)
        fchmod(*fd, mode);      /* the mode is kept where possible */
    int fault = write_all(*fd, bytes->bytes, bytes->length);
    if (fault) {
        close(*fd);
        folder_remove(folder, name);
    }
    return fault;
}

static int sync_close(int fd)
{
    int fault = fsync(fd) == 0 ? 0 : errno;

    if (close(fd) != 0 && fault == 0)
        fault = errno;
    return fault;
}

int folder_write(const struct folder *folder, const char *name,
    const struct buffer *bytes, mode_t mode)
{
    int fd, fault = write_open(folder, name, bytes, mode, &fd);

    if (fault)
        return fault;
    fault = sync_close(fd);
    if (fault)
        folder_remove(folder, name);
    return fault;
}

int folder_write_later(const struct folder *folder, const char *name,
    const struct buffer *bytes, mode_t mode, size_t number,
    struct folder_batch *batch)
{
    int fault = batch->count == FOLDER_BATCH_MAX
        ? folder_sync_batch(batch) : 0;
    struct unsynced *file = &batch->files[batch->count];

    if (fault)
        return fault;
    batch->failed = number;
    fault = write_open(folder, name, bytes, mode, &file->fd);
    if (fault == 0) {
        file->number = number;
        batch->count++;
    }
    return fault;
}

int folder_sync_batch(struct folder_batch *batch)
{
    int first = 0;

    for (size_t k = 0; k < batch->count; k++) {
        int fault = sync_close(batch->files[k].fd);
        if (fault && first == 0) {
            first = fault;
            batch->failed = batch->files[k].number;
        }
    }
    batch->count = 0;
    return first;
}

/* The bytes of a plain file in a new one, a chunk at a time. */
static int copy_rest(int from, int to)
{
    char chunk[CHUNK];
    ssize_t count;
    int fault = 0;

    while (fault == 0 && (count = read_chunk(from, chunk, CHUNK)) != 0)
        fault = count < 0 ? errno : write_all(to, chunk, (size_t)count);
    if (fault == 0 && fsync(to) != 0)
        fault = errno;
    return fault;
}

static int make_copy(const struct folder *folder, const char *name,
    const char *other)
{
    int from = openat(folder->fd, name, READ_FLAGS);
    int to = from < 0 ? -1 : openat(folder->fd, other, WRITE_FLAGS, 0666);
    int fault = to < 0 ? errno : copy_rest(from, to);

    if (to >= 0 && close(to) != 0 && fault == 0)
        fault = errno;
    if (to >= 0 && fault)
        folder_remove(folder, other);
    if (from >= 0)
        close(from);
    return fault;
}

int folder_copy(const struct folder *folder, const char *name,
    const char *other)
{
    if (linkat(folder->fd, name, folder->fd, other, 0) == 0)
        return 0;
    return errno == EEXIST ? EEXIST : make_copy(folder, name, other);
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
    if (renameat(folder->fd, from, folder->fd, to) == 0)
        return 0;
    int fault = errno;
    if (fault == EEXIST && folder_state(folder, to).kind == FOLDER_FILE
        && folder_remove(folder, to) == 0)
        fault = renameat(folder->fd, from, folder->fd, to) == 0 ? 0 : errno;
    return fault;
}

int folder_remove(const struct folder *folder, const char *name)
{
    return unlinkat(folder->fd, name, 0) == 0 ? 0 : errno;
}

void folder_clear(const struct folder *folder, const char *name,
    struct findings *findings)
{
    int fault = folder_remove(folder, name);

    folder_check(folder, CATALOGUE_CLEANING_FAILED, name,
        fault == ENOENT ? 0 : fault, findings);
}

int folder_sync(const struct folder *folder)
{
    /* EINVAL: a file system whose folders cannot be synced. */
    return fsync(folder->fd) == 0 || errno == EINVAL ? 0 : errno;
}
