/* The blocks of an attachment as boxes: title, headings, paragraphs, notes,
 * signatures, tables. */

#include "8_formats/layout/blocks.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/buffer.h"
#include "0_base/xml.h"
#include "8_formats/layout/model.h"

#define SIGNED_RIGHT_MAX 20     /* characters */

static const xmlNode *next_element(const xmlNode *node)
{
    do
        node = node->next;
    while (node && node->type != XML_ELEMENT_NODE);
    return node;
}

static const xmlNode *former_element(const xmlNode *node)
{
    do
        node = node->prev;
    while (node && node->type != XML_ELEMENT_NODE);
    return node;
}

/* --- lines --------------------------------------------------------------- */

static struct text *new_text(struct layout *layout,
    const struct typography_role *role, const char *words,
    const xmlNode *inlines)
{
    struct text *text = &layout->texts[layout->text_count++];

    layout->failed = layout->failed || !text_read(text, layout->typography,
        role, words, inlines, layout->fonts);
    return layout->failed ? NULL : text;
}

static const struct typography_role *role_named(const struct layout *layout,
    const char *name)
{
    const struct typography_role *role = typography_role(layout->typography,
        name);

    return role ? role : &layout->typography->roles[0];
}

static struct box box_like(const struct layout *layout,
    const struct typography_role *role, uint32_t node)
{
    return (struct box){ .before = role->before, .align = role->align,
        .width = layout->flow.page.text_width, .node = node };
}

/* The title that stands in the outline: a copy that lives as long as the
 * attachment is at work. */
static const char *keep_words(struct layout *layout, char *words)
{
    char **more = realloc(layout->titles.words,
        (layout->titles.count + 1) * sizeof *more);

    layout->failed = layout->failed || !more || !words;
    if (more)
        layout->titles.words = more;
    if (layout->failed) {
        free(words);
        return NULL;
    }
    return layout->titles.words[layout->titles.count++] = words;
}

char *layout_attribute(struct layout *layout, const xmlNode *element,
    const char *name)
{
    xmlChar *text = xmlGetNoNsProp(element, (const xmlChar *)name);
    char *copy = text ? strdup((const char *)text) : NULL;

    layout->failed = layout->failed || (text && !copy);
    xmlFree(text);
    return copy;
}

/* The lines of a text that has been broken, where memory sufficed for it. */
static void add_lines(struct layout *layout, const struct text *text,
    bool is_broken, const struct box *like, extent indent)
{
    layout->failed = layout->failed || !is_broken;
    if (!layout->failed)
        flow_text(&layout->flow, text, like, indent);
}

/* One block of text in a role; the space below it is the next box's. */
static void add_block(struct layout *layout, const xmlNode *element,
    const char *role_name, enum node_kind kind, const char *words)
{
    const struct typography_role *role = role_named(layout, role_name);
    struct text *text = new_text(layout, role, words, element);
    struct box like = box_like(layout, role, draw_node(layout->draw, kind,
        layout->section, NULL));
    extent indent = (extent)role->indent
        * (role->size + (text ? text->tracking : 0));

    if (text)
        add_lines(layout, text, text_break(text, like.width, indent), &like,
            indent);
}

static void add_mark(struct layout *layout, const xmlNode *element)
{
    add_block(layout, element, "mark", NODE_PARAGRAPH, NULL);
}

/* The last words of a paper are on the page of those who sign it. */
static void add_paragraph(struct layout *layout, const xmlNode *element)
{
    size_t first = layout->flow.count;
    char *number = layout_attribute(layout, element, "number");

    add_block(layout, element, "paragraph", NODE_PARAGRAPH, number);
    free(number);
    if (layout->flow.count > first
        && xml_is(next_element(element), "signed"))
        layout->flow.boxes[layout->flow.count - 1].keeps_with_next = true;
}

/* Notes stay with the notes and signatures below them, and so these with the
 * last row of the form above. */
static void add_note(struct layout *layout, const xmlNode *element)
{
    size_t first = layout->flow.count;
    const xmlNode *next = next_element(element);

    add_block(layout, element, "note", NODE_NOTE, NULL);
    if (xml_is(next, "note") || xml_is(next, "signatures"))
        for (size_t k = first; k < layout->flow.count; k++)
            layout->flow.boxes[k].keeps_with_next = true;
}

