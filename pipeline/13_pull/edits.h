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
    const char *shown;          /* of the value that shows it, mostly the
                                   same */
    const char *file;           /* where it was first */
    char *words;                /* as they stand there */
    char *literal;              /* the value as JSON */
    bool conflicts;             /* another place says something else, and
                                   neither is taken */
};

/* A value that a text quotes, edited in there. */
struct quoted {
    const char *src, *text;     /* of the value; of the text that quotes it */
    const char *file;
    char *words, *printed;      /* as they stand there; before */
    char *literal;              /* NULL where it cannot be read */
};

/* Places where a value stands as it was, in a file or in all of them. */
struct kept {
    size_t count;
    const char *file;           /* where the first one is */
};

struct edits {
    struct id_map keys;         /* of pointers */
    struct edit *list;
    size_t count, room;
    struct quoted *quoted;
    size_t quoted_count, quoted_room;
    struct id_map kept_keys;    /* of pointers, and of those in a file */
    struct kept *kept;
    size_t kept_room;
    bool failed;
};

#define EDITS_EMPTY { .list = NULL }

/* Takes an edit; one that contradicts another is a finding. */
void edits_add(struct edits *edits, const struct edit *edit,
    struct findings *findings);

/* Writes a value anew: the literal of its edit, whose words stay, or an edit
 * behind the others. */
void edits_rewrite(struct edits *edits, const struct edit *edit);

/* NULL where there is none of the value. */
const struct edit *edits_find(const struct edits *edits, const char *src);

/* literal may be NULL. */
void edits_add_quoted(struct edits *edits, const struct quoted *quoted);

/* A value stands in a place of a file as it was. */
void edits_keep(struct edits *edits, const char *shown, const char *file);

/* How often the value that an edit is shown by stands as it was: in the file of
 * the edit alone, or in all. */
struct kept edits_kept(const struct edits *edits, const struct edit *edit,
    bool in_file);

/* Findings for those values that were edited in a text and not, in the same
 * way, where they are from. */
void edits_report_quoted(struct edits *edits, struct findings *findings);

void edits_free(struct edits *edits);

#endif
