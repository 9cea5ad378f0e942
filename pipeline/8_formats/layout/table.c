/* Tables: the grid, the lines of the cells, and the heights of the rows. */

#include "8_formats/layout/table.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/decimal.h"
#include "8_formats/layout/model.h"

/* --- the model ----------------------------------------------------------- */

static const xmlNode *next_named(const xmlNode *node, const char *name)
{
    while (node && !model_is(node, name))
        node = node->next;
    return node;
}

#define FOR_EACH(child, parent, name) \
    for (const xmlNode *child = next_named((parent)->children, name); child; \
        child = next_named(child->next, name))

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
    const xmlNode *columns = next_named(element->children, "columns");
    int64_t width = 0;

    if (columns)
        FOR_EACH(column, columns, "column")
            table->column_count++;
    table->edges = calloc(table->column_count + 1, sizeof *table->edges);
    if (!table->edges || table->column_count == 0)
        return false;
    int64_t whole = 0;
    FOR_EACH(column, columns, "column")
        whole += column_width(column);
    size_t k = 0;
    FOR_EACH(column, columns, "column") {
        width += column_width(column);
        table->edges[++k] = (extent)(whole > room ? width * room / whole
            : width);
    }
    table->left = (room - table->edges[table->column_count]) / 2;
    return true;
}

extent table_width(const struct table *table, const struct table_cell *cell)
{
    return table->edges[cell->column + cell->columns]
        - table->edges[cell->column];
}

/* --- rows and parts ------------------------------------------------------ */

