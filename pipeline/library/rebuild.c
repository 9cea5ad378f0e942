/*
 * An archive made again in memory, of its own data.  Its rules take the place
 * of those that are built in; what is found in the data is none of the
 * archive's faults, and is left aside.
 */

#include "library/rebuild.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/catalogue.h"
#include "0_base/phrases.h"
#include "10_archive/untrusted_xml.h"
#include "9_bundle/names.h"
#include "library/made.h"
#include "library/rebuilding.h"
#include "library/worst.h"

#define PART_MAX (512u << 20)           /* bytes of one file in memory */

static const struct place nowhere = { 0, 0 };

/* --- what the archive brings ------------------------------------------- */

static const struct stated *find_role(const struct statement *statement,
    const char *role)
{
    for (size_t k = 0; k < statement->count; k++)
        if (strcmp(statement->files[k].role, role) == 0)
            return &statement->files[k];
    return NULL;
}

/* Appends a file of the archive; 0 or the errno. */
static int load(const struct rebuilding *rebuilding, const char *path,
    struct buffer *out)
{
    const struct store *store = &rebuilding->verification->store;
    const struct stored *stored = store_find(store, path);

    return stored ? store_load(store, stored, PART_MAX, out) : ENOENT;
}

/* A resource_source: schemas and stylesheets of the archive. */
static char *load_rule(void *user, const char *path, size_t *length)
{
    struct rebuilding *rebuilding = user;
    struct buffer where = BUFFER_EMPTY;
    struct buffer bytes = BUFFER_EMPTY;

    buffer_printf(&where, "%s/%s", phrase_text(PHRASE_ARCHIVE_RULES,
        LANGUAGE_ZH), path);
    int fault = where.failed ? ENOMEM
        : load(rebuilding, buffer_string(&where), &bytes);
    buffer_free(&where);
    *length = bytes.length;
    buffer_add_char(&bytes, '\0');
    char *text = fault ? NULL : buffer_take(&bytes);
    buffer_free(&bytes);
    errno = text ? 0 : fault ? fault : ENOMEM;
    rebuilding->failed = rebuilding->failed || errno == ENOMEM;
    return text;
}

/* A change of a rule, as the options state it. */
static struct jixiao_rule_change read_change(xmlNodePtr element)
{
    struct jixiao_rule_change change = { .kind = JIXIAO_RULE_DISABLE,
        .code = untrusted_xml_attribute(element, "rule") };
    const char *level = untrusted_xml_attribute(element, "level");

    change.name = untrusted_xml_attribute(element, "parameter");
    change.value = untrusted_xml_attribute(element, "value");
    if (change.name)
        change.kind = JIXIAO_RULE_PARAMETER;
    else if (level && jixiao_level_parse(level, &change.level))
        change.kind = JIXIAO_RULE_LEVEL;
    return change;
}

static bool read_options(struct rebuilding *rebuilding)
{
    const struct statement *statement = rebuilding->verification->statement;
    xmlNodePtr options = statement_part(statement, "options");
    const char *strict = untrusted_xml_attribute(options, "strict-fonts");
    struct format_options *paper = &rebuilding->jixiao->paper;
    size_t count = 0;

    paper->level = strcmp(statement->pdf_level, "2a") == 0 ? PDF_2A : PDF_1B;
    paper->fonts.is_strict = strcmp(strict, "true") == 0
        || strcmp(strict, "1") == 0;
    rebuilding->changes = calloc(xmlChildElementCount(options) + 1,
        sizeof *rebuilding->changes);
    rebuilding->failed = !rebuilding->changes;
    if (rebuilding->failed)
        return false;
    for (xmlNodePtr node = xmlFirstElementChild(options); node;
        node = xmlNextElementSibling(node))
        rebuilding->changes[count++] = read_change(node);
    jixiao_change_rules(rebuilding->jixiao, rebuilding->changes, count);
    return true;
}

