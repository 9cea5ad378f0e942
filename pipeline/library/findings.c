/*
 * jixiao_findings_*(): the findings of the stages as callers see them.
 */

#include <stdarg.h>

#include "0_base/catalogue.h"
#include "library/handles.h"

_Static_assert((int)JIXIAO_SYSTEM == (int)LEVEL_SYSTEM
    && (int)JIXIAO_ERROR == (int)LEVEL_ERROR, "levels have the same numbers");
_Static_assert((int)JIXIAO_EN == (int)LANGUAGE_EN
    && (int)JIXIAO_LANGUAGE_COUNT == (int)LANGUAGE_COUNT,
    "languages have the same numbers");

const char *jixiao_level_name(enum jixiao_level level,
    enum jixiao_language language)
{
    return level_name((enum level)level, (enum language)language);
}

bool jixiao_level_parse(const char *name, enum jixiao_level *level)
{
    enum level parsed;

    if (!level_parse(name, &parsed))
        return false;
    *level = (enum jixiao_level)parsed;
    return true;
}

struct jixiao_findings *jixiao_findings_new(void)
{
    return (struct jixiao_findings *)findings_new();
}

void jixiao_findings_free(struct jixiao_findings *findings)
{
    findings_free(findings_inside(findings));
}

void jixiao_findings_keep_lines(struct jixiao_findings *findings)
{
    findings_keep_lines(findings_inside(findings));
}

size_t jixiao_findings_count(const struct jixiao_findings *findings)
{
    return findings_count(findings_within(findings));
}

void jixiao_findings_get(const struct jixiao_findings *findings, size_t k,
    struct jixiao_finding *finding)
{
    const struct finding *from = findings_get(findings_within(findings), k);

    *finding = (struct jixiao_finding){
        .code = from->code,
        .level = (enum jixiao_level)from->level,
        .file = from->file,
        .line = from->place.line,
        .column = from->place.column,
        .pointer = from->pointer,
        .attachment = from->attachment,
        .where = from->where,
        .found = from->found,
        .expected = from->expected,
        .text = { from->text[LANGUAGE_ZH], from->text[LANGUAGE_EN] },
        .basis = from->basis,
        .answer = from->answer };
}

void jixiao_findings_sort(struct jixiao_findings *findings)
{
    findings_sort(findings_inside(findings));
}

enum jixiao_level jixiao_findings_worst(
    const struct jixiao_findings *findings)
{
    return (enum jixiao_level)findings_worst(findings_within(findings));
}

void jixiao_findings_set_file(struct jixiao_findings *findings,
    const char *file)
{
    findings_set_file(findings_inside(findings), file);
}

void jixiao_findings_add(struct jixiao_findings *findings, const char *code,
    ...)
{
    const struct catalogue_row *row = catalogue_find(code);
    va_list arguments;

    if (!row)
        return;
    va_start(arguments, code);
    findings_add_list(findings_inside(findings), catalogue_id(row),
        (struct place){ 0, 0 }, NULL, arguments);
    va_end(arguments);
}

void jixiao_findings_append(struct jixiao_findings *findings,
    const struct jixiao_findings *other)
{
    findings_append(findings_inside(findings), findings_within(other));
}

void jixiao_findings_out_of_memory(struct jixiao_findings *findings)
{
    findings_out_of_memory(findings_inside(findings));
}
