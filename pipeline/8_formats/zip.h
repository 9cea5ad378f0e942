#ifndef ZIP_H
#define ZIP_H

/*
 * Write a ZIP archive into memory, entry by entry.
 *
 * Standard:  APPNOTE 6.3; deflate or stored, names in UTF-8, no Zip64.
 * Errors:    sticky; zip_finish() returns false if memory ran out, and then
 *            out has failed, or if a limit of the format was passed.
 */

#include <stdbool.h>
#include <stdint.h>

#include "0_base/buffer.h"
#include "8_formats/packings.h"

#define ZIP_VERSION 20u         /* 2.0: deflate */

/* Made by Unix (4.4.2): Info-ZIP's unzip takes names for UTF-8 only where no
 * system with code pages is named, whatever the flag says.  The attributes are
 * those of a file that its owner writes and all read. */
#define ZIP_MADE_BY (3u << 8 | ZIP_VERSION)
#define ZIP_ATTRIBUTES (0100644u << 16)

struct zip {
    struct buffer *out;         /* borrowed */
    size_t base;                /* of the archive in out */
    struct buffer directory;
    struct packings *packings;  /* borrowed, or own */
    struct packings own;
    uint32_t count;
    bool failed;
};

/* Appends to out, which must outlive the zip, as must the packings of earlier
 * archives; NULL: there are none. */
void zip_start(struct zip *zip, struct packings *packings,
    struct buffer *out);

/* Packed, where that makes it smaller. */
void zip_add(struct zip *zip, const char *name, const void *bytes,
    size_t length);

/* As it is, so that it can be read without unpacking. */
void zip_store(struct zip *zip, const char *name, const void *bytes,
    size_t length);

/* Writes the directory and frees what the zip holds. */
bool zip_finish(struct zip *zip);

#endif
