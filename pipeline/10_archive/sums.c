/* SHA-256 and SM3 side by side, by nettle. */

#include "10_archive/sums.h"

#include <nettle/base16.h>

_Static_assert(SHA256_DIGEST_SIZE == SM3_DIGEST_SIZE
    && 2 * SM3_DIGEST_SIZE + 1 == DIGEST_TEXT_SIZE, "both are as long");

void sums_begin(struct sums *sums)
{
    sha256_init(&sums->sha256);
    sm3_init(&sums->sm3);
}

void sums_add(struct sums *sums, const void *bytes, size_t length)
{
    if (length == 0)
        return;
    sha256_update(&sums->sha256, length, bytes);
    sm3_update(&sums->sm3, length, bytes);
}

static void print(const uint8_t bytes[SM3_DIGEST_SIZE],
    char text[DIGEST_TEXT_SIZE])
{
    base16_encode_update(text, SM3_DIGEST_SIZE, bytes);
    text[DIGEST_TEXT_SIZE - 1] = '\0';
}

void sums_end(struct sums *sums, struct sums_text *text)
{
    uint8_t bytes[SM3_DIGEST_SIZE];

    sha256_digest(&sums->sha256, sizeof bytes, bytes);
    print(bytes, text->sha256);
    sm3_digest(&sums->sm3, sizeof bytes, bytes);
    print(bytes, text->sm3);
}
