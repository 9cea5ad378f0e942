/*
 * The columns of a table, and the rows at its head.
 */

#include <string.h>

#include "0_base/phrases.h"
#include "16_sheet/table.h"

/* --- columns -------------------------------------------------------------- */

static void add_column(struct table *table, const char *path,
    const struct schema_node *node, const char *name)
{
    const struct spot spot = { .node = node, .name = name };
    const char *unit = schema_text(node, SCHEMA_UNIT);

    if (table->name && strcmp(table->name, path) == 0)
        return;
    for (size_t k = 0; k < table->count; k++)
        if (strcmp(table->columns[k].path, path) == 0) {
            const char *known = table->columns[k].unit;
            if (!known || !unit || strcmp(known, unit) != 0)
                table->columns[k].unit = NULL;
            return;
        }
    if (table->count < TABLE_COLUMNS_MAX)
        table->columns[table->count++] = (struct table_column){
            book_keep(table->laying->book, path), laying_label(&spot), unit,
            schema_string(node, "description") };
}

/* The values of a flat object, those in objects in it, too. */
static void add_columns(struct table *table, const struct schema_node *node,
    struct buffer *path)
{
    for (size_t k = 0; k < schema_member_count(node); k++) {
        const struct schema_member *member = schema_members(node, k);
        size_t length = path->length;
        json_pointer_add(path, member->name);
        if (shape_is_leaf(member->node))
            add_column(table, buffer_string(path), member->node,
                member->name);
        else
            add_columns(table, member->node, path);
        buffer_cut(path, length);
    }
}

void table_add_columns(struct table *table,
    const struct schema_node *node)
{
    struct buffer path = BUFFER_EMPTY;

    if (shape_is_leaf(node))
        add_column(table, "/", node, phrase_text(PHRASE_SHEET_VALUE,
            LANGUAGE_ZH));
    else
        add_columns(table, node, &path);
    table->laying->book->failed = table->laying->book->failed || path.failed;
    buffer_free(&path);
}

/* --- heads ---------------------------------------------------------------- */

void table_put(const struct table *table, unsigned column,
    enum book_style style, const char *text)
{
    book_put(table->laying->book, table->sheet, column, style, text);
}

/* The k-th of the words of a text; NULL where it has not so many. */
const char *table_word(struct table *table, const char *text, int k)
{
    for (; text && k > 0; k--) {
        text = strchr(text, ' ');
        text += text != NULL;
    }
    if (!text)
        return NULL;
    char *copy = arena_copy(&table->laying->book->arena, text,
        strcspn(text, " "));
    table->laying->book->failed = table->laying->book->failed || !copy;
    return copy;
}

static void put_head(struct table *table, const struct table_column *column,
    unsigned at)
{
    struct buffer title = BUFFER_EMPTY;

    buffer_add_string(&title, column->title);
    if (column->unit && !strstr(column->title, column->unit))
        buffer_printf(&title, "（%s）", column->unit);
    table->laying->book->failed = table->laying->book->failed
        || title.failed;
    book_put(table->laying->book, table->sheet, at, BOOK_HEAD,
        book_keep(table->laying->book, buffer_string(&title)))->note
        = column->note;
    buffer_free(&title);
}

void table_put_heads(struct table *table, const struct lead *leads,
    unsigned lead_count, const char *list)
{
    struct laying *laying = table->laying;

    table->first = KEYS_FIRST + lead_count;
    laying_row(laying, table->sheet, true, KEYS_CELLS, list);
    for (unsigned k = 0; k < lead_count; k++)
        table_put(table, KEYS_FIRST + k, BOOK_PLAIN, leads[k].key);
    for (size_t k = 0; k < table->count; k++)
        table_put(table, table->first + (unsigned)k, BOOK_PLAIN,
            table->columns[k].path);
    laying_row(laying, table->sheet, false, KEYS_NOTHING, NULL);
    for (unsigned k = 0; k < lead_count; k++)
        table_put(table, KEYS_FIRST + k, BOOK_HEAD, leads[k].head);
    for (size_t k = 0; k < table->count; k++)
        put_head(table, &table->columns[k], table->first + (unsigned)k);
    laying_sheet(laying, table->sheet)->block = BLOCK_OTHER;
}
