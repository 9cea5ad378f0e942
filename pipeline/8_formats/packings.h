#ifndef PACKINGS_H
#define PACKINGS_H

/*
 * Bytes deflated, and what was last deflated under a name kept, so that the
 * parts which all packages have alike are deflated once.
 *
 * Ownership: what is packed is the packings', and good until the next call.
 *            { 0 } are none yet; packings_free() leaves that again.
 * Memory:    what is large, and more names than KEPT_MAX, is not kept, however
 *            many packages there are.
 */

#include <libdeflate.h>

#include "0_base/buffer.h"

#define KEPT_MAX 32             /* names */
#define KEPT_BYTES_MAX ((size_t)16 << 10)

struct packing {
    char *name;
    struct buffer bytes;
    struct buffer packed;       /* empty: it would not be smaller */
};

struct packings {
    struct libdeflate_compressor *compressor;
    struct packing kept[KEPT_MAX];
    size_t count;
    struct buffer passing;      /* what is not kept */
};

/* NULL for want of memory. */
const struct buffer *packings_pack(struct packings *packings,
    const char *name, const void *bytes, size_t length);

/* Between packages: lets go what is not kept. */
void packings_pause(struct packings *packings);

void packings_free(struct packings *packings);

#endif
