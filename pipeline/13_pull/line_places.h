#ifndef LINE_PLACES_H
#define LINE_PLACES_H

/*
 * Where lines stand, as a person says it: the attachment, and the row or the
 * paragraph of the values in them, or else of the value before them: 附件1
 * “公务接待”之后.
 *
 * Ownership: line_places_make() gives the caller the places, which borrow the
 *            wording, the model and the submission; line_places_free() frees
 *            the rest.
 */

#include <libxml/tree.h>
#include <stdbool.h>

#include "0_base/findings.h"
#include "13_pull/page_model.h"

/* What stands last up to the end of a line. */
struct line_near {
    size_t control;             /* of a value of the set, or WORDING_NONE */
    xmlNodePtr form;            /* the attachment; NULL: none is known */
};

struct line_places {
    const struct model *model;
    const struct wording *wording;
    xmlDocPtr submission;
    struct line_near *near;     /* by line */
    bool *moved;                /* by line: it is of what was moved in the data
                                   since (moved_lines.h) */
    struct line_near first;     /* the first ones of all */
};

/* False if memory runs out. */
bool line_places_make(struct line_places *places, const struct model *model,
    const struct wording *wording, xmlDocPtr submission);
void line_places_free(struct line_places *places);

/* Appends the place of lines from one to the one before another; the kind of
 * their attachment, borrowed from the page model, or NULL. */
const char *line_places_print(const struct line_places *places, size_t begin,
    size_t end, struct buffer *out);

#endif
