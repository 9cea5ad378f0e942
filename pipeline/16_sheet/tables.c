/*
 * Lists and maps of entries, and objects with the same members, as tables:
 * rows without merged cells, which can be sorted, and grow.
 */

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "0_base/phrases.h"
#include "16_sheet/laying.h"

#define COLUMNS_MAX 100
#define LEVELS "x-levels"       /* of an object: what the lists in it and those
                                   around them are called, by blanks */

struct column {
    const char *path;           /* "/measure/target" */
    const char *title, *unit, *note;
};

struct table {
    struct laying *laying;
    size_t sheet;
    struct column columns[COLUMNS_MAX];
    size_t count;
    unsigned first;             /* the column of the first of them */
    const char *name;           /* path of the member that the labels of rows
                                   are, in a matrix; NULL: none */
    int levels;                 /* SHAPE_LISTS */
};

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
    if (table->count < COLUMNS_MAX)
        table->columns[table->count++] = (struct column){
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

static void add_columns_of(struct table *table,
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
            add_columns_of(table, entry ? entry : member);
        else
            add_matrix_columns(table, member);
    }
}

/* --- heads ---------------------------------------------------------------- */

static void put(const struct table *table, unsigned column,
    enum book_style style, const char *text)
{
    book_put(table->laying->book, table->sheet, column, style, text);
}

/* The k-th of the words of a text; NULL where it has not so many. */
static const char *named_word(struct table *table, const char *text, int k)
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

