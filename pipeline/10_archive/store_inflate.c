/* A deflated entry of a ZIP file, inflated as a whole. */

#include <errno.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <unistd.h>

#include "10_archive/store_kinds.h"

int store_read_at(int fd, uint64_t offset, void *bytes, size_t length)
{
    size_t used = 0;

    while (used < length) {
        ssize_t count = pread(fd, (char *)bytes + used, length - used,
            (off_t)(offset + used));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return count < 0 ? errno : EIO;
        used += (size_t)count;
    }
    return 0;
}

static int inflate(const struct stored *stored, const char *packed,
    char *bytes)
{
    struct libdeflate_decompressor *inflater
        = libdeflate_alloc_decompressor();
    size_t used = 0;

    if (!inflater)
        return ENOMEM;
    enum libdeflate_result result = libdeflate_deflate_decompress_ex(inflater,
        packed, stored->packed, bytes, (size_t)stored->size, &used, NULL);
    libdeflate_free_decompressor(inflater);
    return result == LIBDEFLATE_SUCCESS && used == stored->packed ? 0
        : EBADMSG;
}

int store_inflate(const struct store *store, const struct stored *stored,
    uint32_t *crc, store_taker *take, void *user)
{
    char *packed = malloc(stored->packed);
    char *bytes = malloc((size_t)stored->size + 1);
    int fault = packed && bytes ? store_read_at(store->fd, stored->offset,
        packed, stored->packed) : ENOMEM;

    if (!fault)
        fault = inflate(stored, packed, bytes);
    if (!fault) {
        *crc = libdeflate_crc32(*crc, bytes, (size_t)stored->size);
        take(user, bytes, (size_t)stored->size);
    }
    free(packed);
    free(bytes);
    return fault;
}
