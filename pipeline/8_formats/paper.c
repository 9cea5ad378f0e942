/* Paged formats: fonts opened once, and each page model laid out once. */

#include "8_formats/paper.h"

#include "0_base/list.h"
#include "8_formats/fonts/harfbuzz.h"
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
    if (!harfbuzz_open(rendering->findings))
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

static bool has_face(const struct paper_use *use, const struct face *face)
{
    for (size_t k = 0; k < use->face_count; k++)
        if (use->faces[k] == face)
            return true;
    return false;
}

bool paper_note_use(const struct drawing *drawing, struct paper_use *use)
{
    use->pages = drawing ? drawing->page_count : 0;
    for (size_t k = 0; drawing && k < drawing->face_count; k++) {
        if (has_face(use, drawing->faces[k]))
            continue;
        const struct face **faces = list_room(use->faces, use->face_count,
            &use->face_room, sizeof *faces);
        if (!faces)
            return false;
        use->faces = faces;
        faces[use->face_count++] = drawing->faces[k];
    }
    return true;
}

void paper_free(struct paper *paper)
{
    fonts_free(paper->fonts);
    typography_free(paper->typography);
}
