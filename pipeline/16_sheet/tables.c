/*
 * Lists and maps of entries, and objects with the same members, as tables:
 * rows without merged cells, which can be sorted, and grow.
 */

#include <stdio.h>

#include "0_base/phrases.h"
#include "16_sheet/choices.h"
#include "16_sheet/table.h"

#define LEVELS "x-levels"       /* of an object: what the lists in it and those
                                   around them are called, by blanks */

/* --- a list --------------------------------------------------------------- */

static void lay_rows(struct table *table, const struct spot *spot)
{
    struct laying *laying = table->laying;

    table_add_columns(table, schema_entry(spot->node, 0));
    table_put_heads(table, NULL, 0, laying_key(laying, table->sheet));
    table_fill(table, spot, &(struct filling){ NULL, NULL });
}

/* --- maps ----------------------------------------------------------------- */

static void lay_map(struct table *table, const struct spot *spot)
{
    struct laying *laying = table->laying;
    const struct schema_node *node = schema_additional(spot->node);
    const struct lead name = { ":name", phrase_text(PHRASE_SHEET_NAME,
        LANGUAGE_ZH) };
    size_t length = laying->pointer.length;
    const cJSON *value;

    table_add_columns(table, node);
    table_put_heads(table, &name, 1, laying_key(laying, table->sheet));
    laying_note_empty(laying, table->sheet, spot);
    cJSON_ArrayForEach(value, spot->value) {
        struct spot entry = { schema_branch(node, value), value, spot->value,
            value->string };
        json_pointer_add(&laying->pointer, value->string);
        size_t noted = table_begin_row(table);
        table_put(table, KEYS_FIRST, BOOK_TEXT, value->string);
        table_put_cells(table, &entry, noted);
        buffer_cut(&laying->pointer, length);
    }
    buffer_add_string(&laying->pointer, "/" KEYS_NEW);
    size_t noted = table_begin_row(table);
    table_put(table, KEYS_FIRST, BOOK_TEXT, NULL);
    table_put_cells(table, &(struct spot){ .node = node }, noted);
    buffer_cut(&laying->pointer, length);
}

/* --- a matrix ------------------------------------------------------------- */

/* Of a matrix: of all the objects and lists in it that have values. */
static void add_matrix_columns(struct table *table,
    const struct schema_node *node)
{
    for (size_t k = 0; k < schema_member_count(node); k++) {
        const struct schema_node *member = schema_members(node, k)->node;
        const struct schema_node *entry = schema_entry(member, 0);
        const char *label = schema_text(entry, SCHEMA_LABEL_FROM);
        struct buffer path = BUFFER_EMPTY;
        if (label && !table->name) {
            json_pointer_add(&path, label);
            table->name = book_keep(table->laying->book,
                buffer_string(&path));
        }
        table->laying->book->failed = table->laying->book->failed
            || path.failed;
        buffer_free(&path);
        if (entry || shape_is_row(member))
            table_add_columns(table, entry ? entry : member);
        else
            add_matrix_columns(table, member);
    }
}

static void put_row_label(struct table *table, const struct spot *entry,
    const void *user)
{
    struct laying *laying = table->laying;
    size_t length = laying->pointer.length;
    struct buffer empty = BUFFER_EMPTY;

    (void)user;
    if (!table->name || !entry->node)
        return;
    struct spot leaf = table_follow(table, entry, table->name, &empty);
    if (leaf.node)
        laying_put_value(laying, table->sheet, KEYS_FIRST, &leaf);
    buffer_free(&empty);
    buffer_cut(&laying->pointer, length);
}

static void lay_group(struct table *table, const struct spot *spot)
{
    laying_row(table->laying, table->sheet, false, KEYS_NOTHING, NULL);
    table_put(table, KEYS_FIRST, BOOK_HEADING, laying_label(spot));
    laying_note_empty(table->laying, table->sheet, spot);
}

static void lay_matrix_rows(struct table *table, const struct spot *spot)
{
    struct laying *laying = table->laying;
    size_t length = laying->pointer.length;

    for (size_t k = 0; k < schema_member_count(spot->node); k++) {
        const struct schema_member *member = schema_members(spot->node, k);
        struct spot row = laying_member(spot, member->name, member->node);
        json_pointer_add(&laying->pointer, member->name);
        if (schema_entry(row.node, 0)) {
            lay_group(table, &row);
            table_fill(table, &row,
                &(struct filling){ put_row_label, NULL });
        } else if (shape_is_row(row.node)) {
            size_t noted = table_begin_row(table);
            table_put(table, KEYS_FIRST, BOOK_LABEL, laying_label(&row));
            table_put_cells(table, &row, noted);
        } else {
            lay_group(table, &row);
            lay_matrix_rows(table, &row);
        }
        buffer_cut(&laying->pointer, length);
    }
}

