#ifndef LAYOUT_FIXTURE_H
#define LAYOUT_FIXTURE_H

/*
 * What the tests of the layout stand on: blocks drawn as one attachment, and
 * what is on its pages.
 */

#include "0_base/buffer.h"
#include "8_formats/layout/layout.h"

struct laid {
    struct findings *findings;
    struct typography *typography;
    struct fonts *fonts;
    xmlDocPtr documents;
    struct drawing *drawing;
};

/* Blocks of a page model as one attachment, on pages of that orientation. */
struct laid layout_lay(const char *blocks, const char *orientation);
void layout_let_go(struct laid *laid);

/* Appends words so many times. */
void add_times(struct buffer *out, const char *words, size_t count);

/* The k-th on a page. */
const struct operation *layout_operation(const struct drawing *drawing,
    size_t page, size_t k);

/* Operations that are of the text. */
size_t layout_count_text(const struct drawing *drawing, size_t page);

/* Appends the characters that an operation shows. */
void add_glyphs(struct buffer *out, const struct drawing *drawing,
    const struct operation *operation);

/* Where the words of an operation end, from the left edge of the page. */
extent end_of(const struct drawing *drawing,
    const struct operation *operation);

/* Everything that is in the model is on the pages, once and in its order, and
 * within the text area; page numbers and repeats are artifacts. */
void check_all_there(const struct laid *laid);

#endif
