#ifndef DRAFT_H
#define DRAFT_H

/*
 * A text being edited: its bytes, and the steps that made them of those that it
 * had at first.
 *
 *     draft_begin(&draft, bytes, length);
 *     draft_replace(&draft, 4, 2, "null", 4);     a step is open
 *     draft_commit(&draft);                       and done
 *     draft_undo(&draft);
 *
 * A step is a list of splices: bytes that were replaced, with those that they
 * were replaced by.  It is undone by the same splices backwards, so that a step
 * costs the bytes that it changes, twice, and nothing else.
 *
 * Units:     offsets are bytes of the text as it is at that moment.
 * Errors:    false: memory ran out; an open step is then to be cancelled,
 *            which needs none.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/buffer.h"

/* What all steps keep together; the oldest are forgotten beyond it. */
#define DRAFT_KEPT_MAX ((size_t)64 << 20)

struct splice {
    size_t at, removed, inserted;
    char *bytes;                /* those removed, then those inserted */
};

struct step {
    struct splice *list;
    size_t count, room;
};

struct draft {
    struct buffer text;
    struct step *steps;         /* those done, then those undone */
    size_t count, done, room;
    struct step open;           /* being made */
    size_t kept;                /* bytes of all steps */
    size_t saved;               /* how many were done when it was saved;
                                   DRAFT_NEVER: none of what is kept leads
                                   there */
};

#define DRAFT_EMPTY { .text = BUFFER_EMPTY }
#define DRAFT_NEVER ((size_t)-1)

/* The bytes are copied. */
bool draft_begin(struct draft *draft, const char *bytes, size_t length);
void draft_free(struct draft *draft);

/* Puts bytes in place of others; what both begin or end with is no part of the
 * splice.  Opens a step where none is open. */
bool draft_replace(struct draft *draft, size_t at, size_t removed,
    const char *bytes, size_t length);

/* Whether there is a step that another one can become a part of: one that was
 * not saved. */
bool draft_can_join(const struct draft *draft);

/* Takes the memory that draft_commit() needs, so that it cannot fail. */
bool draft_prepare(struct draft *draft, bool join);

/* Closes the step that is open, if any; what was undone is forgotten.  join:
 * it becomes a part of the step before it. */
bool draft_commit(struct draft *draft, bool join);

/* The text as it was before the step that is open. */
void draft_cancel(struct draft *draft);

/* Forgets what was undone. */
void draft_forget_undone(struct draft *draft);

bool draft_can_undo(const struct draft *draft);
bool draft_can_redo(const struct draft *draft);

/* False also where there is nothing to undo or redo. */
bool draft_undo(struct draft *draft);
bool draft_redo(struct draft *draft);

/* The text is what is kept elsewhere, and whether it is. */
void draft_set_saved(struct draft *draft);
bool draft_is_saved(const struct draft *draft);

#endif
