#ifndef WORDING_H
#define WORDING_H

/*
 * The words of an attachment as lines, and where in them the values are: what
 * a page model should say and what a returned file says, in one shape, so that
 * the two can be compared.
 *
 * Lines:     a paragraph that has words or a value, in a cell or not.  Breaks
 *            in it are line feeds; so is a paragraph's end within a value.
 *            Those of text boxes, of notes and of the pages' edges (headers and
 *            footers) are told apart.
 * Values:    runs of the text with a tag (document.rng); one may be in another
 *            one, which quotes it.
 * Units:     offsets are bytes of the text.
 * Ownership: tags are borrowed; wording_free() frees the rest.
 * Errors:    running out of memory is sticky: `failed` tells, once, at the
 *            end.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "0_base/buffer.h"

#define WORDING_NONE ((size_t)-1)

struct control {
    const char *tag;
    const char *unit;           /* that a figure is in without saying so; NULL:
                                   the one that the data states it in */
    size_t begin, end;          /* of what is in it */
    size_t parent;              /* the one around it, or WORDING_NONE */
    bool unread;                /* there is something in it beside words */
};

/* Where a line stands. */
enum line_kind { LINE_TEXT, LINE_BOX, LINE_NOTE, LINE_EDGE, LINE_KIND_COUNT };

struct line {
    enum line_kind kind;
    size_t begin, end;
    size_t first, count;        /* of the controls in it */
    size_t row;                 /* of a table, from 1; 0: of none */
    uint64_t key;               /* the same for lines that say the same, white
                                   space and the words of values aside */
};

struct wording {
    struct buffer text;
    struct control *controls;
    size_t control_count, control_room;
    struct line *lines;
    size_t line_count, line_room;
    size_t open;                /* the innermost control that is open */
    size_t begin, first;        /* of the line so far */
    enum line_kind kind;        /* of lines from here on */
    size_t row, row_count;
    size_t marks;               /* values that are open without order */
    /* Whether a text quotes a value, by their tags; NULL: none does. */
    bool (*quotes)(void *user, const char *text, const char *value);
    void *user;
    bool marked;                /* values of the line so far have none */
    bool ended;                 /* a paragraph ended within a value */
    bool failed;
};

void wording_begin(struct wording *wording);
void wording_free(struct wording *wording);

void wording_add(struct wording *wording, const char *text, size_t length);

/* A value begins, and ends; unit may be NULL. */
void wording_open(struct wording *wording, const char *tag, const char *unit);
void wording_close(struct wording *wording);

/*
 * The same where values may begin and end in any order, as bookmarks do: the
 * number of the control, which settles what is in what once its line is
 * complete; WORDING_NONE if memory runs out.  Of two that begin and end
 * together the first has the other in it.  A value beside a text that quotes
 * it is in it: LibreOffice puts one that was replaced at its edge there.
 */
size_t wording_mark(struct wording *wording, const char *tag);
void wording_unmark(struct wording *wording, size_t control);

/* Where a wording is so far. */
struct wording_point {
    size_t offset;              /* of the text */
    size_t control;             /* that comes next */
    size_t open;                /* the innermost one that is open */
};

struct wording_point wording_here(const struct wording *wording);

/*
 * A value that was not opened has been here since a point, which is told once
 * it ends.  Left out where it has no words, has a control of its tag in it, or
 * lies across the end of a line or of another control.
 */
void wording_insert(struct wording *wording, const char *tag,
    struct wording_point since);

/* There is something here that has no words, such as a picture. */
void wording_note_unread(struct wording *wording);

/* A paragraph ends. */
void wording_end_line(struct wording *wording);

/* Takes values since a point back that have no words, nor any between them;
 * none of them is open. */
void wording_drop_empty(struct wording *wording, struct wording_point since);

/* Lines from here on are in a new row of a table; or no longer. */
void wording_begin_row(struct wording *wording);
void wording_end_row(struct wording *wording);

/* The same for lines that say the same together, from one to the one before
 * another, white space aside. */
uint64_t wording_key(const struct wording *wording, size_t begin, size_t end);

/* The value that a line has, if it is one alone, others in it aside; or
 * WORDING_NONE. */
size_t wording_only_value(const struct wording *wording, size_t line);

/* Whether a line says no more than that. */
bool wording_is_value(const struct wording *wording, size_t line);

/* Takes all that a line says into the value that it has alone. */
void wording_widen(struct wording *wording, size_t line);

/* Appends words without the white space around them. */
void words_trim(const char *words, size_t length, struct buffer *out);

/* The same of the words between two offsets. */
void wording_print(const struct wording *wording, size_t begin, size_t end,
    struct buffer *out);

#endif
