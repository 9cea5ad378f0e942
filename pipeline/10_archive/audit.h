#ifndef AUDIT_H
#define AUDIT_H

/*
 * What is in an archive, file by file, against what its manifest states.
 *
 * Memory: the list of files, and one piece of one file at a time.
 */

#include "10_archive/packet.h"
#include "10_archive/statement.h"
#include "10_archive/store.h"

enum part_state {
    PART_WHOLE,                 /* there, and every byte as it was */
    PART_CHANGED,
    PART_MISSING,
    PART_RENAMED,               /* under another name */
    PART_ADDED,                 /* not in the manifest */
    PART_UNREADABLE,
    PART_STATE_COUNT
};

enum part_rebuilt {
    PART_NOT_REBUILT,
    PART_REBUILT_SAME,
    PART_REBUILT_OTHER
};

struct part {
    const char *path;           /* borrowed from the statement or the store */
    const char *now;            /* of PART_RENAMED, else NULL */
    const struct stated *stated;        /* NULL: PART_ADDED */
    enum part_state state;
    char level[PACKET_LEVEL_SIZE];      /* of PDF/A, as it states; "" */
    enum part_rebuilt rebuilt;
};

struct audit {
    struct part *parts;         /* as the manifest has them, then added ones */
    size_t count;
};

/* Looks at every file; what differs is found.  NULL if memory runs out, which
 * is found, too.  Borrows from the store and the statement. */
struct audit *audit_make(const struct store *store,
    const struct statement *statement, struct findings *findings);
void audit_free(struct audit *audit);   /* NULL is allowed */

/* Whether the manifest is the one whose digest is beside it; what differs is
 * found. */
void audit_manifest(const struct store *store,
    const struct statement *statement, struct findings *findings);

#endif
