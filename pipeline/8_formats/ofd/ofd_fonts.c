/* The faces of a drawing as font files of an OFD file, and the resources that
 * name them (GB/T 33190, 7.9 and 11.1). */

#include <stdlib.h>

#include "0_base/escape.h"
#include "8_formats/ofd/ofd_parts.h"

/* One face while it is cut. */
struct cut {
    const struct face *face;
    struct face_subset subset;
};

uint32_t ofd_font_id(size_t face)
{
    return (uint32_t)face + 1;
}

static void add_file_name(struct buffer *out, size_t number,
    const struct face_subset *subset)
{
    buffer_printf(out, OFD_FONTS "Font_%zu.%s", number,
        subset->is_cff ? "otf" : "ttf");
}

static void write_file(struct ofd *ofd, size_t number,
    const struct face_subset *subset)
{
    struct buffer name = BUFFER_EMPTY;

    buffer_add_string(&name, OFD_DOCUMENT);
    add_file_name(&name, number, subset);
    ofd->failed = ofd->failed || name.failed;
    ofd_part(ofd, buffer_string(&name), &subset->program);
    buffer_free(&name);
}

static void add_font(struct buffer *out, size_t number, const struct cut *cut)
{
    struct face_metrics metrics;

    face_metrics(cut->face, &metrics);
    buffer_printf(out, "<ofd:Font ID=\"%u\" FontName=\"",
        ofd_font_id(number));
    escape_add(out, face_postscript_name(cut->face));
    buffer_add_string(out, "\" FamilyName=\"");
    escape_add(out, face_family(cut->face));
    buffer_printf(out, "\" Charset=\"unicode\"%s%s%s><ofd:FontFile>",
        face_weight(cut->face) >= 600 ? " Bold=\"true\"" : "",
        metrics.is_serif ? " Serif=\"true\"" : "",
        metrics.is_fixed ? " FixedWidth=\"true\"" : "");
    add_file_name(out, number, &cut->subset);
    buffer_add_string(out, "</ofd:FontFile></ofd:Font>");
}

/* False where the file is broken, or memory runs out. */
static bool cut_use(const struct glyph_use *use, struct cut *cut)
{
    uint32_t *characters = calloc(use->count + 1, sizeof *characters);

    cut->subset = (struct face_subset){ .fault = FACE_NO_MEMORY };
    for (size_t i = 0; characters && i < use->count; i++)
        characters[i] = use->list[i].character;
    bool good = characters && face_cut_file(cut->face, use->ids, characters,
        use->count, &cut->subset);
    free(characters);
    return good;
}

/* The pages need the glyphs' numbers in the file. */
static bool write_font(struct ofd *ofd, size_t number, struct cut *cut,
    struct buffer *resources)
{
    const struct glyph_use *use = &ofd->uses[number];

    cut->face = ofd->drawing->faces[number];
    if (use->count == 0)
        return true;
    if (!cut_use(use, cut)) {
        ofd->failed = ofd->failed || cut->subset.fault == FACE_NO_MEMORY;
        return cut->subset.fault != FACE_BROKEN;
    }
    write_file(ofd, number, &cut->subset);
    add_font(resources, number, cut);
    ofd->fonts[number].numbers = cut->subset.numbers;
    cut->subset.numbers = NULL;
    face_subset_free(&cut->subset);
    return true;
}

static bool write_fonts(struct ofd *ofd, struct cut *cut,
    struct findings *findings)
{
    struct buffer resources = BUFFER_EMPTY;
    bool good = true;

    buffer_add_string(&resources, OFD_DECLARATION "<ofd:Res " OFD_NAMESPACE
        " BaseLoc=\".\"><ofd:Fonts>");
    for (size_t i = 0; good && i < ofd->drawing->face_count; i++)
        good = write_font(ofd, i, cut, &resources);
    buffer_add_string(&resources, "</ofd:Fonts></ofd:Res>\n");
    if (good)
        ofd_part(ofd, OFD_DOCUMENT OFD_PUBLIC_RES, &resources);
    else
        findings_add(findings, CATALOGUE_FONT_UNCUT, (struct place){ 0 },
            NULL, "name", face_family(cut->face), NULL);
    buffer_free(&resources);
    return good;
}

bool ofd_fonts_write(struct ofd *ofd, struct findings *findings)
{
    struct cut cut = { 0 };
    bool good = true;

    ofd->uses = glyph_use_new(ofd->drawing);
    ofd->fonts = calloc(ofd->drawing->face_count + 1, sizeof *ofd->fonts);
    if (!ofd->uses || !ofd->fonts)
        ofd->failed = true;
    else
        good = write_fonts(ofd, &cut, findings);
    return good;
}

void ofd_fonts_free(struct ofd *ofd)
{
    for (size_t i = 0; ofd->fonts && i < ofd->drawing->face_count; i++)
        free(ofd->fonts[i].numbers);
    free(ofd->fonts);
    glyph_use_free(ofd->uses, ofd->drawing);
}
