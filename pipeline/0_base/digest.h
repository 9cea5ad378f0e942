#ifndef DIGEST_H
#define DIGEST_H

/*
 * SHA-256 (FIPS 180-4) and the short tags made from it; SM3 (GB/T 32905-2016).
 */

#include <nettle/sha2.h>
#include <stddef.h>

#define DIGEST_TEXT_SIZE 65     /* 64 hexadecimal digits and the NUL */
#define TAG_SIZE 11             /* 10 characters and the NUL */

/* SHA-256 of bytes, in small hexadecimal digits. */
char *digest_text(const void *bytes, size_t length,
    char text[DIGEST_TEXT_SIZE]);

/* The same by SM3, which is as long. */
char *digest_sm3(const void *bytes, size_t length,
    char text[DIGEST_TEXT_SIZE]);

/* SHA-256 of bytes that come in pieces. */
struct digest {
    struct sha256_ctx context;
};

void digest_begin(struct digest *digest);
void digest_add(struct digest *digest, const void *bytes, size_t length);
char *digest_end(struct digest *digest, char text[DIGEST_TEXT_SIZE]);

/*
 * A short name for a JSON Pointer that stays the same in every run: the first
 * 50 bits of its digest in base32 (RFC 4648, 6), small letters.  Word allows
 * 64 characters in the tag of a content control; two of 10,000 pointers share
 * a tag with a chance of 1 in 20 million.
 */
char *tag_from_pointer(const char *pointer, char tag[TAG_SIZE]);

#endif
