#ifndef LAYOUT_H
#define LAYOUT_H

/*
 * A page model (document.rng) laid out as pages: lines, tables, page breaks,
 * outline and structure, as the typography says.
 *
 * Standard: GB/T 9704-2012, 5.2 (page, lines, characters), 7.3 (title,
 *           headings, text, attachments), 7.5 (page numbers), 9 (turned
 *           tables).
 */

#include <libxml/tree.h>

#include "0_base/findings.h"
#include "8_formats/fonts/fonts.h"
#include "8_formats/layout/drawing.h"
#include "8_formats/layout/typography.h"

/* The pages of the model, which the caller frees with drawing_free(); NULL with
 * a finding where memory runs out.  The fonts outlive the drawing.  A character
 * that no face has is left out, and fonts_report() says so. */
struct drawing *layout_draw(xmlDocPtr documents,
    const struct typography *typography, struct fonts *fonts,
    struct findings *findings);

#endif