static void put_head(struct table *table, const struct column *column,
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

/* What stands in front of the columns of values: a key for reading, and a head
 * for people. */
struct lead {
    const char *key, *head;
};

static void put_heads(struct table *table, const struct lead *leads,
    unsigned lead_count, const char *list)
{
    struct laying *laying = table->laying;

    table->first = KEYS_FIRST + lead_count;
    laying_row(laying, table->sheet, true, KEYS_CELLS, list);
    for (unsigned k = 0; k < lead_count; k++)
        put(table, KEYS_FIRST + k, BOOK_PLAIN, leads[k].key);
    for (size_t k = 0; k < table->count; k++)
        put(table, table->first + (unsigned)k, BOOK_PLAIN,
            table->columns[k].path);
    laying_row(laying, table->sheet, false, KEYS_NOTHING, NULL);
    for (unsigned k = 0; k < lead_count; k++)
        put(table, KEYS_FIRST + k, BOOK_HEAD, leads[k].head);
    for (size_t k = 0; k < table->count; k++)
        put_head(table, &table->columns[k], table->first + (unsigned)k);
    laying_sheet(laying, table->sheet)->block = BLOCK_OTHER;
}

/* --- rows ----------------------------------------------------------------- */

/* The member that a path leads to from an object; its node is NULL where the
 * object has no such member. */
static struct spot follow(struct table *table, const struct spot *spot,
    const char *path, struct buffer *noted)
{
    struct laying *laying = table->laying;
    struct spot at = *spot;

    while (at.node && *path == '/' && path[1]) {
        size_t length = strcspn(path + 1, "/");
        const char *name = named_word(table, path + 1, 0);
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
    const struct column *column = &table->columns[k];
    unsigned at = table->first + (unsigned)k;
    size_t length = laying->pointer.length;
    struct buffer empty = BUFFER_EMPTY;
    struct spot leaf = follow(table, spot, column->path, &empty);

    if (empty.length > 0)
        note_empty(noted, strchr(empty.bytes, '}') + 1 + length);
    if (!leaf.node)
        put(table, at, BOOK_PLAIN, NULL);
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
static void put_cells(struct table *table, const struct spot *spot,
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

static size_t begin_row(struct table *table)
{
    laying_row(table->laying, table->sheet, false,
        laying_key(table->laying, table->sheet), NULL);
    return laying_sheet(table->laying, table->sheet)->count - 1;
}

/* --- lists ---------------------------------------------------------------- */

/* What stands in front of the values of each row of a list. */
typedef void lead_writer(struct table *table, const struct spot *entry,
    const void *user);

struct filling {
    lead_writer *lead;          /* NULL: nothing */
    const void *user;
};

static void fill_row(struct table *table, const struct spot *entry,
    const struct filling *filling)
{
    size_t noted = begin_row(table);

    if (filling->lead)
        filling->lead(table, entry, filling->user);
    put_cells(table, entry, noted);
}

/* null, or []: its word in the first cell of a row. */
static void put_list_state(struct table *table, const struct spot *list,
    const struct filling *filling)
{
    if (!cJSON_IsNull(list->value) && !laying_is_empty(list))
        return;
    begin_row(table);
    if (filling->lead)
        filling->lead(table, &(struct spot){ .node = NULL }, filling->user);
    laying_put_state(table->laying, table->sheet,
        table->name ? KEYS_FIRST : table->first, list->value);
}

/* Its entries, its state, and a row for one more. */
static void fill_list(struct table *table, const struct spot *list,
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

static void lay_rows(struct table *table, const struct spot *spot)
{
    struct laying *laying = table->laying;

    add_columns_of(table, schema_entry(spot->node, 0));
    put_heads(table, NULL, 0, laying_key(laying, table->sheet));
    fill_list(table, spot, &(struct filling){ NULL, NULL });
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

    add_columns_of(table, node);
    put_heads(table, &name, 1, laying_key(laying, table->sheet));
    laying_note_empty(laying, table->sheet, spot);
    cJSON_ArrayForEach(value, spot->value) {
        struct spot entry = { schema_branch(node, value), value, spot->value,
            value->string };
        json_pointer_add(&laying->pointer, value->string);
        size_t noted = begin_row(table);
        put(table, KEYS_FIRST, BOOK_TEXT, value->string);
        put_cells(table, &entry, noted);
        buffer_cut(&laying->pointer, length);
    }
    buffer_add_string(&laying->pointer, "/" KEYS_NEW);
    size_t noted = begin_row(table);
    put(table, KEYS_FIRST, BOOK_TEXT, NULL);
    put_cells(table, &(struct spot){ .node = node }, noted);
    buffer_cut(&laying->pointer, length);
}

/* --- a matrix ------------------------------------------------------------- */

static void put_row_label(struct table *table, const struct spot *entry,
    const void *user)
{
    struct laying *laying = table->laying;
    size_t length = laying->pointer.length;
    struct buffer empty = BUFFER_EMPTY;

    (void)user;
    if (!table->name || !entry->node)
        return;
    struct spot leaf = follow(table, entry, table->name, &empty);
    if (leaf.node)
        laying_put_value(laying, table->sheet, KEYS_FIRST, &leaf);
    buffer_free(&empty);
    buffer_cut(&laying->pointer, length);
}

static void lay_group(struct table *table, const struct spot *spot)
{
    laying_row(table->laying, table->sheet, false, KEYS_NOTHING, NULL);
    put(table, KEYS_FIRST, BOOK_HEADING, laying_label(spot));
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
            fill_list(table, &row,
                &(struct filling){ put_row_label, NULL });
        } else if (shape_is_row(row.node)) {
            size_t noted = begin_row(table);
            put(table, KEYS_FIRST, BOOK_LABEL, laying_label(&row));
            put_cells(table, &row, noted);
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
    put_heads(table, &lead, 1, NULL);
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
    struct buffer list = BUFFER_EMPTY;

    for (size_t k = 0; k < schema_member_count(spot->node); k++) {
        const struct schema_member *member = schema_members(spot->node, k);
        struct spot child = { .node = member->node, .name = member->name };
        if (!shape_is_leaf(member->node))
            buffer_printf(&list, "%s%s", list.length ? "," : "",
                laying_label(&child));
    }
    const char *kept = book_keep(table->laying->book, buffer_string(&list));
    table->laying->book->failed = table->laying->book->failed || list.failed;
    buffer_free(&list);
    return kept;
}

/* Goes over all that is in it: its values before the table, its lists in it. */
static void lay_trail(struct table *table, const struct spot *spot,
    struct trail *trail, bool in_table);

static void lay_trail_member(struct table *table, const struct spot *child,
    struct trail *trail, bool in_table)
{
    struct laying *laying = table->laying;

    if (schema_entry(child->node, 0) && in_table)
        fill_list(table, child, &(struct filling){ put_trail, trail });
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
    add_columns_of(table, shape_entry(spot->node));
    for (int k = 0; k < table->levels; k++) {
        const char *name = named_word(table, names, k);
        snprintf(key, sizeof key, ":%d", k + 1);
        leads[k] = (struct lead){ book_keep(laying->book, key), name
            ? name : phrase_text(PHRASE_SHEET_LIST, LANGUAGE_ZH) };
    }
    put_heads(table, leads, (unsigned)table->levels,
        laying_key(laying, table->sheet));
    lay_trail(table, spot, &trail, true);
}

/* --- any of them ---------------------------------------------------------- */

static void lay_leaves(struct table *table, const struct spot *spot)
{
    struct laying *laying = table->laying;
    const struct lead label = { ":label", "" };

    add_columns_of(table, schema_entry(spot->node, 0));
    put_heads(table, &label, 1, laying_key(laying, table->sheet));
    fill_list(table, spot, &(struct filling){ NULL, NULL });
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
