/* From the page model to pages, attachment by attachment. */

#include "8_formats/layout/layout.h"

#include <stdlib.h>

#include "0_base/xml.h"
#include "8_formats/layout/blocks.h"
#include "8_formats/layout/model.h"

/* All text blocks of an element: what its texts need room for. */
static size_t count_texts(const xmlNode *parent)
{
    size_t count = 0;

    for (const xmlNode *child = parent->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            count += 1 + (xml_is(child, "title")
                || xml_is(child, "signatures") ? count_texts(child) : 0);
    return count;
}

/* A turned page has the upright one's margins, turned to the left. */
static struct flow_page page_of(const struct typography *typography,
    bool is_turned)
{
    struct flow_page page = {
        .width = typography->page.width, .height = typography->page.height,
        .left = typography->page.left, .top = typography->page.top,
        .text_width = typography->page.width - typography->page.left
            - typography->page.right,
        .text_height = typography->page.height - typography->page.top
            - typography->page.bottom,
    };

    return !is_turned ? page : (struct flow_page){
        .width = page.height, .height = page.width,
        .left = typography->page.bottom, .top = typography->page.left,
        .text_width = page.text_height, .text_height = page.text_width,
        .is_turned = true };
}

static void free_attachment(struct layout *layout)
{
    for (size_t k = 0; k < layout->text_count; k++)
        text_free(&layout->texts[k]);
    for (size_t k = 0; k < layout->table_count; k++)
        table_free(layout->tables[k]);
    for (size_t k = 0; k < layout->titles.count; k++)
        free(layout->titles.words[k]);
    free(layout->titles.words);
    free(layout->texts);
    free(layout->tables);
    flow_free(&layout->flow);
    layout->titles.words = NULL;
    layout->titles.count = layout->text_count = layout->table_count = 0;
}

static void draw_attachment(struct layout *layout, const xmlNode *attachment)
{
    size_t room = count_texts(attachment) + 1;
    char *name = layout_attribute(layout, attachment, "name");

    layout->flow = (struct flow){ .draw = layout->draw,
        .typography = layout->typography, .fonts = layout->fonts,
        .page = page_of(layout->typography, model_has(attachment,
            "orientation", "landscape")),
        .number = &layout->number };
    layout->texts = calloc(room, sizeof *layout->texts);
    layout->tables = calloc(room, sizeof *layout->tables);
    layout->failed = layout->failed || !name || !layout->texts
        || !layout->tables;
    if (!layout->failed) {
        layout->section = draw_node(layout->draw, NODE_SECTION, NODE_ROOT,
            name);
        layout_blocks(layout, attachment);
    }
    if (!layout->failed)
        flow_set(&layout->flow);
    layout->failed = layout->failed || layout->flow.failed;
    free(name);
    free_attachment(layout);
}

static void set_origin(struct layout *layout, const xmlNode *root)
{
    struct drawing *drawing = draw_drawing(layout->draw);

    drawing->title = layout_attribute(layout, root, "title");
    drawing->unit = layout_attribute(layout, root, "unit");
    drawing->period = layout_attribute(layout, root, "period");
    drawing->edition = layout_attribute(layout, root, "edition");
    layout->failed = layout->failed || !drawing->title || !drawing->edition;
}

struct drawing *layout_draw(xmlDocPtr documents,
    const struct typography *typography, struct fonts *fonts,
    struct findings *findings)
{
    const xmlNode *root = xmlDocGetRootElement(documents);
    struct layout layout = { .typography = typography, .fonts = fonts,
        .draw = draw_new() };
    struct drawing *drawing = NULL;

    if (layout.draw) {
        set_origin(&layout, root);
        draw_node(layout.draw, NODE_DOCUMENT, NODE_NONE, NULL);
        for (const xmlNode *child = root->children; child && !layout.failed;
            child = child->next)
            if (xml_is(child, "attachment"))
                draw_attachment(&layout, child);
        drawing = draw_end(layout.draw);
    }
    if (drawing && layout.failed) {
        drawing_free(drawing);
        drawing = NULL;
    }
    if (!drawing)
        findings_out_of_memory(findings);
    return drawing;
}
