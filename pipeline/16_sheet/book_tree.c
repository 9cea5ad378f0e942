/*
 * A workbook out of XML, element by element.
 */

#include "16_sheet/book_tree.h"

#include <string.h>

#include "10_archive/untrusted_xml.h"
#include "16_sheet/sheet_xml.h"
#include "16_sheet/xlsx.h"

static bool is(xmlNodePtr node, const char *name)
{
    return untrusted_xml_is(node, "urn:jixiao:workbook:1", name);
}

/* NULL where it is not there. */
static const char *attribute_of(struct book *book, xmlNodePtr node,
    const char *name)
{
    const char *text = untrusted_xml_attribute(node, name);

    return text ? book_keep(book, text) : NULL;
}

/* As much as a cell takes, and a mark where there is more. */
static const char *keep_text(struct book *book, const char *text)
{
    if (text[xlsx_text_head(text, BOOK_TEXT_MAX)] == '\0')
        return book_keep(book, text);
    struct buffer head = BUFFER_EMPTY;
    buffer_add(&head, text, xlsx_text_head(text, BOOK_TEXT_MAX - 1));
    buffer_add_string(&head, "…");
    book->failed = book->failed || head.failed;
    const char *kept = book_keep(book, buffer_string(&head));
    buffer_free(&head);
    return kept;
}

/* The text of an element; NULL where it has none. */
static const char *text_of(struct book *book, xmlNodePtr node)
{
    if (!node->children)
        return NULL;
    xmlChar *text = xmlNodeGetContent(node);
    const char *kept = text ? keep_text(book, (const char *)text) : NULL;

    book->failed = book->failed || !text;
    xmlFree(text);
    return kept;
}

/* One with decimals always shows so many, if there is a style for it. */
static enum book_style style_of(xmlNodePtr node)
{
    size_t decimals = sheet_xml_number(node, "decimals");

    if (untrusted_xml_attribute(node, "head"))
        return BOOK_HEADING;
    return decimals > 0 && decimals <= BOOK_DECIMALS_MAX
        ? BOOK_SHOWN + (unsigned)decimals - 1 : BOOK_PLAIN;
}

static void read_row(struct book *book, size_t sheet, xmlNodePtr row)
{
    unsigned column = 0;

    book_row(book, sheet, false);
    for (xmlNodePtr node = row->children; node; node = node->next) {
        if (!is(node, "cell"))
            continue;
        struct book_cell *cell = book_put(book, sheet, column++,
            style_of(node), text_of(book, node));
        cell->link = attribute_of(book, node, "link");
        if (untrusted_xml_attribute(node, "decimals"))
            cell->kind = BOOK_NUMBER;
    }
}

/* As wide as it says, or as the last that has room. */
static void read_column(struct book_sheet *sheet, xmlNodePtr column)
{
    if (sheet->width_count < BOOK_WIDTHS_MAX)
        sheet->widths[sheet->width_count++] = sheet_xml_number(column, "width");
}

static void read_sheet(struct book *book, xmlNodePtr element)
{
    const char *name = attribute_of(book, element, "name");
    size_t number = book_sheet(book, name, "");

    if (book->failed)
        return;
    struct book_sheet *sheet = &book->sheets[number];
    sheet->name = name;
    sheet->is_list = true;
    sheet->frozen_rows = (unsigned)sheet_xml_number(element, "frozen-rows");
    sheet->frozen_columns = (unsigned)sheet_xml_number(element,
        "frozen-columns");
    sheet->has_filter = untrusted_xml_attribute(element, "filter") != NULL;
    for (xmlNodePtr node = element->children; node; node = node->next) {
        if (is(node, "column"))
            read_column(sheet, node);
        else if (is(node, "row"))
            read_row(book, number, node);
    }
}

void book_read(struct book *book, xmlDocPtr tree)
{
    xmlNodePtr root = xmlDocGetRootElement(tree);

    for (xmlNodePtr node = root ? root->children : NULL; node;
        node = node->next)
        if (is(node, "sheet"))
            read_sheet(book, node);
}
