/* The seals of an archive, and what they have in common. */

#include "10_archive/seal.h"

#include <errno.h>

#include "0_base/fault.h"
#include "10_archive/seal_kinds.h"

#define SEAL_SIZE_MAX (1u << 20)        /* bytes */

static const struct place nowhere = { 0, 0 };

/* The certificates that the user trusts; NULL, with a finding, where the file
 * has none. */
static X509_STORE *open_trust(const char *path, struct findings *findings)
{
    X509_STORE *trust = X509_STORE_new();

    if (!trust) {
        findings_out_of_memory(findings);
        return NULL;
    }
    if (X509_STORE_load_file(trust, path) == 1)
        return trust;
    findings_add(findings, CATALOGUE_TRUST_UNUSABLE, nowhere, NULL,
        "name", path, NULL);
    X509_STORE_free(trust);
    return NULL;
}

static bool load_seal(const struct store *store, const char *name,
    struct buffer *bytes, struct findings *findings)
{
    const struct stored *stored = store_find(store, name);
    char reason[FAULT_TEXT_SIZE];

    if (!stored)
        return false;
    int fault = stored->kind == STORED_FILE
        ? store_load(store, stored, SEAL_SIZE_MAX, bytes) : EFBIG;
    if (fault == ENOMEM)
        findings_out_of_memory(findings);
    else if (fault == EFBIG || fault == EBADMSG)
        findings_add(findings, CATALOGUE_SEAL_MALFORMED, nowhere, NULL,
            "name", name, NULL);
    else if (fault)
        findings_add(findings, CATALOGUE_ARCHIVE_PART_UNREADABLE, nowhere,
            NULL, "name", name, "reason", fault_text(fault, reason), NULL);
    return !fault;
}

static void check(const struct store *store, const char *name,
    void (*check_kind)(const struct sealing *), struct sealing sealing)
{
    struct buffer seal = BUFFER_EMPTY;

    sealing.name = name;
    sealing.seal = &seal;
    if (load_seal(store, name, &seal, sealing.findings))
        check_kind(&sealing);
    ERR_clear_error();
    buffer_free(&seal);
}

void seal_check(const struct store *store, const struct statement *statement,
    const char *trust, struct findings *findings)
{
    bool has_any = store_find(store, ARCHIVE_SIGNATURE)
        || store_find(store, ARCHIVE_TIME_STAMP);
    struct sealing sealing = { .manifest = &statement->text,
        .findings = findings };

    if (trust && !has_any)
        findings_add(findings, CATALOGUE_SEAL_NONE, nowhere, NULL, NULL);
    if (!has_any || !libcrypto_open(findings))
        return;
    if (trust && !(sealing.trust = open_trust(trust, findings)))
        return;
    check(store, ARCHIVE_SIGNATURE, signature_check, sealing);
    check(store, ARCHIVE_TIME_STAMP, stamp_check, sealing);
    X509_STORE_free(sealing.trust);
}
