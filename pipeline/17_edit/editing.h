#ifndef EDITING_H
#define EDITING_H

/*
 * A step being made in a draft: values written, added and taken away, each as a
 * splice, so that nothing else of the text changes.
 *
 * Order:     a new member stands in the schema's order, laid out as those
 *            beside it.
 * Errors:    running out of memory is sticky: `failed`; then the step is to be
 *            cancelled.
 */

#include "2_schema/target.h"
#include "17_edit/draft.h"

#define EDITING_NO_ENTRY ((size_t)-1)

/* An entry that went from one number to another; EDITING_NO_ENTRY: it came, or
 * went for good.  Both: one of a map, that is gone. */
struct renumbering {
    char *list;                 /* its pointer; of a map: that of the entry */
    size_t from, to;
};

struct editing {
    struct draft *draft;
    const struct schema *schema;
    const struct json *given;   /* of the draft's text before the step, which
                                   the caller keeps */
    struct json *made;          /* of it as it is now; NULL: given, or stale */
    bool is_stale;              /* the text has changed since */
    bool failed;
    struct renumbering *moves;  /* of the step, in their order */
    size_t move_count, move_room;
};

void editing_end(struct editing *editing);

/* The data as the text is now; NULL where memory ran out. */
const struct json *editing_json(struct editing *editing);

/* What a pointer leads to; false where it is none, or memory ran out. */
bool editing_find(struct editing *editing, const char *pointer,
    struct target *target);

/* Replaces bytes of the text. */
bool editing_replace(struct editing *editing, size_t at, size_t removed,
    const char *bytes, size_t length);

/* Whether a value can be written there: one is stated, or an object that may
 * have it is, perhaps with objects between them. */
bool editing_has_place(const struct target *target);

/* Writes a value, as JSON has it, in place of the one that is stated or as a
 * new member; objects around it that are missing are made, with the members
 * that they require. */
bool editing_write(struct editing *editing, const struct target *target,
    const char *literal);

/* Takes a stated value away, with its name and its comma. */
bool editing_remove(struct editing *editing, const struct target *target);

#endif