/* What a heading says now. */
static void add_kept(struct buffer *words, const xmlNode *parent)
{
    for (const xmlNode *node = parent->children; node; node = node->next)
        if (node->type == XML_TEXT_NODE)
            buffer_add_string(words, (const char *)node->content);
        else if (!xml_is(node, "deleted"))
            add_kept(words, node);
}

static void add_heading(struct layout *layout, const xmlNode *element)
{
    static const char *const roles[] = { "heading-1", "heading-2",
        "heading-3", "heading-4" };
    char *number = layout_attribute(layout, element, "number");
    char *level = layout_attribute(layout, element, "level");
    size_t k = level && *level >= '1' && *level <= '4'
        ? (size_t)(*level - '1') : 0;
    size_t first = layout->flow.count;

    add_block(layout, element, roles[k], (enum node_kind)(NODE_H2 + k),
        number);
    if (!layout->failed && !layout->flow.failed
        && layout->flow.count > first) {
        struct buffer words = BUFFER_EMPTY;
        buffer_add_string(&words, number ? number : "");
        add_kept(&words, element);
        layout->flow.boxes[first].bookmark = keep_words(layout,
            buffer_take(&words));
        layout->flow.boxes[first].level = (unsigned)k + 2;
    }
    free(number);
    free(level);
}

static void add_title(struct layout *layout, const xmlNode *element)
{
    const struct typography_role *role = role_named(layout, "title");
    struct box like = box_like(layout, role, draw_node(layout->draw, NODE_H1,
        layout->section, NULL));
    size_t first = layout->flow.count;

    for (const xmlNode *line = element->children; line && !layout->failed;
        line = line->next) {
        if (!xml_is(line, "line"))
            continue;
        struct text *text = new_text(layout, role, NULL, line);
        if (text)
            add_lines(layout, text, text_break_evenly(text, like.width),
                &like, 0);
        like.before = 0;
    }
    if (!layout->failed && layout->flow.count > first) {
        char *id = layout_attribute(layout, element->parent, "id");
        char *name = layout_attribute(layout, element->parent, "name");
        struct buffer words = BUFFER_EMPTY;
        buffer_printf(&words, "%s %s", id ? id : "", name ? name : "");
        layout->flow.boxes[first].bookmark = keep_words(layout,
            buffer_take(&words));
        layout->flow.boxes[first].level = 1;
        free(id);
        free(name);
    }
}

/* The last lines of a paper, at the right: only the first of them stands below
 * the space that the role has above it. */
static void add_signed(struct layout *layout, const xmlNode *element)
{
    const struct typography_role *role = role_named(layout, "signed");
    const char *right = model_attribute(element, "right");
    struct text *text = new_text(layout, role, NULL, element);
    struct box like = box_like(layout, role, draw_node(layout->draw,
        NODE_PARAGRAPH, layout->section, NULL));
    long in = right ? strtol(right, NULL, 10) : 0;

    in = in < 0 || in > SIGNED_RIGHT_MAX ? 0 : in;
    like.width -= (extent)in * role->size;
    if (xml_is(former_element(element), "signed"))
        like.before = 0;
    like.keeps_with_next = xml_is(next_element(element), "signed");
    if (text)
        add_lines(layout, text, text_break(text, like.width, 0), &like, 0);
}

/* --- signatures ---------------------------------------------------------- */

/* A blank field has room for so many characters. */
#define SIGNATURE_ROOM 4

/* Fields side by side, with equal gaps where one line holds them, else two a
 * line. */
struct fields {
    struct text **texts;
    extent *widths;
    size_t count;
};

static void read_fields(struct layout *layout, const xmlNode *element,
    const struct typography_role *role, struct fields *fields)
{
    size_t room = xmlChildElementCount((xmlNodePtr)element) + 1;

    fields->texts = calloc(room, sizeof *fields->texts);
    fields->widths = calloc(room, sizeof *fields->widths);
    layout->failed = layout->failed || !fields->texts || !fields->widths;
    for (const xmlNode *field = element->children; field && !layout->failed;
        field = field->next) {
        if (!xml_is(field, "field"))
            continue;
        char *label = layout_attribute(layout, field, "label");
        struct buffer words = BUFFER_EMPTY;
        buffer_printf(&words, "%s：", label ? label : "");
        struct text *text = new_text(layout, role, buffer_string(&words),
            field);
        if (text && model_attribute(element, "change"))
            text_mark(text, text_change_named(model_attribute(element,
                "change")));
        layout->failed = layout->failed || words.failed
            || !text_break(text, EXTENT_MAX, 0);
        if (!layout->failed) {
            xmlChar *content = xmlNodeGetContent(field);
            fields->texts[fields->count] = text;
            fields->widths[fields->count++] = text_width(text)
                + (content && *content ? 0 : SIGNATURE_ROOM * role->size);
            xmlFree(content);
        }
        buffer_free(&words);
        free(label);
    }
}

