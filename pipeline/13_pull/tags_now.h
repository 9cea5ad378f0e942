#ifndef TAGS_NOW_H
#define TAGS_NOW_H

/*
 * What the tags of a returned file stand for in the data as it is now, where
 * entries of lists have come, gone or were moved since: an entry is the one of
 * the same key (x-key) or, where there is none of that key, the one in its
 * place that nothing else in the file is and most of whose values are the
 * same, for its key may have been corrected.
 *
 * Trust:     what a row says of its tag is believed where the tag is that of
 *            its pointer, and the path fits that.
 * Ownership: rows and the model are borrowed, and so are tags that are handed
 *            out; tags_now_free() frees the rest.
 */

#include <libxml/tree.h>
#include <stdbool.h>

#include "0_base/id_map.h"
#include "13_pull/page_model.h"

/* An entry that the file names and that the data no longer has. */
struct gone_entry {
    char *key;
    size_t values;              /* in it, that the file has */
};

struct tags_now {
    struct id_map tags;
    const char **list;          /* by their numbers; NULL: it is gone */
    struct id_map moved_tags;   /* as they are now, of moved entries */
    size_t room;
    struct gone_entry *gone;
    size_t gone_count;
    bool moved;                 /* an entry is in another place now */
    bool lies;                  /* a tag is not that of its pointer */
};

#define TAGS_NOW_EMPTY { .list = NULL }

/* values may be NULL.  Those made of the data as it is now, by its digest, are
 * where they were.  False if memory runs out. */
bool tags_now_read(struct tags_now *tags, xmlNodePtr values,
    const char *digest, xmlDocPtr submission, const struct model *model);
void tags_now_free(struct tags_now *tags);

/* The tag of the same value now: mostly itself; NULL where its entry is
 * gone. */
const char *tags_now_find(const struct tags_now *tags, const char *tag);

/* Whether the value that has a tag now is in an entry that was moved. */
bool tags_now_has_moved(const struct tags_now *tags, const char *tag);

#endif
