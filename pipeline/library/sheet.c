/*
 * jixiao_sheet() and jixiao_sheet_read(): a set as a workbook, and back.
 */

#include "16_sheet/xlsx.h"
#include "16_sheet/layout.h"
#include "library/handles.h"
#include "library/workbook.h"

char *jixiao_sheet(const struct jixiao_set *set, size_t *length,
    struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);
    const struct sheet_source source = { set->json, set->edition->schema,
        set->edition->name, set->submission, set->edition->formulas,
        set->edition->style };
    struct book book = BOOK_EMPTY;
    struct buffer out = BUFFER_EMPTY;

    findings_set_file(list, set->path);
    bool good = layout_make(&source, &book, list)
        && xlsx_write(&book, &out, list);
    *length = out.length;
    char *bytes = good ? buffer_take(&out) : NULL;
    buffer_free(&out);
    book_free(&book);
    return bytes;
}

char *jixiao_sheet_read(struct jixiao *jixiao, const char *path,
    size_t *length, struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);
    struct workbook workbook;
    struct buffer out = BUFFER_EMPTY;
    bool good = workbook_read(jixiao, path, &workbook, &out, list);

    good = good && workbook_validate(jixiao, &workbook, &out, list)
        && findings_worst(list) < LEVEL_ERROR;
    workbook_free(&workbook);
    *length = out.length;
    char *text = good ? buffer_take(&out) : NULL;
    buffer_free(&out);
    return text;
}
