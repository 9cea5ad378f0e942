/*
 * Texts with commas or tabs between cells (RFC 4180), as sheets.
 */

#include <stdio.h>
#include <string.h>

#include "0_base/list.h"
#include "0_base/utf8.h"
#include "16_sheet/listing.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* Reads a cell, in quotation marks or not; the end of it. */
static const char *read_cell(const char *at, char mark, struct buffer *out)
{
    bool quoted = *at == '"';

    for (at += quoted; *at; at++) {
        if (quoted && *at == '"' && at[1] != '"') {
            quoted = false;
            continue;
        }
        if (!quoted && (*at == mark || *at == '\n' || *at == '\r'))
            break;
        at += quoted && *at == '"';
        buffer_add_char(out, *at);
    }
    return at;
}

static bool add_cell(struct returned_book *book, struct buffer *text,
    unsigned row, unsigned column)
{
    struct returned_sheet *sheet = &book->sheets[0];
    struct returned_cell *cells = list_room(sheet->cells, sheet->count,
        &sheet->room, sizeof *cells);
    const char *kept = text->failed ? NULL : arena_copy(&book->arena,
        buffer_string(text), text->length);

    if (cells)
        sheet->cells = cells;
    if (cells && kept && !utf8_is_blank(kept))
        cells[sheet->count++] = (struct returned_cell){ .row = row,
            .column = column, .text = kept };
    return cells && kept;
}

static bool read_cells(struct returned_book *book, const char *at, char mark)
{
    unsigned row = 0, column = 0;
    bool good = true;

    while (good && *at) {
        struct buffer text = BUFFER_EMPTY;
        at = read_cell(at, mark, &text);
        if (column < RETURNED_COLUMNS_MAX)
            good = add_cell(book, &text, row, column);
        buffer_free(&text);
        column++;
        if (*at == '\r' || *at == '\n') {
            at += *at == '\r' && at[1] == '\n';
            row++;
            column = 0;
        }
        at += *at != '\0';
    }
    return good;
}

/* The first byte that is no UTF-8. */
static void report_bytes(const char *at, struct findings *findings)
{
    char byte[8];
    size_t size;

    while ((size = utf8_first(at, NULL)) > 0 && *at)
        at += size;
    snprintf(byte, sizeof byte, "0x%02X", (unsigned char)*at);
    findings_add(findings, CATALOGUE_JSON_NOT_UTF8, (struct place){ 0, 0 },
        NULL, "met", byte, "met_en", byte, NULL);
}

bool listing_open_text(const struct buffer *text, char mark,
    const char *name, struct returned_book *book, struct findings *findings)
{
    const char *at = buffer_string(text);
    size_t length = sizeof BYTE_ORDER_MARK - 1;

    if (!utf8_is_valid(at)) {
        report_bytes(at, findings);
        return false;
    }
    book->sheets = list_room(NULL, 0, &book->room, sizeof *book->sheets);
    if (book->sheets) {
        book->sheets[book->count++] = (struct returned_sheet){ .name = name };
        at += strncmp(at, BYTE_ORDER_MARK, length) == 0 ? length : 0;
        if (read_cells(book, at, mark))
            return true;
    }
    returned_book_close(book);
    findings_out_of_memory(findings);
    return false;
}
