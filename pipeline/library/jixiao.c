/*
 * jixiao_open(): editions and their rules, compiled when they are first asked
 * for and kept, with the changes of rules that were asked for.
 */

#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#include "7_forms/stylesheet.h"
#include "library/handles.h"

void jixiao_setup(void)
{
    xmlInitParser();
    stylesheet_setup();
}

struct jixiao *jixiao_open(const char *data_dir,
    struct jixiao_findings *findings)
{
    struct jixiao *jixiao = calloc(1, sizeof *jixiao);

    if (jixiao)
        jixiao->resources.data_dir = data_dir;
    else
        jixiao_findings_out_of_memory(findings);
    return jixiao;
}

void jixiao_close(struct jixiao *jixiao)
{
    if (!jixiao)
        return;
    for (size_t k = 0; k < jixiao->edition_count; k++)
        edition_free(jixiao->editions[k]);
    free(jixiao->editions);
    for (size_t k = 0; k < sizeof jixiao->grammars / sizeof *jixiao->grammars;
        k++)
        xmlRelaxNGFree(jixiao->grammars[k]);
    formats_free(jixiao->formats);
    stylesheet_free(jixiao->index);
    schema_free(jixiao->record_shape);
    schema_free(jixiao->shard_shape);
    free(jixiao);
}

static struct edition *keep_edition(struct jixiao *jixiao,
    struct edition *edition, struct findings *findings)
{
    struct edition **editions = realloc(jixiao->editions,
        (jixiao->edition_count + 1) * sizeof *editions);

    if (!editions) {
        edition_free(edition);
        findings_out_of_memory(findings);
        return NULL;
    }
    jixiao->editions = editions;
    editions[jixiao->edition_count++] = edition;
    return edition;
}

static bool change_rule(struct rules *rules,
    const struct jixiao_rule_change *change, struct findings *findings)
{
    switch (change->kind) {
    case JIXIAO_RULE_DISABLE:
        return rules_disable(rules, change->code, findings);
    case JIXIAO_RULE_LEVEL:
        return rules_set_level(rules, change->code,
            (enum level)change->level, findings);
    case JIXIAO_RULE_PARAMETER:
        return rules_set_parameter(rules, change->code, change->name,
            change->value, findings);
    }
    return false;
}

/* All changes, to report all that cannot be made. */
static bool change_rules(const struct jixiao *jixiao, struct rules *rules,
    struct findings *findings)
{
    bool good = true;

    findings_set_file(findings, NULL);
    for (size_t k = 0; k < jixiao->change_count; k++)
        good = change_rule(rules, &jixiao->changes[k], findings) && good;
    return good;
}

struct edition *jixiao_open_edition(struct jixiao *jixiao, const char *name,
    struct findings *findings)
{
    for (size_t k = 0; k < jixiao->edition_count; k++)
        if (strcmp(jixiao->editions[k]->name, name) == 0)
            return jixiao->editions[k];

    struct edition *edition = edition_load(&jixiao->resources, name,
        findings);
    return edition ? keep_edition(jixiao, edition, findings) : NULL;
}

const struct rules *jixiao_open_rules(const struct jixiao *jixiao,
    struct edition *edition, struct findings *findings)
{
    if (edition->rules)
        return edition->rules;

    struct rules *rules = edition_load_rules(edition, findings);
    if (rules && !change_rules(jixiao, rules, findings))
        edition_drop_rules(edition);
    return edition->rules;
}

void jixiao_change_rules(struct jixiao *jixiao,
    const struct jixiao_rule_change *changes, size_t count)
{
    jixiao->changes = changes;
    jixiao->change_count = count;
}

void jixiao_select(struct jixiao *jixiao, const char *only, bool and_stated)
{
    jixiao->only = only;
    jixiao->and_stated = and_stated;
}

void jixiao_set_paper(struct jixiao *jixiao, const struct jixiao_paper *paper)
{
    jixiao->paper = (struct format_options){
        .fonts = { .folders = paper->font_folders,
            .folder_count = paper->font_folder_count,
            .is_strict = paper->strict_fonts },
        .level = (enum pdf_level)paper->pdf_level };
}

struct edition *jixiao_find_edition(struct jixiao *jixiao, const char *name,
    struct findings *findings)
{
    struct buffer chosen = BUFFER_EMPTY;
    struct edition *edition = NULL;

    if (edition_choose(&jixiao->resources, name, &chosen, findings))
        edition = jixiao_open_edition(jixiao, buffer_string(&chosen), findings);
    buffer_free(&chosen);
    return edition;
}

bool jixiao_editions(struct jixiao *jixiao, jixiao_name_visitor *visit,
    void *user, struct jixiao_findings *findings)
{
    struct edition_names names;

    edition_names_read(&names, &jixiao->resources);
    for (size_t k = 0; !names.failed && k < names.count; k++)
        visit(user, names.list[k]);
    bool good = !names.failed;
    if (!good)
        jixiao_findings_out_of_memory(findings);
    edition_names_free(&names);
    return good;
}

const char *jixiao_edition_name(struct jixiao *jixiao, const char *edition,
    struct jixiao_findings *findings)
{
    const struct edition *found = jixiao_find_edition(jixiao, edition,
        findings_inside(findings));

    return found ? found->name : NULL;
}
