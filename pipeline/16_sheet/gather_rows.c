/*
 * Rows of values: which entry or object each is of, and its cells.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "0_base/listed.h"
#include "0_base/phrases.h"
#include "0_base/utf8.h"
#include "1_read/json.h"
#include "13_pull/excerpt.h"
#include "13_pull/literal.h"
#include "13_pull/wording.h"
#include "16_sheet/book.h"
#include "16_sheet/gathering.h"
#include "16_sheet/words.h"

static const struct place nowhere = { 0, 0 };

/* --- findings ------------------------------------------------------------- */

static const char *words_at(const struct block *block, unsigned column)
{
    const struct returned_cell *cell = returned_cell_at(block->sheet,
        block->row, column);

    return cell && cell->text ? cell->text : "";
}

void gathering_report(struct gathering *gathering, const struct block *block,
    unsigned column, enum catalogue id, const char *allowed)
{
    struct buffer cell = BUFFER_EMPTY;
    char found[EXCERPT_SIZE];

    book_print_cell(block->row, column, &cell);
    findings_add(gathering->findings, id, nowhere, NULL,
        "sheet", block->sheet->name, "cell", buffer_string(&cell),
        "found", excerpt_of(words_at(block, column), found),
        "allowed", allowed, NULL);
    gathering->failed = gathering->failed || cell.failed;
    buffer_free(&cell);
}

static void report_type(struct gathering *gathering,
    const struct block *block, unsigned column, enum value_type type)
{
    struct buffer cell = BUFFER_EMPTY;
    char found[EXCERPT_SIZE];

    book_print_cell(block->row, column, &cell);
    findings_add(gathering->findings, CATALOGUE_CELL_UNREADABLE, nowhere,
        NULL, "sheet", block->sheet->name, "cell", buffer_string(&cell),
        "found", excerpt_of(words_at(block, column), found),
        "kind", phrase_text(literal_kind(type), LANGUAGE_ZH),
        "kind_en", phrase_text(literal_kind(type), LANGUAGE_EN),
        "example", phrase_text(literal_example(type), LANGUAGE_ZH), NULL);
    gathering->failed = gathering->failed || cell.failed;
    buffer_free(&cell);
}

static const enum catalogue faults[] = {
    [TYPED_DIGITS] = CATALOGUE_CELL_DIGITS,
    [TYPED_DATE] = CATALOGUE_CELL_DATE,
    [TYPED_FAULT] = CATALOGUE_CELL_FAULT,
    [TYPED_BARE] = CATALOGUE_CELL_BARE,
};

/* --- values --------------------------------------------------------------- */

static bool note_cell(struct gathering *gathering, const struct block *block,
    unsigned column, cJSON *value)
{
    struct gathered_cell *cells = list_room(gathering->cells,
        gathering->cell_count, &gathering->cell_room, sizeof *cells);

    if (!cells) {
        gathering->failed = true;
        return false;
    }
    gathering->cells = cells;
    cells[gathering->cell_count++] = (struct gathered_cell){
        block->sheet->name, block->row, column };
    value->valueint = (int)gathering->cell_count;
    return true;
}

void gathering_put(struct gathering *gathering, const struct block *block,
    unsigned column, const char *pointer, const char *unit)
{
    const struct schema_node *node = grown_node(&gathering->grown, pointer);
    const struct returned_cell *cell = returned_cell_at(block->sheet,
        block->row, column);
    enum typed_fault fault;

    if (!cell)
        return;
    if (!node) {
        gathering_report(gathering, block, column, CATALOGUE_CELL_UNKNOWN,
            "");
        return;
    }
    cJSON *value = typed_value(&gathering->typing, cell, node, unit, &fault);
    if (value && note_cell(gathering, block, column, value)) {
        if (!grown_put(&gathering->grown, pointer, value))
            gathering_report(gathering, block, column, CATALOGUE_CELL_TWICE,
                "");
    } else if (value) {
        cJSON_Delete(value);
    } else if (fault == TYPED_UNREADABLE) {
        report_type(gathering, block, column, typed_type(node, unit));
    } else if (fault != TYPED_GOOD) {
        gathering_report(gathering, block, column, faults[fault], "");
    }
}

/* --- what a row is of ------------------------------------------------------ */

