#ifndef PAPER_H
#define PAPER_H

/*
 * Paged formats: one page model being rendered, laid out once for all of
 * them; typography and fonts are opened once for all page models.
 */

#include "8_formats/fonts/fonts.h"
#include "8_formats/layout/layout.h"

struct rendering;
struct paper_use;

struct paper {
    struct typography *typography;      /* NULL until asked for; and so on */
    struct fonts *fonts;
};

/* The pages, borrowed from the rendering; NULL with a finding, also where a
 * character has no font. */
const struct drawing *paper_drawing(struct rendering *rendering);

/* Adds what a drawing has come to, NULL having no pages; false where memory
 * runs out. */
bool paper_note_use(const struct drawing *drawing, struct paper_use *use);

void paper_free(struct paper *paper);

#endif
