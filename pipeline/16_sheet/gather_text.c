/*
 * Rows of a text, made nested lists again by what they are and their levels.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/listed.h"
#include "0_base/phrases.h"
#include "0_base/utf8.h"
#include "1_read/json.h"
#include "13_pull/wording.h"
#include "16_sheet/gathering.h"
#include "16_sheet/paragraphs.h"
#include "16_sheet/words.h"

/* The row being read. */
struct text_row {
    const struct block *block;
    unsigned column;            /* of the words */
    struct text_part part;
    int level;
    bool begins;                /* a block */
    enum cell_state state;
};

/* --- what a row is -------------------------------------------------------- */

static const char *label_of(const struct schema_member *member)
{
    const char *label = schema_text(member->node, SCHEMA_LABEL);
    const char *title = schema_text(member->node, SCHEMA_TITLE);

    return label ? label : title ? title : member->name;
}

static const char *find_inner(const struct schema_node *entry,
    const char *kind, struct buffer *allowed)
{
    for (size_t k = 0; k < schema_member_count(entry); k++) {
        const struct schema_member *member = schema_members(entry, k);
        if (schema_entry(member->node, 0))
            continue;
        if (strcmp(label_of(member), kind) == 0)
            return member->name;
        listed_add(allowed, label_of(member));
    }
    return NULL;
}

static bool find_part(const struct schema_node *block, const char *kind,
    struct text_part *part, struct buffer *allowed)
{
    const char *paragraph = phrase_text(PHRASE_SHEET_PARAGRAPH, LANGUAGE_ZH);

    *part = (struct text_part){ NULL, NULL, false };
    if (strcmp(kind, paragraph) == 0)
        return true;
    listed_add(allowed, paragraph);
    for (size_t k = 0; k < schema_member_count(block); k++) {
        const struct schema_member *member = schema_members(block, k);
        const struct schema_node *entry = schema_entry(member->node, 0);
        if (paragraphs_is_text(member->node, block))
            continue;
        *part = (struct text_part){ member->name, NULL, entry != NULL };
        if (strcmp(label_of(member), kind) == 0)
            return true;
        listed_add(allowed, label_of(member));
        part->inner = find_inner(entry, kind, allowed);
        if (part->inner)
            return true;
    }
    return false;
}

static const struct returned_cell *cell_of(const struct block *block,
    const char *key)
{
    const struct block_column *column = gathering_column(block, key);
    const struct returned_cell *cell = column ? returned_cell_at(
        block->sheet, block->row, column->column) : NULL;

    return cell && cell->text && !utf8_is_blank(cell->text) ? cell : NULL;
}

/* --- what is open --------------------------------------------------------- */

static void set(struct buffer *buffer, const char *text)
{
    buffer_clear(buffer);
    buffer_add_string(buffer, text);
}

static void close_below(struct text_state *state, int level)
{
    for (int k = level + 1; k < TEXT_LEVELS_MAX; k++) {
        buffer_clear(&state->levels[k].list);
        buffer_clear(&state->levels[k].element);
        buffer_clear(&state->levels[k].entry);
    }
}

/* The text in an object: the member that is a list of blocks. */
static const char *text_in(struct gathering *gathering,
    const struct text_state *state, const struct buffer *object)
{
    const struct schema_node *node = object->length > 0 ? grown_node(
        &gathering->grown, buffer_string(object)) : NULL;

    for (size_t k = 0; k < schema_member_count(node); k++)
        if (paragraphs_is_text(schema_members(node, k)->node, state->block))
            return schema_members(node, k)->name;
    return NULL;
}

/* Opens the list of a level in what is open above it. */
static bool open_level(struct gathering *gathering, struct text_state *state,
    int level)
{
    if (level < 1 || level >= TEXT_LEVELS_MAX)
        return false;
    if (state->levels[level].list.length > 0)
        return true;
    const struct text_level *above = &state->levels[level - 1];
    const struct buffer *object = above->entry.length > 0 ? &above->entry
        : &above->element;
    const char *name = text_in(gathering, state, object);
    if (!name)
        return false;
    set(&state->levels[level].list, buffer_string(object));
    json_pointer_add(&state->levels[level].list, name);
    return true;
}

static void add_fresh(struct gathering *gathering, const struct buffer *list,
    struct buffer *out)
{
    set(out, buffer_string(list));
    buffer_printf(out, "/+%zu", ++gathering->fresh);
}

/* --- its words ------------------------------------------------------------ */

static bool has(struct gathering *gathering, const struct buffer *object,
    const char *member)
{
    struct buffer pointer = BUFFER_EMPTY;

    set(&pointer, buffer_string(object));
    json_pointer_add(&pointer, member);
    bool found = object->length > 0 && grown_find(&gathering->grown,
        buffer_string(&pointer));
    gathering->failed = gathering->failed || pointer.failed;
    buffer_free(&pointer);
    return found;
}

/* The element of the level that a row goes on with, or a new one. */
static void open_element(struct gathering *gathering,
    struct text_level *level, const struct text_row *row)
{
    const struct text_part *part = &row->part;
    bool is_new = row->begins || level->element.length == 0
        || (part->is_group ? level->kind != part->member
            && !has(gathering, &level->element, part->member)
            : has(gathering, &level->element, part->member));

    if (!is_new)
        return;
    add_fresh(gathering, &level->list, &level->element);
    buffer_clear(&level->entry);
    level->kind = part->member;
}

/* The pointer of the row's words. */
static void find_pointer(struct gathering *gathering,
    struct text_level *level, const struct text_row *row,
    struct buffer *pointer)
{
    const struct text_part *part = &row->part;
    struct buffer group = BUFFER_EMPTY;

