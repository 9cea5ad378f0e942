/*
 * The cells of a workbook, gathered sheet by sheet.
 */

#include "16_sheet/book.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"

#define LETTERS 26

const char *book_keep(struct book *book, const char *text)
{
    char *copy = arena_copy(&book->arena, text, strlen(text));

    book->failed = book->failed || !copy;
    return copy ? copy : "";
}

/* Of what a sheet is. */
static uint64_t key_of_sheet(const char *attachment, const char *base)
{
    return id_map_chain(id_map_text(attachment, strlen(attachment)),
        id_map_text(base, strlen(base)));
}

size_t book_sheet(struct book *book, const char *attachment,
    const char *base)
{
    uint32_t id;
    struct book_sheet *sheets = id_map_list(&book->known,
        key_of_sheet(attachment ? attachment : "", base), book->sheets,
        &book->room, sizeof *sheets, &id);

    if (!sheets) {
        book->failed = true;
        return 0;
    }
    book->sheets = sheets;
    if (id == book->count)
        sheets[book->count++] = (struct book_sheet){ .name = "",
            .attachment = attachment, .base = base };
    return id;
}

unsigned book_row(struct book *book, size_t number, bool hidden)
{
    struct book_sheet *sheet = number < book->count ? &book->sheets[number]
        : NULL;
    bool *rows = sheet ? list_room(sheet->hidden, sheet->row_count,
        &sheet->row_room, sizeof *rows) : NULL;

    if (!rows) {
        book->failed = true;
        return 0;
    }
    sheet->hidden = rows;
    rows[sheet->row_count] = hidden;
    return (unsigned)sheet->row_count++;
}

struct book_cell *book_put(struct book *book, size_t number, unsigned column,
    enum book_style style, const char *text)
{
    static struct book_cell nowhere;
    struct book_sheet *sheet = number < book->count ? &book->sheets[number]
        : NULL;
    struct book_cell *cells = sheet && sheet->row_count > 0
        ? list_room(sheet->cells, sheet->count, &sheet->room, sizeof *cells)
        : NULL;

    if (!cells) {
        book->failed = true;
        return &nowhere;
    }
    sheet->cells = cells;
    cells[sheet->count] = (struct book_cell){ .column = column,
        .row = (unsigned)sheet->row_count - 1, .style = style, .text = text };
    return &cells[sheet->count++];
}

static uint64_t key_of(const char *pointer)
{
    return id_map_text(pointer, strlen(pointer));
}

void book_note_value(struct book *book, size_t number, const char *pointer)
{
    const struct book_sheet *sheet = number < book->count
        ? &book->sheets[number] : NULL;
    uint32_t id, known = book->places.count;
    struct book_place *found = sheet && sheet->count > 0
        ? id_map_list(&book->places, key_of(pointer), book->found,
            &book->found_room, sizeof *found, &id) : NULL;

    if (!found) {
        book->failed = true;
        return;
    }
    book->found = found;
    const struct book_cell *cell = &sheet->cells[sheet->count - 1];
    if (id == known)
        found[id] = (struct book_place){ number, cell->row, cell->column };
}

const struct book_place *book_find(const struct book *book,
    const char *pointer)
{
    uint32_t id;

    return id_map_find(&book->places, key_of(pointer), &id)
        ? &book->found[id] : NULL;
}

void book_print_cell(unsigned row, unsigned column, struct buffer *out)
{
    char letters[8];
    size_t at = sizeof letters;

    letters[--at] = '\0';
    for (unsigned left = column + 1; left > 0 && at > 0;
        left = (left - 1) / LETTERS)
        letters[--at] = (char)('A' + (left - 1) % LETTERS);
    buffer_printf(out, "%s%u", letters + at, row + 1);
}

void book_free(struct book *book)
{
    for (size_t k = 0; k < book->count; k++) {
        free(book->sheets[k].cells);
        free(book->sheets[k].hidden);
    }
    free(book->sheets);
    free(book->found);
    id_map_free(&book->known);
    id_map_free(&book->places);
    arena_free(&book->arena);
    *book = (struct book)BOOK_EMPTY;
}