static void lay_matrix(struct table *table, const struct spot *spot)
{
    struct buffer key = BUFFER_EMPTY;

    add_matrix_columns(table, spot->node);
    buffer_printf(&key, table->name ? "?%s" : "%s", table->name ? table->name
        : ":label");
    const struct lead lead = { book_keep(table->laying->book,
        buffer_string(&key)), "" };
    table->laying->book->failed = table->laying->book->failed || key.failed;
    buffer_free(&key);
    table_put_heads(table, &lead, 1, NULL);
    laying_note_empty(table->laying, table->sheet, spot);
    lay_matrix_rows(table, spot);
}

/* --- lists of one kind in an object --------------------------------------- */

/* The titles of the lists that a row's is in. */
struct trail {
    const char *titles[SHAPE_DEPTH_MAX];
    const char *choices[SHAPE_DEPTH_MAX];
    int depth;
};

static void put_trail(struct table *table, const struct spot *entry,
    const void *user)
{
    const struct trail *trail = user;

    (void)entry;
    for (int k = 0; k < table->levels; k++)
        book_put(table->laying->book, table->sheet,
            KEYS_FIRST + (unsigned)k, BOOK_TEXT,
            k < trail->depth ? trail->titles[k] : NULL)->choices
            = k < trail->depth ? trail->choices[k] : NULL;
}

static const char *join_titles(struct table *table, const struct spot *spot)
{
    struct choices choices = CHOICES_EMPTY;

    for (size_t k = 0; k < schema_member_count(spot->node); k++) {
        const struct schema_member *member = schema_members(spot->node, k);
        struct spot child = { .node = member->node, .name = member->name };
        if (!shape_is_leaf(member->node))
            choices_add(&choices, laying_label(&child));
    }
    return choices_keep(&choices, table->laying->book);
}

/* Goes over all that is in it: its values before the table, its lists in it. */
static void lay_trail(struct table *table, const struct spot *spot,
    struct trail *trail, bool in_table);

static void lay_trail_member(struct table *table, const struct spot *child,
    struct trail *trail, bool in_table)
{
    struct laying *laying = table->laying;

    if (schema_entry(child->node, 0) && in_table)
        table_fill(table, child, &(struct filling){ put_trail, trail });
    else if (shape_is_leaf(child->node) && !in_table)
        laying_leaf(laying, table->sheet, child);
    else if (!schema_entry(child->node, 0))
        lay_trail(table, child, trail, in_table);
}

static void lay_trail(struct table *table, const struct spot *spot,
    struct trail *trail, bool in_table)
{
    struct laying *laying = table->laying;
    size_t length = laying->pointer.length;
    const char *choices = join_titles(table, spot);

    if (in_table)
        laying_note_empty(laying, table->sheet, spot);
    for (size_t k = 0; k < schema_member_count(spot->node); k++) {
        const struct schema_member *member = schema_members(spot->node, k);
        struct spot child = laying_member(spot, member->name, member->node);
        json_pointer_add(&laying->pointer, member->name);
        trail->choices[trail->depth] = choices;
        trail->titles[trail->depth++] = laying_label(&child);
        lay_trail_member(table, &child, trail, in_table);
        trail->depth--;
        buffer_cut(&laying->pointer, length);
    }
}

static void lay_lists(struct table *table, const struct spot *spot)
{
    struct laying *laying = table->laying;
    const char *names = schema_string(spot->node, LEVELS);
    struct lead leads[SHAPE_DEPTH_MAX];
    struct trail trail = { .depth = 0 };
    char key[sizeof ":-2147483648"];

    table->levels = shape_levels(spot->node);
    lay_trail(table, spot, &trail, false);
    table_add_columns(table, shape_entry(spot->node));
    for (int k = 0; k < table->levels; k++) {
        const char *name = table_word(table, names, k);
        snprintf(key, sizeof key, ":%d", k + 1);
        leads[k] = (struct lead){ book_keep(laying->book, key), name
            ? name : phrase_text(PHRASE_SHEET_LIST, LANGUAGE_ZH) };
    }
    table_put_heads(table, leads, (unsigned)table->levels,
        laying_key(laying, table->sheet));
    lay_trail(table, spot, &trail, true);
}

/* --- any of them ---------------------------------------------------------- */

static void lay_leaves(struct table *table, const struct spot *spot)
{
    struct laying *laying = table->laying;
    const struct lead label = { ":label", "" };

    table_add_columns(table, schema_entry(spot->node, 0));
    table_put_heads(table, &label, 1, laying_key(laying, table->sheet));
    table_fill(table, spot, &(struct filling){ NULL, NULL });
}

static void (*const layers[])(struct table *table, const struct spot *spot)
    = {
    [SHAPE_LEAVES] = lay_leaves,
    [SHAPE_ROWS] = lay_rows,
    [SHAPE_MAP] = lay_map,
    [SHAPE_MATRIX] = lay_matrix,
    [SHAPE_LISTS] = lay_lists,
};

void laying_table(struct laying *laying, size_t sheet,
    const struct spot *spot, enum shape shape)
{
    struct table table = { .laying = laying, .sheet = sheet };

    if (!schema_entry(spot->node, 0) && laying_null(laying, sheet, spot))
        return;
    laying_heading(laying, sheet, spot);
    layers[shape](&table, spot);
}
