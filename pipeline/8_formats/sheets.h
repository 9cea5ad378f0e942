#ifndef SHEETS_H
#define SHEETS_H

/*
 * Formats made by stylesheets: one page model being rendered, and what its
 * stylesheets have made of it.  Formats that share a stylesheet share its
 * result.
 */

#include "7_forms/stylesheet.h"
#include "8_formats/formats.h"
#include "8_formats/packings.h"
#include "8_formats/paper.h"

enum sheet { SHEET_HTML, SHEET_WORD, SHEET_COUNT };

struct formats {
    const struct resources *resources;
    const struct format_options *options;
    struct stylesheet *sheets[SHEET_COUNT];     /* NULL until asked for */
    struct paper paper;
    struct packings packings;                   /* of .docx files */
};

struct rendering {
    struct formats *formats;
    const struct format_source *source;
    struct findings *findings;
    struct buffer results[SHEET_COUNT]; /* empty until asked for */
    struct drawing *drawing;            /* NULL until asked for */
};

/* What a stylesheet makes of the page model, as its xsl:output wants it,
 * borrowed from the rendering; NULL with a finding. */
const struct buffer *sheet_result(struct rendering *rendering,
    enum sheet sheet);

void sheets_free_results(struct rendering *rendering);
void sheets_free(struct formats *formats);

#endif
