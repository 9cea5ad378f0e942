/* The pages of a PDF file: what is drawn, and which node it belongs to. */

#include "0_base/list.h"
#include "8_formats/pdf/pdf_parts.h"

/* Elements of one array of text and gaps, well below PDF_ARRAY_MAX. */
#define PIECES_MAX 2000u

/* The content of one page while it is written. */
struct content {
    struct pdf *pdf;
    struct buffer out;
    const struct page *page;
    size_t number;              /* of the page, from 0 */
    uint32_t node;              /* that the open mark belongs to */
    bool is_open;
    uint32_t face;              /* as last set; UINT32_MAX: not yet */
    extent size;
    extent width;               /* of strokes, likewise; -1: not yet */
};

/* --- marks --------------------------------------------------------------- */

static void add_mark(struct content *content, uint32_t node)
{
    struct pdf *pdf = content->pdf;
    struct pdf_mark *marks = list_room(pdf->marks, pdf->mark_count,
        &pdf->mark_room, sizeof *marks);

    if (!marks) {
        pdf->objects.failed = true;
        return;
    }
    pdf->marks = marks;
    buffer_printf(&content->out, "/%s<</MCID %zu>>BDC\n",
        pdf_node_type(pdf->drawing->nodes[node].kind),
        pdf->mark_count - pdf->page_marks[content->number]);
    marks[pdf->mark_count++] = (struct pdf_mark){ node, content->number };
}

static void close_mark(struct content *content)
{
    if (content->is_open)
        buffer_add_string(&content->out, "EMC\n");
    content->is_open = false;
}

static void open_mark(struct content *content, uint32_t node)
{
    if (content->is_open && content->node == node)
        return;
    close_mark(content);
    if (node == ARTIFACT_LAYOUT)
        buffer_add_string(&content->out, "/Artifact<</Type/Layout>>BDC\n");
    else if (node == ARTIFACT_PAGINATION)
        buffer_add_string(&content->out,
            "/Artifact<</Type/Pagination>>BDC\n");
    else
        add_mark(content, node);
    content->node = node;
    content->is_open = true;
}

/* --- text ---------------------------------------------------------------- */

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
    buffer_printf(show->out, "%s%lld", show->pieces == 0 ? "[" : "",
        (long long)gap);
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
    pdf_add_hex16(show->out, show->font->cids[glyph->id]);
    show->wanted += glyph->advance;
    show->reached += show->font->widths[glyph->id];
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
    if (font->use->characters[glyph->id] == glyph->character)
        return READ_BY_FONT;
    return font->use->others[glyph->id] == glyph->character ? READ_BY_OTHER_FONT
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

static void set_font(struct buffer *out, char kind, uint32_t face,
    extent size)
{
    buffer_printf(out, "/%c%u ", kind, face);
    extent_add(out, size);
    buffer_add_string(out, " Tf\n");
}

static void show_by_other_font(struct show *show, const struct glyph *glyphs,
    size_t count)
{
    set_font(show->out, 'G', show->face, show->size);
    show_alike(show, glyphs, count);
    set_font(show->out, 'F', show->face, show->size);
}

static void show_by_actual_text(struct show *show, const struct glyph *glyphs,
    size_t count)
{
    buffer_add_string(show->out, "/Span<</ActualText<FEFF");
    for (size_t i = 0; i < count; i++)
        pdf_add_utf16(show->out, glyphs[i].character);
    buffer_add_string(show->out, ">>>BDC\n");
    show_alike(show, glyphs, count);
    buffer_add_string(show->out, "EMC\n");
}

static void show_glyphs(struct show *show, const struct glyph *glyphs,
    size_t count)
{
    static void (*const shows[])(struct show *, const struct glyph *,
        size_t) = {
        [READ_BY_FONT] = show_alike,
        [READ_BY_OTHER_FONT] = show_by_other_font,
        [READ_BY_ACTUAL_TEXT] = show_by_actual_text,
    };

    for (size_t done = 0; done < count;) {
        const struct glyph *from = &glyphs[done];
        size_t alike = count_alike(show->font, from, count - done);
        shows[reading_of(show->font, from, done + 1 == count)](show, from,
            alike);
        done += alike;
    }
}

static void draw_text(struct content *content,
    const struct operation *operation)
{
    const struct drawing *drawing = content->pdf->drawing;
    struct buffer *out = &content->out;
    uint32_t face = operation->of.text.face;
    struct show show = { .out = out, .face = face,
        .font = &content->pdf->fonts[face], .size = operation->of.text.size,
        .is_first = true };

    buffer_add_string(out, "BT\n");
    if (content->face != face || content->size != show.size) {
        set_font(out, 'F', face, show.size);
        content->face = face;
        content->size = show.size;
    }
    buffer_add_string(out, operation->of.text.is_turned ? "0 -1 1 0 "
        : "1 0 0 1 ");
    extent_add(out, operation->of.text.x);
    buffer_add_char(out, ' ');
    extent_add(out, content->page->height - operation->of.text.y);
    buffer_add_string(out, " Tm\n");
    show_glyphs(&show, &drawing->glyphs[operation->of.text.first],
        operation->of.text.count);
    buffer_add_string(out, "ET\n");
}

