#ifndef CODED_H
#define CODED_H

/*
 * Bytes as a zlib stream of one block, each byte by a code of its own length,
 * and no look-out for what comes again: for outlines of glyphs, in which little
 * does, a fifth of the time that deflating takes, for 1/25 more bytes.
 *
 * Standard: RFC 1950; RFC 1951, 3.2.2 and 3.2.7.
 */

#include <stddef.h>

/* The stream, which the caller frees, and its size; NULL: out of memory. */
unsigned char *coded_pack(const void *bytes, size_t length, size_t *size);

#endif
