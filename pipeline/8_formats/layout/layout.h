#ifndef LAYOUT_H
#define LAYOUT_H

/*
 * A page model (document.rng) laid out as pages: lines, tables, page breaks,
 * outline and structure, by the typography.
 */

#include <libxml/tree.h>

#include "0_base/findings.h"
#include "8_formats/fonts/fonts.h"
#include "8_formats/layout/drawing.h"
#include "8_formats/layout/typography.h"

/* The pages of the model; NULL with a finding, where a character has no face
 * or memory runs out.  All arguments are borrowed, and outlive the drawing. */
struct drawing *layout_draw(xmlDocPtr documents,
    const struct typography *typography, struct fonts *fonts,
    struct findings *findings);

#endif
