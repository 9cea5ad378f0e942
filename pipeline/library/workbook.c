/*
 * Workbooks as data files.
 */

#include "library/workbook.h"

#include <stdlib.h>

#include "0_base/phrases.h"
#include "0_base/reword.h"
#include "0_base/utf8.h"
#include "11_next/first_data.h"
#include "16_sheet/book.h"

static const struct place nowhere = { 0, 0 };

bool workbook_is(const char *path)
{
    return utf8_has_ending(path, ".xlsx");
}

/* The edition that it says it is of; NULL with a finding. */
static struct edition *find_edition(struct jixiao *jixiao,
    const struct returned_book *book, struct findings *findings)
{
    const char *name = gather_edition(book);

    if (name)
        return jixiao_find_edition(jixiao, name, findings);
    findings_add(findings, CATALOGUE_SHEET_NOT_OURS, nowhere, NULL, NULL);
    return NULL;
}

static bool print(const struct workbook *workbook, struct buffer *out,
    struct findings *findings)
{
    if (first_print(workbook->gathered.data, false, out))
        return true;
    findings_out_of_memory(findings);
    return false;
}

bool workbook_read(struct jixiao *jixiao, const char *path,
    struct workbook *workbook, struct buffer *out,
    struct findings *findings)
{
    struct returned_book *book = &workbook->book;

    *workbook = (struct workbook){ .edition = NULL };
    findings_set_file(findings, path);
    if (!returned_book_open(book, path, findings))
        return false;
    workbook->edition = find_edition(jixiao, book, findings);
    findings_set_file(findings, path);
    const struct lexicon *lexicon = workbook->edition
        ? edition_lexicon(workbook->edition, findings) : NULL;
    return lexicon && gather_data(book, workbook->edition->schema,
        workbook->edition->name, lexicon, &workbook->gathered, findings)
        && print(workbook, out, findings);
}

/* --- findings at cells ---------------------------------------------------- */

static enum phrase phrase_of(enum whence_kind kind)
{
    return kind == WHENCE_PART ? PHRASE_SHEET_PART
        : kind == WHENCE_ROW ? PHRASE_SHEET_ROW : PHRASE_SHEET_CELL;
}

static void print_place(const struct whence_cell *cell, struct buffer *out)
{
    struct buffer name = BUFFER_EMPTY;
    enum phrase phrase = phrase_of(cell->kind);

    buffer_clear(out);
    if (phrase == PHRASE_SHEET_CELL)
        book_print_cell(cell->row, cell->column, &name);
    else
        buffer_printf(&name, "%u", cell->row + 1);
    buffer_printf(out, phrase_text(phrase, LANGUAGE_ZH), cell->sheet,
        buffer_string(&name));
    out->failed = out->failed || name.failed;
    buffer_free(&name);
}

/* In front of what people call the place, if they call it anything.  That a
 * value is missing goes without saying where one could not be read. */
bool workbook_place_one(struct workbook_placing *placing,
    struct finding *finding)
{
    const struct whence_cell *cell = finding->pointer ? whence_find(
        &placing->workbook->gathered.whence, finding->pointer) : NULL;

    if (cell && cell->kind == WHENCE_WRONG)
        return false;
    finding->place = nowhere;
    for (int k = 0; k < LANGUAGE_COUNT; k++) {
        buffer_clear(&placing->text[k]);
        reword_print(finding->text[k], REWORD_SHEET, (enum language)k,
            &placing->text[k]);
        finding->text[k] = buffer_string(&placing->text[k]);
    }
    if (!cell)
        return true;
    print_place(cell, &placing->where);
    if (finding->where)
        buffer_printf(&placing->where, " %s", finding->where);
    finding->where = buffer_string(&placing->where);
    return true;
}

void workbook_placing_end(struct workbook_placing *placing,
    struct findings *findings)
{
    bool failed = placing->where.failed;

    buffer_free(&placing->where);
    for (int k = 0; k < LANGUAGE_COUNT; k++) {
        failed = failed || placing->text[k].failed;
        buffer_free(&placing->text[k]);
    }
    if (failed)
        findings_out_of_memory(findings);
}

static bool place(void *user, struct finding *finding)
{
    return workbook_place_one(user, finding);
}

void workbook_place(const struct workbook *workbook, size_t first,
    struct findings *findings)
{
    struct workbook_placing placing = { .workbook = workbook };

    findings_revise(findings, first, place, &placing);
    workbook_placing_end(&placing, findings);
}

bool workbook_validate(const struct workbook *workbook, const char *bytes,
    size_t length, struct findings *findings)
{
    size_t first = findings_count(findings);
    struct json *json = json_parse(bytes, length, findings);
    bool good = json && schema_validate(workbook->edition->schema, json,
        findings);

    workbook_place(workbook, first, findings);
    json_free(json);
    return good;
}

void workbook_close(struct workbook *workbook)
{
    gathered_free(&workbook->gathered);
    returned_book_close(&workbook->book);
}

void workbook_free(struct workbook *workbook)
{
    if (workbook)
        workbook_close(workbook);
    free(workbook);
}