    if (!part->member) {
        buffer_clear(&level->element);
        buffer_clear(&level->entry);
        add_fresh(gathering, &level->list, pointer);
        return;
    }
    open_element(gathering, level, row);
    set(&group, buffer_string(&level->element));
    json_pointer_add(&group, part->member);
    if (!part->is_group) {
        set(pointer, buffer_string(&group));
    } else if (!part->inner) {
        buffer_clear(&level->entry);
        add_fresh(gathering, &group, pointer);
    } else {
        if (level->entry.length == 0
            || has(gathering, &level->entry, part->inner))
            add_fresh(gathering, &group, &level->entry);
        set(pointer, buffer_string(&level->entry));
        json_pointer_add(pointer, part->inner);
    }
    gathering->failed = gathering->failed || group.failed;
    buffer_free(&group);
}

/* A list that is empty, or blank on purpose. */
static bool put_state(struct gathering *gathering, struct text_level *level,
    const struct text_row *row, struct buffer *pointer)
{
    const cJSON *known = grown_find(&gathering->grown,
        buffer_string(&level->list));
    bool is_text = !row->part.member;

    if (row->state == CELL_NONE && row->part.member)
        find_pointer(gathering, level, row, pointer);
    else
        set(pointer, buffer_string(&level->list));
    if (pointer->failed)
        return true;
    if (row->state == CELL_NONE) {
        char *slash = strrchr(pointer->bytes, '/');
        if (row->part.member && row->part.is_group)
            buffer_cut(pointer, (size_t)(slash - pointer->bytes));
        grown_touch(&gathering->grown, buffer_string(pointer));
        return true;
    }
    if (!is_text || known || row->level > 1)
        return false;
    gathering_put(gathering, row->block, row->column, buffer_string(pointer),
        NULL);
    return true;
}

static void put_row(struct gathering *gathering, struct text_state *state,
    const struct text_row *row)
{
    struct text_level *level = &state->levels[row->level];
    struct buffer pointer = BUFFER_EMPTY;

    close_below(state, row->level);
    if (row->state == CELL_VALUE
        || !put_state(gathering, level, row, &pointer)) {
        find_pointer(gathering, level, row, &pointer);
        gathering_put(gathering, row->block, row->column,
            buffer_string(&pointer), NULL);
    }
    gathering->failed = gathering->failed || pointer.failed
        || level->element.failed || level->entry.failed
        || level->list.failed;
    buffer_free(&pointer);
}

/* --- the row -------------------------------------------------------------- */

/* A row that says nothing of itself is as the one above; below a value of an
 * object with a text it is a paragraph of that. */
static void guess(struct gathering *gathering, struct text_state *state,
    struct text_row *row, const struct text_part *last)
{
    row->part = *last;
    row->level = state->depth > 0 ? state->depth : 1;
    if (last->inner && text_in(gathering, state,
            &state->levels[row->level].entry)) {
        row->part = (struct text_part){ NULL, NULL, false };
        row->level++;
    }
}

static bool read_kind(struct gathering *gathering, struct text_state *state,
    struct text_row *row)
{
    const struct block_column *column = gathering_column(row->block, ":kind");
    const struct returned_cell *kind = cell_of(row->block, ":kind");
    const struct returned_cell *level = cell_of(row->block, ":level");
    struct buffer words = BUFFER_EMPTY, allowed = BUFFER_EMPTY;
    bool good = true;

    guess(gathering, state, row, &state->last);
    if (kind) {
        words_trim(kind->text, strlen(kind->text), &words);
        good = find_part(state->block, buffer_string(&words), &row->part,
            &allowed);
        row->level = state->depth > 0 ? state->depth : 1;
    }
    if (!good)
        gathering_report(gathering, row->block, column->column,
            CATALOGUE_CELL_NO_KIND, buffer_string(&allowed));
    if (level)
        row->level = (int)strtol(level->text, NULL, 10);
    if (good && !open_level(gathering, state, row->level)) {
        good = false;
        gathering_report(gathering, row->block, level
            ? gathering_column(row->block, ":level")->column : row->column,
            CATALOGUE_CELL_NO_LEVEL, "");
    }
    gathering->failed = gathering->failed || words.failed || allowed.failed;
    buffer_free(&words);
    buffer_free(&allowed);
    return good;
}

void gathering_text_begin(struct gathering *gathering,
    const struct block *block, struct text_state *state)
{
    struct buffer *list = &state->levels[1].list;

    *state = (struct text_state){ .depth = 0 };
    buffer_add_string(list, block->base);
    buffer_add_string(list, block->list ? block->list : "");
    state->block = schema_entry(grown_node(&gathering->grown,
        buffer_string(list)), 0);
    gathering->failed = gathering->failed || list->failed;
}

void gathering_text_row(struct gathering *gathering,
    const struct block *block, struct text_state *state)
{
    const struct block_column *column = gathering_column(block, "/");
    const struct returned_cell *cell = column ? returned_cell_at(
        block->sheet, block->row, column->column) : NULL;
    const char *text = NULL;

    if (!cell || !cell->text || !state->block)
        return;
    struct text_row row = { .block = block, .column = column->column,
        .begins = block->key && strcmp(block->key, KEYS_GROUP) == 0,
        .state = cell->kind == RETURNED_WORDS ? words_read(cell->text, &text)
            : CELL_VALUE };
    if (!read_kind(gathering, state, &row))
        return;
    put_row(gathering, state, &row);
    state->depth = row.level;
    state->last = row.part;
}

void gathering_text_end(struct gathering *gathering,
    struct text_state *state)
{
    for (int k = 0; k < TEXT_LEVELS_MAX; k++) {
        buffer_free(&state->levels[k].list);
        buffer_free(&state->levels[k].element);
        buffer_free(&state->levels[k].entry);
    }
    (void)gathering;
}
