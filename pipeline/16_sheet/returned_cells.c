/*
 * Cells of a sheet by their places, and those that are merged.
 */

#include "16_sheet/returned_book.h"

const struct returned_cell *returned_cell_at(
    const struct returned_sheet *sheet, unsigned row, unsigned column)
{
    size_t low = 0, high = sheet->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct returned_cell *cell = &sheet->cells[middle];
        if (cell->row == row && cell->column == column)
            return cell;
        if (cell->row < row || (cell->row == row && cell->column < column))
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const char *returned_words(const struct returned_sheet *sheet, unsigned row,
    unsigned column)
{
    const struct returned_cell *cell = returned_cell_at(sheet, row, column);

    return cell && cell->text ? cell->text : "";
}

const struct returned_range *returned_merged_at(
    const struct returned_sheet *sheet, unsigned row, unsigned column)
{
    size_t low = 0, high = sheet->merged_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct returned_range *range = &sheet->merged[middle];
        if (range->column < column
            || (range->column == column && range->first_row <= row))
            low = middle + 1;
        else
            high = middle;
    }
    const struct returned_range *last = low > 0 ? &sheet->merged[low - 1]
        : NULL;
    return last && last->column == column && row <= last->last_row ? last
        : NULL;
}
