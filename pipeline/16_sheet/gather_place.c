/*
 * Which entry or object a row is of: what its key says, the titles in it, the
 * row above, or its block.
 */

#include <stdio.h>
#include <string.h>

#include "0_base/listed.h"
#include "1_read/json.h"
#include "13_pull/wording.h"
#include "16_sheet/gathering.h"
#include "16_sheet/words.h"

static void fresh_step(struct gathering *gathering, struct buffer *pointer)
{
    buffer_printf(pointer, "/+%zu", ++gathering->fresh);
}

const struct block_column *gathering_column(const struct block *block,
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

    return range ? returned_words(block->sheet, range->first_row,
            range->first_column)
        : returned_words(block->sheet, block->row, column);
}

static const char *label_of(const struct schema_member *member)
{
    const char *label = schema_text(member->node, SCHEMA_LABEL);
    const char *title = schema_text(member->node, SCHEMA_TITLE);

    return label ? label : title ? title : member->name;
}

const struct schema_member *gathering_titled(struct gathering *gathering,
    const struct schema_node *node, const char *words, struct buffer *allowed)
{
    for (size_t k = 0; k < schema_member_count(node); k++) {
        const struct schema_member *member = schema_members(node, k);
        if (!schema_entry(member->node, 0)
            && !schema_member_count(member->node))
            continue;
        if (words_are_title(gathering->typing.lexicon, words,
                label_of(member), &gathering->failed))
            return member;
        if (allowed)
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
        const struct block_column *column = gathering_column(block, key);
        struct buffer words = BUFFER_EMPTY, allowed = BUFFER_EMPTY;
        if (!column)
            return false;
        words_trim(merged_words(block, column->column),
            strlen(merged_words(block, column->column)), &words);
        const struct schema_member *member = words.length == 0 ? NULL
            : gathering_titled(gathering, node, buffer_string(&words),
                &allowed);
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
    const char *step = keys_step(key);
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

/* The list that a row is of, by its titles, its key, the row above, or the
 * block; false where it is of none. */
static bool find_list(struct gathering *gathering, const struct block *block,
    struct buffer *pointer, bool *wrong)
{
    const char *key = block->key && keys_is_of_entry(block->key) ? block->key
        : block->last.length > 0 && !block->key
        ? buffer_string(&block->last) : NULL;

    if (gathering_column(block, ":1") && block->list) {
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
        buffer_add(pointer, key, keys_around(key));
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

bool gathering_place(struct gathering *gathering, const struct block *block,
    struct buffer *pointer)
{
    const struct block_column *name = gathering_column(block, ":name");
    bool wrong = false;

    buffer_add_string(pointer, block->base);
    if (name)
        return add_name(gathering, block, name, pointer);
    if (block->key && !keys_is_of_entry(block->key)) {
        if (gathering_column(block, ":1")) {
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
