/* A table as the page model has it: columns, rows, cells, words. */

#include "8_formats/layout/table_read.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/decimal.h"
#include "0_base/xml.h"
#include "8_formats/layout/model.h"

/* --- the model ----------------------------------------------------------- */

static unsigned long number_of(const xmlNode *element, const char *name,
    unsigned long otherwise)
{
    const char *text = model_attribute(element, name);

    return text ? strtoul(text, NULL, 10) : otherwise;
}

/* --- columns ------------------------------------------------------------- */

static extent column_width(const xmlNode *column)
{
    xmlChar *text = xmlGetNoNsProp(column, (const xmlChar *)"width");
    struct decimal width = { .blank = true };

    if (text)
        decimal_parse((const char *)text, strlen((const char *)text), &width);
    xmlFree(text);
    if (width.blank || width.units <= 0
        || !decimal_shift(width, 3, &width))
        return 0;
    int64_t thousandths = decimal_round(width, 0).units;
    return thousandths > EXTENT_MAX ? EXTENT_MAX
        : (extent)((thousandths * 720 + 127) / 254);
}

static bool read_columns(struct table *table, const xmlNode *element,
    extent room)
{
    const xmlNode *columns = model_next(element->children, "columns");
    int64_t width = 0;

    table->column_count = columns ? model_count(columns, "column") : 0;
    table->edges = calloc(table->column_count + 1, sizeof *table->edges);
    if (!table->edges || table->column_count == 0)
        return false;
    int64_t whole = 0;
    MODEL_EACH(column, columns, "column")
        whole += column_width(column);
    size_t k = 0;
    MODEL_EACH(column, columns, "column") {
        width += column_width(column);
        table->edges[++k] = (extent)(whole > room ? width * room / whole
            : width);
    }
    table->left = (room - table->edges[table->column_count]) / 2;
    return true;
}

/* --- rows and parts ------------------------------------------------------ */

static void count_rows(struct table *table, const xmlNode *element)
{
    for (const xmlNode *child = element->children; child;
        child = child->next) {
        if (!xml_is(child, "head") && !xml_is(child, "body"))
            continue;
        table->part_count++;
        MODEL_EACH(row, child, "row") {
            table->row_count++;
            table->cell_count += model_count(row, "cell");
        }
    }
}

static bool make_room(struct table *table)
{
    table->rows = calloc(table->row_count + 1, sizeof *table->rows);
    table->cells = calloc(table->cell_count + 1, sizeof *table->cells);
    table->parts = calloc(table->part_count + 1, sizeof *table->parts);
    table->owners = calloc(table->row_count * table->column_count + 1,
        sizeof *table->owners);
    if (!table->rows || !table->cells || !table->parts || !table->owners)
        return false;
    for (size_t k = 0; k < table->row_count * table->column_count; k++)
        table->owners[k] = TABLE_NO_CELL;
    table->row_count = table->cell_count = table->part_count = 0;
    return true;
}

/* The first column of a row that no cell above reaches into. */
static size_t find_free(const struct table *table, size_t row, size_t column)
{
    while (column < table->column_count
        && table->owners[row * table->column_count + column] != TABLE_NO_CELL)
        column++;
    return column;
}

/* What does not fit the grid is cut to it. */
static void place_cell(struct table *table, const xmlNode *element,
    size_t row, size_t rows_left, size_t *column)
{
    struct table_cell *cell = &table->cells[table->cell_count];
    size_t columns = number_of(element, "colspan", 1);
    size_t rows = number_of(element, "rowspan", 1);

    *column = find_free(table, row, *column);
    if (*column == table->column_count)
        return;
    cell->row = row;
    cell->column = *column;
    cell->rows = rows > rows_left ? rows_left : rows ? rows : 1;
    while (cell->columns < columns && *column < table->column_count
        && table->owners[row * table->column_count + *column]
        == TABLE_NO_CELL) {
        for (size_t below = row; below < row + cell->rows; below++)
            table->owners[below * table->column_count + *column] =
                (uint32_t)table->cell_count;
        cell->columns++;
        ++*column;
    }
    table->cell_count++;
}

/* A cell of a body that goes on with one of the head above it is the same. */
static void continue_cell(struct table *table, const xmlNode *element,
    size_t row, size_t rows_left, size_t *column, struct draw *draw)
{
    size_t rows = number_of(element, "rowspan", 1);

    *column = find_free(table, row, *column);
    uint32_t owner = row == 0 || *column == table->column_count
        ? TABLE_NO_CELL
        : table->owners[(row - 1) * table->column_count + *column];
    if (owner == TABLE_NO_CELL)
        return;
    struct table_cell *cell = &table->cells[owner];
    rows = rows > rows_left ? rows_left : rows ? rows : 1;
    for (size_t below = row; below < row + rows; below++)
        for (size_t k = 0; k < cell->columns; k++)
            table->owners[below * table->column_count + cell->column + k] =
                owner;
    cell->rows += rows;
    *column = cell->column + cell->columns;
    draw_cell_node(draw, cell->node, (unsigned)cell->columns,
        (unsigned)cell->rows, SCOPE_ROW);
}

