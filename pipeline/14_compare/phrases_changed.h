#ifndef COMPARE_PHRASES_CHANGED_H
#define COMPARE_PHRASES_CHANGED_H

/*
 * How one text became another, phrase by phrase.
 *
 * A text is read as pieces: a value that it quotes, a number or a word of
 * letters, and every other character by itself.  Pieces are aligned; what
 * differs is a phrase, with what stands around it up to the next mark, or up to
 * … where that is far.
 */

#include <libxml/tree.h>
#include <stdbool.h>

#include "0_base/arena.h"

struct phrase_change {
    const char *before, *old, *new, *behind;    /* old or new may be "" */
    const char *quoted;         /* the pointer of the first value that the new
                                   words quote, or else the old ones; NULL */
    bool is_quoted_old;         /* the old ones do */
};

struct phrases_changed {
    struct phrase_change *list;
    size_t count;
};

/* Compares what two elements of submission.xml say.  Strings are of the arena,
 * pointers of the trees.  False if memory runs out. */
bool phrases_compare(xmlNodePtr old, xmlNodePtr new, struct arena *arena,
    struct phrases_changed *phrases);

#endif
