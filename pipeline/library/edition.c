/* The parts of an edition, loaded in turn. */

#include "library/edition.h"

#include <cjson/cJSON.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "1_read/reserved.h"
#include "3_transform/transform.h"

#define SCHEMAS "schemas/"
#define STYLESHEETS "stylesheets/"
#define SCHEMA_FILE "submission.schema.json"

static const struct {
    const char *file;
    bool is_common;             /* where the edition has none of its own */
} sheet_rows[EDITION_SHEET_COUNT] = {
    [EDITION_FORMS] = { "forms.xsl", false },
    [EDITION_REPORT] = { "check-report.xsl", true },
    [EDITION_METADATA] = { "archive-metadata.xsl", true },
    [EDITION_RECORD] = { "archive-record.xsl", true },
    [EDITION_CORRECTION] = { "correction.xsl", true },
    [EDITION_CIRCULAR] = { "circular.xsl", true },
};

static char *make_path(const char *folder, const char *name, const char *file)
{
    struct buffer path = BUFFER_EMPTY;

    buffer_printf(&path, "%s%s/%s", folder, name, file);
    return buffer_take(&path);
}

bool edition_choose(const struct resources *resources, const char *asked,
    struct buffer *out, struct findings *findings)
{
    struct buffer known = BUFFER_EMPTY;

    buffer_clear(out);
    if (asked)
        buffer_add_string(out, asked);
    else
        edition_last(resources, out);
    bool found = !out->failed
        && edition_exists(resources, buffer_string(out), &out->failed);
    if (!found && !out->failed) {
        edition_list(resources, &known);
        findings_add(findings, CATALOGUE_EDITION_NOT_THERE,
            (struct place){ 0, 0 }, NULL, "name", buffer_string(out),
            "known", buffer_string(&known), NULL);
    }
    if (out->failed || known.failed)
        findings_out_of_memory(findings);
    buffer_free(&known);
    return found;
}

static char *load_schema_text(void *context, const char *uri, size_t *length)
{
    return resource_load(context, uri, length);
}

static struct schema *load_schema(const struct resources *resources,
    const char *path, struct findings *findings)
{
    const struct schema_options options = { .load = load_schema_text,
        .context = (void *)resources };

    struct schema *schema = schema_compile(path, &options, findings);
    findings_set_file(findings, NULL);      /* it was that of a schema */
    return schema;
}

bool edition_check_schemas(const struct edition *edition,
    struct findings *findings)
{
    const char *file = findings_file(findings);
    struct schema *grammar = load_schema(&edition->resources,
        "schemas/common/edition.schema.json", findings);
    bool good = grammar && schema_validate_documents(grammar,
        edition->schema, findings);

    schema_free(grammar);
    findings_set_file(findings, file);
    return good;
}

/* What cannot be used is of no data file.  Where memory ran out there is no
 * fault. */
static void report_unusable(const struct edition *edition,
    struct findings *findings)
{
    const char *folder = edition->resources.data_dir;
    struct buffer where = BUFFER_EMPTY;

    if (findings_lack_memory(findings))
        return;
    if (folder)
        buffer_printf(&where, " (%s)", folder);
    findings_set_file(findings, NULL);
    findings_add(findings, CATALOGUE_EDITION_UNUSABLE, (struct place){ 0, 0 },
        NULL, "name", edition->name, "folder", buffer_string(&where), NULL);
    if (where.failed)
        findings_out_of_memory(findings);
    buffer_free(&where);
}

typedef bool part_loader(struct edition *edition, const char *path,
    struct findings *findings);

/* One that was copied and still asks for the name of another would refuse every
 * data file. */
static bool asks_for_itself(const struct edition *edition, const char *path,
    struct findings *findings)
{
    const struct schema_node *member = schema_member(
        schema_root(edition->schema), RESERVED_EDITION);
    const char *asked = member ? schema_string(member, "const") : NULL;

    if (!asked || strcmp(asked, edition->name) == 0)
        return true;
    findings_add(findings, CATALOGUE_EDITION_OF_ANOTHER_NAME,
        (struct place){ 0, 0 }, NULL, "path", path, "asked", asked,
        "name", edition->name, NULL);
    return false;
}

static bool load_schema_part(struct edition *edition, const char *path,
    struct findings *findings)
{
    edition->schema = load_schema(&edition->resources, path, findings);
    return edition->schema && asks_for_itself(edition, path, findings);
}

