/* What the kinds of seals have in common: certificates and findings. */

#include <string.h>

#include "10_archive/seal_kinds.h"

void seal_report(const struct sealing *sealing, enum catalogue id,
    const char *owner, const char *detail)
{
    findings_add(sealing->findings, id, (struct place){ 0, 0 }, NULL,
        "name", sealing->name, "owner", owner, "detail", detail, NULL);
}

/* Called for each certificate of a chain. */
static int judge(int good, X509_STORE_CTX *context)
{
    struct judgement *judgement = X509_STORE_get_ex_data(
        X509_STORE_CTX_get0_store(context), 0);
    int error = X509_STORE_CTX_get_error(context);

    if (good)
        return good;
    if (error == X509_V_ERR_CERT_HAS_EXPIRED) {
        judgement->has_expired = true;
        return 1;
    }
    if (!judgement->error)
        judgement->error = error;
    return 0;
}

void seal_judge(X509_STORE *trust, struct judgement *judgement)
{
    *judgement = (struct judgement){ 0 };
    X509_STORE_set_ex_data(trust, 0, judgement);
    X509_STORE_set_verify_cb(trust, judge);
}

const char *seal_why(const struct judgement *judgement)
{
    const char *reason = ERR_reason_error_string(ERR_peek_last_error());

    if (judgement->error || !reason)
        return X509_verify_cert_error_string(judgement->error);
    return reason;
}

/* GB/T 32905-2016 has 256 bits; 224 are the least that nobody advises against
 * (NIST SP 800-131A). */
#define DIGEST_BYTES_MIN 28

bool seal_is_weak(const struct sealing *sealing, const X509_ALGOR *digest,
    const char *owner)
{
    const ASN1_OBJECT *object = NULL;

    X509_ALGOR_get0(&object, NULL, NULL, digest);
    const EVP_MD *known = EVP_get_digestbyobj(object);
    bool is_weak = known && EVP_MD_get_size(known) < DIGEST_BYTES_MIN;
    if (is_weak)
        seal_report(sealing, CATALOGUE_SEAL_WEAK, owner,
            EVP_MD_get0_name(known));
    return is_weak;
}

/* Signed data of GM/T 0010-2012, and signing with SM2 by its names there and in
 * GM/T 0006-2012: what begins with these. */
bool seal_is_sm2(const ASN1_OBJECT *object)
{
    static const char *const arcs[] = { "1.2.156.10197.6.1.4.2.",
        "1.2.156.10197.1.301", "1.2.156.10197.1.501" };
    char text[64];

    if (OBJ_obj2txt(text, sizeof text, object, 1) <= 0)
        return false;
    for (size_t k = 0; k < sizeof arcs / sizeof *arcs; k++)
        if (strncmp(text, arcs[k], strlen(arcs[k])) == 0)
            return true;
    return false;
}

void seal_print_owner(X509 *certificate, struct buffer *out)
{
    BIO *text = BIO_new(BIO_s_mem());
    char *bytes;

    if (!text || X509_NAME_print_ex(text, X509_get_subject_name(certificate),
            0, XN_FLAG_ONELINE & ~(unsigned long)ASN1_STRFLGS_ESC_MSB) < 0) {
        out->failed = true;
    } else {
        long length = BIO_get_mem_data(text, &bytes);
        buffer_add(out, bytes, (size_t)length);
    }
    BIO_free(text);
}
