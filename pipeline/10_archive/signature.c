/* manifest.p7s: who has signed the manifest (RFC 5652). */

#include "10_archive/seal_kinds.h"

static BIO *open_bytes(const struct buffer *bytes)
{
    return BIO_new_mem_buf(buffer_string(bytes), (int)bytes->length);
}

/* DER, or else PEM; NULL where it is neither. */
static CMS_ContentInfo *read_signature(const struct buffer *bytes)
{
    BIO *in = open_bytes(bytes);
    CMS_ContentInfo *cms = in ? d2i_CMS_bio(in, NULL) : NULL;

    BIO_free(in);
    if (cms)
        return cms;
    in = open_bytes(bytes);
    cms = in ? PEM_read_bio_CMS(in, NULL, NULL, NULL) : NULL;
    BIO_free(in);
    return cms;
}

/* Of one who has signed at least. */
static bool is_sm2(CMS_ContentInfo *cms)
{
    STACK_OF(CMS_SignerInfo) *signers = CMS_get0_SignerInfos(cms);
    bool found = seal_is_sm2(CMS_get0_type(cms));

    for (int k = 0; !found && k < sk_CMS_SignerInfo_num(signers); k++) {
        X509_ALGOR *signing = NULL;
        const ASN1_OBJECT *object = NULL;
        CMS_SignerInfo_get0_algs(sk_CMS_SignerInfo_value(signers, k), NULL,
            NULL, NULL, &signing);
        X509_ALGOR_get0(&object, NULL, NULL, signing);
        found = seal_is_sm2(object);
    }
    return found;
}

/* Signed data without the content: that is the manifest and nothing else. */
static bool is_detached(CMS_ContentInfo *cms)
{
    return OBJ_obj2nid(CMS_get0_type(cms)) == NID_pkcs7_signed
        && CMS_is_detached(cms) == 1
        && sk_CMS_SignerInfo_num(CMS_get0_SignerInfos(cms)) > 0;
}

static bool verify(const struct sealing *sealing, CMS_ContentInfo *cms,
    X509_STORE *trust)
{
    BIO *content = open_bytes(sealing->manifest);

    ERR_clear_error();
    bool good = content && CMS_verify(cms, NULL, trust, content, NULL,
        CMS_BINARY | (trust ? 0 : CMS_NO_SIGNER_CERT_VERIFY)) == 1;

    BIO_free(content);
    return good;
}

/* The names of all who have signed. */
static void print_owners(CMS_ContentInfo *cms, struct buffer *out)
{
    STACK_OF(X509) *signers = CMS_get0_signers(cms);

    for (int k = 0; k < sk_X509_num(signers); k++) {
        buffer_add_string(out, k > 0 ? "; " : "");
        seal_print_owner(sk_X509_value(signers, k), out);
    }
    sk_X509_free(signers);
}

/* A signature is as good as the digest that it is of. */
static void check_digests(const struct sealing *sealing,
    CMS_ContentInfo *cms, const char *owners)
{
    STACK_OF(CMS_SignerInfo) *signers = CMS_get0_SignerInfos(cms);
    bool is_weak = false;

    for (int k = 0; !is_weak && k < sk_CMS_SignerInfo_num(signers); k++) {
        X509_ALGOR *digest = NULL;
        CMS_SignerInfo_get0_algs(sk_CMS_SignerInfo_value(signers, k), NULL,
            NULL, &digest, NULL);
        is_weak = seal_is_weak(sealing, digest, owners);
    }
}

/* The bytes fit; now whose certificate it is. */
static void judge(const struct sealing *sealing, CMS_ContentInfo *cms,
    const char *owners)
{
    struct judgement judgement;

    if (!sealing->trust) {
        seal_report(sealing, CATALOGUE_SEAL_UNTRUSTED, owners, "");
        return;
    }
    seal_judge(sealing->trust, &judgement);
    X509_STORE_set_purpose(sealing->trust, X509_PURPOSE_ANY);
    if (!verify(sealing, cms, sealing->trust))
        seal_report(sealing, CATALOGUE_SEAL_CERTIFICATE, owners,
            seal_why(&judgement));
    else if (judgement.has_expired)
        seal_report(sealing, CATALOGUE_SEAL_EXPIRED, owners, "");
    else
        seal_report(sealing, CATALOGUE_SIGNATURE_FITS, owners, "");
}

void signature_check(const struct sealing *sealing)
{
    CMS_ContentInfo *cms = read_signature(sealing->seal);
    struct buffer owners = BUFFER_EMPTY;

    if (cms && is_sm2(cms)) {
        seal_report(sealing, CATALOGUE_SEAL_UNCHECKED, "", "");
    } else if (!cms || !is_detached(cms)) {
        seal_report(sealing, CATALOGUE_SEAL_MALFORMED, "", "");
    } else if (!verify(sealing, cms, NULL)) {
        seal_report(sealing, ERR_GET_REASON(ERR_peek_error())
            == CMS_R_SIGNER_CERTIFICATE_NOT_FOUND
            ? CATALOGUE_SEAL_WITHOUT_CERTIFICATE : CATALOGUE_SEAL_DIFFERS,
            "", "");
    } else {
        print_owners(cms, &owners);
        if (owners.failed) {
            findings_out_of_memory(sealing->findings);
        } else {
            check_digests(sealing, cms, buffer_string(&owners));
            judge(sealing, cms, buffer_string(&owners));
        }
    }
    buffer_free(&owners);
    CMS_ContentInfo_free(cms);
}
