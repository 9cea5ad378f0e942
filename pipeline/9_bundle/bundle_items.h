#ifndef BUNDLE_ITEMS_H
#define BUNDLE_ITEMS_H

/* The members of a bundle, for the files of this folder.  bundle.c collects the
 * set, plan.c decides what is done with each name in the folder, and rename.c
 * does it. */

#include "0_base/digest.h"
#include "0_base/id_map.h"
#include "9_bundle/bundle.h"
#include "9_bundle/folder.h"
#include "9_bundle/manifest.h"

/* The manifest is the first item. */
#define MANIFEST 0

/* A larger manifest or journal was not written by this program. */
#define MANIFEST_SIZE_LIMIT (16u << 20)

/* Where former files are listed: in the manifest, and in the journal of a run
 * that could not be finished. */
enum { FORMER_MANIFEST, FORMER_JOURNAL, FORMER_COUNT };

struct item {
    char *name;
    struct buffer bytes;
    size_t size;                /* of the bytes, also where they are left out */
    char digest[DIGEST_TEXT_SIZE];  /* of the bytes; "": of a link */
    char data[DIGEST_TEXT_SIZE];    /* that it was made from; "": the set's */
    size_t source;              /* of BUNDLE_EDITED: the item that it was */
    struct folder_state state;  /* of what has the name */
    char former[DIGEST_TEXT_SIZE];  /* its digest; "": no plain file */
    const char *recorded[FORMER_COUNT];     /* its digest as made, or NULL */
    enum bundle_change change;
    bool is_pulled;             /* bundle_set_pulled() */
    bool is_left_edited;        /* BUNDLE_LEFT, but not as it was made */
    bool is_overwritten;        /* edited, and replaced all the same */
    bool is_there;              /* BUNDLE_EDITED by an earlier run */
    bool kept;                  /* the former file has a second name */
    bool is_renamed;            /* renamed, or removed */
};

/* The members of struct bundle_origin, in their order. */
enum { ORIGIN_PROGRAM, ORIGIN_EDITION, ORIGIN_DATA, ORIGIN_DIGEST,
    ORIGIN_COUNT };

struct name_of_item {
    const char *name;
    size_t item;
};

struct bundle {
    char *folder;
    char *origin[ORIGIN_COUNT];
    struct item *items;         /* the manifest, the set, what was there */
    size_t count, room;
    size_t set_count;           /* of them the manifest and the set */
    struct name_of_item *by_name;   /* of the set, in the order of the names */
    struct id_map others;       /* names of the items after the set's, which
                                   are numbered as these are */
    struct id_map files;        /* that have names of the set, by device and
                                   number */
    struct manifest former[FORMER_COUNT];
    struct manifest there;      /* what bundle_had() looks into */
    bool has_looked;            /* it has been read */
    bool is_part;               /* of the former set */
    bool overwrites;            /* what was edited, too */
    bool mends;                 /* a killed run left what cannot be finished */
    bool failed;
};

struct bundle_origin bundle_origin(const struct bundle *bundle);

/* A new item, or NULL where memory runs out; the others may move. */
struct item *bundle_add_item(struct bundle *bundle, const char *name);

/* New bytes go to the name of the item. */
bool item_is_written(const struct item *item);

/*
 * What has to become of every name, in the folder as it is: the changes of the
 * set's items, the manifest, and more items for former files and for edited
 * ones.  False with findings.
 */
bool bundle_plan(struct bundle *bundle, const struct folder *folder,
    struct findings *findings);

/* The two steps of bundle_commit().  bundle_stage() writes all new bytes under
 * temporary names, and a journal of the names they are to get; bundle_rename()
 * gives them these names.  Where one fails, the folder is as it was; false with
 * findings. */
bool bundle_stage(struct bundle *bundle, const struct folder *folder,
    struct findings *findings);
bool bundle_rename(struct bundle *bundle, const struct folder *folder,
    struct findings *findings);

#endif
