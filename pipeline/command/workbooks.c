/*
 * What becomes of workbooks is told by their names: that is how other programs
 * know them.
 */

#include "command/workbooks.h"

#include <unistd.h>

#include "0_base/catalogue.h"
#include "0_base/utf8.h"
#include "command/options_rows.h"

#define ENDING ".xlsx"

static bool refuse(struct run *run, enum catalogue id, const char *name)
{
    jixiao_findings_add(run->faults, catalogue_code(id), "name", name,
        "verb", verb_rows[run->options->verb].name, NULL);
    return false;
}

bool workbooks_may_change(struct run *run, const char *path)
{
    return !utf8_has_ending(path, ENDING)
        || refuse(run, CATALOGUE_WORKBOOK_AS_DATA, path);
}

bool workbooks_may_return(struct run *run, const char *path)
{
    return !utf8_has_ending(path, ENDING)
        || refuse(run, CATALOGUE_WORKBOOK_RETURNED, path);
}

bool workbooks_may_write(struct run *run)
{
    const char *path = run->options->file;
    bool is_workbook = run->options->verb == VERB_SHEET;

    if (is_workbook && !path && isatty(STDOUT_FILENO))
        return refuse(run, CATALOGUE_WORKBOOK_TO_TERMINAL,
            run->options->arguments[0]);
    return !path || utf8_has_ending(path, ENDING) == is_workbook
        || refuse(run, is_workbook ? CATALOGUE_WORKBOOK_ENDING
            : CATALOGUE_DATA_ENDING, path);
}
