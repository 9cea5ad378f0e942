/*
 * A workbook that was filled in, sheet by sheet, as data.
 */

#include "16_sheet/gather.h"

#include <stdlib.h>
#include <string.h>

#include "1_read/json.h"
#include "13_pull/wording.h"
#include "16_sheet/gathering.h"

static const struct place nowhere = { 0, 0 };

#define HEAD_ROWS 10            /* in which a sheet says what it is */

/* What a sheet says of itself. */
struct head {
    const struct returned_sheet *sheet;
    size_t position;            /* in the workbook */
    unsigned row, column, noted;
    const char *edition, *attachment;
    const char *base;           /* "" for none */
    char *entry;                /* the pointer that keys go on from */
    bool is_copy;
};

/* --- what a sheet says of itself ------------------------------------------- */

/* Cells behind the mark: the edition, the attachment, the pointer. */
static void read_head(struct head *head, const struct returned_cell *cell,
    const struct returned_cell *end)
{
    head->row = cell->row;
    head->column = cell->column;
    head->base = head->attachment = "";
    for (cell++; cell < end && cell->row == head->row; cell++) {
        if (!cell->text)
            continue;
        if (!head->edition) {
            head->edition = cell->text;
            head->noted = cell->column;
        } else if (*cell->text == '/') {
            head->base = cell->text;
        } else {
            head->attachment = cell->text;
        }
    }
}

static bool find_head(const struct returned_sheet *sheet, struct head *head)
{
    const struct returned_cell *end = sheet->cells + sheet->count;

    for (const struct returned_cell *cell = sheet->cells; cell < end
        && cell->row < HEAD_ROWS; cell++)
        if (cell->text && strcmp(cell->text, KEYS_BOOK) == 0) {
            read_head(head, cell, end);
            head->sheet = sheet;
            return head->edition != NULL;
        }
    return false;
}

const char *gather_edition(const struct returned_book *book)
{
    for (size_t k = 0; k < book->count; k++) {
        struct head head = { .sheet = NULL };
        if (find_head(&book->sheets[k], &head))
            return head.edition;
    }
    return NULL;
}

static void report_sheet(struct gathering *gathering, enum catalogue id,
    const char *name, const char *found, const char *expected)
{
    findings_add(gathering->findings, id, nowhere, NULL, "sheet", name,
        "found", found, "expected", expected, NULL);
}

/* --- entries with sheets --------------------------------------------------- */

static const char *text_at(const struct returned_sheet *sheet, unsigned row,
    unsigned column)
{
    const struct returned_cell *cell = returned_cell_at(sheet, row, column);

    return cell && cell->text ? cell->text : "";
}

/* The words of the member that names the entry, in the row of that key; "" for
 * none. */
static const char *name_of(struct gathering *gathering,
    const struct head *head, const char *member)
{
    struct buffer key = BUFFER_EMPTY;
    const char *name = "";
    unsigned value = 0;

    json_pointer_add(&key, member);
    for (size_t k = 0; !key.failed && !*name && k < head->sheet->count;
        k++) {
        const struct returned_cell *cell = &head->sheet->cells[k];
        const char *text = cell->text ? cell->text : "";
        if (cell->column == head->column && strcmp(text, KEYS_CELLS) == 0)
            for (value = cell->column + 1; value < cell->column + 10
                && strcmp(text_at(head->sheet, cell->row, value), "/") != 0;
                value++) {}
        if (cell->column == head->column
            && strcmp(text, buffer_string(&key)) == 0)
            name = text_at(head->sheet, cell->row, value);
    }
    gathering->failed = gathering->failed || key.failed;
    buffer_free(&key);
    return name;
}

/* The member that names the entries of the list that a sheet is of one of. */
static const char *key_member(struct gathering *gathering, const char *base)
{
    struct buffer list = BUFFER_EMPTY;
    const char *slash = strrchr(base, '/');

    if (slash)
        buffer_add(&list, base, (size_t)(slash - base));
    const char *key = schema_text(grown_node(&gathering->grown,
        buffer_string(&list)), SCHEMA_KEY);
    gathering->failed = gathering->failed || list.failed;
    buffer_free(&list);
    return key;
}

/* Sheets of one attachment and entry: all but the first are copies, for entries
 * that are new, known by their names. */
static void find_entry(struct gathering *gathering, struct head *heads,
    size_t k)
{
    struct head *head = &heads[k];
    const char *key = key_member(gathering, head->base);
    struct buffer entry = BUFFER_EMPTY, name = BUFFER_EMPTY;

    for (size_t other = 0; other < k; other++)
        if (strcmp(heads[other].base, head->base) == 0
            && strcmp(heads[other].attachment, head->attachment) == 0)
            head->is_copy = *head->base != '\0';
    buffer_add_string(&entry, head->base);
    if (head->is_copy && key) {
        buffer_add_string(&name, name_of(gathering, head, key));
        json_pointer_add(&entry, buffer_string(&name));
        if (!entry.failed)
            entry.bytes[strlen(head->base)] = '+';
    }
    head->entry = buffer_take(&entry);
    gathering->failed = gathering->failed || !head->entry || name.failed;
    buffer_free(&name);
    buffer_free(&entry);
}

/* What belongs to no entry first, then entries by their numbers, then copies;
 * sheets of one entry as they stand in the workbook. */
static int compare_heads(const void *left, const void *right)
{
    const struct head *a = left, *b = right;
    size_t lengths[] = { strlen(a->base), strlen(b->base) };
    int order = strcmp(a->base, b->base);

    if (a->is_copy != b->is_copy)
        return a->is_copy ? 1 : -1;
    if (lengths[0] != lengths[1])
        return lengths[0] < lengths[1] ? -1 : 1;
    if (order != 0)
        return order;
    return a->position < b->position ? -1 : 1;
}

