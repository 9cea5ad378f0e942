#ifndef PULL_WORD_H
#define PULL_WORD_H

/*
 * The words of a Word document as lines, with the controls that are the
 * program's own.
 *
 * Changes:   tracked ones are taken as accepted, or as never made.
 * Values:    content controls of a run, a block, a cell or a row alike, known
 *            by their tags; or bookmarks, for programs that drop tags.  Those of
 *            others are as if they were not there.  The words that Word shows in
 *            an empty control are no words.
 */

#include "13_pull/wording.h"
#include "13_pull/returned.h"

/* What is NULL is not asked. */
struct word_reader {
    bool original;              /* tracked changes were never made */
    bool by_marks;              /* values are bookmarks, not controls */
    /* The tag as the wording is to have it, by a control's tag or a bookmark's
     * name; NULL: it is none of ours. */
    const char *(*know)(void *user, const char *name);
    void (*box)(void *user);    /* a text box, whose words are left out */
    void *user;
};

/* False if memory runs out; the wording is begun here. */
bool word_read(xmlNodePtr document, const struct word_reader *reader,
    struct wording *wording);

/* Appends the words of an element, such as a comment. */
void word_print(xmlNodePtr element, struct buffer *out);

#endif
