/* An archive opened: which kind it is, and its files piece by piece. */

#include "10_archive/store.h"

#include <errno.h>
#include <fcntl.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "0_base/fault.h"
#include "1_read/file.h"
#include "10_archive/store_kinds.h"

#define PIECE 65536

static const struct place nowhere = { 0, 0 };

static void report_fault(int fault, struct findings *findings)
{
    char reason[FAULT_TEXT_SIZE];

    if (fault == ENOENT || fault == ENOTDIR)
        findings_add(findings, CATALOGUE_ARCHIVE_MISSING, nowhere, NULL, NULL);
    else
        findings_add(findings, CATALOGUE_ARCHIVE_UNREADABLE, nowhere, NULL,
            "reason", fault_text(fault, reason), NULL);
}

static bool list_all(struct store *store, struct findings *findings)
{
    struct stat status;

    if (fstat(store->fd, &status) != 0) {
        report_fault(errno, findings);
        return false;
    }
    store->is_zip = !S_ISDIR(status.st_mode);
    if (!store->is_zip)
        return store_list_folder(store, findings);
    if (S_ISREG(status.st_mode))
        return store_list_zip(store, findings);
    findings_add(findings, CATALOGUE_ARCHIVE_NONE, nowhere, NULL, NULL);
    return false;
}

static bool open_one(struct store *store, const char *path, bool is_own,
    struct findings *findings)
{
    *store = (struct store){ .is_own = is_own,
        .fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC) };

    if (store->fd < 0) {
        int fault = errno;
        if (!file_report_link(path, fault, findings))
            report_fault(fault, findings);
        return false;
    }
    bool good = list_all(store, findings);
    if (!good || !store_sort(store, findings)) {
        store_close(store);
        return false;
    }
    return true;
}

bool store_open(struct store *store, const char *path,
    struct findings *findings)
{
    return open_one(store, path, false, findings);
}

bool store_open_own(struct store *store, const char *path,
    struct findings *findings)
{
    return open_one(store, path, true, findings);
}

void store_close(struct store *store)
{
    for (size_t k = 0; k < store->count; k++)
        free(store->list[k].path);
    free(store->list);
    close(store->fd);
    *store = (struct store){ .fd = -1 };
}

/* The bytes of a file from its beginning; 0 or the errno. */
static int read_pieces(int fd, const struct stored *stored, uint32_t *crc,
    store_taker *take, void *user)
{
    char piece[PIECE];
    uint64_t at = 0;

    while (at < stored->size) {
        uint64_t left = stored->size - at;
        ssize_t count = pread(fd, piece,
            left < sizeof piece ? (size_t)left : sizeof piece,
            (off_t)(stored->offset + at));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errno;
        if (count == 0)
            return EIO;                 /* it was cut off meanwhile */
        *crc = libdeflate_crc32(*crc, piece, (size_t)count);
        at += (uint64_t)count;
        if (!take(user, piece, (size_t)count))
            return 0;
    }
    return 0;
}

int store_read(const struct store *store, const struct stored *stored,
    store_taker *take, void *user)
{
    int fd = store->is_zip ? store->fd
        : store_open_below(store->fd, stored->path);
    uint32_t crc = 0;

    if (fd < 0)
        return errno;
    int fault = stored->packed
        ? store_inflate(store, stored, &crc, take, user)
        : read_pieces(fd, stored, &crc, take, user);
    if (!store->is_zip)
        close(fd);
    return fault || !store->is_zip || crc == stored->crc ? fault : EBADMSG;
}

static bool append(void *user, const char *bytes, size_t length)
{
    struct buffer *out = user;

    buffer_add(out, bytes, length);
    return true;
}

int store_load(const struct store *store, const struct stored *stored,
    size_t limit, struct buffer *out)
{
    if (stored->size > limit)
        return EFBIG;
    int fault = store_read(store, stored, append, out);
    return fault ? fault : out->failed ? ENOMEM : 0;
}
