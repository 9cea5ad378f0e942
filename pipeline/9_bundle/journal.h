#ifndef JOURNAL_H
#define JOURNAL_H

/*
 * The journal of a run: a file of the folder, there from before the first
 * file of a set is renamed until after the last, and what a later run does
 * with one that is still there.
 *
 *     sentences for whoever looks into the folder
 *     { ..., "files": [ { "name": "…", "size": 1, "sha256": "…",
 *                         "number": 3, "former": "…" }, … ],
 *       "edited":  [ { "name": "…", "of": "…", "number": 9 }, … ],
 *       "removed": [ { "name": "…", "former": "…" }, … ] }
 *
 * It begins as a manifest of the files that are replaced does.  number is
 * that of the file's temporary name (folder_name()), sha256 that of the bytes
 * that the name is to get, former that of those it had; "": no plain file.
 * edited are second names of what people have edited; of what is removed,
 * that with another digest than former stays.
 * Order:     all temporary files are whole and synced before the journal has
 *            its name, and each of them stays until its name has the bytes,
 *            also while a run takes back what it did: what a journal says can
 *            be finished at any moment.
 */

#include "9_bundle/bundle_items.h"
#include "9_bundle/manifest.h"

/* Its file name, which says what to do. */
const char *journal_name(void);

/* Append the text of a journal; false if memory runs out. */
bool journal_print(const struct bundle *bundle, struct buffer *out);

/* 0, and the journal, which has no tree and nothing to free where what is
 * there is none; or the errno.  text gets what is there. */
int journal_read(const struct folder *folder, struct manifest *journal,
    struct buffer *text);

enum journal_outcome {
    JOURNAL_NONE,               /* there was nothing to do */
    JOURNAL_FINISHED,           /* the set is whole; findings say so */
    JOURNAL_BROKEN,             /* files that it needs are gone */
    JOURNAL_FAILED              /* findings say why */
};

/*
 * Finish what a killed run began in the folder, which is locked, or clear
 * away what it left before it began.  A set whose journal is broken has to be
 * made again; nothing is done to it and nothing said.
 */
enum journal_outcome journal_finish(const struct folder *folder,
    struct findings *findings);

/* What a run does when every name has its bytes and the folder is synced:
 * remove temporary files and the journal, and sync again.  False, with a
 * finding, where it cannot be synced. */
bool journal_end(const struct folder *folder, struct findings *findings);

#endif