static void add_signatures(struct layout *layout, const xmlNode *element)
{
    const struct typography_role *role = role_named(layout, "signatures");
    struct box like = box_like(layout, role, draw_node(layout->draw,
        NODE_PARAGRAPH, layout->section, NULL));
    struct fields fields = { .count = 0 };
    extent used = 0, x = 0;

    read_fields(layout, element, role, &fields);
    for (size_t k = 0; k < fields.count; k++)
        used += fields.widths[k];
    extent gap = fields.count ? (like.width - used) / (extent)fields.count : 0;
    bool fits = gap > role->size;
    for (size_t k = 0; k < fields.count && !layout->failed; k++) {
        bool ends_line = k + 1 == fields.count || (!fits && k % 2 == 1);
        like.x = fits ? x : k % 2 ? like.width / 2 : 0;
        x += fields.widths[k] + gap;
        flow_text(&layout->flow, fields.texts[k], &like, 0);
        like.before = 0;
        if (layout->flow.failed)
            break;
        struct box *box = &layout->flow.boxes[layout->flow.count - 1];
        box->width = EXTENT_MAX;
        box->keeps_with_next = k + 1 < fields.count;
        if (!ends_line)
            box->height = 0;
    }
    free(fields.texts);
    free(fields.widths);
}

/* --- tables -------------------------------------------------------------- */

static bool has_foot(const xmlNode *element)
{
    const xmlNode *next = next_element(element);

    return model_has(element, "role", "form") && next
        && (xml_is(next, "note") || xml_is(next, "signatures"));
}

static void add_caption(struct layout *layout, const xmlNode *element,
    uint32_t node)
{
    const struct typography_role *role = role_named(layout, "caption");
    const xmlNode *caption = element->children;

    while (caption && !xml_is(caption, "caption"))
        caption = caption->next;
    struct text *text = new_text(layout, role, NULL, caption);
    struct box like = box_like(layout, role, node);
    if (text)
        add_lines(layout, text, text_break_evenly(text, like.width), &like,
            0);
}

static void add_table(struct layout *layout, const xmlNode *element)
{
    const struct table_context context = { .typography = layout->typography,
        .fonts = layout->fonts, .draw = layout->draw,
        .section = layout->section, .width = layout->flow.page.text_width,
        .height = layout->flow.page.text_height };
    struct table *table = table_measure(element, &context);

    layout->failed = layout->failed || !table;
    if (!table)
        return;
    layout->tables[layout->table_count++] = table;
    if (table->caption != NODE_NONE)
        add_caption(layout, element, table->caption);
    if (has_foot(element) && table->row_count > 0)
        table->rows[table->row_count - 1].keeps_with_next = true;
    flow_table(&layout->flow, table);
}

/* --- all of them --------------------------------------------------------- */

static const struct {
    const char *name;
    void (*add)(struct layout *layout, const xmlNode *element);
} blocks[] = {
    { "mark", add_mark },
    { "title", add_title },
    { "heading", add_heading },
    { "paragraph", add_paragraph },
    { "table", add_table },
    { "note", add_note },
    { "signed", add_signed },
    { "signatures", add_signatures },
};

void layout_blocks(struct layout *layout, const xmlNode *attachment)
{
    extent after = 0;

    for (const xmlNode *child = attachment->children;
        child && !layout->failed; child = child->next) {
        size_t first = layout->flow.count;
        for (size_t k = 0; k < sizeof blocks / sizeof *blocks; k++)
            if (xml_is(child, blocks[k].name))
                blocks[k].add(layout, child);
        if (layout->flow.count == first || layout->flow.failed)
            continue;
        struct box *last = &layout->flow.boxes[layout->flow.count - 1];
        layout->flow.boxes[first].before += after;
        after = last->text ? last->text->role->after : 0;
    }
}
