#ifndef CHANGES_H
#define CHANGES_H

/*
 * Changes of single parts of a text, gathered first and made in one go: what
 * none of them is about stays as it is, byte for byte.
 *
 *     struct changes changes = CHANGES_EMPTY;
 *     changes_add(&changes, 4, 9, "null");
 *     changes_apply(&changes, text, length, &out);
 *     changes_free(&changes);
 *
 * Units:     offsets are bytes of the text as it was.
 * Order:     changes come in any order and do not overlap; of several that
 *            only insert at one place the first stands first, and in front of
 *            what is replaced there.
 * Errors:    running out of memory is sticky: changes_apply() tells.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/buffer.h"

struct changes {
    struct change *list;
    size_t count, room;
    struct buffer texts;        /* what is put in, one behind the other */
    bool failed;
};

#define CHANGES_EMPTY {0}

/* Puts a text in place of the bytes from begin to the one before end. */
void changes_add(struct changes *changes, size_t begin, size_t end,
    const char *text);

/* Appends the changed text; false if memory ran out. */
bool changes_apply(struct changes *changes, const char *text, size_t length,
    struct buffer *out);

void changes_free(struct changes *changes);

#endif
