#ifndef PAIRING_H
#define PAIRING_H

/*
 * Two wordings of one attachment compared: which values of one are which of
 * the other, and what differs around them.
 *
 * Lines that say the same around the same values are matched first: in order
 * (align.h), then those that were moved.  Of the others, those with a value in
 * common belong together, and then, in order, those that are left between two
 * that do.
 */

#include "13_pull/line_parts.h"
#include "13_pull/wording.h"

struct pairing_visitor {
    void *user;
    /* A control of what is expected, and the one that it has become. */
    void (*value)(void *user, size_t expected, size_t returned);
    /* A control that is no more, in a line that says this now, or in none:
     * WORDING_NONE. */
    void (*lost)(void *user, size_t expected, size_t returned_line);
    /* Words around values that differ. */
    void (*changed)(void *user, size_t expected_line, size_t returned_line);
    /* Lines from one to the one before another, of one row or of none; moved
     * ones are those of what was returned. */
    void (*moved)(void *user, size_t returned_begin, size_t returned_end);
    void (*removed)(void *user, size_t expected_begin, size_t expected_end);
    void (*added)(void *user, size_t returned_begin, size_t returned_end);
    /* Paragraphs that are one now, or one that is several, edited or not
     * (line_parts.h); nothing else is visited of them. */
    void (*joined)(void *user, struct line_parts expected,
        size_t returned_line);
    void (*parted)(void *user, size_t expected_line,
        struct line_parts returned);
};

/* Values of what was returned that are all that their lines said have what is
 * typed beside them in them then.  False if memory runs out. */
bool pairing_visit(const struct wording *expected,
    struct wording *returned, const struct pairing_visitor *visitor);

/* Calls the visitor for the controls in a control, and those in another one
 * that has its tag; `lost` with the line WORDING_NONE. */
void pairing_visit_inside(const struct wording *expected, size_t control,
    const struct wording *returned, size_t other,
    const struct pairing_visitor *visitor);

#endif
