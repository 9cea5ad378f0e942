#ifndef WORD_MARKS_H
#define WORD_MARKS_H

/*
 * Bookmarks of the program's own while a Word document is read; for word.c.
 */

#include "13_pull/word.h"

/* No value of ours is in so many others; what opens more is left out. */
#define WORD_MARKS_MAX 100

struct word_mark {
    const char *id, *tag;
    size_t control;             /* of the wording, where marks alone tell */
    struct wording_point since;
};

struct word_marks {
    const struct word_reader *reader;
    struct wording *wording;
    struct word_mark open[WORD_MARKS_MAX];
    size_t count;
};

/* w:bookmarkStart and w:bookmarkEnd. */
void word_marks_begin(struct word_marks *marks, xmlNodePtr start);
void word_marks_end(struct word_marks *marks, xmlNodePtr end);

/* No bookmark of ours reaches over the end of a cell. */
void word_marks_end_all(struct word_marks *marks);

#endif
