/* The pages of an OFD file: their layers, and what is drawn on each (GB/T
 * 33190, 7.7, 9.1 and 11.2). */

#include "0_base/escape.h"
#include "0_base/utf8.h"
#include "8_formats/ofd/ofd_parts.h"

#define SUPPLEMENT 0x10000u     /* where characters take two UTF-16 units */

/* What reaches over the line of type, as a part of its size. */
#define OVERHANG 8

/* The content of one page while it is written. */
struct content {
    struct ofd *ofd;
    struct buffer out;
    struct buffer glyphs, deltas, text;     /* of the run in hand */
};

static uint32_t next_id(struct content *content)
{
    return ++content->ofd->last_id;
}

/* An object's type, identifier and box, which cuts off what is outside. */
static void open_object(struct content *content, const char *type,
    const int32_t box[4])
{
    buffer_printf(&content->out, "<ofd:%s ID=\"%u\" Boundary=\"", type,
        next_id(content));
    ofd_add_lengths(&content->out, box, 4);
    buffer_add_char(&content->out, '"');
}

/* --- text ---------------------------------------------------------------- */

/* Glyphs of one line that stand in one object. */
struct run {
    const struct face *face;
    const struct operation *operation;
    const struct glyph *glyphs;
    size_t count;
    int64_t along;              /* where the first begins in the line */
    int64_t end;                /* where the last ends, likewise */
};

/*
 * A character beyond U+FFFF is one object by itself: programs differ in
 * whether it counts as one character or as two units of UTF-16 (11.4), and
 * alone it is drawn right by both.
 */
static size_t count_alike(const struct glyph *glyphs, size_t count)
{
    size_t alike = 1;

    while (alike < count && glyphs[0].character < SUPPLEMENT
        && glyphs[alike].character < SUPPLEMENT)
        alike++;
    return alike;
}

/* Fills in the glyphs, the gaps between them and the text. */
static void collect(struct content *content, const struct run *run)
{
    uint32_t face = run->operation->of.text.face;
    const uint16_t *numbers = content->ofd->fonts[face].numbers;
    const struct glyph_use *use = &content->ofd->uses[face];
    int64_t along = run->along;

    buffer_clear(&content->glyphs);
    buffer_clear(&content->deltas);
    buffer_clear(&content->text);
    for (size_t i = 0; i < run->count; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        const char *blank = i > 0 ? " " : "";
        buffer_printf(&content->glyphs, "%s%u", blank,
            numbers[glyph_use_number(use, glyph->id)]);
        utf8_add(&content->text, glyph->character);
        int32_t before = ofd_length(along);
        along += glyph->advance;
        if (i + 1 < run->count) {
            buffer_add_string(&content->deltas, blank);
            ofd_add_length(&content->deltas, ofd_length(along) - before);
        }
    }
}

/* Where a run stands, in micrometres. */
struct spot {
    int32_t box[4];             /* on the page */
    int32_t x, y;               /* of its first glyph's origin in the box */
};

/* Upright: the line runs to the right of its origin; turned: down from it,
 * with its top to the right. */
static void find_spot(const struct run *run, struct spot *spot)
{
    const struct operation *operation = run->operation;
    bool is_turned = operation->of.text.is_turned;
    extent size = operation->of.text.size;
    int32_t margin = ofd_length(size / OVERHANG);
    struct face_metrics metrics;

    face_metrics(run->face, &metrics);
    int32_t above = margin + ofd_length(extent_of_em(metrics.ascent, size));
    int32_t below = margin + ofd_length(extent_of_em(-metrics.descent, size));
    int32_t length = ofd_length(run->end) - ofd_length(run->along)
        + 2 * margin;
    int32_t x = ofd_length(operation->of.text.x
        + (is_turned ? 0 : run->along));
    int32_t y = ofd_length(operation->of.text.y
        + (is_turned ? run->along : 0));
    spot->x = is_turned ? below : margin;
    spot->y = is_turned ? margin : above;
    spot->box[0] = x - spot->x;
    spot->box[1] = y - spot->y;
    spot->box[2] = is_turned ? above + below : length;
    spot->box[3] = is_turned ? length : above + below;
}

static void add_attribute(struct buffer *out, const char *name,
    int32_t length)
{
    buffer_printf(out, " %s=\"", name);
    ofd_add_length(out, length);
    buffer_add_char(out, '"');
}

