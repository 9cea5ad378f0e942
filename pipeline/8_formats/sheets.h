#ifndef SHEETS_H
#define SHEETS_H

/*
 * Formats made by stylesheets: one page model being rendered, and what its
 * stylesheets have made of it.  Formats that share a stylesheet share its
 * result.
 */

#include "7_forms/stylesheet.h"
#include "8_formats/formats.h"
#include "8_formats/paper.h"

enum sheet { SHEET_HTML, SHEET_WORD, SHEET_COUNT };

struct formats {
    const struct resources *resources;
    const struct format_options *options;
    struct stylesheet *sheets[SHEET_COUNT];     /* NULL until asked for */
    struct paper paper;
};

struct rendering {
    struct formats *formats;
    const struct format_source *source;
    struct findings *findings;
    xmlDocPtr results[SHEET_COUNT];     /* NULL until asked for */
    struct drawing *drawing;            /* the same */
};

/* What a stylesheet makes of the page model, borrowed from the rendering;
 * NULL with a finding. */
xmlDocPtr sheet_result(struct rendering *rendering, enum sheet sheet);

/* The same as bytes, as the stylesheet's xsl:output wants them. */
bool sheet_print(struct rendering *rendering, enum sheet sheet,
    struct buffer *out);

void sheets_free_results(struct rendering *rendering);
void sheets_free(struct formats *formats);

#endif
