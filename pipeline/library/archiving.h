#ifndef ARCHIVING_H
#define ARCHIVING_H

/*
 * An archive under way: archive.c decides whether there is one and hands it
 * over, archive_former.c reads the one that it replaces, archive_files.c
 * collects what is in it, archive_manifest.c lists it; archiving.c has what one
 * that is made again needs, too.
 */

#include "10_archive/archive.h"
#include "10_archive/inventory.h"
#include "library/handles.h"
#include "library/made.h"

struct archiving {
    struct jixiao *jixiao;
    const struct jixiao_set *set;
    const struct jixiao_archive_options *options;
    struct findings *findings;
    const char *name;           /* of the folder */
    const struct made *made;
    struct archive *archive;
    struct inventory *inventory;
    struct inventory_former former;     /* name NULL: none is replaced */
    size_t errors;              /* that are open */
};

/* Verifies the archive that is replaced, if one is, and reads its manifest;
 * false with findings. */
bool archive_read_former(struct archiving *archiving);

/* Takes the name, unit and year of an archive that is replaced from the
 * attributes of an element; false where memory runs out. */
bool archive_take_former(struct archiving *archiving, xmlNodePtr element,
    const char *sha256, const char *sm3);

/* Finds one that is of another unit or year. */
void archive_compare_former(const struct archiving *archiving);

/* Adds the attachments, the set, the report, the data and what was made of
 * it; false with findings. */
bool archive_collect_made(const struct archiving *archiving);

/* Adds what these were made with, and what the user names. */
bool archive_collect_given(struct archiving *archiving);

/* How many errors are open. */
size_t archive_count_errors(const struct findings *findings);

/* Makes the record of the files that were added, the lists of their digests,
 * and the manifest; false with findings. */
bool archive_describe(struct archiving *archiving);

/* Frees what was made so far. */
void archiving_end(struct archiving *archiving);

/* The finding for that; false. */
static inline bool archiving_lacks_memory(const struct archiving *archiving)
{
    findings_out_of_memory(archiving->findings);
    return false;
}

#endif
