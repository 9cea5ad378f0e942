#ifndef EDITS_H
#define EDITS_H

/*
 * The values that persons have edited, each once, whatever the number of files
 * and of places in them.
 *
 * Ownership: what is handed in is copied, but for pointers (src) and names of
 *            files, which are borrowed.
 * Errors:    running out of memory is sticky: `failed`.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/findings.h"
#include "0_base/id_map.h"

struct edit {
    const char *src;            /* RFC 6901 */
    const char *file;           /* where it was first */
    char *words;                /* as they stand there */
    char *literal;              /* the value as JSON */
    bool conflicts;             /* another place says something else */
};

/* A value that a text quotes, edited in there. */
struct quoted {
    const char *src, *text;     /* of the value; of the text that quotes it */
    const char *file;
    char *words, *printed;      /* as they stand there; before */
    char *literal;              /* NULL where it cannot be read */
};

struct edits {
    struct id_map keys;         /* of pointers */
    struct edit *list;
    size_t count, room;
    struct quoted *quoted;
    size_t quoted_count, quoted_room;
    bool failed;
};

#define EDITS_EMPTY { .list = NULL }

/* Takes an edit; one that contradicts another is a finding. */
void edits_add(struct edits *edits, const struct edit *edit,
    struct findings *findings);

/* literal may be NULL. */
void edits_add_quoted(struct edits *edits, const struct quoted *quoted);

/* Findings for those values that were edited in a text and not, in the same
 * way, where they are from. */
void edits_report_quoted(struct edits *edits, struct findings *findings);

void edits_free(struct edits *edits);

#endif
