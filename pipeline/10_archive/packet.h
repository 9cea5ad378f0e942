#ifndef PACKET_H
#define PACKET_H

/*
 * The level of PDF/A that a file states of itself.
 *
 * Standards: ISO 19005-1, 6.7 and ISO 19005-2, 6.6: the metadata stream of the
 *            document is an XMP packet without a filter, in which pdfaid:part
 *            and pdfaid:conformance stand; so it can be read without taking
 *            the file apart.  That the file keeps to the level is what
 *            validators say.
 * Memory:    one packet, up to PACKET_MAX bytes.
 */

#include <stdbool.h>

#include "0_base/buffer.h"

#define PACKET_MAX (1u << 20)   /* bytes; a longer one is passed over */
#define PACKET_COUNT_MAX 64     /* those behind are not looked at */
#define PACKET_LEVEL_SIZE 4     /* "1B", "2A", and the NUL */

struct packet_search {
    struct buffer kept;         /* of the packet, or a few bytes */
    bool is_inside;
    int count;                  /* packets read so far */
    char level[PACKET_LEVEL_SIZE];      /* of the last packet that has one */
};

/* Takes the bytes of a file, piece by piece; false if memory ran out. */
bool packet_search_add(struct packet_search *search, const char *bytes,
    size_t length);
void packet_search_free(struct packet_search *search);

#endif
