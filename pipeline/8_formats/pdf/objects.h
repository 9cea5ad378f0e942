#ifndef OBJECTS_H
#define OBJECTS_H

/*
 * The objects of a PDF file and where they stand (ISO 32000-1, 7.5).
 *
 * Packed:    PDF 1.5 and later keeps objects that are no streams in compressed
 *            ones, and the cross-reference table too; a file that does not
 *            pack writes what PDF 1.4 reads.
 * Numbers:   reserved first, written once in any order, one at a time.
 * Errors:    sticky; objects_finish() says whether all went well.
 */

#include <libdeflate.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "0_base/buffer.h"
#include "0_base/digest.h"

struct objects {
    struct buffer *out;         /* borrowed */
    size_t base;                /* of the file in out */
    bool packs;
    struct objects_entry *entries;   /* of number n at n - 1 */
    size_t count, room;
    struct buffer heads, bodies;    /* of the objects of the open pack */
    uint32_t pack;              /* its number; 0: none is open */
    unsigned packed;            /* how many are in it */
    struct libdeflate_compressor *compressor;
    struct digest sum;          /* for the ID */
    size_t summed;              /* bytes of the file that are in it */
    bool failed;
};

/* Appends to out, which must outlive the objects; version is 14 or 17. */
void objects_begin(struct objects *objects, struct buffer *out,
    unsigned version);

/* The first of so many numbers in a row, from 1. */
uint32_t objects_reserve(struct objects *objects, size_t count);

/* Where the object is to be printed, until objects_close(). */
struct buffer *objects_open(struct objects *objects, uint32_t number);
void objects_close(struct objects *objects);

enum packing_of_stream {
    STREAM_PLAIN,               /* readable as it stands */
    STREAM_DEFLATED,
    STREAM_CODED                /* of outlines: coded.h */
};

/* A stream whose dictionary has these entries besides its length and
 * filter. */
void objects_stream(struct objects *objects, uint32_t number,
    const char *entries, const struct buffer *content,
    enum packing_of_stream packing);

/* The cross-reference table and the trailer, with an ID made from all bytes
 * before it, for which the checksum of a coded stream stands for its bytes;
 * frees what the objects holds.  False if memory ran out. */
bool objects_finish(struct objects *objects, uint32_t root, uint32_t info);

#endif