/* The glyphs are given by their numbers: of a font that is cut down, no reader
 * may look characters up in another font of the same name. */
static void add_glyphs(struct content *content, const struct run *run)
{
    size_t units = run->count
        + (run->glyphs[0].character >= SUPPLEMENT ? 1 : 0);

    buffer_printf(&content->out, "<ofd:CGTransform CodePosition=\"0\""
        " CodeCount=\"%zu\" GlyphCount=\"%zu\"><ofd:Glyphs>%s</ofd:Glyphs>"
        "</ofd:CGTransform>", units, run->count,
        buffer_string(&content->glyphs));
}

static void add_code(struct content *content, const struct spot *spot,
    bool is_turned)
{
    buffer_add_string(&content->out, "<ofd:TextCode");
    add_attribute(&content->out, "X", is_turned ? 0 : spot->x);
    add_attribute(&content->out, "Y", is_turned ? 0 : spot->y);
    if (content->deltas.length > 0)
        buffer_printf(&content->out, " DeltaX=\"%s\"",
            buffer_string(&content->deltas));
    buffer_add_char(&content->out, '>');
    escape_add(&content->out, buffer_string(&content->text));
    buffer_add_string(&content->out, "</ofd:TextCode>");
}

static void write_run(struct content *content, const struct run *run)
{
    const struct operation *operation = run->operation;
    bool is_turned = operation->of.text.is_turned;
    struct spot spot;

    find_spot(run, &spot);
    collect(content, run);
    open_object(content, "TextObject", spot.box);
    buffer_printf(&content->out, " Font=\"%u\"",
        ofd_font_id(operation->of.text.face));
    add_attribute(&content->out, "Size", ofd_length(operation->of.text.size));
    if (is_turned) {
        buffer_add_string(&content->out, " CTM=\"0 1 -1 0 ");
        ofd_add_lengths(&content->out, (int32_t[]){ spot.x, spot.y }, 2);
        buffer_add_char(&content->out, '"');
    }
    buffer_add_char(&content->out, '>');
    add_glyphs(content, run);
    add_code(content, &spot, is_turned);
    buffer_add_string(&content->out, "</ofd:TextObject>\n");
}

static void draw_text(struct content *content,
    const struct operation *operation)
{
    const struct drawing *drawing = content->ofd->drawing;
    const struct glyph *glyphs = &drawing->glyphs[operation->of.text.first];
    size_t count = operation->of.text.count;
    struct run run = { .face = drawing->faces[operation->of.text.face],
        .operation = operation };

    for (size_t done = 0; done < count; done += run.count) {
        run.glyphs = &glyphs[done];
        run.count = count_alike(run.glyphs, count - done);
        run.along = run.end;
        for (size_t i = 0; i < run.count; i++)
            run.end += run.glyphs[i].advance;
        write_run(content, &run);
    }
}

/* --- lines and grounds --------------------------------------------------- */

