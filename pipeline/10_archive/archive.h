#ifndef ARCHIVE_H
#define ARCHIVE_H

/*
 * The files of an archive: what an archivist keeps of a set for thirty years.
 *
 *     manifest.xml            every other file with its digests, and what is
 *                             registered (schemas/common/archive.rng)
 *     manifest.xml.sha256     its own digest, as sha256sum prints it
 *     files.sha256, files.sm3 the digests of all others but the manifest, as
 *                             tools of the system check them
 *     备考表.pdf               the same on paper
 *     附件/                    each attachment, the set, the check report
 *     数据/                    the data as it was, and what was made of it
 *     规则/                    schemas/ and stylesheets/ that it was made with
 *     补充/                    what else belongs to it, such as signed scans
 *
 * Paths:     from the archive's folder on, with "/"; the ZIP has the same, with
 *            no folder around them.
 * Ownership: archive_new() gives the caller the archive, which owns its files.
 * Errors:    running out of memory is sticky until archive_write().
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "0_base/buffer.h"
#include "0_base/digest.h"
#include "0_base/findings.h"
#include "0_base/id_map.h"

#define ARCHIVE_MANIFEST "manifest.xml"
#define ARCHIVE_MANIFEST_DIGEST "manifest.xml.sha256"
#define ARCHIVE_SHA256_LIST "files.sha256"      /* for sha256sum -c */
#define ARCHIVE_SM3_LIST "files.sm3"    /* for cksum -c, coreutils 9 */
#define ARCHIVE_SIGNATURE "manifest.p7s"        /* CMS, detached */
#define ARCHIVE_TIME_STAMP "manifest.tsr"       /* RFC 3161 */

/* In the order of the folders above. */
enum archive_role {
    ARCHIVE_RECORD,
    ARCHIVE_ATTACHMENT,
    ARCHIVE_SET,
    ARCHIVE_REPORT,
    ARCHIVE_DATA,
    ARCHIVE_PREVIOUS,
    ARCHIVE_SUBMISSION,
    ARCHIVE_DOCUMENT,
    ARCHIVE_RULE,
    ARCHIVE_ADDED,
    ARCHIVE_DIGESTS,
    ARCHIVE_ROLE_COUNT
};

/* As the manifest has it. */
const char *archive_role_name(enum archive_role role);

/* By the ending of a path; "application/octet-stream" where it is unknown. */
const char *archive_media_type(const char *path);

struct archive_file {
    enum archive_role role;
    char *path;
    char *title;                /* NULL: none */
    size_t pages;               /* 0: not known */
    struct buffer bytes;        /* empty where only the file is listed */
    uint64_t size;              /* of the bytes, also where it is listed */
    char sha256[DIGEST_TEXT_SIZE], sm3[DIGEST_TEXT_SIZE];
};

struct archive {
    struct archive_file *files;
    size_t count, room;
    struct id_map paths;        /* in small letters, numbered like the files */
    struct buffer manifest;     /* empty until archive_seal() */
    struct buffer digest;       /* manifest.xml.sha256 */
    bool failed;
};

/* What is to be added. */
struct archive_source {
    enum archive_role role;
    const char *name;           /* in the folder of its role, may have "/" */
    const char *title;          /* NULL: none */
    size_t pages;
};

struct archive *archive_new(void);              /* NULL: out of memory */
void archive_free(struct archive *archive);     /* NULL is allowed */

/* Takes the bytes and leaves the buffer empty.  False, with a finding, where
 * there is a file of that path already, however its letters are cased. */
bool archive_add(struct archive *archive, const struct archive_source *source,
    struct buffer *bytes, struct findings *findings);

/* The same of a file that is elsewhere and is only listed. */
struct archive_listed {
    uint64_t size;
    const char *sha256, *sm3;
};

bool archive_list(struct archive *archive, const struct archive_source *source,
    const struct archive_listed *listed, struct findings *findings);

/* NULL where there is none of that path. */
const struct archive_file *archive_find(const struct archive *archive,
    const char *path);

/* Adds the lists of digests of all files so far. */
bool archive_add_digests(struct archive *archive, struct findings *findings);

/* Takes the manifest, which lists all files that were added. */
void archive_seal(struct archive *archive, struct buffer *manifest);

/* Where an archive goes: a new folder, and maybe a ZIP beside it. */
struct archive_target {
    const char *folder;         /* made where it is missing */
    const char *name;           /* of the new folder in it */
    bool zip;                   /* <name>.zip, too */
};

/* Whether nothing is there yet but, maybe, a file called like the ZIP; false
 * with a finding. */
bool archive_is_free(const struct archive_target *target,
    struct findings *findings);

/* Writes all of it or nothing; false with a finding.  A ZIP of the same bytes
 * may be there, as a run leaves it that is killed between its two names. */
bool archive_write(const struct archive *archive,
    const struct archive_target *target, struct findings *findings);

/* All of it as a ZIP (APPNOTE 6.3), stored, without times; the same files give
 * the same bytes.  False where that takes more than 4 GiB, or where memory ran
 * out, and then out has failed. */
bool archive_print_zip(const struct archive *archive, struct buffer *out);

#endif
