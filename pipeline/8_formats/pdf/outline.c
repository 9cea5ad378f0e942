/* The outline of a PDF file: a tree of bookmarks (ISO 32000-1, 12.3.3). */

#include <stdlib.h>

#include "8_formats/pdf/pdf_parts.h"

#define ITEM_NONE SIZE_MAX

/* Where a bookmark stands among the others. */
struct item {
    size_t parent, previous, next, first, last;
    size_t below;               /* all that hang below it */
};

/* The one that stands above the k-th: the nearest before it of a lower
 * level. */
static size_t find_parent(const struct drawing *drawing,
    const struct item *items, size_t k)
{
    size_t above = k > 0 ? k - 1 : ITEM_NONE;

    while (above != ITEM_NONE && drawing->bookmarks[above].level
        >= drawing->bookmarks[k].level)
        above = items[above].parent;
    return above;
}

/* The items, and behind them the root. */
static void hang_items(const struct drawing *drawing, struct item *items)
{
    size_t count = drawing->bookmark_count;

    for (size_t i = 0; i <= count; i++)
        items[i] = (struct item){ ITEM_NONE, ITEM_NONE, ITEM_NONE, ITEM_NONE,
            ITEM_NONE, 0 };
    for (size_t i = 0; i < count; i++) {
        size_t parent = find_parent(drawing, items, i);
        struct item *above = &items[parent == ITEM_NONE ? count : parent];
        items[i].parent = parent;
        items[i].previous = above->last;
        if (above->last == ITEM_NONE)
            above->first = i;
        else
            items[above->last].next = i;
        above->last = i;
    }
    for (size_t i = count; i-- > 0;) {
        size_t parent = items[i].parent;
        items[parent == ITEM_NONE ? count : parent].below +=
            items[i].below + 1;
    }
}

static void add_link(struct buffer *out, const char *name, uint32_t first,
    size_t item)
{
    if (item != ITEM_NONE)
        buffer_printf(out, "/%s %u 0 R", name, first + (uint32_t)item);
}

static void add_children(struct buffer *out, const struct item *item,
    uint32_t first)
{
    add_link(out, "First", first, item->first);
    add_link(out, "Last", first, item->last);
    if (item->below > 0)
        buffer_printf(out, "/Count %zu", item->below);
}

static void write_item(struct pdf *pdf, const struct item *items, size_t k,
    uint32_t first, uint32_t root)
{
    const struct drawing *drawing = pdf->drawing;
    const struct bookmark *bookmark = &drawing->bookmarks[k];
    struct buffer *out = objects_open(&pdf->objects, first + (uint32_t)k);

    buffer_add_string(out, "<</Title");
    pdf_add_text(out, bookmark->title);
    buffer_printf(out, "/Parent %u 0 R", items[k].parent == ITEM_NONE ? root
        : first + (uint32_t)items[k].parent);
    add_link(out, "Prev", first, items[k].previous);
    add_link(out, "Next", first, items[k].next);
    add_children(out, &items[k], first);
    buffer_printf(out, "/Dest[%u 0 R/XYZ null ",
        pdf->first_page + (uint32_t)bookmark->page);
    extent_add(out, drawing->pages[bookmark->page].height - bookmark->y);
    buffer_add_string(out, " null]>>");
    objects_close(&pdf->objects);
}

uint32_t pdf_outline_write(struct pdf *pdf)
{
    size_t count = pdf->drawing->bookmark_count;
    struct item *items;

    if (count == 0)
        return 0;
    items = malloc((count + 1) * sizeof *items);
    if (!items) {
        pdf->objects.failed = true;
        return 0;
    }
    hang_items(pdf->drawing, items);
    uint32_t root = objects_reserve(&pdf->objects, 1);
    uint32_t first = objects_reserve(&pdf->objects, count);
    for (size_t i = 0; i < count; i++)
        write_item(pdf, items, i, first, root);
    struct buffer *out = objects_open(&pdf->objects, root);
    buffer_add_string(out, "<</Type/Outlines");
    add_children(out, &items[count], first);
    buffer_add_string(out, ">>");
    objects_close(&pdf->objects);
    free(items);
    return root;
}
