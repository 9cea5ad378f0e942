/* Blocks drawn as one attachment, and what is then on its pages. */

#include "layout_fixture.h"

#include <CUnit/CUnit.h>

#include "fixture.h"

/* Typography and fonts are those of the program and of this machine. */
static const struct resources built_in;
static const struct font_options no_options;

struct laid layout_lay(const char *blocks, const char *orientation)
{
    struct laid laid = { .findings = findings_new() };
    struct buffer text = BUFFER_EMPTY;

    buffer_printf(&text, "<documents edition='e' title='集' file='f'>"
        "<attachment id='附件1' kind='附件1' name='表' file='f' src='' "
        "orientation='%s'>%s</attachment></documents>", orientation, blocks);
    laid.documents = fixture_xml(buffer_string(&text));
    buffer_free(&text);
    laid.typography = typography_read(&built_in, laid.findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(laid.typography);
    laid.fonts = fonts_new(laid.typography, &no_options);
    CU_ASSERT_PTR_NOT_NULL_FATAL(laid.fonts);
    laid.drawing = layout_draw(laid.documents, laid.typography, laid.fonts,
        laid.findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(laid.drawing);
    return laid;
}

void layout_let_go(struct laid *laid)
{
    drawing_free(laid->drawing);
    fonts_free(laid->fonts);
    typography_free(laid->typography);
    xmlFreeDoc(laid->documents);
    findings_free(laid->findings);
}

void add_times(struct buffer *out, const char *words, size_t count)
{
    while (count-- > 0)
        buffer_add_string(out, words);
}

const struct operation *layout_operation(const struct drawing *drawing,
    size_t page, size_t k)
{
    return k < drawing->pages[page].count
        ? &drawing->operations[drawing->pages[page].first + k] : NULL;
}

size_t layout_count_text(const struct drawing *drawing, size_t page)
{
    const struct operation *operation;
    size_t count = 0;

    for (size_t k = 0; (operation = layout_operation(drawing, page, k)); k++)
        count += operation->kind == OPERATION_TEXT
            && !OPERATION_IS_ARTIFACT(operation);
    return count;
}

void add_glyphs(struct buffer *out, const struct drawing *drawing,
    const struct operation *operation)
{
    for (size_t k = 0; k < operation->of.text.count; k++) {
        unsigned c = drawing->glyphs[operation->of.text.first + k].character;
        char bytes[4] = { (char)(0xE0 | c >> 12), (char)(0x80 | (c >> 6 & 63)),
            (char)(0x80 | (c & 63)) };
        if (c < 0x80)
            buffer_add_char(out, (char)c);
        else if (c < 0x800)
            buffer_printf(out, "%c%c", 0xC0 | c >> 6, 0x80 | (c & 63));
        else
            buffer_add(out, bytes, 3);
    }
}

/* What is no artifact, by the nodes in their order. */
static void read_drawing(const struct drawing *drawing, struct buffer *out)
{
    for (size_t node = 0; node < drawing->node_count; node++)
        for (size_t k = 0; k < drawing->operation_count; k++) {
            const struct operation *operation = &drawing->operations[k];
            if (operation->kind == OPERATION_TEXT
                && operation->node == node)
                add_glyphs(out, drawing, operation);
        }
}

extent end_of(const struct drawing *drawing,
    const struct operation *operation)
{
    extent x = operation->of.text.x;

    for (size_t k = 0; k < operation->of.text.count; k++)
        x += drawing->glyphs[operation->of.text.first + k].character == ' '
            ? 0 : drawing->glyphs[operation->of.text.first + k].advance;
    return x;
}

/* The text of a page is in the area that its margins leave; those of a turned
 * page are the upright one's, turned to the left. */
static void check_within(const struct typography *t,
    const struct drawing *drawing, const struct page *page,
    const struct operation *operation)
{
    bool is_turned = page->width > page->height;
    extent left = is_turned ? t->page.bottom : t->page.left;
    extent right = is_turned ? t->page.top : t->page.right;
    extent top = is_turned ? t->page.left : t->page.top;
    extent bottom = is_turned ? t->page.right : t->page.bottom;

    CU_ASSERT_TRUE(operation->of.text.x >= left);
    CU_ASSERT_TRUE(end_of(drawing, operation)
        <= page->width - right + EXTENT_POINT);
    CU_ASSERT_TRUE(operation->of.text.y > top);
    CU_ASSERT_TRUE(operation->of.text.y < page->height - bottom);
}

void check_all_there(const struct laid *laid)
{
    const struct typography *t = laid->typography;
    const struct drawing *drawing = laid->drawing;
    xmlChar *words = xmlNodeGetContent(xmlDocGetRootElement(laid->documents));
    struct buffer read = BUFFER_EMPTY;

    read_drawing(drawing, &read);
    CU_ASSERT_STRING_EQUAL(buffer_string(&read), (const char *)words);
    for (size_t page = 0; page < drawing->page_count; page++) {
        const struct operation *operation;
        for (size_t k = 0; (operation = layout_operation(drawing, page, k));
            k++) {
            if (operation->kind != OPERATION_TEXT
                || OPERATION_IS_ARTIFACT(operation))
                continue;
            check_within(t, drawing, &drawing->pages[page], operation);
        }
    }
    buffer_free(&read);
    xmlFree(words);
}
