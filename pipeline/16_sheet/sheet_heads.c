/*
 * What each sheet says of itself, and of which entry it is.
 */

#include "16_sheet/sheet_heads.h"

#include <string.h>

#include "1_read/json.h"

#define HEAD_ROWS 10            /* in which a sheet says what it is */

static const struct place nowhere = { 0, 0 };

/* --- what a sheet says of itself ------------------------------------------ */

/* Cells behind the mark: the edition, the attachment, the pointer. */
static void read_head(struct sheet_head *head,
    const struct returned_cell *cell, const struct returned_cell *end)
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

static bool find_head(const struct returned_sheet *sheet,
    struct sheet_head *head)
{
    const struct returned_cell *end = returned_cells_end(sheet);

    for (const struct returned_cell *cell = sheet->cells; cell < end
        && cell->row < HEAD_ROWS; cell++)
        if (cell->text && strcmp(cell->text, KEYS_BOOK) == 0) {
            read_head(head, cell, end);
            head->sheet = sheet;
            return head->edition != NULL;
        }
    return false;
}

bool sheet_heads_has(const struct returned_sheet *sheet)
{
    struct sheet_head head = { .sheet = NULL };

    return find_head(sheet, &head);
}

const char *gather_edition(const struct returned_book *book)
{
    for (size_t k = 0; k < book->count; k++) {
        struct sheet_head head = { .sheet = NULL };
        if (find_head(&book->sheets[k], &head))
            return head.edition;
    }
    return NULL;
}

/* --- entries with sheets -------------------------------------------------- */

/* The words of the member that names the entry, in the row of that key; "" for
 * none. */
static const char *name_of(struct gathering *gathering,
    const struct sheet_head *head, const char *member)
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
                && strcmp(returned_words(head->sheet, cell->row, value),
                    "/") != 0; value++) {}
        if (cell->column == head->column
            && strcmp(text, buffer_string(&key)) == 0)
            name = returned_words(head->sheet, cell->row, value);
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
static void find_entry(struct gathering *gathering, struct sheet_head *heads,
    size_t k)
{
    struct sheet_head *head = &heads[k];
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

/* --- all of them ---------------------------------------------------------- */

static void report_sheet(struct gathering *gathering, enum catalogue id,
    const char *name, const char *found, const char *expected)
{
    findings_add(gathering->findings, id, nowhere, NULL, "sheet", name,
        "found", found, "expected", expected, NULL);
}

int sheet_heads_compare(const void *left, const void *right)
{
    const struct sheet_head *a = left, *b = right;
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

size_t sheet_heads_find(struct gathering *gathering, const char *edition,
    struct sheet_head *heads)
{
    size_t count = 0;

    for (size_t k = 0; k < gathering->book->count; k++) {
        const struct returned_sheet *sheet = &gathering->book->sheets[k];
        struct sheet_head head = { .position = k };
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