/* --- rows ------------------------------------------------------------------ */

static void begin_block(struct block *block, bool is_text)
{
    const struct returned_sheet *sheet = block->sheet;
    const char *list = text_at(sheet, block->row, block->noted_column);

    block->is_text = is_text;
    block->list = *list == '/' ? list : NULL;
    block->column_count = 0;
    buffer_clear(&block->last);
    buffer_clear(&block->derived);
    for (unsigned k = block->key_column + 1; k < RETURNED_COLUMNS_MAX; k++) {
        const char *key = text_at(sheet, block->row, k);
        if (*key && k != block->noted_column)
            block->columns[block->column_count++]
                = (struct block_column){ k, key };
    }
}

static const char *or_null(const char *text)
{
    return *text ? text : NULL;
}

/* Whether a row says no more than that an object is stated empty, whatever block
 * it is in. */
static bool is_empty_object(const struct block *block, const char *key)
{
    const struct returned_sheet *sheet = block->sheet;
    size_t count = 0;

    for (size_t k = block->first_cell; k < sheet->count
        && sheet->cells[k].row == block->row; k++)
        count++;
    return *key == '/' && count == 2 && strcmp(text_at(sheet, block->row,
            block->noted_column), "{}") == 0;
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
    const char *key = text_at(block->sheet, block->row, block->key_column);
    bool is_text = strcmp(key, KEYS_TEXT) == 0;

    if (is_text || strcmp(key, KEYS_CELLS) == 0) {
        gathering_text_end(gathering, state);
        begin_block(block, is_text);
        gathering_text_begin(gathering, block, state);
        return;
    }
    if (is_empty_object(block, key)) {
        touch(gathering, block, key);
        return;
    }
    if (strcmp(key, KEYS_NOTHING) == 0 || block->column_count == 0)
        return;
    block->key = or_null(key);
    block->noted = or_null(text_at(block->sheet, block->row,
        block->noted_column));
    if (block->is_text)
        gathering_text_row(gathering, block, state);
    else
        gathering_row(gathering, block);
}

static void read_sheet(struct gathering *gathering, const struct head *head)
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

/* --- the workbook ---------------------------------------------------------- */

static size_t find_heads(struct gathering *gathering, const char *edition,
    struct head *heads)
{
    size_t count = 0;

    for (size_t k = 0; k < gathering->book->count; k++) {
        const struct returned_sheet *sheet = &gathering->book->sheets[k];
        struct head head = { .position = k };
        if (!find_head(sheet, &head)) {
            if (sheet->count > 0)
                report_sheet(gathering, CATALOGUE_SHEET_FOREIGN, sheet->name,
                    "", "");
        } else if (strcmp(head.edition, edition) != 0) {
            report_sheet(gathering, CATALOGUE_SHEET_OTHER_EDITION,
                sheet->name, head.edition, edition);
        } else {
            heads[count] = head;
            find_entry(gathering, heads, count++);
        }
    }
    return count;
}

static void read_sheets(struct gathering *gathering, const char *edition)
{
    struct head *heads = calloc(gathering->book->count + 1, sizeof *heads);
    size_t count = heads ? find_heads(gathering, edition, heads) : 0;

    gathering->failed = gathering->failed || !heads;
    if (count > 0 && !gathering->failed)
        qsort(heads, count, sizeof *heads, compare_heads);
    for (size_t k = 0; k < count; k++) {
        if (!gathering->failed)
            read_sheet(gathering, &heads[k]);
        free(heads[k].entry);
    }
    free(heads);
}

/* --- where values came from ------------------------------------------------ */

struct placing {
    const struct gathering *gathering;
    struct gathered *gathered;
    bool failed;
};

static uint64_t key_of(const char *pointer)
{
    return id_map_text(pointer, strlen(pointer));
}

static void place(void *user, const cJSON *value, const char *pointer)
{
    struct placing *placing = user;
    struct gathered *gathered = placing->gathered;
    uint32_t id;

    if (value->child || value->valueint < 1
        || (size_t)value->valueint > placing->gathering->cell_count)
        return;
    if (!id_map_add(&gathered->pointers, key_of(pointer), &id)
        || id >= gathered->room) {
        placing->failed = true;
        return;
    }
    gathered->cells[id] = placing->gathering->cells[value->valueint - 1];
}

static void place_all(struct gathering *gathering, struct gathered *gathered)
{
    struct placing placing = { gathering, gathered, false };

    gathered->room = gathering->cell_count;
    gathered->cells = calloc(gathered->room + 1, sizeof *gathered->cells);
    if (gathered->cells)
        grown_visit(&gathering->grown, place, &placing);
    gathering->failed = gathering->failed || placing.failed
        || !gathered->cells || gathering->grown.failed;
}

const struct gathered_cell *gathered_find(const struct gathered *gathered,
    const char *pointer)
{
    uint32_t id;

    for (size_t length = strlen(pointer); length > 0;) {
        if (id_map_find(&gathered->pointers, id_map_text(pointer, length),
                &id))
            return &gathered->cells[id];
        do
            length--;
        while (length > 0 && pointer[length] != '/');
    }
    return NULL;
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
    place_all(&gathering, gathered);
    if (!gathering.failed)
        gathered->data = grown_finish(&gathering.grown);
    grown_free(&gathering.grown);
    id_map_free(&gathering.seen);
    free(gathering.cells);
    if (gathering.failed)
        findings_out_of_memory(findings);
    return !gathering.failed;
}

void gathered_free(struct gathered *gathered)
{
    cJSON_Delete(gathered->data);
    id_map_free(&gathered->pointers);
    free(gathered->cells);
    *gathered = (struct gathered){ .data = NULL };
}
