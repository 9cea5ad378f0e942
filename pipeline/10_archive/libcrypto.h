#ifndef LIBCRYPTO_H
#define LIBCRYPTO_H

/*
 * libcrypto of OpenSSL, opened when there is a seal to look at (0_base/late.h).
 */

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/cms.h>    /* behind pem.h, which it looks for */
#include <openssl/pkcs7.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

#include "0_base/late.h"

#define LIBCRYPTO_CALLS(CALL) \
    CALL(ASN1_TIME_diff) CALL(ASN1_TIME_free) CALL(ASN1_TIME_set) \
    CALL(ASN1_TIME_to_tm) CALL(BIO_ctrl) CALL(BIO_free) CALL(BIO_new) \
    CALL(BIO_new_mem_buf) CALL(BIO_s_mem) CALL(CMS_ContentInfo_free) \
    CALL(CMS_SignerInfo_get0_algs) CALL(CMS_get0_SignerInfos) \
    CALL(CMS_get0_signers) CALL(CMS_get0_type) CALL(CMS_is_detached) \
    CALL(CMS_verify) CALL(ERR_clear_error) CALL(ERR_peek_error) \
    CALL(ERR_peek_last_error) CALL(ERR_reason_error_string) \
    CALL(EVP_MD_get0_name) CALL(EVP_MD_get_size) CALL(EVP_get_digestbyname) \
    CALL(OBJ_nid2sn) CALL(OBJ_obj2nid) CALL(OBJ_obj2txt) \
    CALL(OPENSSL_sk_free) CALL(OPENSSL_sk_num) CALL(OPENSSL_sk_value) \
    CALL(PEM_read_bio_CMS) CALL(PKCS7_SIGNER_INFO_get0_algs) \
    CALL(PKCS7_get0_signers) CALL(PKCS7_get_signer_info) CALL(PKCS7_verify) \
    CALL(TS_MSG_IMPRINT_get_algo) CALL(TS_RESP_free) CALL(TS_RESP_get_token) \
    CALL(TS_RESP_get_tst_info) CALL(TS_RESP_verify_response) \
    CALL(TS_TST_INFO_get_msg_imprint) CALL(TS_TST_INFO_get_time) \
    CALL(TS_VERIFY_CTX_free) CALL(TS_VERIFY_CTX_new) \
    CALL(TS_VERIFY_CTX_set_data) CALL(TS_VERIFY_CTX_set_flags) \
    CALL(TS_VERIFY_CTX_set_store) CALL(X509_ALGOR_get0) \
    CALL(X509_NAME_print_ex) CALL(X509_STORE_CTX_get0_store) \
    CALL(X509_STORE_CTX_get_error) CALL(X509_STORE_free) \
    CALL(X509_STORE_get0_param) CALL(X509_STORE_get_ex_data) \
    CALL(X509_STORE_load_file) CALL(X509_STORE_new) \
    CALL(X509_STORE_set_ex_data) CALL(X509_STORE_set_purpose) \
    CALL(X509_STORE_set_verify_cb) CALL(X509_STORE_up_ref) \
    CALL(X509_VERIFY_PARAM_set_time) CALL(X509_get_subject_name) \
    CALL(X509_verify_cert_error_string) CALL(d2i_CMS_bio) \
    CALL(d2i_TS_RESP_bio)

extern struct libcrypto_calls {
    LIBCRYPTO_CALLS(LATE_MEMBER)
} libcrypto;