static void fresh_step(struct gathering *gathering, struct buffer *pointer)
{
    buffer_printf(pointer, "/+%zu", ++gathering->fresh);
}

static const char *last_step(const char *key)
{
    const char *slash = strrchr(key, '/');

    return slash ? slash + 1 : "";
}

/* Whether a key is of an entry of a list, or of one to come. */
static bool is_of_entry(const char *key)
{
    const char *step = last_step(key);

    return strcmp(step, KEYS_NEW) == 0
        || (*step && strspn(step, "0123456789") == strlen(step));
}

/* The number of the key in the row that is read; NULL for other columns. */
static const struct block_column *find_column(const struct block *block,
    const char *key)
{
    for (size_t k = 0; k < block->column_count; k++)
        if (strcmp(block->columns[k].key, key) == 0)
            return &block->columns[k];
    return NULL;
}

/* Words of a cell, of merged ones those of the first. */
static const char *merged_words(const struct block *block, unsigned column)
{
    const struct returned_range *range = returned_merged_at(block->sheet,
        block->row, column);
    const struct returned_cell *cell = range
        ? returned_cell_at(block->sheet, range->first_row,
            range->first_column)
        : returned_cell_at(block->sheet, block->row, column);

    return cell && cell->text ? cell->text : "";
}

static const char *label_of(const struct schema_member *member)
{
    const char *label = schema_text(member->node, SCHEMA_LABEL);
    const char *title = schema_text(member->node, SCHEMA_TITLE);

    return label ? label : title ? title : member->name;
}

/* The member of a label that is no value; NULL with the labels that there are
 * in allowed. */
static const struct schema_member *find_labelled(
    const struct schema_node *node, const char *words,
    struct buffer *allowed)
{
    for (size_t k = 0; k < schema_member_count(node); k++) {
        const struct schema_member *member = schema_members(node, k);
        if (!schema_entry(member->node, 0)
            && !schema_member_count(member->node))
            continue;
        if (strcmp(label_of(member), words) == 0)
            return member;
        listed_add(allowed, label_of(member));
    }
    return NULL;
}

/* Goes from an object to the list that the titles of a row name; false where
 * the row has none, or one that is unknown, which is a finding. */
static bool follow_titles(struct gathering *gathering,
    const struct block *block, struct buffer *pointer, bool *wrong)
{
    const struct schema_node *node = grown_node(&gathering->grown,
        buffer_string(pointer));
    char key[16];

    for (int level = 1; node && !schema_entry(node, 0); level++) {
        snprintf(key, sizeof key, ":%d", level);
        const struct block_column *column = find_column(block, key);
        struct buffer words = BUFFER_EMPTY, allowed = BUFFER_EMPTY;
        if (!column)
            return false;
        words_trim(merged_words(block, column->column),
            strlen(merged_words(block, column->column)), &words);
        const struct schema_member *member = words.length == 0 ? NULL
            : find_labelled(node, buffer_string(&words), &allowed);
        if (member)
            json_pointer_add(pointer, member->name);
        else if (words.length > 0)
            gathering_report(gathering, block, column->column,
                CATALOGUE_CELL_NO_LIST, buffer_string(&allowed));
        *wrong = !member && words.length > 0;
        node = member ? member->node : NULL;
        gathering->failed = gathering->failed || words.failed
            || allowed.failed;
        buffer_free(&words);
        buffer_free(&allowed);
    }
    return node != NULL;
}

/* An entry that was there, the first time that its key is met; else a new one
 * of the list. */
static void add_entry(struct gathering *gathering, const char *key,
    struct buffer *pointer)
{
    const char *step = last_step(key);
    size_t length = pointer->length;
    uint32_t id, known = gathering->seen.count;

    if (strcmp(step, KEYS_NEW) != 0) {
        buffer_printf(pointer, "/%s", step);
        if (!id_map_add(&gathering->seen, id_map_text(
                buffer_string(pointer), pointer->length), &id))
            gathering->failed = true;
        if (gathering->seen.count > known)
            return;
        buffer_cut(pointer, length);
    }
    fresh_step(gathering, pointer);
}

static size_t parent_length(const char *key)
{
    return strlen(key) - strlen(last_step(key)) - 1;
}

/* The list that a row is of, by its titles, its key, the row above, or the
 * block; false where it is of none. */
