#ifndef FLAT_MARKS_H
#define FLAT_MARKS_H

/*
 * The marks of an XML document, one by one, and the namespaces in sight.
 *
 * Shape:     UTF-8, as serialisers write it: < and > stand for nothing but
 *            marks, but in comments, instructions and CDATA sections.
 * Ownership: runs of bytes are the document's; marks_free() frees the scope.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/buffer.h"

struct run_of_bytes {
    const char *at;
    size_t length;
};

enum mark_kind { MARK_START, MARK_EMPTY, MARK_END };

struct mark {
    enum mark_kind kind;
    const char *at;             /* its < */
    struct run_of_bytes name;
    struct run_of_bytes attributes;
};

struct declaration {
    size_t level;               /* of its element; the root's is 1 */
    struct run_of_bytes prefix, uri;
};

struct flat_marks {
    const char *at, *end;       /* what is to be read */
    struct declaration *scope;
    size_t count, room;
    size_t level;
    bool failed;                /* for want of memory */
};

/* False where there is none, or half of one. */
bool marks_next(struct flat_marks *marks, struct mark *mark);

/* The element of a start becomes the innermost; false for want of memory. */
bool marks_enter(struct flat_marks *marks, const struct mark *mark);
void marks_leave(struct flat_marks *marks);

/* Behind the end of the element whose start or empty mark was read. */
bool marks_pass(struct flat_marks *marks, const struct mark *mark);

/* Whether a name is in a namespace; of an attribute, none is without a
 * prefix. */
bool marks_name_is(const struct flat_marks *marks, struct run_of_bytes name,
    const char *local, const char *uri);

/* What the next attribute in a run says; false where there is none. */
bool attribute_next(struct run_of_bytes *left, struct run_of_bytes *name,
    struct run_of_bytes *value);

/* Appends the declarations that the innermost element inherits, but those of
 * one namespace: those of the nearest element first. */
void marks_add_inherited(const struct flat_marks *marks, const char *but,
    struct buffer *out);

void marks_free(struct flat_marks *marks);

#endif
