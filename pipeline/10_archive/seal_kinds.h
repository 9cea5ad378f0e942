#ifndef SEAL_KINDS_H
#define SEAL_KINDS_H

/*
 * The two kinds of seals; for seal.c.
 */

#include <stdbool.h>

#include "0_base/buffer.h"
#include "0_base/findings.h"
#include "10_archive/libcrypto.h"

/* What a seal is about, and by whose certificates it is judged. */
struct sealing {
    const struct buffer *manifest, *seal;       /* their bytes */
    X509_STORE *trust;          /* NULL: nobody's */
    const char *name;           /* of the file of the seal */
    struct findings *findings;
};

/* How certificates were judged; the answer of the store's callback. */
struct judgement {
    int error;                  /* X509_V_..., the first */
    bool has_expired;
};

void signature_check(const struct sealing *sealing);
void stamp_check(const struct sealing *sealing);

/* Notes what is wrong with certificates that are looked at from now on; that
 * one has expired does not count. */
void seal_judge(X509_STORE *trust, struct judgement *judgement);

/* Why a certificate does not count, in OpenSSL's words. */
const char *seal_why(const struct judgement *judgement);

/* A warning, and true, where a digest is so short that another text of the same
 * one can be made: SHA-1, MD5. */
bool seal_is_weak(const struct sealing *sealing, const X509_ALGOR *digest,
    const char *owner);

/* Whether a kind of content or a way of signing is of those with SM2, which
 * libcrypto does not check in signatures. */
bool seal_is_sm2(const ASN1_OBJECT *object);

/* The name of a certificate's owner as a line of text. */
void seal_print_owner(X509 *certificate, struct buffer *out);

/* A finding about the seal: its file, its owner, and what else there is. */
void seal_report(const struct sealing *sealing, enum catalogue id,
    const char *owner, const char *detail);

#endif
