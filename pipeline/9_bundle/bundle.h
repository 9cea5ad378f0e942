#ifndef BUNDLE_H
#define BUNDLE_H

/*
 * The files of a set, written to a folder as a whole or not at all.
 *
 * Way:       every file that is new or differs goes to a temporary name in
 *            the folder first and is synced; a journal that says what is to
 *            become of which name is written and synced; then all are renamed
 *            into place in the order in which they were added (so add an
 *            index after what it links to), files of the former set that are
 *            no more go, and manifest.json comes last.  A file that would not
 *            change is not touched; one that somebody has open stays what it
 *            was for him.
 * Failure:   undone at once: the folder is as it was.
 * Kill:      before the journal is there, the former set is whole; from then
 *            on bundle_recover() and bundle_commit() make the new one whole.
 *            In between a reader of the folder sees the journal, whose name
 *            and first lines tell what to do.
 * Edits:     a file that differs from what the former manifest.json says that
 *            a run has made, or that it does not list, is somebody's: it is
 *            kept under a second name, with a finding, when a new one takes
 *            the first; so is a manifest that no run has written.
 * Removal:   only of files that the former manifest.json lists and that
 *            still have the digest it gives; others are kept, with a hint.
 * Safety:    names hold no separator, links in the folder are replaced but
 *            never followed, and one run at a time holds the folder (flock).
 * Same set, same bytes: manifest.json has neither time nor place.
 * Errors:    running out of memory is sticky until bundle_commit().
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/buffer.h"
#include "0_base/findings.h"

#define BUNDLE_MANIFEST "manifest.json"

enum bundle_change {
    BUNDLE_NEW,
    BUNDLE_CHANGED,
    BUNDLE_SAME,
    BUNDLE_REMOVED,             /* of the former set, not in this one */
    BUNDLE_KEPT,                /* the same, but edited since */
    BUNDLE_LEFT,                /* the same, of a set that has this one */
    BUNDLE_EDITED,              /* the second name of what was edited */
    BUNDLE_CHANGE_COUNT
};

/* Where the set comes from, for the manifest. */
struct bundle_origin {
    const char *program;        /* with its version */
    const char *edition;
    const char *data;           /* the data file's name, without its folder */
    const char *digest;         /* of the data file */
};

struct bundle_file {
    const char *name;
    const char *bytes;          /* borrowed; NULL where the set has none */
    size_t size;                /* 0 where the set does not have it */
    enum bundle_change change;
};

struct bundle;

/* Nothing is written before bundle_commit().  Everything is copied.  folder is
 * NULL for files that are to stay in memory.  NULL: out of memory. */
struct bundle *bundle_new(const char *folder,
    const struct bundle_origin *origin);
void bundle_free(struct bundle *bundle);        /* NULL is allowed */

/* What is added is a part of the set that is there: the other files of the
 * former manifest stay, and stay in the manifest. */
void bundle_add_to_former(struct bundle *bundle);

/* What somebody edited is replaced, with a hint, and not kept. */
void bundle_overwrite(struct bundle *bundle);

/* How large a file is that the former manifest names, made from the same data,
 * and that is there; BUNDLE_HAD_NOT of any other.  False, with a finding, where
 * that cannot be told. */
#define BUNDLE_HAD_NOT ((size_t)-1)
bool bundle_had(struct bundle *bundle, const char *name, size_t *size,
    struct findings *findings);

/* Takes the bytes and leaves the buffer empty.  Each name once, and not that
 * of the manifest. */
void bundle_add(struct bundle *bundle, const char *name,
    struct buffer *bytes);

/* The file that was added last is one whose values jixiao pull reads back; of
 * others whoever edits them is told otherwise. */
void bundle_set_pulled(struct bundle *bundle);

/* Creates the folder and those above it where they are missing.  False, with
 * a finding, if the folder is as it was. */
bool bundle_commit(struct bundle *bundle, struct findings *findings);

/* Instead of it, for files that stay in memory: makes the manifest. */
bool bundle_finish(struct bundle *bundle, struct findings *findings);

/* After bundle_commit(): what became of every file, the manifest last. */
size_t bundle_count(const struct bundle *bundle);
struct bundle_file bundle_get(const struct bundle *bundle, size_t k);
size_t bundle_count_of(const struct bundle *bundle,
    enum bundle_change change);

/* What bundle_recover() leaves in the folder of a set. */
enum bundle_former {
    BUNDLE_WHOLE,               /* one set, or none */
    BUNDLE_BROKEN,              /* of two sets; bundle_commit() mends it */
    BUNDLE_STUCK                /* of two sets, and bundle_commit() fails */
};

/* Finish what a killed run began in the folder of a set, or clear away what
 * it left, and say so; a folder that is not there is fine. */
enum bundle_former bundle_recover(const char *folder,
    struct findings *findings);

#endif
