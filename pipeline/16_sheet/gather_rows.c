/*
 * Rows of values: what their cells state.
 */

#include <string.h>

#include "1_read/json.h"
#include "16_sheet/gathering.h"
#include "16_sheet/words.h"

/* --- cells ---------------------------------------------------------------- */

/* How a value goes on from its row; NULL where the column has none. */
static const char *path_of(const struct block_column *column)
{
    const char *key = column->key + (*column->key == '?');

    return *key == '/' ? key : NULL;
}

/* Whether what is noted of rows has a path behind a mark. */
static bool is_noted(const char *noted, const char *mark, const char *path)
{
    size_t length = strlen(mark), rest = strlen(path);

    for (const char *at = noted; at && *at; at += strspn(at, " ")) {
        size_t word = strcspn(at, " ");
        if (word == length + rest && strncmp(at, mark, length) == 0
            && strncmp(at + length, path, rest) == 0)
            return true;
        at += word;
    }
    return false;
}

static bool is_derived(const struct block *block, const char *path,
    const struct returned_cell *cell)
{
    return cell->is_formula && (is_noted(block->noted, "=", path)
        || (!block->key && is_noted(buffer_string(&block->derived), "=",
                path)));
}

/* Of merged cells the first alone has a value. */
static void report_merged(struct gathering *gathering,
    const struct block *block, unsigned column)
{
    const struct returned_range *range = returned_merged_at(block->sheet,
        block->row, column);

    if (range && range->first_row == block->row
        && range->first_column == column)
        gathering_report(gathering, block, column, CATALOGUE_CELL_MERGED,
            "");
}

/* The cell of a value that is stated, or NULL. */
static const struct returned_cell *stated_cell(const struct block *block,
    const struct block_column *column)
{
    const char *path = path_of(column);
    const struct returned_cell *cell = path ? returned_cell_at(block->sheet,
        block->row, column->column) : NULL;

    return cell && !is_derived(block, path, cell) ? cell : NULL;
}

/* The unit that stands in another cell of the row, where the schema says so. */
static const char *unit_at(struct gathering *gathering,
    const struct block *block, const char *pointer, const char *path)
{
    const struct schema_node *node = grown_node(&gathering->grown, pointer);
    const char *from = schema_text(node, SCHEMA_UNIT_FROM);
    struct buffer key = BUFFER_EMPTY;

    if (!from)
        return NULL;
    buffer_add(&key, path, (size_t)(strrchr(path, '/') - path));
    json_pointer_add(&key, from);
    const struct block_column *column = gathering_column(block,
        buffer_string(&key));
    const struct returned_cell *cell = column ? returned_cell_at(
        block->sheet, block->row, column->column) : NULL;
    const char *words = NULL;
    gathering->failed = gathering->failed || key.failed;
    buffer_free(&key);
    return cell && cell->kind == RETURNED_WORDS && cell->text
        && words_read(cell->text, &words) == CELL_VALUE ? words : NULL;
}

static void put_cell(struct gathering *gathering, const struct block *block,
    const struct block_column *column, struct buffer *pointer)
{
    const char *path = path_of(column);
    size_t length = pointer->length;
    const struct returned_cell *cell = stated_cell(block, column);

    if (!cell)
        return;
    if (path[1])
        buffer_add_string(pointer, path);
    bool is_label = *column->key == '?'
        && !grown_node(&gathering->grown, buffer_string(pointer));
    if (!is_label) {
        if (!cell->is_formula && is_noted(block->noted, "=", path))
            gathering_report(gathering, block, column->column,
                CATALOGUE_CELL_OVERWRITTEN, "");
        report_merged(gathering, block, column->column);
        gathering_put(gathering, block, column->column,
            buffer_string(pointer), unit_at(gathering, block,
                buffer_string(pointer), path));
    }
    buffer_cut(pointer, length);
}

/* --- states --------------------------------------------------------------- */

/* The only cell that states something; NULL where there are others. */
static const struct block_column *only_stated(const struct block *block)
{
    const struct block_column *only = NULL;

    for (size_t k = 0; k < block->column_count; k++)
        if (stated_cell(block, &block->columns[k])) {
            if (only)
                return NULL;
            only = &block->columns[k];
        }
    return only;
}

/* Whether a row says of a list or an object that it is blank, or empty. */
static enum cell_state state_of(const struct block *block)
{
    const struct block_column *only = only_stated(block);
    const struct returned_cell *cell = only ? stated_cell(block, only)
        : NULL;
    const char *text;

    return cell && cell->text && cell->kind == RETURNED_WORDS
        ? words_read(cell->text, &text) : CELL_VALUE;
}

/* The list that a row for an entry speaks of, if it is of one that is not there
 * yet. */
static void put_state(struct gathering *gathering, const struct block *block,
    enum cell_state state, struct buffer *pointer)
{
    unsigned column = only_stated(block)->column;

    if (pointer->failed)
        return;
    if (!block->key || strcmp(keys_step(block->key), KEYS_NEW) == 0)
        buffer_cut(pointer, keys_around(buffer_string(pointer)));
    cJSON *known = grown_find(&gathering->grown, buffer_string(pointer));
    if (known && known->child) {
        gathering_report(gathering, block, column, CATALOGUE_CELL_STATE, "");
    } else if (state == CELL_NONE) {
        if (!grown_touch(&gathering->grown, buffer_string(pointer)))
            gathering_report(gathering, block, column,
                CATALOGUE_CELL_TWICE, "");
    } else {
        gathering_put(gathering, block, column, buffer_string(pointer),
            NULL);
    }
}