#define ASN1_TIME_diff libcrypto.ASN1_TIME_diff
#define ASN1_TIME_free libcrypto.ASN1_TIME_free
#define ASN1_TIME_set libcrypto.ASN1_TIME_set
#define ASN1_TIME_to_tm libcrypto.ASN1_TIME_to_tm
#define BIO_ctrl libcrypto.BIO_ctrl
#define BIO_free libcrypto.BIO_free
#define BIO_new libcrypto.BIO_new
#define BIO_new_mem_buf libcrypto.BIO_new_mem_buf
#define BIO_s_mem libcrypto.BIO_s_mem
#define CMS_ContentInfo_free libcrypto.CMS_ContentInfo_free
#define CMS_SignerInfo_get0_algs libcrypto.CMS_SignerInfo_get0_algs
#define CMS_get0_SignerInfos libcrypto.CMS_get0_SignerInfos
#define CMS_get0_signers libcrypto.CMS_get0_signers
#define CMS_get0_type libcrypto.CMS_get0_type
#define CMS_is_detached libcrypto.CMS_is_detached
#define CMS_verify libcrypto.CMS_verify
#define ERR_clear_error libcrypto.ERR_clear_error
#define ERR_peek_error libcrypto.ERR_peek_error
#define ERR_peek_last_error libcrypto.ERR_peek_last_error
#define ERR_reason_error_string libcrypto.ERR_reason_error_string
#define EVP_MD_get0_name libcrypto.EVP_MD_get0_name
#define EVP_MD_get_size libcrypto.EVP_MD_get_size
#define EVP_get_digestbyname libcrypto.EVP_get_digestbyname
#define OBJ_nid2sn libcrypto.OBJ_nid2sn
#define OBJ_obj2nid libcrypto.OBJ_obj2nid
#define OBJ_obj2txt libcrypto.OBJ_obj2txt
#define OPENSSL_sk_free libcrypto.OPENSSL_sk_free
#define OPENSSL_sk_num libcrypto.OPENSSL_sk_num
#define OPENSSL_sk_value libcrypto.OPENSSL_sk_value
#define PEM_read_bio_CMS libcrypto.PEM_read_bio_CMS
#define PKCS7_SIGNER_INFO_get0_algs libcrypto.PKCS7_SIGNER_INFO_get0_algs
#define PKCS7_get0_signers libcrypto.PKCS7_get0_signers
#define PKCS7_get_signer_info libcrypto.PKCS7_get_signer_info
#define PKCS7_verify libcrypto.PKCS7_verify
#define TS_MSG_IMPRINT_get_algo libcrypto.TS_MSG_IMPRINT_get_algo
#define TS_RESP_free libcrypto.TS_RESP_free
#define TS_RESP_get_token libcrypto.TS_RESP_get_token
#define TS_RESP_get_tst_info libcrypto.TS_RESP_get_tst_info
#define TS_RESP_verify_response libcrypto.TS_RESP_verify_response
#define TS_TST_INFO_get_msg_imprint libcrypto.TS_TST_INFO_get_msg_imprint
#define TS_TST_INFO_get_time libcrypto.TS_TST_INFO_get_time
#define TS_VERIFY_CTX_free libcrypto.TS_VERIFY_CTX_free
#define TS_VERIFY_CTX_new libcrypto.TS_VERIFY_CTX_new
#define TS_VERIFY_CTX_set_data libcrypto.TS_VERIFY_CTX_set_data
#define TS_VERIFY_CTX_set_flags libcrypto.TS_VERIFY_CTX_set_flags
#define TS_VERIFY_CTX_set_store libcrypto.TS_VERIFY_CTX_set_store
#define X509_ALGOR_get0 libcrypto.X509_ALGOR_get0
#define X509_NAME_print_ex libcrypto.X509_NAME_print_ex
#define X509_STORE_CTX_get0_store libcrypto.X509_STORE_CTX_get0_store
#define X509_STORE_CTX_get_error libcrypto.X509_STORE_CTX_get_error
#define X509_STORE_free libcrypto.X509_STORE_free
#define X509_STORE_get0_param libcrypto.X509_STORE_get0_param
#define X509_STORE_get_ex_data libcrypto.X509_STORE_get_ex_data
#define X509_STORE_load_file libcrypto.X509_STORE_load_file
#define X509_STORE_new libcrypto.X509_STORE_new
#define X509_STORE_set_ex_data libcrypto.X509_STORE_set_ex_data
#define X509_STORE_set_purpose libcrypto.X509_STORE_set_purpose
#define X509_STORE_set_verify_cb libcrypto.X509_STORE_set_verify_cb
#define X509_STORE_up_ref libcrypto.X509_STORE_up_ref
#define X509_VERIFY_PARAM_set_time libcrypto.X509_VERIFY_PARAM_set_time
#define X509_get_subject_name libcrypto.X509_get_subject_name
#define X509_verify_cert_error_string libcrypto.X509_verify_cert_error_string
#define d2i_CMS_bio libcrypto.d2i_CMS_bio
#define d2i_TS_RESP_bio libcrypto.d2i_TS_RESP_bio

/* Before any other function of the list; false, with a finding, where libcrypto
 * cannot be used. */
bool libcrypto_open(struct findings *findings);

#endif