/* A data file of the archive as a set. */
static struct jixiao_set *read_set(struct rebuilding *rebuilding,
    const struct stated *stated, bool is_previous, struct findings *found)
{
    struct jixiao_findings *list = (struct jixiao_findings *)found;
    const char *name = name_of_file(stated->path);
    struct buffer bytes = BUFFER_EMPTY;
    struct jixiao_set *set = NULL;

    int fault = load(rebuilding, stated->path, &bytes);
    rebuilding->failed = rebuilding->failed || fault == ENOMEM;
    if (!fault)
        set = is_previous ? jixiao_read_previous_bytes(rebuilding->jixiao,
            name, buffer_string(&bytes), bytes.length, list)
            : jixiao_read_bytes(rebuilding->jixiao, name,
            buffer_string(&bytes), bytes.length, rebuilding->previous, list);
    buffer_free(&bytes);
    return set;
}

static bool read_data(struct rebuilding *rebuilding, struct findings *found)
{
    const struct statement *statement = rebuilding->verification->statement;
    const struct stated *data = find_role(statement, "data");
    const struct stated *previous = find_role(statement, "previous");

    if (data)
        findings_set_file(found, name_of_file(data->path));
    if (previous)
        rebuilding->previous = read_set(rebuilding, previous, true, found);
    if (data && (!previous || rebuilding->previous))
        rebuilding->set = read_set(rebuilding, data, false, found);
    return rebuilding->set != NULL;
}

/* --- what is said -------------------------------------------------------- */

static void tell(const struct rebuilding *rebuilding)
{
    const char *program = rebuilding->verification->statement->program;
    bool is_other = strcmp(program, PROGRAM) != 0
        || rebuilding->fonts.length > 0;
    char count[24];

    snprintf(count, sizeof count, "%zu", rebuilding->same);
    findings_add(rebuilding->findings, rebuilding->differing.length == 0
        ? CATALOGUE_REBUILD_FITS : is_other ? CATALOGUE_REBUILD_OTHERS
        : CATALOGUE_REBUILD_DIFFERS, nowhere, NULL, "count", count,
        "names", buffer_string(&rebuilding->differing),
        "program", program, "now", PROGRAM, "fonts",
        rebuilding->fonts.length ? buffer_string(&rebuilding->fonts) : "-",
        NULL);
}

/* The worst of what was found in the data or the rules of the archive. */
static void tell_failure(const struct rebuilding *rebuilding)
{
    const struct finding *worst = worst_finding(rebuilding->found);

    findings_add(rebuilding->findings, CATALOGUE_REBUILD_FAILED, nowhere,
        NULL, "reason", worst ? worst->text[LANGUAGE_ZH] : "-",
        "reason_en", worst ? worst->text[LANGUAGE_EN] : "-", NULL);
}

/* That memory ran out is none of the archive's faults, and what came of it
 * says nothing. */
static void run(struct rebuilding *rebuilding)
{
    const struct jixiao_build build = { .formats = format_rows[FORMAT_PDF]
        .name, .clean = true };
    struct findings *found = rebuilding->found;
    bool made = read_options(rebuilding) && read_data(rebuilding, found)
        && make_for(rebuilding->jixiao, rebuilding->set, &build,
            rebuilding_compare, rebuilding, found);

    rebuilding->failed = rebuilding->failed || findings_lack_memory(found)
        || rebuilding->differing.failed || rebuilding->fonts.failed;
    if (rebuilding->failed)
        findings_out_of_memory(rebuilding->findings);
    else if (made)
        tell(rebuilding);
    else
        tell_failure(rebuilding);
}

void rebuild(struct jixiao *jixiao, struct jixiao_verification *verification,
    struct findings *findings)
{
    struct findings *found = findings_new();
    struct rebuilding rebuilding = { .verification = verification,
        .findings = findings, .found = found, .jixiao = jixiao_open(NULL,
            (struct jixiao_findings *)findings) };

    if (found && rebuilding.jixiao) {
        rebuilding.jixiao->paper = jixiao->paper;
        rebuilding.jixiao->resources.source = load_rule;
        rebuilding.jixiao->resources.source_user = &rebuilding;
        run(&rebuilding);
    }
    if (!found)
        findings_out_of_memory(findings);
    jixiao_set_free(rebuilding.set);
    jixiao_set_free(rebuilding.previous);
    jixiao_close(rebuilding.jixiao);
    free(rebuilding.changes);
    buffer_free(&rebuilding.differing);
    buffer_free(&rebuilding.fonts);
    findings_free(found);
}
