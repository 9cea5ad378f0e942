/*
 * Rows of a table: the cells of an object, and those of a list.
 */

#include <string.h>

#include "16_sheet/table.h"

/* --- rows ----------------------------------------------------------------- */

/* The member that a path leads to from an object; its node is NULL where the
 * object has no such member. */
struct spot table_follow(struct table *table, const struct spot *spot,
    const char *path, struct buffer *noted)
{
    struct laying *laying = table->laying;
    struct spot at = *spot;

    while (at.node && *path == '/' && path[1]) {
        size_t length = strcspn(path + 1, "/");
        const char *name = table_word(table, path + 1, 0);
        char *step = name ? arena_copy(&laying->book->arena, path + 1, length)
            : NULL;
        if (!step) {
            laying->book->failed = true;
            return (struct spot){ .node = NULL };
        }
        at = laying_member(&at, step, schema_member(at.node, step));
        json_pointer_add(&laying->pointer, step);
        if (laying_is_empty(&at))
            buffer_printf(noted, " {}%s", buffer_string(&laying->pointer));
        path += 1 + length;
    }
    return at;
}

/* Notes the empty objects of a row once, by their paths in it. */
static void note_empty(struct buffer *noted, const char *path)
{
    const char *known = buffer_string(noted);
    size_t length = strlen(path);

    while ((known = strstr(known, path)) != NULL) {
        if (known[length] == ' ' || known[length] == '\0')
            return;
        known++;
    }
    buffer_printf(noted, "%s{}%s", noted->length ? " " : "", path);
}

static void put_cell(struct table *table, const struct spot *spot, size_t k,
    struct buffer *noted)
{
    struct laying *laying = table->laying;
    const struct table_column *column = &table->columns[k];
    unsigned at = table->first + (unsigned)k;
    size_t length = laying->pointer.length;
    struct buffer empty = BUFFER_EMPTY;
    struct spot leaf = table_follow(table, spot, column->path, &empty);

    if (empty.length > 0)
        note_empty(noted, strchr(empty.bytes, '}') + 1 + length);
    if (!leaf.node)
        table_put(table, at, BOOK_PLAIN, NULL);
    else if (laying_put_value(laying, table->sheet, at, &leaf))
        buffer_printf(noted, "%s=%s", noted->length ? " " : "",
            column->path);
    laying->book->failed = laying->book->failed || empty.failed;
    buffer_free(&empty);
    buffer_cut(&laying->pointer, length);
}

static void set_noted(struct table *table, size_t cell,
    const struct buffer *noted)
{
    struct laying *laying = table->laying;

    laying->book->failed = laying->book->failed || noted->failed;
    if (noted->length > 0 && !laying->book->failed)
        laying_sheet(laying, table->sheet)->cells[cell].text
            = book_keep(laying->book, buffer_string(noted));
}

/* The cells of a row that has begun, behind those in front of them. */
void table_put_cells(struct table *table, const struct spot *spot,
    size_t noted_cell)
{
    struct buffer noted = BUFFER_EMPTY;

    if (laying_is_empty(spot))
        buffer_add_string(&noted, "{}");
    for (size_t k = 0; k < table->count; k++)
        put_cell(table, spot, k, &noted);
    set_noted(table, noted_cell, &noted);
    buffer_free(&noted);
}

size_t table_begin_row(struct table *table)
{
    laying_row(table->laying, table->sheet, false,
        laying_key(table->laying, table->sheet), NULL);
    return laying_sheet(table->laying, table->sheet)->count - 1;
}

/* --- lists ---------------------------------------------------------------- */

static void fill_row(struct table *table, const struct spot *entry,
    const struct filling *filling)
{
    size_t noted = table_begin_row(table);

    if (filling->lead)
        filling->lead(table, entry, filling->user);
    table_put_cells(table, entry, noted);
}

/* null, or []: its word in the first cell of a row. */
static void put_list_state(struct table *table, const struct spot *list,
    const struct filling *filling)
{
    if (!cJSON_IsNull(list->value) && !laying_is_empty(list))
        return;
    table_begin_row(table);
    if (filling->lead)
        filling->lead(table, &(struct spot){ .node = NULL }, filling->user);
    laying_put_state(table->laying, table->sheet,
        table->name ? KEYS_FIRST : table->first, list->value);
}

/* Its entries, its state, and a row for one more. */
void table_fill(struct table *table, const struct spot *list,
    const struct filling *filling)
{
    struct laying *laying = table->laying;
    size_t length = laying->pointer.length, index = 0;
    const cJSON *value;

    cJSON_ArrayForEach(value, list->value) {
        const struct schema_node *node = schema_entry(list->node, index);
        struct spot entry = { schema_branch(node, value), value, list->value,
            list->name };
        json_pointer_add_index(&laying->pointer, index++);
        fill_row(table, &entry, filling);
        buffer_cut(&laying->pointer, length);
    }
    put_list_state(table, list, filling);
    buffer_add_string(&laying->pointer, "/" KEYS_NEW);
    fill_row(table, &(struct spot){ .name = list->name,
        .node = schema_entry(list->node, 0) }, filling);
    buffer_cut(&laying->pointer, length);
}