static bool load_formulas(struct edition *edition, const char *path,
    struct findings *findings)
{
    edition->formulas = formulas_load(&edition->resources, path, findings);
    return edition->formulas != NULL;
}

static bool load_lexicon(struct edition *edition, const char *path,
    struct findings *findings)
{
    edition->lexicon = lexicon_load(&edition->resources, path, findings);
    return edition->lexicon != NULL;
}

static bool load_rules(struct edition *edition, const char *path,
    struct findings *findings)
{
    edition->rules = rules_load(&edition->resources, path, edition->formulas,
        edition->lexicon, findings);
    return edition->rules != NULL;
}

static bool load_columns(struct edition *edition, const char *path,
    struct findings *findings)
{
    edition->columns = columns_load(&edition->resources, path, findings);
    return edition->columns != NULL;
}

/* What is found in a part is of no data file. */
static bool load_part(struct edition *edition, const char *file,
    part_loader *load, struct findings *findings)
{
    const char *former = findings_file(findings);
    char *path = make_path(SCHEMAS, edition->name, file);

    findings_set_file(findings, NULL);
    bool good = path && load(edition, path, findings);

    if (!path)
        findings_out_of_memory(findings);
    else if (!good)
        report_unusable(edition, findings);
    findings_set_file(findings, former);
    free(path);
    return good;
}

struct edition *edition_load(const struct resources *resources,
    const char *name, struct findings *findings)
{
    struct edition *edition = calloc(1, sizeof *edition);

    if (!edition || !(edition->name = strdup(name))) {
        findings_out_of_memory(findings);
        free(edition);
        return NULL;
    }
    edition->resources = *resources;
    if (!load_part(edition, SCHEMA_FILE, load_schema_part, findings)
        || !load_part(edition, "formulas.xml", load_formulas, findings)) {
        edition_free(edition);
        return NULL;
    }
    edition->style = transform_style(edition->schema);
    return edition;
}

void edition_free(struct edition *edition)
{
    if (!edition)
        return;
    schema_free(edition->schema);
    formulas_free(edition->formulas);
    rules_free(edition->rules);
    lexicon_free(edition->lexicon);
    columns_free(edition->columns);
    for (int k = 0; k < EDITION_SHEET_COUNT; k++)
        stylesheet_free(edition->sheets[k]);
    free(edition->name);
    free(edition);
}

const struct lexicon *edition_lexicon(struct edition *edition,
    struct findings *findings)
{
    if (!edition->lexicon)
        load_part(edition, "language.xml", load_lexicon, findings);
    return edition->lexicon;
}

const struct columns *edition_columns(struct edition *edition,
    struct findings *findings)
{
    if (!edition->columns)
        load_part(edition, "summary.json", load_columns, findings);
    return edition->columns;
}

struct rules *edition_load_rules(struct edition *edition,
    struct findings *findings)
{
    if (edition_lexicon(edition, findings))
        load_part(edition, "rules.xml", load_rules, findings);
    return edition->rules;
}

void edition_drop_rules(struct edition *edition)
{
    rules_free(edition->rules);
    edition->rules = NULL;
}

/* Takes the path, which is NULL where memory ran out. */
static struct stylesheet *compile_at(const struct edition *edition,
    char *path, struct findings *findings)
{
    struct stylesheet *compiled = path ? stylesheet_compile(
        &edition->resources, path, findings) : NULL;

    if (!path)
        findings_out_of_memory(findings);
    free(path);
    return compiled;
}

/* The edition's own, or where there is none the one for all; NULL where memory
 * ran out. */
static char *find_sheet(const struct edition *edition,
    enum edition_sheet sheet)
{
    const char *file = sheet_rows[sheet].file;
    char *path = make_path(STYLESHEETS, edition->name, file);

    if (!path || !sheet_rows[sheet].is_common)
        return path;
    char *own = resource_load(&edition->resources, path, NULL);
    if (!own && (errno == ENOENT || errno == ENOMEM)) {
        bool is_other = errno == ENOENT;
        free(path);
        path = is_other ? make_path(STYLESHEETS, "common", file) : NULL;
    }
    free(own);
    return path;
}

const struct stylesheet *edition_sheet(struct edition *edition,
    enum edition_sheet sheet, struct findings *findings)
{
    if (!edition->sheets[sheet])
        edition->sheets[sheet] = compile_at(edition,
            find_sheet(edition, sheet), findings);
    return edition->sheets[sheet];
}
