#ifndef PULL_READING_H
#define PULL_READING_H

/*
 * The words of a returned file: which values of the set are in them, as it is
 * now, and where in them a person has put what is no words.
 *
 * Ownership: the model and tags are borrowed; reading_free() frees the rest.
 */

#include "13_pull/page_model.h"
#include "13_pull/returned.h"
#include "13_pull/tags_now.h"

struct reading {
    const struct model *model;
    const struct tags_now *tags;
    struct wording words;
    bool by_marks;              /* as word_reader's */
    bool has_tags;              /* there is a control with a tag of the set */
    size_t gone, unknown;       /* values of entries that the set no longer
                                   has, and others whose tags look like one */
    size_t unread_at;           /* the line of the first one that has no
                                   words, or WORDING_NONE */
    struct id_map ids;          /* of comments */
    size_t *comments, room;     /* their lines, by their numbers */
};

#define READING_OF(model, tags) { model, tags, \
    .unread_at = WORDING_NONE }

/* By the tags of controls, and bookmarks of those that are gone; or, where no
 * value has a tag, by bookmarks alone.  original: tracked changes were never
 * made.  False if memory runs out. */
bool reading_run(struct reading *reading, const struct returned *returned,
    bool original);

/* The line of what a comment is about, perhaps one behind the last; or
 * WORDING_NONE. */
size_t reading_comment(const struct reading *reading, const char *id);

void reading_free(struct reading *reading);

#endif
