#include "0_base/digest.h"

#include <nettle/base16.h>
#include <nettle/sha2.h>
#include <string.h>

static void digest_make(const void *bytes, size_t length,
    uint8_t digest[SHA256_DIGEST_SIZE])
{
    struct sha256_ctx context;

    sha256_init(&context);
    if (length)
        sha256_update(&context, length, bytes);
    sha256_digest(&context, SHA256_DIGEST_SIZE, digest);
}

char *digest_text(const void *bytes, size_t length,
    char text[DIGEST_TEXT_SIZE])
{
    uint8_t digest[SHA256_DIGEST_SIZE];

    digest_make(bytes, length, digest);
    base16_encode_update(text, SHA256_DIGEST_SIZE, digest);
    text[DIGEST_TEXT_SIZE - 1] = '\0';
    return text;
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
