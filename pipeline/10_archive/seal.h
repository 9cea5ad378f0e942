#ifndef SEAL_H
#define SEAL_H

/*
 * A signature or time stamp of the manifest, which lies beside it.
 *
 * Standards: manifest.p7s is CMS signed data without the content (RFC 5652,
 *            detached), DER or PEM; manifest.tsr is a response of a time
 *            stamping authority (RFC 3161), DER.
 * Trust:     a certificate counts where it comes from one of those in the file
 *            that the user names, PEM.  Without one only the bytes are looked
 *            at, and a warning says so.  A signature whose certificate has
 *            expired since is a warning, too; that of a time stamp is looked at
 *            as of the stamp's time.
 * Library:   libcrypto of OpenSSL (libcrypto.h).
 */

#include "10_archive/statement.h"
#include "10_archive/store.h"

/* Looks at both where they are there; trust is NULL without such a file.
 * What is found says who has signed and when, or what is wrong. */
void seal_check(const struct store *store, const struct statement *statement,
    const char *trust, struct findings *findings);

#endif
