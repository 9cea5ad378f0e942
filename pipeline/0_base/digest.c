/* SHA-256 and SM3 by nettle, in hexadecimal digits. */

#include "0_base/digest.h"

#include <nettle/base16.h>
#include <nettle/sm3.h>
#include <string.h>

void digest_begin(struct digest *digest)
{
    sha256_init(&digest->context);
}

void digest_add(struct digest *digest, const void *bytes, size_t length)
{
    if (length)
        sha256_update(&digest->context, length, bytes);
}

static void digest_make(const void *bytes, size_t length,
    uint8_t sum[SHA256_DIGEST_SIZE])
{
    struct digest digest;

    digest_begin(&digest);
    digest_add(&digest, bytes, length);
    sha256_digest(&digest.context, SHA256_DIGEST_SIZE, sum);
}

static char *print_sum(const uint8_t sum[SHA256_DIGEST_SIZE],
    char text[DIGEST_TEXT_SIZE])
{
    base16_encode_update(text, SHA256_DIGEST_SIZE, sum);
    text[DIGEST_TEXT_SIZE - 1] = '\0';
    return text;
}

char *digest_end(struct digest *digest, char text[DIGEST_TEXT_SIZE])
{
    uint8_t sum[SHA256_DIGEST_SIZE];

    sha256_digest(&digest->context, SHA256_DIGEST_SIZE, sum);
    return print_sum(sum, text);
}

char *digest_text(const void *bytes, size_t length,
    char text[DIGEST_TEXT_SIZE])
{
    uint8_t sum[SHA256_DIGEST_SIZE];

    digest_make(bytes, length, sum);
    return print_sum(sum, text);
}

_Static_assert(SM3_DIGEST_SIZE == SHA256_DIGEST_SIZE,
    "both digests have as many digits");

char *digest_sm3(const void *bytes, size_t length,
    char text[DIGEST_TEXT_SIZE])
{
    struct sm3_ctx context;
    uint8_t sum[SM3_DIGEST_SIZE];

    sm3_init(&context);
    if (length)
        sm3_update(&context, length, bytes);
    sm3_digest(&context, SM3_DIGEST_SIZE, sum);
    return print_sum(sum, text);
}

char *tag_from_pointer(const char *pointer, char tag[TAG_SIZE])
{
    static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
    uint8_t digest[SHA256_DIGEST_SIZE];
    uint64_t bits = 0;

    digest_make(pointer, strlen(pointer), digest);
    for (int k = 0; k < 8; k++)
        bits = bits << 8 | digest[k];
    for (int k = 0; k < TAG_SIZE - 1; k++)
        tag[k] = alphabet[bits >> (59 - 5 * k) & 31];
    tag[TAG_SIZE - 1] = '\0';
    return tag;
}
