#ifndef STORE_H
#define STORE_H

/*
 * What an archive holds, a folder or a ZIP file of it, read without trust and
 * without unpacking.
 *
 * Folder:    links are listed and never followed.
 * ZIP:       APPNOTE 6.3, one entry behind the other from the first byte on,
 *            then the directory, then its end.  `jixiao archive` stores every
 *            entry and says nothing that none needs; what packed the files
 *            anew and deflated them, or added folders, times or attributes, is
 *            told by `repacked`, and they are read all the same.  Whatever
 *            else differs is refused: encrypted entries, entries that grow
 *            beyond measure, sizes that disagree, entries that overlap, bytes
 *            that belong to none.
 * Memory:    the list and one piece of a file at a time; of a deflated file all
 *            of it, up to ZIP_UNPACKED_MAX bytes.
 * Ownership: store_close() frees what store_open() has made.
 */

#include <stdbool.h>
#include <stdint.h>

#include "0_base/buffer.h"
#include "0_base/findings.h"

#define ZIP_UNPACKED_MAX (256u << 20)   /* bytes of a deflated entry */
#define ZIP_GROWTH_MAX 20       /* times the file, of all deflated entries, */
#define ZIP_GROWTH_FREE (16u << 20)     /* and so many bytes more */

/* What another program has done that packed an archive anew. */
enum repacked {
    REPACKED_DEFLATED = 1,
    REPACKED_FOLDERS = 2,       /* entries for folders */
    REPACKED_EXTRAS = 4         /* times, attributes, extra fields */
};

enum stored_kind {
    STORED_FILE,
    STORED_FOLDER,              /* with nothing in it */
    STORED_LINK,
    STORED_SPECIAL              /* a pipe, a device */
};

struct stored {
    char *path;                 /* below the archive, its steps parted by "/" */
    enum stored_kind kind;
    uint64_t size;              /* bytes */
    uint64_t offset;            /* ZIP: of the first byte */
    uint32_t crc;               /* ZIP: as its directory has it */
    uint32_t packed;            /* ZIP: bytes of one that is deflated, else 0 */
};

struct store {
    int fd;                     /* of the folder or the ZIP file */
    bool is_zip;
    bool is_own;                /* grows as it may */
    unsigned repacked;          /* ZIP: a sum of enum repacked */
    struct stored *list;        /* in the order of the bytes of the paths */
    size_t count, room;
};

/* Lists what is there.  False, with findings and nothing to close, where it
 * cannot be read or is no archive. */
bool store_open(struct store *store, const char *path,
    struct findings *findings);
/* The same of one that this program has just made. */
bool store_open_own(struct store *store, const char *path,
    struct findings *findings);
void store_close(struct store *store);

/* NULL where there is nothing of that path. */
const struct stored *store_find(const struct store *store, const char *path);

/* Takes the next piece of a file; false where it wants no more. */
typedef bool store_taker(void *user, const char *bytes, size_t length);

/* Hands a file over piece by piece: 0, or the errno; EBADMSG where the bytes
 * are not those that the ZIP has a checksum of, or cannot be inflated. */
int store_read(const struct store *store, const struct stored *stored,
    store_taker *take, void *user);

/* Appends a whole file: 0 or the errno; EFBIG where it is larger than limit. */
int store_load(const struct store *store, const struct stored *stored,
    size_t limit, struct buffer *out);

#endif
