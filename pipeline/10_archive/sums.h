#ifndef ARCHIVE_SUMS_H
#define ARCHIVE_SUMS_H

/*
 * Both digests that a manifest states, SHA-256 and SM3 (GB/T 32905-2016), of
 * bytes that come in pieces.
 */

#include <nettle/sha2.h>
#include <nettle/sm3.h>
#include <stddef.h>

#include "0_base/digest.h"

struct sums {
    struct sha256_ctx sha256;
    struct sm3_ctx sm3;
};

/* In small hexadecimal digits. */
struct sums_text {
    char sha256[DIGEST_TEXT_SIZE], sm3[DIGEST_TEXT_SIZE];
};

void sums_begin(struct sums *sums);
void sums_add(struct sums *sums, const void *bytes, size_t length);
void sums_end(struct sums *sums, struct sums_text *text);

#endif
