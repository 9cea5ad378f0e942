#ifndef PULL_WORD_H
#define PULL_WORD_H

/*
 * The words of a Word document as lines, with the controls that are the
 * program's own.
 *
 * Changes:   tracked ones are taken as accepted, or as never made.
 * Values:    content controls of a run, a block, a cell or a row alike, known
 *            by their tags; where a control is gone, the bookmark around what
 *            it was.  Those of others are as if they were not there.  The words
 *            that Word shows in an empty control are no words.
 * Hidden:    words that are not printed are left out.
 * Once:      of what is there for new programs and for old ones, the former is
 *            read.
 */

#include <libxml/tree.h>

#include "13_pull/wording.h"

/* What is NULL is not asked. */
struct word_reader {
    bool original;              /* tracked changes were never made */
    bool by_marks;              /* no control has a tag: bookmarks alone
                                   tell, of blank values, too */
    /* The tag as the wording is to have it, by a control's tag or a bookmark's
     * name; NULL: it is none of ours. */
    const char *(*know)(void *user, const char *name);
    /* Whether a text quotes a value, by their tags. */
    bool (*quotes)(void *user, const char *text, const char *value);
    /* Something that has no words, in a line, perhaps behind the last: a
     * picture, an equation, an object; or words that are hidden. */
    void (*unread)(void *user, size_t line);
    /* A comment is about what is here, or begins here. */
    void (*comment)(void *user, const char *id, size_t line);
    void *user;
};

/* The lines of a document, and behind them those of its text boxes.  False if
 * memory runs out; the wording is begun here. */
bool word_read(xmlNodePtr document, const struct word_reader *reader,
    struct wording *wording);

/* Appends those of another part of it, such as its footnotes. */
bool word_read_part(xmlNodePtr part, enum line_kind kind,
    const struct word_reader *reader, struct wording *wording);

/* Appends the words of an element, such as a comment. */
void word_print(xmlNodePtr element, struct buffer *out);

#endif
