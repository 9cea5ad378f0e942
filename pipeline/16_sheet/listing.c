/*
 * Rows of an exported list, each read as a row of a workbook with the keys that
 * its heads stand for.
 */

#include "16_sheet/listing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "16_sheet/listing_heads.h"
#include "16_sheet/listing_parts.h"
#include "16_sheet/listing_put.h"
#include "16_sheet/words.h"

#define WORDS "x-export-words"  /* of a choice: there is none, but words */

/* --- cells ---------------------------------------------------------------- */

static const struct returned_cell *cell_of(const struct taking *taking,
    const struct head *head)
{
    return returned_cell_at(taking->block.sheet, taking->block.row,
        head->column);
}

/* The path of a head: of the object in the entry, or of the entry itself. */
static const struct path *choose(const struct taking *taking,
    const struct head *head, bool figures)
{
    const struct path *found = NULL;

    for (size_t k = 0; k < taking->count; k++) {
        const struct path *path = &taking->paths[k];
        if (!words_are(head->words, path->head)
            || (path->is_inner && !figures))
            continue;
        if (!found || path->is_inner)
            found = path;
    }
    return found;
}

/* Whether a value reads as its schema has it. */
static bool fits(struct taking *taking, const struct path *path,
    const struct returned_cell *cell)
{
    enum typed_fault fault;
    cJSON *value = typed_value(&taking->gathering.typing, cell, path->node,
        NULL, &fault);
    bool good = value != NULL;

    cJSON_Delete(value);
    return good;
}

/* Whether the row has figures, which an object in the entry holds: a choice of
 * it says so; without one, all its cells can be read. */
static bool has_figures(struct taking *taking)
{
    bool all = true;

    for (size_t k = 0; k < taking->head_count; k++) {
        const struct head *head = &taking->heads[k];
        const struct returned_cell *cell = head->level ? NULL
            : cell_of(taking, head);
        const struct path *path = cell && cell->text
            ? choose(taking, head, true) : NULL;
        if (!path || !path->is_inner)
            continue;
        if (listing_is_choice(path))
            return !listing_is_among(cell->text,
                schema_string(path->node, WORDS));
        all = all && fits(taking, path, cell);
    }
    return all;
}

/* --- rows ----------------------------------------------------------------- */

/* What is in a row of words for the object that holds figures. */
static void report_left(struct taking *taking, const struct head *head)
{
    const struct returned_cell *cell = cell_of(taking, head);
    const struct path *path = choose(taking, head, true);

    if (cell && path && !listing_is_choice(path))
        gathering_report(&taking->gathering, &taking->block, head->column,
            CATALOGUE_CELL_LEFT, head->words);
}

static void read_row(struct taking *taking)
{
    struct block *block = &taking->block;
    bool figures = has_figures(taking);

    block->column_count = 0;
    for (size_t k = 0; k < taking->head_count; k++) {
        const struct head *head = &taking->heads[k];
        const struct path *path = head->level ? NULL
            : choose(taking, head, figures);
        if (head->level)
            snprintf(taking->levels[head->level], sizeof *taking->levels,
                ":%d", head->level);
        if (head->level || path)
            block->columns[block->column_count++] = (struct block_column){
                head->column, path ? path->key
                : taking->levels[head->level] };
        else
            report_left(taking, head);
    }
    gathering_row(&taking->gathering, block);
}

/* Whether a row is a total: its first words say so. */
static bool is_total(const struct taking *taking,
    const struct returned_cell *cell, const struct returned_cell *end)
{
    unsigned row = cell->row;

    while (cell < end && cell->row == row && !cell->text)
        cell++;
    return cell < end && cell->row == row && words_are_among(cell->text,
        lexicon_words(taking->listing->lexicon, NOTION_TOTAL_ROWS));
}

/* Whether a row is of no class that there is, and has nothing where entries
 * have their names: what stands beside indicators, or is signed below them. */
static bool is_aside(struct taking *taking)
{
    const char *label = schema_text(shape_entry(taking->node),
        SCHEMA_LABEL_FROM);
    bool is_other = false;

    for (size_t k = 0; label && k < taking->head_count; k++) {
        const struct head *head = &taking->heads[k];
        const struct returned_cell *cell = cell_of(taking, head);
        const struct path *path = head->level ? NULL
            : choose(taking, head, false);
        if (!cell || !cell->text)
            continue;
        /* a key is a pointer, and has "/" in front */
        if (path && strcmp(path->key + 1, label) == 0)
            return false;
        if (head->level == 1)
            is_other = !gathering_titled(&taking->gathering, taking->node,
                cell->text, NULL);
    }
    return is_other;
}