/* As many characters as the model says, up to half of the cell. */
static extent read_indent(const struct table *table,
    const struct table_cell *cell, const xmlNode *element, extent size)
{
    unsigned long characters = number_of(element, "indent", 0);
    extent most = table_width(table, cell) / 2;
    int64_t indent = characters > EXTENT_MAX ? most
        : (int64_t)characters * size;

    return indent > most ? most : (extent)indent;
}

/* Attributes that say how a cell looks. */
static void read_role(const struct table *table, struct table_cell *cell,
    const xmlNode *element, const struct typography_role *role)
{
    cell->align = role->align;
    cell->is_header = model_has(element, "role", "header");
    cell->is_label = model_has(element, "role", "label");
    cell->is_name = cell->is_header || cell->is_label
        || model_has(element, "role", "group");
    cell->has_shade = role->has_shade;
    cell->shade = role->shade;
    if (xmlHasProp(element, (const xmlChar *)"indent")) {
        cell->indent = read_indent(table, cell, element, role->size);
        cell->align = ALIGN_LEFT;
    }
}

static const struct typography_role *role_of(const xmlNode *element,
    const struct typography *typography)
{
    xmlChar *name = xmlGetNoNsProp(element, (const xmlChar *)"role");
    const struct typography_role *role = name
        ? typography_role(typography, (const char *)name) : NULL;

    xmlFree(name);
    return role ? role : &typography->roles[0];
}

static bool read_texts(struct table_cell *cell, const xmlNode *element,
    const struct table_context *context, const struct typography_role *role)
{
    size_t count = model_count(element, "paragraph");

    cell->texts = calloc(count ? count : 1, sizeof *cell->texts);
    if (!cell->texts)
        return false;
    if (count == 0)
        return text_read(&cell->texts[cell->text_count++],
            context->typography, role, NULL, element, context->fonts);
    MODEL_EACH(paragraph, element, "paragraph")
        if (!text_read(&cell->texts[cell->text_count++],
            context->typography, role, NULL, paragraph, context->fonts))
            return false;
    return true;
}

static enum node_scope scope_of(const xmlNode *element)
{
    if (model_has(element, "scope", "col")
        || model_has(element, "scope", "colgroup"))
        return SCOPE_COLUMN;
    return model_has(element, "scope", "row")
        || model_has(element, "scope", "rowgroup") ? SCOPE_ROW : SCOPE_NONE;
}

static bool read_cell(struct table *table, struct table_cell *cell,
    const xmlNode *element, const struct table_context *context)
{
    const struct typography_role *role = role_of(element,
        context->typography);
    enum node_scope scope = scope_of(element);

    read_role(table, cell, element, role);
    bool is_header = cell->is_name || scope != SCOPE_NONE;
    cell->node = draw_node(context->draw, is_header ? NODE_HEADER_CELL
        : NODE_CELL, table->rows[cell->row].node, NULL);
    if (is_header && scope == SCOPE_NONE)
        scope = cell->is_header ? SCOPE_COLUMN : SCOPE_ROW;
    draw_cell_node(context->draw, cell->node, (unsigned)cell->columns,
        (unsigned)cell->rows, scope);
    return read_texts(cell, element, context, role);
}

static bool read_row(struct table *table, const xmlNode *element,
    const struct table_context *context, size_t rows_left)
{
    size_t row = table->row_count++;
    size_t column = 0;
    bool good = true;

    table->rows[row].part = table->part_count;
    table->rows[row].node = draw_node(context->draw, NODE_ROW, table->node,
        NULL);
    MODEL_EACH(child, element, "cell") {
        size_t before = table->cell_count;
        if (model_has(child, "continues", "true"))
            continue_cell(table, child, row, rows_left, &column,
                context->draw);
        else
            place_cell(table, child, row, rows_left, &column);
        good = good && (table->cell_count == before
            || read_cell(table, &table->cells[before], child, context));
    }
    return good;
}

static bool read_group(struct table *table, const xmlNode *group,
    const struct table_context *context)
{
    size_t left = model_count(group, "row");
    bool good = true;

    MODEL_EACH(row, group, "row")
        good = good && read_row(table, row, context, left--);
    return good;
}

/* A body ends a part; a head before it begins the part. */
static bool read_parts(struct table *table, const xmlNode *element,
    const struct table_context *context)
{
    struct table_part *part = &table->parts[0];
    bool good = true;

    for (const xmlNode *child = element->children; good && child;
        child = child->next) {
        bool is_head = xml_is(child, "head");
        if (!is_head && !xml_is(child, "body"))
            continue;
        good = read_group(table, child, context);
        part->end = table->row_count;
        if (is_head) {
            part->head_count = part->end - part->first;
        } else {
            part = &table->parts[++table->part_count];
            part->first = table->row_count;
        }
    }
    return good;
}

bool table_read_model(struct table *table, const xmlNode *element,
    const struct table_context *context)
{
    count_rows(table, element);
    return read_columns(table, element, context->width) && make_room(table)
        && read_parts(table, element, context);
}
