#ifndef JIXIAO_VERIFICATION_H
#define JIXIAO_VERIFICATION_H

/* Archives that are read back. */

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

enum jixiao_part_state {
    JIXIAO_PART_WHOLE,          /* there, and every byte as it was */
    JIXIAO_PART_CHANGED,
    JIXIAO_PART_MISSING,
    JIXIAO_PART_RENAMED,        /* there, under another name */
    JIXIAO_PART_ADDED,          /* not in the manifest */
    JIXIAO_PART_UNREADABLE,
    JIXIAO_PART_STATE_COUNT
};

/* What came of making a file again. */
enum jixiao_part_rebuilt {
    JIXIAO_PART_NOT_REBUILT,
    JIXIAO_PART_REBUILT_SAME,   /* every byte as in the archive */
    JIXIAO_PART_REBUILT_OTHER
};

/* A file of an archive. */
struct jixiao_part {
    const char *path;           /* in the archive, its steps parted by "/" */
    const char *now;            /* JIXIAO_PART_RENAMED: its path now, or NULL */
    enum jixiao_part_state state;
    const char *pdf_level;      /* "1B", as a PDF states it; NULL */
    enum jixiao_part_rebuilt rebuilt;
};

struct jixiao_archive_check {
    const char *trust;          /* a file of certificates (PEM), by which
                                   signatures and time stamps are judged; NULL:
                                   only whether they fit is looked at */
    bool rebuild;               /* of an archive that is whole, make all
                                   files but those that were given again from
                                   the data and rules in it, and compare them;
                                   fonts are found as jixiao_set_paper() says */
};

/*
 * Read back an archive, a folder or a ZIP file of jixiao archive, without
 * trusting it: whether all files are there and unchanged, none is there
 * besides, PDF files state their level, and a signature (manifest.p7s) or time
 * stamp (manifest.tsr) fits.  Nothing is unpacked or written.  What differs is
 * findings of JIXIAO_ERROR, what cannot be read of JIXIAO_SYSTEM; NULL where
 * there is no manifest to compare with.  Freed with
 * jixiao_verification_free(), NULL allowed.
 */
JIXIAO_API struct jixiao_verification *jixiao_archive_verify(
    struct jixiao *jixiao, const char *path,
    const struct jixiao_archive_check *check,
    struct jixiao_findings *findings);
JIXIAO_API void jixiao_verification_free(
    struct jixiao_verification *verification);

/* In the manifest's order, then what is added; false after the last. */
JIXIAO_API bool jixiao_verification_get(
    const struct jixiao_verification *verification, size_t k,
    struct jixiao_part *part);

#ifdef __cplusplus
}
#endif

#endif
