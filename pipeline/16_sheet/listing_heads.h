#ifndef LISTING_HEADS_H
#define LISTING_HEADS_H

/*
 * The heads of an exported list: what the schema says of them, and where they
 * stand in a sheet; for listing.c.
 *
 * Heads are the same whatever white space is in them.  They may stand in more
 * than one row, below heads of groups, and other columns beside theirs.
 */

#include "16_sheet/gathering.h"
#include "16_sheet/listing.h"
#include "16_sheet/shape.h"

#define PATHS_MAX 64

/* A value of an entry, and the head that it is under. */
struct path {
    char *key;                  /* "/measure/target" */
    const char *head;
    const struct schema_node *node;
    bool is_inner;              /* of an object in the entry */
};

struct taking {
    const struct listing *listing;
    struct gathering gathering;
    struct buffer lists;        /* pointer of the object with the lists */
    const struct schema_node *node;     /* of it; NULL: there is none */
    struct path paths[PATHS_MAX];
    size_t count;
    struct block block;
    struct returned_sheet parted;       /* its sheet, with cells parted */
    struct arena arena;         /* of their texts */
    struct head {
        unsigned column;
        const char *words;
        int level;              /* from 1; 0: it is of a value */
    } heads[RETURNED_COLUMNS_MAX];
    size_t head_count;
    struct head owner;          /* what the lists are of; its words are NULL
                                   where no column says it */
    const char *owned;          /* what the first row says of that, or NULL */
    char levels[SHAPE_DEPTH_MAX + 1][8];        /* keys, by levels */
};

/* The object with lists below the listing's pointer, and the values of its
 * entries. */
void listing_find_paths(struct taking *taking);

/* Whether words are among those of a text, which has blanks between them. */
bool listing_is_among(const char *words, const char *list);

/* The first row with the heads of all levels and of more than one value, with
 * the rows around it: the first cell behind them; NULL, with a finding, where
 * no sheet has such.  What columns are not known, and that another sheet has
 * such heads, is said. */
const struct returned_cell *listing_find_heads(struct taking *taking,
    const struct returned_book *book);

/* The level that words are the head of; 0 for none. */
int listing_level_of(const struct taking *taking, const char *words);

#endif
