/*
 * A cell read into the data, and what is to be said of it.
 */

#include "0_base/phrases.h"
#include "13_pull/excerpt.h"
#include "13_pull/literal.h"
#include "16_sheet/book.h"
#include "16_sheet/gathering.h"

static const struct place nowhere = { 0, 0 };

/* --- findings ------------------------------------------------------------- */

/* What people see in it. */
static const char *seen(const struct block *block, unsigned column)
{
    const struct returned_cell *cell = returned_cell_at(block->sheet,
        block->row, column);
    const char *text = returned_words(block->sheet, block->row, column);

    return !cell || cell->kind != RETURNED_TRUTH ? text
        : *text == '1' ? "TRUE" : "FALSE";
}

void gathering_report(struct gathering *gathering, const struct block *block,
    unsigned column, enum catalogue id, const char *allowed)
{
    struct buffer cell = BUFFER_EMPTY;
    char found[EXCERPT_SIZE];

    book_print_cell(block->row, column, &cell);
    findings_add(gathering->findings, id, nowhere, NULL,
        "sheet", block->sheet->name, "cell", buffer_string(&cell),
        "found", excerpt_of(seen(block, column), found),
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
        "found", excerpt_of(seen(block, column), found),
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

void gathering_note(struct gathering *gathering, const struct block *block,
    unsigned column, const char *pointer, enum whence_kind kind)
{
    const struct whence_cell cell = { block->sheet->name, block->row, column,
        kind };

    whence_note(&gathering->whence, pointer, &cell);
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
    gathering_note(gathering, block, column, pointer,
        value ? WHENCE_STATED : WHENCE_WRONG);
    if (value) {
        if (!grown_put(&gathering->grown, pointer, value))
            gathering_report(gathering, block, column, CATALOGUE_CELL_TWICE,
                "");
    } else if (fault == TYPED_UNREADABLE) {
        report_type(gathering, block, column, typed_type(node, unit));
    } else if (fault != TYPED_GOOD) {
        gathering_report(gathering, block, column, faults[fault], "");
    }
}
