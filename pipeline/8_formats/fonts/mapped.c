/* Font files mapped into memory. */

#define _DEFAULT_SOURCE         /* madvise() */

#include "8_formats/fonts/mapped.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct mapping {
    void *bytes;
    size_t length;
};

static void unmap(void *user)
{
    struct mapping *mapping = user;

    munmap(mapping->bytes, mapping->length);
    free(mapping);
}

/* HarfBuzz copies what it has to change: the pages stay those of the file. */
static hb_blob_t *map(int file, size_t length)
{
    struct mapping *mapping = malloc(sizeof *mapping);

    if (!mapping)
        return NULL;
    mapping->length = length;
    mapping->bytes = mmap(NULL, length, PROT_READ, MAP_PRIVATE, file, 0);
    if (mapping->bytes == MAP_FAILED) {
        free(mapping);
        return NULL;
    }
    return hb_blob_create_or_fail(mapping->bytes, (unsigned)length,
        HB_MEMORY_MODE_READONLY, mapping, unmap);
}

hb_blob_t *mapped_open(const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    struct stat status;
    hb_blob_t *blob = NULL;

    if (file < 0)
        return NULL;
    if (fstat(file, &status) == 0) {
        if (status.st_size == 0)
            blob = hb_blob_get_empty();
        else if (status.st_size <= INT_MAX)
            blob = map(file, (size_t)status.st_size);
        else
            errno = EFBIG;
    }
    int reason = errno;
    close(file);
    errno = reason;
    return blob;
}

void mapped_rest(hb_blob_t *blob)
{
    unsigned length;
    const char *bytes = hb_blob_get_data(blob, &length);

    if (length > 0)
        madvise((void *)bytes, length, MADV_DONTNEED);
}
