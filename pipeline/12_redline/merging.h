#ifndef MERGING_H
#define MERGING_H

/*
 * Two page models becoming one; for the files of this room.
 *
 * What came is in <inserted>, what went in <deleted>; neither has a value or
 * the other in it.  A block or row that came or went whole says so in @change,
 * too, and its words are in these elements all the same.  They say in @src and
 * @label which value they are from, the first of them where there are several.
 * A figure that is what it was and only written otherwise is @rewritten.
 */

#include <libxml/tree.h>
#include <stdbool.h>

#include "12_redline/tokens.h"

#define ELEMENT_INSERTED "inserted"
#define ELEMENT_DELETED "deleted"

/* In front of a pointer that the new data does not have, and no other begins
 * with it. */
#define POINTER_GONE "/-"

struct merging {
    const struct lexicon *lexicon;
    bool changed;               /* the page model says something else now */
    size_t moves;               /* how many there are so far (moves.h) */
    bool failed;                /* out of memory */
};

/* Says of a block or row, which is made like one of a version, that it came or
 * went whole, and which entry of the data it prints. */
void merging_mark_whole(struct merging *merging, xmlNodePtr element,
    xmlNodePtr like, bool came);

/* A new last child of out with the attributes of an element like it. */
xmlNodePtr merging_element(struct merging *merging, xmlNodePtr out,
    xmlNodePtr like);

/* Takes an attribute away, if it is there. */
void merging_drop(xmlNodePtr element, const char *name);

/* Adds to out what is in both token lists once, and what is in one of them
 * marked. */
void merging_tokens(struct merging *merging, xmlNodePtr out,
    const struct tokens *old, const struct tokens *new);

/* The same of what is in two elements, either of which may be NULL, behind
 * their numbers. */
void merging_inlines(struct merging *merging, xmlNodePtr out, xmlNodePtr old,
    xmlNodePtr new);

/* Whether an element has any words. */
bool merging_has_words(xmlNodePtr element);

#endif
