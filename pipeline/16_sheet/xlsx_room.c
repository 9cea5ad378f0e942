/*
 * How much memory libxlsxwriter takes: of each thing its record, what malloc()
 * keeps beside it, and the texts.
 */

#include <string.h>

#include "16_sheet/xlsx_parts.h"

#define BESIDE ((size_t)16)     /* of malloc(), for each piece */
#define OF_ALL (1u << 20)       /* buffers of files, deflate, tables */
#define OF_SHEET 12288          /* lists that each sheet begins with */
#define OF_STRING (sizeof(struct sst_element) + 2 * BESIDE)
#define GROWTH 8                /* of the longest text, while it is escaped */

/* The longest of all is kept. */
static size_t room_of_text(const char *text, size_t *longest)
{
    size_t length = text ? strlen(text) : 0;

    if (length > *longest)
        *longest = length;
    return text ? length + OF_STRING : 0;
}

static size_t room_of_cell(const struct book_cell *cell, size_t *longest)
{
    size_t room = sizeof(lxw_cell) + BESIDE;

    room += room_of_text(cell->text, longest);
    room += room_of_text(cell->formula, longest);
    if (cell->choices)
        room += sizeof(lxw_data_val_obj) + BESIDE
            + room_of_text(cell->choices, longest);
    if (cell->link)
        room += 2 * (sizeof(lxw_cell) + sizeof(lxw_row)) + 8 * BESIDE
            + 4 * room_of_text(cell->link, longest);
    if (cell->note)
        room += sizeof(lxw_vml_obj) + sizeof(lxw_cell) + sizeof(lxw_row)
            + 4 * BESIDE + room_of_text(cell->note, longest);
    return room;
}

size_t xlsx_room(const struct book *book)
{
    size_t room = OF_ALL, longest = 0;

    for (size_t k = 0; k < book->count; k++) {
        const struct book_sheet *sheet = &book->sheets[k];
        room += OF_SHEET
            + sheet->row_count * (sizeof(lxw_row) + 2 * BESIDE);
        for (size_t cell = 0; cell < sheet->count; cell++)
            room += room_of_cell(&sheet->cells[cell], &longest);
    }
    return room + GROWTH * longest;
}
