/*
 * A workbook that was filled in, sheet by sheet, as data.
 */

#include "16_sheet/gather.h"

#include <stdlib.h>
#include <string.h>

#include "16_sheet/gathering.h"
#include "16_sheet/sheet_heads.h"

/* --- rows ----------------------------------------------------------------- */

/* Notes a row as one of what is at a key. */
static void note_part(struct gathering *gathering, const struct block *block,
    const char *key, unsigned row)
{
    const struct whence_cell cell = { block->sheet->name, row, 0,
        WHENCE_PART };
    struct buffer pointer = BUFFER_EMPTY;

    buffer_printf(&pointer, "%s%s", block->base, key);
    if (!pointer.failed)
        whence_note_part(&gathering->whence, buffer_string(&pointer), &cell);
    gathering->failed = gathering->failed || pointer.failed;
    buffer_free(&pointer);
}

static void begin_block(struct gathering *gathering, struct block *block,
    bool is_text)
{
    const struct returned_sheet *sheet = block->sheet;
    const char *list = returned_words(sheet, block->row,
        block->noted_column);

    block->is_text = is_text;
    block->list = *list == '/' ? list : NULL;
    block->column_count = 0;
    if (block->list)
        note_part(gathering, block, block->list, block->row + 1);
    buffer_clear(&block->last);
    buffer_clear(&block->derived);
    for (unsigned k = block->key_column + 1; k < RETURNED_COLUMNS_MAX; k++) {
        const char *key = returned_words(sheet, block->row, k);
        if (*key && k != block->noted_column)
            block->columns[block->column_count++]
                = (struct block_column){ k, key };
    }
}

static const char *or_null(const char *text)
{
    return *text ? text : NULL;
}

/* Whether a row says no more than that an object is stated empty, whatever
 * block it is in. */
static bool is_empty_object(const struct block *block, const char *key)
{
    const struct returned_sheet *sheet = block->sheet;
    size_t count = 0;

    for (size_t k = block->first_cell; k < sheet->count
        && sheet->cells[k].row == block->row; k++)
        count++;
    return *key == '/' && count == 2 && strcmp(returned_words(sheet,
            block->row, block->noted_column), "{}") == 0;
}

static void touch(struct gathering *gathering, const struct block *block,
    const char *key)
{
    struct buffer pointer = BUFFER_EMPTY;

    buffer_printf(&pointer, "%s%s", block->base, key);
    if (!pointer.failed)
        grown_touch(&gathering->grown, buffer_string(&pointer));
    gathering->failed = gathering->failed || pointer.failed;
    buffer_free(&pointer);
}

static void read_row(struct gathering *gathering, struct block *block,
    struct text_state *state)
{
    const char *key = returned_words(block->sheet, block->row,
        block->key_column);
    bool is_text = strcmp(key, KEYS_TEXT) == 0;

    if (is_text || strcmp(key, KEYS_CELLS) == 0) {
        gathering_text_end(gathering, state);
        begin_block(gathering, block, is_text);
        gathering_text_begin(gathering, block, state);
        return;
    }
    if (*key == '/')
        note_part(gathering, block, key, block->row);
    if (is_empty_object(block, key)) {
        touch(gathering, block, key);
        return;
    }
    if (strcmp(key, KEYS_NOTHING) == 0 || block->column_count == 0)
        return;
    block->key = or_null(key);
    block->noted = or_null(returned_words(block->sheet, block->row,
        block->noted_column));
    if (block->is_text)
        gathering_text_row(gathering, block, state);
    else
        gathering_row(gathering, block);
}

static void read_sheet(struct gathering *gathering,
    const struct sheet_head *head)
{
    const struct returned_sheet *sheet = head->sheet;
    struct text_state state = { .depth = 0 };
    struct block *block = calloc(1, sizeof *block);

    gathering->failed = gathering->failed || !block;
    if (!block)
        return;
    *block = (struct block){ .sheet = sheet, .base = head->entry,
        .key_column = head->column, .noted_column = head->noted };
    for (size_t k = 0; !gathering->failed && k < sheet->count;) {
        block->row = sheet->cells[k].row;
        block->first_cell = k;
        if (block->row > head->row)
            read_row(gathering, block, &state);
        while (k < sheet->count && sheet->cells[k].row == block->row)
            k++;
    }
    gathering_text_end(gathering, &state);
    buffer_free(&block->last);
    buffer_free(&block->derived);
    free(block);
}

/* --- the workbook --------------------------------------------------------- */

static void read_sheets(struct gathering *gathering, const char *edition)
{
    struct sheet_head *heads = calloc(gathering->book->count + 1,
        sizeof *heads);
    size_t count = heads ? sheet_heads_find(gathering, edition, heads) : 0;

    gathering->failed = gathering->failed || !heads;
    if (count > 0 && !gathering->failed)
        qsort(heads, count, sizeof *heads, sheet_heads_compare);
    for (size_t k = 0; k < count; k++) {
        if (!gathering->failed)
            read_sheet(gathering, &heads[k]);
        free(heads[k].entry);
    }
    free(heads);
}

/* --- all of it ------------------------------------------------------------ */

static void rename_entry(void *user, const cJSON *value, const char *pointer)
{
    const char *step = strrchr(pointer, '/');

    if (step && value->string && strcmp(step + 1, value->string) != 0)
        whence_rename(user, pointer, value->string);
}

void gathering_settle(struct gathering *gathering)
{
    grown_visit(&gathering->grown, rename_entry, &gathering->whence);
    gathering->failed = gathering->failed || gathering->grown.failed
        || gathering->whence.failed;
}

bool gather_data(const struct returned_book *book,
    const struct schema *schema, const char *edition,
    const struct lexicon *lexicon, struct gathered *gathered,
    struct findings *findings)
{
    struct gathering gathering = { .book = book,
        .grown = { .schema = schema },
        .typing = { lexicon, book->since_1904, NULL },
        .findings = findings };

    *gathered = (struct gathered){ .data = NULL };
    gathering.typing.grown = &gathering.grown;
    read_sheets(&gathering, edition);
    gathering_settle(&gathering);
    gathered->whence = gathering.whence;
    if (!gathering.failed)
        gathered->data = grown_finish(&gathering.grown);
    gathering.failed = gathering.failed || gathering.grown.failed;
    grown_free(&gathering.grown);
    id_map_free(&gathering.seen);
    if (gathering.failed)
        findings_out_of_memory(findings);
    return !gathering.failed;
}

void gathered_free(struct gathered *gathered)
{
    cJSON_Delete(gathered->data);
    whence_free(&gathered->whence);
    *gathered = (struct gathered){ .data = NULL };
}