static bool find_list(struct gathering *gathering, const struct block *block,
    struct buffer *pointer, bool *wrong)
{
    const char *key = block->key && is_of_entry(block->key) ? block->key
        : block->last.length > 0 && !block->key
        ? buffer_string(&block->last) : NULL;

    if (find_column(block, ":1") && block->list) {
        size_t length = pointer->length;
        buffer_add_string(pointer, block->list);
        if (follow_titles(gathering, block, pointer, wrong) || *wrong)
            return !*wrong;
        buffer_cut(pointer, length);
    } else if (block->list && !block->key) {
        buffer_add_string(pointer, block->list);
        return true;
    }
    if (key)
        buffer_add(pointer, key, parent_length(key));
    return key != NULL;
}

/* The name that a row of a map has; false where it has none. */
static bool add_name(struct gathering *gathering, const struct block *block,
    const struct block_column *name, struct buffer *pointer)
{
    const struct returned_cell *cell = returned_cell_at(block->sheet,
        block->row, name->column);
    struct buffer words = BUFFER_EMPTY;

    buffer_add_string(pointer, block->list ? block->list : "");
    if (cell && cell->text)
        words_trim(cell->text, strlen(cell->text), &words);
    if (words.length > 0)
        json_pointer_add(pointer, buffer_string(&words));
    else
        gathering_report(gathering, block, name->column,
            CATALOGUE_CELL_NO_NAME, "");
    bool good = words.length > 0;
    gathering->failed = gathering->failed || words.failed;
    buffer_free(&words);
    return good;
}

/* The pointer of what is in the row; false where there is none. */
static bool find_place(struct gathering *gathering, const struct block *block,
    struct buffer *pointer)
{
    const struct block_column *name = find_column(block, ":name");
    bool wrong = false;

    buffer_add_string(pointer, block->base);
    if (name)
        return add_name(gathering, block, name, pointer);
    if (block->key && !is_of_entry(block->key)) {
        if (find_column(block, ":1")) {
            size_t length = pointer->length;
            buffer_add_string(pointer, block->list ? block->list : "");
            if (follow_titles(gathering, block, pointer, &wrong) || wrong)
                return !wrong;
            buffer_cut(pointer, length);
        }
        buffer_add_string(pointer, block->key);
        return true;
    }
    if (find_list(gathering, block, pointer, &wrong)) {
        add_entry(gathering, block->key ? block->key : "/" KEYS_NEW,
            pointer);
        return true;
    }
    if (!wrong)
        gathering_report(gathering, block, block->columns[0].column,
            CATALOGUE_CELL_NO_ROW, "");
    return false;
}

/* --- cells ----------------------------------------------------------------- */

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
    const struct block_column *column = find_column(block,
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

/* --- states ---------------------------------------------------------------- */

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
    if (!block->key || strcmp(last_step(block->key), KEYS_NEW) == 0)
        buffer_cut(pointer, parent_length(buffer_string(pointer)));
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

static bool is_state(struct gathering *gathering, const struct block *block,
    enum cell_state state, const char *pointer)
{
    const struct schema_node *node = grown_node(&gathering->grown, pointer);
    bool is_new = !block->key
        || strcmp(last_step(block->key), KEYS_NEW) == 0;
    bool is_branch = schema_entry(node, 0) || schema_member_count(node);

    if (state == CELL_VALUE)
        return false;
    return is_new ? state == CELL_NONE || is_branch
        : schema_entry(node, 0) || (is_branch && state == CELL_BLANK
            && !is_of_entry(block->key));
}

/* --- the row --------------------------------------------------------------- */

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

void gathering_row(struct gathering *gathering, struct block *block)
{
    struct buffer pointer = BUFFER_EMPTY;
    bool anything = states_anything(block);
    bool is_entry = block->key && is_of_entry(block->key);

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
    if (is_read && find_place(gathering, block, &pointer)) {
        if (!block->key) {
            buffer_clear(&block->last);
            buffer_add_string(&block->last, buffer_string(&pointer)
                + strlen(block->base));
        }
        read_cells(gathering, block, &pointer);
    }
    gathering->failed = gathering->failed || pointer.failed
        || block->last.failed || block->derived.failed;
    buffer_free(&pointer);
}