/* Whether a row says so of a list or an object as a whole: of an object in the
 * cell of its own value, for others are of the values in it. */
static bool is_state(struct gathering *gathering, const struct block *block,
    enum cell_state state, const char *pointer)
{
    const struct schema_node *node = grown_node(&gathering->grown, pointer);
    bool is_new = !block->key
        || strcmp(keys_step(block->key), KEYS_NEW) == 0;
    bool is_branch = schema_entry(node, 0) || schema_member_count(node);

    if (state == CELL_VALUE)
        return false;
    return is_new ? state == CELL_NONE || is_branch
        : schema_entry(node, 0) || (is_branch && state == CELL_BLANK
            && strcmp(path_of(only_stated(block)), "/") == 0);
}

/* --- the row -------------------------------------------------------------- */

static bool states_anything(const struct block *block)
{
    for (size_t k = 0; k < block->column_count; k++)
        if (stated_cell(block, &block->columns[k]))
            return true;
    return false;
}

/* Objects that were stated empty, and are, unless something is in them now. */
static void touch_empty(struct gathering *gathering,
    const struct block *block, struct buffer *pointer)
{
    size_t length = pointer->length;

    for (const char *at = block->noted; at && *at; at += strspn(at, " ")) {
        size_t word = strcspn(at, " ");
        if (strncmp(at, "{}", 2) == 0) {
            buffer_add(pointer, at + 2, word - 2);
            grown_touch(&gathering->grown, buffer_string(pointer));
            buffer_cut(pointer, length);
        }
        at += word;
    }
}

/* Labels of rows are no values: "?/name" where there is no such member. */
static bool has_label_alone(struct gathering *gathering,
    const struct block *block, const char *pointer)
{
    const struct block_column *only = only_stated(block);
    struct buffer path = BUFFER_EMPTY;

    if (!only || *only->key != '?')
        return false;
    buffer_printf(&path, "%s%s", pointer, only->key + 1);
    bool alone = !grown_node(&gathering->grown, buffer_string(&path));
    gathering->failed = gathering->failed || path.failed;
    buffer_free(&path);
    return alone;
}

static void read_cells(struct gathering *gathering, const struct block *block,
    struct buffer *pointer)
{
    enum cell_state state = state_of(block);

    bool is_label = has_label_alone(gathering, block,
        buffer_string(pointer));

    if (!is_label
        && is_state(gathering, block, state, buffer_string(pointer))) {
        put_state(gathering, block, state, pointer);
        return;
    }
    for (size_t k = 0; !is_label && k < block->column_count; k++)
        put_cell(gathering, block, &block->columns[k], pointer);
    touch_empty(gathering, block, pointer);
}

/* The row, and the cells that it has for values, stated or not. */
static void note_row(struct gathering *gathering, const struct block *block,
    struct buffer *pointer)
{
    size_t length = pointer->length;
    const struct block_column *name = gathering_column(block, ":name");

    for (size_t k = 0; k < block->column_count && !pointer->failed; k++) {
        const char *path = path_of(&block->columns[k]);
        if (!path)
            continue;
        buffer_add_string(pointer, path[1] ? path : "");
        gathering_note(gathering, block, block->columns[k].column,
            buffer_string(pointer), WHENCE_BLANK);
        buffer_cut(pointer, length);
    }
    gathering_note(gathering, block, name ? name->column : 0,
        buffer_string(pointer), name ? WHENCE_NAME : WHENCE_ROW);
}

/* A row that states nothing, of a place that there is once. */
static void note_unstated(struct gathering *gathering,
    const struct block *block)
{
    struct buffer pointer = BUFFER_EMPTY;

    if (!block->key || keys_is_of_entry(block->key)
        || gathering_column(block, ":name") || gathering_column(block, ":1"))
        return;
    buffer_printf(&pointer, "%s%s", block->base, block->key);
    note_row(gathering, block, &pointer);
    gathering->failed = gathering->failed || pointer.failed;
    buffer_free(&pointer);
}

void gathering_row(struct gathering *gathering, struct block *block)
{
    struct buffer pointer = BUFFER_EMPTY;
    bool anything = states_anything(block);
    bool is_entry = block->key && keys_is_of_entry(block->key);

    if (block->key) {
        buffer_clear(&block->last);
        if (is_entry)
            buffer_add_string(&block->last, block->key);
    }
    if (block->noted && block->key)
        buffer_printf(&block->derived, " %s", block->noted);
    bool is_read = anything || (block->key && !is_entry && block->noted
        && strstr(block->noted, "{}")) || (is_entry && block->noted
        && strcmp(block->noted, "{}") == 0);
    if (is_read && gathering_place(gathering, block, &pointer)) {
        if (!block->key) {
            buffer_clear(&block->last);
            buffer_add_string(&block->last, buffer_string(&pointer)
                + strlen(block->base));
        }
        note_row(gathering, block, &pointer);
        read_cells(gathering, block, &pointer);
    } else if (!is_read) {
        note_unstated(gathering, block);
    }
    gathering->failed = gathering->failed || pointer.failed
        || block->last.failed || block->derived.failed;
    buffer_free(&pointer);
}
