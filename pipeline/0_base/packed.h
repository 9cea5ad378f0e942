#ifndef PACKED_H
#define PACKED_H

/*
 * Numbers and texts one behind the other, as bytes that a process of the same
 * program reads again.
 *
 *     packed_add_number(&bytes, count);
 *     packed_add_text(&bytes, name);
 *
 *     struct packed packed = { bytes, bytes + length, false };
 *     count = packed_number(&packed);
 *     name = packed_text(&packed);
 *     good = !packed.failed;
 *
 * Ownership: what is read is borrowed from the bytes.
 * Errors:    bytes that end too soon give 0, NULL and, from then on, failed.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/buffer.h"

void packed_add_number(struct buffer *out, size_t number);
void packed_add_text(struct buffer *out, const char *text);    /* or NULL */
void packed_add_bytes(struct buffer *out, const void *bytes, size_t length);

struct packed {
    const char *at, *end;
    bool failed;
};

size_t packed_number(struct packed *packed);
const char *packed_text(struct packed *packed);
const char *packed_bytes(struct packed *packed, size_t *length);

#endif
