/* Paged formats: fonts opened once, and each page model laid out once. */

#include "8_formats/paper.h"

#include "8_formats/sheets.h"

static bool open_paper(struct rendering *rendering)
{
    struct formats *formats = rendering->formats;
    struct paper *paper = &formats->paper;

    if (!paper->typography)
        paper->typography = typography_read(formats->resources,
            rendering->findings);
    if (!paper->typography)
        return false;
    if (!paper->fonts)
        paper->fonts = fonts_new(paper->typography,
            &formats->options->fonts);
    if (!paper->fonts)
        findings_out_of_memory(rendering->findings);
    return paper->fonts != NULL;
}

const struct drawing *paper_drawing(struct rendering *rendering)
{
    struct paper *paper = &rendering->formats->paper;

    if (rendering->drawing || !open_paper(rendering))
        return rendering->drawing;
    rendering->drawing = layout_draw(rendering->source->documents,
        paper->typography, paper->fonts, rendering->findings);
    if (rendering->drawing && (!fonts_report(paper->fonts,
            rendering->findings)
            || findings_lack_memory(rendering->findings))) {
        drawing_free(rendering->drawing);
        rendering->drawing = NULL;
    }
    return rendering->drawing;
}

void paper_free(struct paper *paper)
{
    fonts_free(paper->fonts);
    typography_free(paper->typography);
}