/* A row that is no entry; behind one that is no total either, none goes on with
 * the classes above. */
static void pass_over(struct taking *taking, unsigned column, bool is_sum)
{
    gathering_report(&taking->gathering, &taking->block, column,
        CATALOGUE_ROW_NO_ENTRY, "");
    if (!is_sum)
        buffer_clear(&taking->block.last);
}

/* Another list begins, or the same one again: which of the two it is cannot be
 * told. */
static bool has_heads(struct taking *taking)
{
    for (size_t k = 0; k < taking->head_count; k++) {
        const struct head *head = &taking->heads[k];
        const struct returned_cell *cell = cell_of(taking, head);
        if (head->level && cell && cell->text
            && listing_level_of(taking, cell->text) == head->level) {
            gathering_report(&taking->gathering, &taking->block,
                head->column, CATALOGUE_HEADS_AGAIN, "");
            return true;
        }
    }
    return false;
}

/* Whether a row is of the thing that the first one is of, by a column with its
 * name. */
static void check_owner(struct taking *taking)
{
    const struct returned_cell *cell = taking->owner.words
        ? cell_of(taking, &taking->owner) : NULL;

    if (!cell || !cell->text)
        return;
    if (!taking->owned)
        taking->owned = cell->text;
    else if (strcmp(taking->owned, cell->text) != 0)
        gathering_report(&taking->gathering, &taking->block, cell->column,
            CATALOGUE_CELL_OTHER_OWNER, taking->owned);
}

static void read_rows(struct taking *taking, const struct returned_cell *cell)
{
    const struct returned_sheet *sheet = taking->block.sheet;
    const struct returned_cell *end = returned_cells_end(sheet);

    while (cell < end && !taking->gathering.failed) {
        taking->block.row = cell->row;
        bool is_sum = is_total(taking, cell, end);
        if (!is_sum && has_heads(taking))
            return;
        if (is_sum || is_aside(taking)) {
            pass_over(taking, cell->column, is_sum);
        } else {
            check_owner(taking);
            read_row(taking);
        }
        while (cell < end && cell->row == taking->block.row)
            cell++;
    }
}

/* --- all of it ------------------------------------------------------------ */

static void end(struct taking *taking)
{
    for (size_t k = 0; k < taking->count; k++)
        free(taking->paths[k].key);
    grown_free(&taking->gathering.grown);
    id_map_free(&taking->gathering.seen);
    free(taking->parted.cells);
    arena_free(&taking->arena);
    buffer_free(&taking->lists);
    buffer_free(&taking->block.last);
    buffer_free(&taking->block.derived);
    free(taking);
}

static cJSON *put_into(struct taking *taking)
{
    cJSON *data = listing_put(json_root(taking->listing->json),
        buffer_string(&taking->lists),
        grown_finish(&taking->gathering.grown));

    if (!data)
        findings_out_of_memory(taking->gathering.findings);
    return data;
}

static void read_book(struct taking *taking,
    const struct returned_book *book)
{
    const struct returned_cell *first;

    listing_find_paths(taking);
    if (!taking->node) {
        findings_add(taking->gathering.findings, CATALOGUE_LISTING_NO_PLACE,
            (struct place){ 0, 0 }, NULL, "path", taking->listing->path,
            NULL);
        return;
    }
    taking->block.base = "";
    taking->block.list = buffer_string(&taking->lists);
    first = listing_find_heads(taking, book);
    first = first ? listing_part(taking, first) : NULL;
    if (first)
        read_rows(taking, first);
}

bool listing_take(const struct listing *listing,
    const struct returned_book *book, struct gathered *gathered,
    struct findings *findings)
{
    struct taking *taking = calloc(1, sizeof *taking);

    *gathered = (struct gathered){ .data = NULL };
    if (!taking) {
        findings_out_of_memory(findings);
        return false;
    }
    taking->listing = listing;
    taking->gathering = (struct gathering){ .book = book,
        .findings = findings, .grown = { .schema = listing->schema },
        .typing = { listing->lexicon, book->since_1904, NULL } };
    taking->gathering.typing.grown = &taking->gathering.grown;
    read_book(taking, book);
    gathering_settle(&taking->gathering);
    gathered->whence = taking->gathering.whence;
    if (taking->gathering.failed)
        findings_out_of_memory(findings);
    else if (findings_worst(findings) < LEVEL_ERROR)
        gathered->data = put_into(taking);
    end(taking);
    return gathered->data != NULL;
}
