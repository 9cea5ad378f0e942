/* manifest.tsr: when the manifest was there at the latest (RFC 3161). */

#include <stdio.h>
#include <time.h>

#include "10_archive/seal_kinds.h"

#define DAY_SECONDS 86400
#define TIME_SIZE 64

/* The stamp is of these bytes, and the certificates of it are good where it is
 * asked for. */
static bool verify(const struct sealing *sealing, TS_RESP *response,
    X509_STORE *trust)
{
    TS_VERIFY_CTX *context = TS_VERIFY_CTX_new();
    BIO *content = BIO_new_mem_buf(buffer_string(sealing->manifest),
        (int)sealing->manifest->length);
    bool good = false;

    if (context && content) {
        TS_VERIFY_CTX_set_flags(context, TS_VFY_VERSION | TS_VFY_DATA
            | (trust ? TS_VFY_SIGNATURE : 0));
        TS_VERIFY_CTX_set_data(context, content);
        content = NULL;                 /* the context frees it */
        if (trust && X509_STORE_up_ref(trust) == 1)
            TS_VERIFY_CTX_set_store(context, trust);
        good = TS_RESP_verify_response(context, response) == 1;
    }
    BIO_free(content);
    TS_VERIFY_CTX_free(context);
    return good;
}

/* Whether the stamp is signed by the certificate that it brings, whoever that
 * is of; what it is where it is not. */
static bool is_signed(TS_RESP *response, enum catalogue *fault)
{
    ERR_clear_error();
    bool good = PKCS7_verify(TS_RESP_get_token(response), NULL, NULL, NULL,
        NULL, PKCS7_NOVERIFY) == 1;
    *fault = ERR_GET_REASON(ERR_peek_error())
        == PKCS7_R_SIGNER_CERTIFICATE_NOT_FOUND
        ? CATALOGUE_SEAL_WITHOUT_CERTIFICATE : CATALOGUE_SEAL_DIFFERS;
    return good;
}

static bool is_sm2(TS_RESP *response)
{
    STACK_OF(PKCS7_SIGNER_INFO) *signers = PKCS7_get_signer_info(
        TS_RESP_get_token(response));
    X509_ALGOR *signing = NULL;
    const ASN1_OBJECT *object = NULL;

    if (sk_PKCS7_SIGNER_INFO_num(signers) < 1)
        return false;
    PKCS7_SIGNER_INFO_get0_algs(sk_PKCS7_SIGNER_INFO_value(signers, 0), NULL,
        NULL, &signing);
    X509_ALGOR_get0(&object, NULL, NULL, signing);
    return seal_is_sm2(object);
}

static void print_owner(TS_RESP *response, struct buffer *out)
{
    STACK_OF(X509) *signers = PKCS7_get0_signers(TS_RESP_get_token(response),
        NULL, 0);

    if (sk_X509_num(signers) > 0)
        seal_print_owner(sk_X509_value(signers, 0), out);
    sk_X509_free(signers);
}

/* The time of the stamp as certificates are judged by; false if it has none. */
static bool time_of(TS_RESP *response, time_t *seconds, char text[TIME_SIZE])
{
    const TS_TST_INFO *info = TS_RESP_get_tst_info(response);
    const ASN1_GENERALIZEDTIME *at = info ? TS_TST_INFO_get_time(info) : NULL;
    ASN1_TIME *epoch = ASN1_TIME_set(NULL, 0);
    struct tm parts;
    int days, rest;
    bool good = at && epoch && ASN1_TIME_diff(&days, &rest, epoch, at) == 1
        && ASN1_TIME_to_tm(at, &parts) == 1;

    ASN1_TIME_free(epoch);
    if (!good)
        return false;
    *seconds = (time_t)days * DAY_SECONDS + rest;
    strftime(text, TIME_SIZE, "%Y-%m-%d %H:%M:%S UTC", &parts);
    return true;
}

/* A stamp is of a digest of the manifest, and is signed by one of its own. */
static void check_digests(const struct sealing *sealing, TS_RESP *response,
    const char *owner)
{
    TS_MSG_IMPRINT *imprint = TS_TST_INFO_get_msg_imprint(
        TS_RESP_get_tst_info(response));
    STACK_OF(PKCS7_SIGNER_INFO) *signers = PKCS7_get_signer_info(
        TS_RESP_get_token(response));
    X509_ALGOR *digest = NULL;

    if (seal_is_weak(sealing, TS_MSG_IMPRINT_get_algo(imprint), owner)
        || sk_PKCS7_SIGNER_INFO_num(signers) < 1)
        return;
    PKCS7_SIGNER_INFO_get0_algs(sk_PKCS7_SIGNER_INFO_value(signers, 0), NULL,
        &digest, NULL);
    seal_is_weak(sealing, digest, owner);
}

static void judge(const struct sealing *sealing, TS_RESP *response,
    const char *owner)
{
    struct judgement judgement;
    char text[TIME_SIZE];
    time_t seconds;

    if (!time_of(response, &seconds, text)) {
        seal_report(sealing, CATALOGUE_SEAL_MALFORMED, "", "");
        return;
    }
    if (!sealing->trust) {
        seal_report(sealing, CATALOGUE_STAMP_UNTRUSTED, owner, text);
        return;
    }
    seal_judge(sealing->trust, &judgement);
    X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(sealing->trust), seconds);
    if (!verify(sealing, response, sealing->trust))
        seal_report(sealing, CATALOGUE_SEAL_CERTIFICATE, owner,
            seal_why(&judgement));
    else if (judgement.has_expired)
        seal_report(sealing, CATALOGUE_SEAL_CERTIFICATE, owner,
            X509_verify_cert_error_string(X509_V_ERR_CERT_HAS_EXPIRED));
    else
        seal_report(sealing, CATALOGUE_STAMP_FITS, owner, text);
}

void stamp_check(const struct sealing *sealing)
{
    BIO *in = BIO_new_mem_buf(buffer_string(sealing->seal),
        (int)sealing->seal->length);
    TS_RESP *response = in ? d2i_TS_RESP_bio(in, NULL) : NULL;
    enum catalogue fault = CATALOGUE_SEAL_DIFFERS;
    struct buffer owner = BUFFER_EMPTY;

    if (!response || !TS_RESP_get_token(response)) {
        seal_report(sealing, CATALOGUE_SEAL_MALFORMED, "", "");
    } else if (is_sm2(response)) {
        seal_report(sealing, CATALOGUE_SEAL_UNCHECKED, "", "");
    } else if (!verify(sealing, response, NULL)
        || !is_signed(response, &fault)) {
        seal_report(sealing, fault, "", "");
    } else {
        print_owner(response, &owner);
        if (owner.failed) {
            findings_out_of_memory(sealing->findings);
        } else {
            check_digests(sealing, response, buffer_string(&owner));
            judge(sealing, response, buffer_string(&owner));
        }
    }
    buffer_free(&owner);
    TS_RESP_free(response);
    BIO_free(in);
}