static void count_rows(struct table *table, const xmlNode *element)
{
    for (const xmlNode *child = element->children; child;
        child = child->next) {
        if (!model_is(child, "head") && !model_is(child, "body"))
            continue;
        table->part_count++;
        FOR_EACH(row, child, "row") {
            table->row_count++;
            FOR_EACH(cell, row, "cell")
                table->cell_count++;
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

/* Attributes that say how a cell looks. */
static void read_role(struct table_cell *cell, const xmlNode *element,
    const struct typography_role *role)
{
    cell->align = role->align;
    cell->is_header = model_has(element, "role", "header");
    cell->is_label = model_has(element, "role", "label");
    cell->is_name = cell->is_header || cell->is_label
        || model_has(element, "role", "group");
    cell->has_shade = role->has_shade;
    cell->shade = role->shade;
    if (xmlHasProp(element, (const xmlChar *)"indent")) {
        cell->indent = (extent)number_of(element, "indent", 0) * role->size;
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
    size_t count = 0;

    FOR_EACH(paragraph, element, "paragraph")
        count++;
    cell->texts = calloc(count ? count : 1, sizeof *cell->texts);
    if (!cell->texts)
        return false;
    if (count == 0)
        return text_read(&cell->texts[cell->text_count++],
            context->typography, role, NULL, element, context->fonts);
    FOR_EACH(paragraph, element, "paragraph")
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

    read_role(cell, element, role);
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
    FOR_EACH(child, element, "cell") {
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

static size_t rows_from(const xmlNode *group)
{
    size_t count = 0;

    FOR_EACH(row, group, "row")
        count++;
    return count;
}

static bool read_group(struct table *table, const xmlNode *group,
    const struct table_context *context)
{
    size_t left = rows_from(group);
    bool good = true;

    FOR_EACH(row, group, "row")
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
        bool is_head = model_is(child, "head");
        if (!is_head && !model_is(child, "body"))
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

/* --- measuring ----------------------------------------------------------- */

static extent room_in(const struct table *table,
    const struct table_cell *cell)
{
    extent room = table_width(table, cell)
        - 2 * table->typography->table.padding_side - cell->indent;

    return room > EXTENT_POINT ? room : EXTENT_POINT;
}

/* Words that name others have even lines, so that no character stands alone;
 * those that the form breaks have theirs. */
static bool break_cell(const struct table *table, struct table_cell *cell)
{
    extent room = room_in(table, cell);

    cell->content = 0;
    for (size_t k = 0; k < cell->text_count; k++) {
        struct text *text = &cell->texts[k];
        text_shrink(text, room, table->typography->table.smallest);
        if (!(cell->is_header || cell->is_label ? text_break_evenly(text,
            room) : text_break(text, room, 0)))
            return false;
        int64_t height = (int64_t)text->line_count * text->role->line;
        cell->content += height > EXTENT_MAX ? EXTENT_MAX : (extent)height;
    }
    return true;
}

static extent needed_by(const struct table *table,
    const struct table_cell *cell)
{
    return cell->content + table->typography->table.padding_above
        + table->typography->table.padding_below;
}

/* Cells over several rows get what they lack from all of these alike. */
static void stretch_rows(struct table *table, const struct table_cell *cell)
{
    int64_t height = 0;

    for (size_t k = 0; k < cell->rows; k++)
        height += table->rows[cell->row + k].height;
    int64_t lacking = needed_by(table, cell) - height;
    for (size_t k = 0; lacking > 0 && k < cell->rows; k++) {
        extent share = (extent)(lacking / (int64_t)(cell->rows - k));
        table->rows[cell->row + k].height += share;
        lacking -= share;
    }
}

static void measure_heads(struct table *table, extent page_height)
{
    for (size_t k = 0; k < table->part_count; k++) {
        struct table_part *part = &table->parts[k];
        int64_t height = 0;
        for (size_t row = 0; row < part->head_count; row++)
            height += table->rows[part->first + row].height;
        if (height > page_height / 2)
            part->head_count = 0;
        else
            part->head_height = (extent)height;
    }
}

static bool measure_rows(struct table *table)
{
    for (size_t k = 0; k < table->cell_count; k++) {
        struct table_cell *cell = &table->cells[k];
        if (!break_cell(table, cell))
            return false;
        extent needed = needed_by(table, cell);
        if (cell->rows == 1 && needed > table->rows[cell->row].height)
            table->rows[cell->row].height = needed;
    }
    for (size_t k = 0; k < table->cell_count; k++)
        if (table->cells[k].rows > 1)
            stretch_rows(table, &table->cells[k]);
    return true;
}

/* --- what stays together ------------------------------------------------- */

/* So many rows from the first, or up to the last, hold a name that is drawn
 * again on both sides of a break. */
static void keep_name(struct table *table, const struct table_cell *cell)
{
    extent needed = needed_by(table, cell);
    extent height = 0;

    for (size_t k = 0; k + 1 < cell->rows && height < needed; k++) {
        height += table->rows[cell->row + k].height;
        if (height < needed)
            table->rows[cell->row + k].keeps_with_next = true;
    }
    height = 0;
    for (size_t k = cell->rows; k-- > 1 && height < needed;) {
        height += table->rows[cell->row + k].height;
        if (height < needed)
            table->rows[cell->row + k - 1].keeps_with_next = true;
    }
}

static void keep_rows(struct table *table)
{
    for (size_t k = 0; k < table->cell_count; k++) {
        const struct table_cell *cell = &table->cells[k];
        bool is_group = cell->is_name && !cell->is_header && !cell->is_label;
        if (cell->is_header || is_group)
            table->rows[cell->row + cell->rows - 1].keeps_with_next = true;
        if (is_group && cell->row + 2 < table->row_count)
            table->rows[cell->row + 1].keeps_with_next = true;
        if (cell->is_name && cell->rows > 1)
            keep_name(table, cell);
    }
    if (table->row_count)
        table->rows[table->row_count - 1].keeps_with_next = false;
}

/* --- headers for readers by ear ------------------------------------------ */

#define HEADERS_MOST 8

/* The names above a column, the newest block of them. */
struct chain {
    uint32_t cells[HEADERS_MOST];
    size_t count;
    size_t end;                 /* the row below them */
};

static void follow_column(const struct table *table, struct chain *chain,
    uint32_t k)
{
    const struct table_cell *cell = &table->cells[k];

    if (chain->end != cell->row)
        chain->count = 0;
    if (chain->count < HEADERS_MOST)
        chain->cells[chain->count++] = table->cells[k].node;
    chain->end = cell->row + cell->rows;
}

static size_t name_cell(const struct table *table, const struct chain *chains,
    uint32_t k, uint32_t *headers)
{
    const struct table_cell *cell = &table->cells[k];
    const struct chain *chain = &chains[cell->column];
    size_t count = 0;

    for (size_t n = 0; n < chain->count; n++)
        headers[count++] = chain->cells[n];
    for (size_t column = 0; column < cell->column
        && count < 2 * HEADERS_MOST; column++) {
        uint32_t owner = table->owners[cell->row * table->column_count
            + column];
        if (owner != TABLE_NO_CELL && table->cells[owner].is_label
            && (count == 0 || headers[count - 1]
            != table->cells[owner].node))
            headers[count++] = table->cells[owner].node;
    }
    return count;
}

static bool add_headers(const struct table *table, struct draw *draw)
{
    struct chain *chains = calloc(table->column_count, sizeof *chains);
    uint32_t headers[3 * HEADERS_MOST];

    if (!chains)
        return false;
    for (uint32_t k = 0; k < table->cell_count; k++) {
        const struct table_cell *cell = &table->cells[k];
        size_t count = name_cell(table, chains, k, headers);
        if (!cell->is_header)
            draw_headers(draw, cell->node, headers, count);
        for (size_t n = 0; cell->is_header && n < cell->columns; n++)
            follow_column(table, &chains[cell->column + n], k);
    }
    free(chains);
    return true;
}

/* --- all of it ----------------------------------------------------------- */

struct table *table_measure(const xmlNode *element,
    const struct table_context *context)
{
    struct table *table = calloc(1, sizeof *table);

    if (!table)
        return NULL;
    table->typography = context->typography;
    table->node = draw_node(context->draw, NODE_TABLE, context->section,
        NULL);
    table->caption = model_has(element, "role", "text")
        ? draw_node(context->draw, NODE_CAPTION, table->node, NULL)
        : NODE_NONE;
    count_rows(table, element);
    if (read_columns(table, element, context->width) && make_room(table)
        && read_parts(table, element, context) && measure_rows(table)
        && add_headers(table, context->draw)) {
        measure_heads(table, context->height);
        keep_rows(table);
        return table;
    }
    table_free(table);
    return NULL;
}

void table_free(struct table *table)
{
    if (!table)
        return;
    for (size_t k = 0; table->cells && k < table->cell_count; k++) {
        for (size_t n = 0; n < table->cells[k].text_count; n++)
            text_free(&table->cells[k].texts[n]);
        free(table->cells[k].texts);
    }
    free(table->cells);
    free(table->rows);
    free(table->parts);
    free(table->owners);
    free(table->edges);
    free(table);
}
