/*
 * A cell read into the data, and what is to be said of it.
 */

#include "0_base/list.h"
#include "0_base/phrases.h"
#include "13_pull/excerpt.h"
#include "13_pull/literal.h"
#include "16_sheet/book.h"
#include "16_sheet/gathering.h"

static const struct place nowhere = { 0, 0 };

/* --- findings ------------------------------------------------------------- */

void gathering_report(struct gathering *gathering, const struct block *block,
    unsigned column, enum catalogue id, const char *allowed)
{
    struct buffer cell = BUFFER_EMPTY;
    char found[EXCERPT_SIZE];

    book_print_cell(block->row, column, &cell);
    findings_add(gathering->findings, id, nowhere, NULL,
        "sheet", block->sheet->name, "cell", buffer_string(&cell),
        "found", excerpt_of(returned_words(block->sheet,
            block->row, column), found),
        "allowed", allowed, NULL);
    gathering->failed = gathering->failed || cell.failed;
    buffer_free(&cell);
}

static void report_type(struct gathering *gathering,
    const struct block *block, unsigned column, enum value_type type)
{
    struct buffer cell = BUFFER_EMPTY;
    char found[EXCERPT_SIZE];

    book_print_cell(block->row, column, &cell);
    findings_add(gathering->findings, CATALOGUE_CELL_UNREADABLE, nowhere,
        NULL, "sheet", block->sheet->name, "cell", buffer_string(&cell),
        "found", excerpt_of(returned_words(block->sheet,
            block->row, column), found),
        "kind", phrase_text(literal_kind(type), LANGUAGE_ZH),
        "kind_en", phrase_text(literal_kind(type), LANGUAGE_EN),
        "example", phrase_text(literal_example(type), LANGUAGE_ZH), NULL);
    gathering->failed = gathering->failed || cell.failed;
    buffer_free(&cell);
}

static const enum catalogue faults[] = {
    [TYPED_DIGITS] = CATALOGUE_CELL_DIGITS,
    [TYPED_DATE] = CATALOGUE_CELL_DATE,
    [TYPED_FAULT] = CATALOGUE_CELL_FAULT,
    [TYPED_BARE] = CATALOGUE_CELL_BARE,
};

/* --- values --------------------------------------------------------------- */

static bool note_cell(struct gathering *gathering, const struct block *block,
    unsigned column, cJSON *value)
{
    struct gathered_cell *cells = list_room(gathering->cells,
        gathering->cell_count, &gathering->cell_room, sizeof *cells);

    if (!cells) {
        gathering->failed = true;
        return false;
    }
    gathering->cells = cells;
    cells[gathering->cell_count++] = (struct gathered_cell){
        block->sheet->name, block->row, column };
    value->valueint = (int)gathering->cell_count;
    return true;
}

void gathering_put(struct gathering *gathering, const struct block *block,
    unsigned column, const char *pointer, const char *unit)
{
    const struct schema_node *node = grown_node(&gathering->grown, pointer);
    const struct returned_cell *cell = returned_cell_at(block->sheet,
        block->row, column);
    enum typed_fault fault;

    if (!cell)
        return;
    if (!node) {
        gathering_report(gathering, block, column, CATALOGUE_CELL_UNKNOWN,
            "");
        return;
    }
    cJSON *value = typed_value(&gathering->typing, cell, node, unit, &fault);
    if (value && note_cell(gathering, block, column, value)) {
        if (!grown_put(&gathering->grown, pointer, value))
            gathering_report(gathering, block, column, CATALOGUE_CELL_TWICE,
                "");
    } else if (value) {
        cJSON_Delete(value);
    } else if (fault == TYPED_UNREADABLE) {
        report_type(gathering, block, column, typed_type(node, unit));
    } else if (fault != TYPED_GOOD) {
        gathering_report(gathering, block, column, faults[fault], "");
    }
}