static int32_t smaller(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static int32_t distance(int32_t a, int32_t b)
{
    return a < b ? b - a : a - b;
}

static void draw_line(struct content *content,
    const struct operation *operation)
{
    struct buffer *out = &content->out;
    int32_t x1 = ofd_length(operation->of.line.x1);
    int32_t y1 = ofd_length(operation->of.line.y1);
    int32_t x2 = ofd_length(operation->of.line.x2);
    int32_t y2 = ofd_length(operation->of.line.y2);
    int32_t width = ofd_length(operation->of.line.width);
    const int32_t box[] = { smaller(x1, x2) - width, smaller(y1, y2) - width,
        distance(x1, x2) + 2 * width, distance(y1, y2) + 2 * width };
    const int32_t from[] = { x1 - box[0], y1 - box[1] };
    const int32_t to[] = { x2 - box[0], y2 - box[1] };

    open_object(content, "PathObject", box);
    add_attribute(out, "LineWidth", width);
    buffer_add_string(out, "><ofd:AbbreviatedData>M ");
    ofd_add_lengths(out, from, 2);
    buffer_add_string(out, " L ");
    ofd_add_lengths(out, to, 2);
    buffer_add_string(out, "</ofd:AbbreviatedData></ofd:PathObject>\n");
}

static void draw_fill(struct content *content,
    const struct operation *operation)
{
    struct buffer *out = &content->out;
    uint32_t colour = operation->of.fill.colour;
    int32_t x = ofd_length(operation->of.fill.x);
    int32_t y = ofd_length(operation->of.fill.y);
    const int32_t box[] = { x, y,
        ofd_length(operation->of.fill.x + operation->of.fill.width) - x,
        ofd_length(operation->of.fill.y + operation->of.fill.height) - y };

    open_object(content, "PathObject", box);
    buffer_printf(out, " Stroke=\"false\" Fill=\"true\"><ofd:FillColor"
        " Value=\"%u %u %u\"/><ofd:AbbreviatedData>M 0 0 L ",
        colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF);
    ofd_add_lengths(out, (int32_t[]){ box[2], 0 }, 2);
    buffer_add_string(out, " L ");
    ofd_add_lengths(out, &box[2], 2);
    buffer_add_string(out, " L ");
    ofd_add_lengths(out, (int32_t[]){ 0, box[3] }, 2);
    buffer_add_string(out, " C</ofd:AbbreviatedData></ofd:PathObject>\n");
}

/* --- layers and pages ---------------------------------------------------- */

/* What a page is made of, from the ground up: the body has what the data say,
 * in reading order, and nothing else. */
static const struct layer {
    const char *type;           /* 7.7, table 18 */
    uint32_t artifact;          /* NODE_NONE: what belongs to a node */
} layers[] = {
    { "Background", ARTIFACT_LAYOUT },
    { "Body", NODE_NONE },
    { "Foreground", ARTIFACT_PAGINATION },
};

static bool is_in_layer(const struct operation *operation,
    const struct layer *layer)
{
    return OPERATION_IS_ARTIFACT(operation)
        ? operation->node == layer->artifact : layer->artifact == NODE_NONE;
}

static void draw(struct content *content, const struct operation *operation)
{
    static void (*const draws[])(struct content *,
        const struct operation *) = {
        [OPERATION_TEXT] = draw_text,
        [OPERATION_LINE] = draw_line,
        [OPERATION_FILL] = draw_fill,
    };

    draws[operation->kind](content, operation);
}

static void write_layer(struct content *content, const struct page *page,
    const struct layer *layer)
{
    const struct operation *operations =
        &content->ofd->drawing->operations[page->first];

    buffer_printf(&content->out, "<ofd:Layer ID=\"%u\" Type=\"%s\">\n",
        next_id(content), layer->type);
    for (size_t i = 0; i < page->count; i++)
        if (is_in_layer(&operations[i], layer))
            draw(content, &operations[i]);
    buffer_add_string(&content->out, "</ofd:Layer>\n");
}

uint32_t ofd_page_id(const struct ofd *ofd, size_t page)
{
    return (uint32_t)(ofd->drawing->face_count + page + 1);
}

static void write_page(struct content *content, size_t number)
{
    const struct page *page = &content->ofd->drawing->pages[number];
    const int32_t box[] = { 0, 0, ofd_length(page->width),
        ofd_length(page->height) };
    struct buffer name = BUFFER_EMPTY;

    buffer_clear(&content->out);
    buffer_add_string(&content->out, OFD_DECLARATION
        "<ofd:Page " OFD_NAMESPACE "><ofd:Area><ofd:PhysicalBox>");
    ofd_add_lengths(&content->out, box, 4);
    buffer_add_string(&content->out, "</ofd:PhysicalBox></ofd:Area>"
        "<ofd:Content>\n");
    for (size_t k = 0; k < sizeof layers / sizeof *layers; k++)
        write_layer(content, page, &layers[k]);
    buffer_add_string(&content->out, "</ofd:Content></ofd:Page>\n");
    buffer_printf(&name, OFD_DOCUMENT OFD_PAGE, number);
    content->ofd->failed = content->ofd->failed || name.failed;
    ofd_part(content->ofd, buffer_string(&name), &content->out);
    buffer_free(&name);
}

void ofd_pages_write(struct ofd *ofd)
{
    struct content content = { .ofd = ofd };
    size_t count = ofd->drawing->page_count;

    ofd->last_id = ofd_page_id(ofd, count) - 1;
    for (size_t i = 0; i < count && !ofd->failed; i++)
        write_page(&content, i);
    ofd->failed = ofd->failed || content.glyphs.failed
        || content.deltas.failed || content.text.failed;
    buffer_free(&content.out);
    buffer_free(&content.glyphs);
    buffer_free(&content.deltas);
    buffer_free(&content.text);
}
