#ifndef DRAFT_JOURNAL_H
#define DRAFT_JOURNAL_H

/*
 * The journal of a draft: a file beside the data file, from which what was
 * changed and not saved is read back after a crash.
 *
 *     a line of words for whoever looks into it
 *     base 1234                   bytes of the text as it was saved, behind it
 *     do 2 join                   a step of two splices; or undo, redo
 *     56 4 7                      where, how many bytes, by how many others
 *     "x": 1                      and by which
 *     ...
 *     end
 *
 * A record without its end was never confirmed, and does not count.
 * While it is open it is locked: a data file has one editor at a time.
 *
 * Errors:    0 or the errno.
 */

#include <stdbool.h>

#include "17_edit/draft.h"

struct draft_journal {
    char *path;                 /* NULL: none */
    int fd;
    bool has_base;
    size_t length;              /* of what is confirmed */
};

#define DRAFT_JOURNAL_NONE { NULL, -1, false, 0 }

enum journal_step { JOURNAL_DO, JOURNAL_JOIN, JOURNAL_UNDO, JOURNAL_REDO };

/* Opens or makes that of the data file at a path; EWOULDBLOCK: another process
 * has it open. */
int draft_journal_open(struct draft_journal *journal, const char *path);

/* Closes it, and removes it unless it is to be kept. */
void draft_journal_close(struct draft_journal *journal, bool keep);

/* Reads it back: the draft becomes the text that was saved, with the steps
 * since then; count says how many records there were, 0 if there is nothing in
 * it.  EILSEQ: it is none; the draft is then as it was. */
int draft_journal_read(struct draft_journal *journal, struct draft *draft,
    size_t *count);

/* Writes the text before a step, where it has not got one yet. */
int draft_journal_begin(struct draft_journal *journal,
    const struct draft *draft);

/* Writes what was done, and returns when the disk has it.  What is undone is
 * the step that was the last one. */
int draft_journal_add(struct draft_journal *journal, enum journal_step kind,
    const struct step *step);

/* Empties it: the text has been saved. */
int draft_journal_clear(struct draft_journal *journal);

/* Gives a journal that is none another name, which is appended to other, and
 * begins a new one. */
int draft_journal_set_aside(struct draft_journal *journal,
    struct buffer *other);

#endif
