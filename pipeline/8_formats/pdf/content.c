/* The pages of a PDF file: what is drawn, and which node it belongs to. */

#include "0_base/list.h"
#include "8_formats/pdf/pdf_parts.h"

/* The content of one page while it is written. */
struct content {
    struct pdf *pdf;
    struct buffer out;
    const struct page *page;
    size_t number;              /* of the page, from 0 */
    uint32_t node;              /* that the open mark belongs to */
    bool is_open;
    bool is_said;               /* what its characters are */
    uint32_t face;              /* as last set; UINT32_MAX: not yet */
    extent size;
    extent width;               /* of strokes, likewise; -1: not yet */
};

/* --- marks --------------------------------------------------------------- */

/* The number of a new mark among those of its page. */
static size_t new_mark(struct content *content, uint32_t node)
{
    struct pdf *pdf = content->pdf;
    struct pdf_mark *marks = list_room(pdf->marks, pdf->mark_count,
        &pdf->mark_room, sizeof *marks);

    if (!marks) {
        pdf->objects.failed = true;
        return 0;
    }
    pdf->marks = marks;
    marks[pdf->mark_count++] = (struct pdf_mark){ node, content->number };
    return pdf->mark_count - 1 - pdf->page_marks[content->number];
}

static void close_mark(struct content *content)
{
    if (content->is_open)
        buffer_add_string(&content->out, "EMC\n");
    content->is_open = false;
}

static void begin_mark(struct content *content, uint32_t node)
{
    struct buffer *out = &content->out;

    buffer_add_char(out, '/');
    buffer_add_string(out,
        pdf_node_type(content->pdf->drawing->nodes[node].kind));
    buffer_add_string(out, "<</MCID ");
    buffer_add_integer(out, (int64_t)new_mark(content, node));
    buffer_add_string(out, ">>BDC\n");
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
        begin_mark(content, node);
    content->node = node;
    content->is_open = true;
}

/* --- what is drawn ------------------------------------------------------- */

static void draw_text(struct content *content,
    const struct operation *operation)
{
    struct buffer *out = &content->out;
    uint32_t face = operation->of.text.face;
    extent size = operation->of.text.size;

    buffer_add_string(out, "BT\n");
    if (content->face != face || content->size != size) {
        pdf_set_font(out, 'F', face, size);
        content->face = face;
        content->size = size;
    }
    buffer_add_string(out, operation->of.text.is_turned ? "0 -1 1 0 "
        : "1 0 0 1 ");
    extent_add(out, operation->of.text.x);
    buffer_add_char(out, ' ');
    extent_add(out, content->page->height - operation->of.text.y);
    buffer_add_string(out, " Tm\n");
    pdf_show_glyphs(out, content->pdf, operation, content->is_said);
    buffer_add_string(out, "ET\n");
}

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

/* A line of wide gaps, as a mark of its own that says its characters: so many
 * operations. */
static size_t draw_spread(struct content *content,
    const struct operation *operations)
{
    size_t count = operations[0].of.text.spread;

    close_mark(content);
    content->node = operations[0].node;
    buffer_printf(&content->out, "/Span<</MCID %zu",
        new_mark(content, content->node));
    pdf_add_actual_text(&content->out, content->pdf, operations, count);
    buffer_add_string(&content->out, ">>BDC\n");
    content->is_open = content->is_said = true;
    for (size_t i = 0; i < count; i++)
        draw(content, &operations[i]);
    content->is_said = false;
    close_mark(content);
    return count;
}

static bool is_spread(const struct operation *operation)
{
    return operation->kind == OPERATION_TEXT && operation->of.text.spread > 0
        && !OPERATION_IS_ARTIFACT(operation);
}

static void draw_page(struct content *content,
    const struct operation *operations)
{
    for (size_t i = 0; i < content->page->count;)
        if (is_spread(&operations[i]))
            i += draw_spread(content, &operations[i]);
        else
            draw(content, &operations[i++]);
}

static void write_content(struct pdf *pdf, size_t number, uint32_t stream)
{
    const struct page *page = &pdf->drawing->pages[number];
    struct content content = { .pdf = pdf, .page = page, .number = number,
        .face = UINT32_MAX, .width = -1 };

    pdf->page_marks[number] = pdf->mark_count;
    draw_page(&content, &pdf->drawing->operations[page->first]);
    close_mark(&content);
    objects_stream(&pdf->objects, stream, "", &content.out, STREAM_DEFLATED);
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
