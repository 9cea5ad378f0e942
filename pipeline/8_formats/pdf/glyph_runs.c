/* Glyphs as a page's content shows them: by number, with the gaps between them,
 * and so that a reader of the file comes to their characters. */

#include "8_formats/pdf/pdf_parts.h"

/* Elements of one array of text and gaps, well below PDF_ARRAY_MAX. */
#define PIECES_MAX 2000u

/* Glyphs of one run, shown with gaps in 1/1000 em between them. */
struct show {
    struct buffer *out;
    const struct pdf_font *font;
    uint32_t face;              /* the font's place in the drawing */
    extent size;
    int64_t wanted;             /* where the next glyph stands, in extents */
    int64_t reached;            /* where it would stand, in 1/1000 em */
    unsigned pieces;            /* of the open array; 0: none is open */
    bool in_string, is_first;
};

static void end_array(struct show *show)
{
    if (show->in_string)
        buffer_add_char(show->out, '>');
    if (show->pieces > 0)
        buffer_add_string(show->out, "]TJ\n");
    show->in_string = false;
    show->pieces = 0;
}

/* In 1/1000 em of the size, half away from zero. */
static int64_t to_em(int64_t distance, extent size)
{
    int64_t product = distance * 1000;

    return (product + (product < 0 ? -size : size) / 2) / size;
}

/* To where the next glyph belongs; no error of rounding adds up. */
static void add_gap(struct show *show)
{
    int64_t wanted = to_em(show->wanted, show->size);
    int64_t gap = show->reached - wanted;

    if (gap == 0)
        return;
    if (show->in_string)
        buffer_add_char(show->out, '>');
    show->in_string = false;
    if (show->pieces == 0)
        buffer_add_char(show->out, '[');
    buffer_add_integer(show->out, gap);
    show->pieces++;
    show->reached = wanted;
}

static void show_glyph(struct show *show, const struct glyph *glyph)
{
    if (show->pieces > PIECES_MAX)
        end_array(show);
    if (!show->is_first)
        add_gap(show);
    if (!show->in_string) {
        buffer_add_string(show->out, show->pieces == 0 ? "[<" : "<");
        show->pieces++;
    }
    show->in_string = true;
    show->is_first = false;
    const struct pdf_glyph *shown = &show->font->glyphs[
        glyph_use_number(show->font->use, glyph->id)];
    pdf_add_hex16(show->out, shown->cid);
    show->wanted += glyph->advance;
    show->reached += shown->width;
}

static bool is_private(uint32_t character)
{
    return (character >= 0xE000 && character <= 0xF8FF)
        || character >= 0xF0000;
}

/* How a reader of the file comes to the character of a glyph. */
enum reading {
    READ_BY_FONT,
    READ_BY_OTHER_FONT,
    READ_BY_ACTUAL_TEXT         /* no font says it, it has no glyph of its own,
                                   or no meaning that all agree on
                                   (ISO 19005-2, 6.2.11.7.3) */
};

static enum reading reading_of(const struct pdf_font *font,
    const struct glyph *glyph, bool is_last)
{
    if (is_private(glyph->character) || glyph->advance == 0
        || (!is_last && glyph[1].advance == 0))
        return READ_BY_ACTUAL_TEXT;
    const struct used_glyph *used = &font->use->list[
        glyph_use_number(font->use, glyph->id)];
    if (used->character == glyph->character)
        return READ_BY_FONT;
    return used->other == glyph->character ? READ_BY_OTHER_FONT
        : READ_BY_ACTUAL_TEXT;
}

/* The glyphs from the first on that are read alike: how many there are. */
static size_t count_alike(const struct pdf_font *font,
    const struct glyph *glyphs, size_t count)
{
    enum reading reading = reading_of(font, &glyphs[0], count == 1);
    size_t alike = 1;

    while (alike < count && reading_of(font, &glyphs[alike],
        alike + 1 == count) == reading)
        alike++;
    return alike;
}

static void show_alike(struct show *show, const struct glyph *glyphs,
    size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (i == 0 || glyphs[i].advance != 0)
            show_glyph(show, &glyphs[i]);
    end_array(show);
}

void pdf_set_font(struct buffer *out, char kind, uint32_t face, extent size)
{
    buffer_add_char(out, '/');
    buffer_add_char(out, kind);
    buffer_add_integer(out, face);
    buffer_add_char(out, ' ');
    extent_add(out, size);
    buffer_add_string(out, " Tf\n");
}

static void show_by_other_font(struct show *show, const struct glyph *glyphs,
    size_t count)
{
    pdf_set_font(show->out, 'G', show->face, show->size);
    show_alike(show, glyphs, count);
    pdf_set_font(show->out, 'F', show->face, show->size);
}

static void add_characters(struct buffer *out, const struct glyph *glyphs,
    size_t count)
{
    for (size_t i = 0; i < count; i++)
        pdf_add_utf16(out, glyphs[i].character);
}

#define ACTUAL_TEXT "/ActualText<FEFF"

static void show_by_actual_text(struct show *show, const struct glyph *glyphs,
    size_t count)
{
    buffer_add_string(show->out, "/Span<<" ACTUAL_TEXT);
    add_characters(show->out, glyphs, count);
    buffer_add_string(show->out, ">>>BDC\n");
    show_alike(show, glyphs, count);
    buffer_add_string(show->out, "EMC\n");
}

void pdf_add_actual_text(struct buffer *out, const struct pdf *pdf,
    const struct operation *operations, size_t count)
{
    buffer_add_string(out, ACTUAL_TEXT);
    for (size_t i = 0; i < count; i++)
        add_characters(out,
            &pdf->drawing->glyphs[operations[i].of.text.first],
            operations[i].of.text.count);
    buffer_add_char(out, '>');
}

void pdf_show_glyphs(struct buffer *out, const struct pdf *pdf,
    const struct operation *operation, bool is_said)
{
    static void (*const shows[])(struct show *, const struct glyph *,
        size_t) = {
        [READ_BY_FONT] = show_alike,
        [READ_BY_OTHER_FONT] = show_by_other_font,
        [READ_BY_ACTUAL_TEXT] = show_by_actual_text,
    };
    uint32_t face = operation->of.text.face;
    size_t count = operation->of.text.count;
    const struct glyph *glyphs
        = &pdf->drawing->glyphs[operation->of.text.first];
    struct show show = { .out = out, .face = face, .font = &pdf->fonts[face],
        .size = operation->of.text.size, .is_first = true };

    for (size_t done = 0; done < count;) {
        const struct glyph *from = &glyphs[done];
        size_t alike = count_alike(show.font, from, count - done);
        enum reading reading = reading_of(show.font, from,
            done + 1 == count);
        if (is_said && reading == READ_BY_ACTUAL_TEXT)
            reading = READ_BY_FONT;
        shows[reading](&show, from, alike);
        done += alike;
    }
}