/* --- lines and grounds --------------------------------------------------- */

static void add_extents(struct buffer *out, const extent *values,
    size_t count, const char *operator)
{
    for (size_t i = 0; i < count; i++) {
        extent_add(out, values[i]);
        buffer_add_char(out, ' ');
    }
    buffer_add_string(out, operator);
}

static void draw_line(struct content *content,
    const struct operation *operation)
{
    extent height = content->page->height, width = operation->of.line.width;
    const extent from[] = { operation->of.line.x1,
        height - operation->of.line.y1 };
    const extent to[] = { operation->of.line.x2,
        height - operation->of.line.y2 };

    if (width != content->width)
        add_extents(&content->out, &width, 1, "w\n");
    content->width = width;
    add_extents(&content->out, from, 2, "m ");
    add_extents(&content->out, to, 2, "l S\n");
}

/* A part of 255, in thousandths. */
static extent share(uint32_t colour, unsigned shift)
{
    return (extent)(((colour >> shift & 0xFF) * 1000 + 127) / 255);
}

static void draw_fill(struct content *content,
    const struct operation *operation)
{
    uint32_t colour = operation->of.fill.colour;
    const extent shares[] = { share(colour, 16), share(colour, 8),
        share(colour, 0) };
    const extent box[] = { operation->of.fill.x,
        content->page->height - operation->of.fill.y
            - operation->of.fill.height,
        operation->of.fill.width, operation->of.fill.height };

    add_extents(&content->out, shares, 3, "rg\n");
    add_extents(&content->out, box, 4, "re f\n0 g\n");
}

/* --- pages --------------------------------------------------------------- */

static void draw(struct content *content, const struct operation *operation)
{
    static void (*const draws[])(struct content *,
        const struct operation *) = {
        [OPERATION_TEXT] = draw_text,
        [OPERATION_LINE] = draw_line,
        [OPERATION_FILL] = draw_fill,
    };

    open_mark(content, operation->node);
    draws[operation->kind](content, operation);
}

static void write_content(struct pdf *pdf, size_t number, uint32_t stream)
{
    const struct page *page = &pdf->drawing->pages[number];
    struct content content = { .pdf = pdf, .page = page, .number = number,
        .face = UINT32_MAX, .width = -1 };

    pdf->page_marks[number] = pdf->mark_count;
    for (size_t i = 0; i < page->count; i++)
        draw(&content, &pdf->drawing->operations[page->first + i]);
    close_mark(&content);
    objects_stream(&pdf->objects, stream, "", &content.out, false);
    buffer_free(&content.out);
}

static void write_page(struct pdf *pdf, size_t number, uint32_t stream)
{
    const struct page *page = &pdf->drawing->pages[number];
    struct buffer *out = objects_open(&pdf->objects,
        pdf->first_page + (uint32_t)number);

    buffer_printf(out, "<</Type/Page/Parent %u 0 R/MediaBox[0 0 ",
        pdf->pages);
    extent_add(out, page->width);
    buffer_add_char(out, ' ');
    extent_add(out, page->height);
    buffer_printf(out, "]/Resources %u 0 R/Contents %u 0 R"
        "/StructParents %zu%s>>", pdf->resources, stream, number,
        pdf->level == PDF_2A ? "/Tabs/S" : "");
    objects_close(&pdf->objects);
}

static void write_page_tree(struct pdf *pdf)
{
    struct buffer *out = objects_open(&pdf->objects, pdf->pages);
    size_t count = pdf->drawing->page_count;

    buffer_printf(out, "<</Type/Pages/Count %zu/Kids[", count);
    for (size_t i = 0; i < count; i++)
        buffer_printf(out, "%s%u 0 R", i > 0 ? " " : "",
            pdf->first_page + (uint32_t)i);
    buffer_add_string(out, "]>>");
    objects_close(&pdf->objects);
}

static void write_resources(struct pdf *pdf)
{
    struct buffer *out = objects_open(&pdf->objects, pdf->resources);

    buffer_add_string(out, "<</ProcSet[/PDF/Text]/Font<<");
    for (size_t i = 0; i < pdf->drawing->face_count; i++) {
        const struct pdf_font *font = &pdf->fonts[i];
        if (font->number > 0)
            buffer_printf(out, "/F%zu %u 0 R", i, font->number);
        if (font->other_number > 0)
            buffer_printf(out, "/G%zu %u 0 R", i, font->other_number);
    }
    buffer_add_string(out, ">>>>");
    objects_close(&pdf->objects);
}

void pdf_pages_write(struct pdf *pdf)
{
    size_t count = pdf->drawing->page_count;
    uint32_t stream = objects_reserve(&pdf->objects, count);

    for (size_t i = 0; i < count && !pdf->objects.failed; i++)
        write_content(pdf, i, stream + (uint32_t)i);
    pdf->page_marks[count] = pdf->mark_count;
    for (size_t i = 0; i < count; i++)
        write_page(pdf, i, stream + (uint32_t)i);
    write_page_tree(pdf);
    write_resources(pdf);
}
