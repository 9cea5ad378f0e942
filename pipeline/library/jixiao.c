#include "jixiao.h"

#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#include "1_read/json.h"
#include "3_transform/submission.h"
#include "3_transform/transform.h"
#include "5_references/references.h"
#include "6_rules/blanks.h"
#include "6_rules/explanations.h"
#include "7_forms/attachments.h"
#include "library/set.h"

void jixiao_setup(void)
{
    xmlInitParser();
    stylesheet_setup();
}

struct jixiao *jixiao_open(const char *data_dir, struct findings *findings)
{
    struct jixiao *jixiao = calloc(1, sizeof *jixiao);

    if (jixiao)
        jixiao->resources.data_dir = data_dir;
    else
        findings_out_of_memory(findings);
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

/* A fault of an edition is none of the data, whatever its parts are. */
static void report_unusable(const struct jixiao *jixiao, const char *name,
    struct findings *findings)
{
    const char *folder = jixiao->resources.data_dir;
    struct buffer where = BUFFER_EMPTY;

    if (folder)
        buffer_printf(&where, " (%s)", folder);
    findings_set_file(findings, NULL);
    findings_add(findings, CATALOGUE_EDITION_UNUSABLE, (struct place){ 0, 0 },
        NULL, "name", name, "folder", buffer_string(&where), NULL);
    if (where.failed)
        findings_out_of_memory(findings);
    buffer_free(&where);
}

static bool change_rule(struct rules *rules,
    const struct jixiao_rule_change *change, struct findings *findings)
{
    switch (change->kind) {
    case JIXIAO_RULE_DISABLE:
        return rules_disable(rules, change->code, findings);
    case JIXIAO_RULE_LEVEL:
        return rules_set_level(rules, change->code, change->level, findings);
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

static struct edition *open_edition(struct jixiao *jixiao,
    const char *name, struct findings *findings)
{
    for (size_t k = 0; k < jixiao->edition_count; k++)
        if (strcmp(jixiao->editions[k]->name, name) == 0)
            return jixiao->editions[k];

    struct edition *edition = edition_load(&jixiao->resources, name,
        findings);
    if (!edition) {
        report_unusable(jixiao, name, findings);
        return NULL;
    }
    if (!change_rules(jixiao, edition->rules, findings)) {
        edition_free(edition);
        return NULL;
    }
    return keep_edition(jixiao, edition, findings);
}

void jixiao_change_rules(struct jixiao *jixiao,
    const struct jixiao_rule_change *changes, size_t count)
{
    jixiao->changes = changes;
    jixiao->change_count = count;
}

const struct rules *jixiao_edition_rules(struct jixiao *jixiao,
    const char *edition, struct findings *findings)
{
    const struct edition *opened = open_edition(jixiao, edition, findings);

    return opened ? opened->rules : NULL;
}

static void report_edition(const struct json *json, const cJSON *edition,
    struct findings *findings)
{
    const cJSON *place = edition ? edition : json_root(json);
    const char *name = cJSON_GetStringValue(edition);
    struct buffer known = BUFFER_EMPTY;
    struct buffer nearest = BUFFER_EMPTY;

    edition_list(&known);
    if (!name)
        findings_add(findings, CATALOGUE_EDITION_MISSING,
            json_place(json, place), edition ? "/edition" : "",
            "known", buffer_string(&known), NULL);
    else if (edition_nearest(name, &nearest))
        findings_add(findings, CATALOGUE_EDITION_MISSPELT,
            json_place(json, place), "/edition", "name", name,
            "nearest", buffer_string(&nearest),
            "known", buffer_string(&known), NULL);
    else
        findings_add(findings, CATALOGUE_EDITION_UNKNOWN,
            json_place(json, place), "/edition", "name", name,
            "known", buffer_string(&known), NULL);
    if (known.failed || nearest.failed)
        findings_out_of_memory(findings);
    buffer_free(&known);
    buffer_free(&nearest);
}

/* The edition that the data names.  In a data folder of the user's it must
 * be: that it is built in does not count. */
static struct edition *find_edition(struct jixiao *jixiao,
    const struct json *json, struct findings *findings)
{
    const cJSON *edition = cJSON_GetObjectItemCaseSensitive(json_root(json),
        "edition");
    const char *name = cJSON_GetStringValue(edition);
    const struct resources built_in = { NULL };
    bool failed = false;

    if (name && (edition_exists(&jixiao->resources, name, &failed)
            || edition_exists(&built_in, name, &failed)))
        return open_edition(jixiao, name, findings);
    if (failed)
        findings_out_of_memory(findings);
    else
        report_edition(json, edition, findings);
    return NULL;
}

/* Whose turn it is, or what it is compared with. */
enum year { THIS_YEAR, LAST_YEAR };

/* Formulas, and of this year references and rules. */
static void evaluate(struct jixiao_set *set, enum year year,
    const struct jixiao_set *previous, struct evaluation *evaluation,
    size_t *settled)
{
    const struct edition *edition = set->edition;

    formulas_apply(edition->formulas, evaluation, edition->style, set->json,
        settled);
    if (year == LAST_YEAR)
        return;
    references_resolve(set->submission, edition->style, set->json,
        evaluation->findings);
    rules_apply(edition->rules, evaluation,
        previous ? previous->submission : NULL, set->json, set->tallies);
}

/* What was wrong last year was filed as it was. */
static bool is_fault(void *user, struct finding *finding)
{
    (void)user;
    return finding->level > LEVEL_ERROR;
}

/* What formulas, references and rules find does not stop a draft. */
static bool complete(struct jixiao_set *set, enum year year,
    const struct jixiao_set *previous, struct findings *findings)
{
    const struct edition *edition = set->edition;
    struct evaluation evaluation;
    size_t first = findings_count(findings);
    size_t *settled = calloc(formulas_count(edition->formulas) + 1,
        sizeof *settled);
    bool good = false;

    set->tallies = calloc(rules_count(edition->rules) + 1,
        sizeof *set->tallies);
    if (settled && set->tallies)
        good = evaluation_begin(&evaluation, set->submission, &edition->style,
            findings);
    else
        findings_out_of_memory(findings);
    if (good) {
        evaluate(set, year, previous, &evaluation, settled);
        evaluation_end(&evaluation);
    }
    if (good && year == LAST_YEAR) {
        findings_revise(findings, first, is_fault, NULL);
    } else if (good) {
        rules_settle(edition->rules, edition->formulas, settled,
            set->submission, findings, first, set->tallies);
        explanations_apply(edition->rules, set->submission, set->json,
            findings, first);
        blanks_settle(set->submission, findings, first);
    }
    free(settled);
    return good && findings_worst(findings) < LEVEL_SYSTEM;
}

static bool read_shape(struct jixiao *jixiao, struct jixiao_set *set,
    struct findings *findings)
{
    size_t before = findings_count(findings);

    set->json = json_read(set->path, findings);
    if (!set->json)
        return false;
    /* A name given twice leaves a tree: good for more findings, no more. */
    bool sound = findings_count(findings) == before;
    set->edition = find_edition(jixiao, set->json, findings);
    findings_set_file(findings, set->path);
    if (!set->edition
        || !schema_validate(set->edition->schema, set->json, findings)
        || !sound)
        return false;
    set->submission = transform(set->json, set->edition->schema,
        set->edition->name, findings);
    return set->submission != NULL;
}

static struct jixiao_set *read_set(struct jixiao *jixiao, const char *path,
    enum year year, const struct jixiao_set *previous,
    struct findings *findings)
{
    struct jixiao_set *set = calloc(1, sizeof *set);

    if (!set || !(set->path = strdup(path))) {
        findings_out_of_memory(findings);
        free(set);
        return NULL;
    }
    if (!read_shape(jixiao, set, findings)
        || !complete(set, year, previous, findings)) {
        jixiao_set_free(set);
        return NULL;
    }
    return set;
}

struct jixiao_set *jixiao_read(struct jixiao *jixiao, const char *path,
    const struct jixiao_set *previous, struct findings *findings)
{
    return read_set(jixiao, path, THIS_YEAR, previous, findings);
}

struct jixiao_set *jixiao_read_previous(struct jixiao *jixiao,
    const char *path, struct findings *findings)
{
    return read_set(jixiao, path, LAST_YEAR, NULL, findings);
}

void jixiao_set_free(struct jixiao_set *set)
{
    if (!set)
        return;
    submission_free(set->submission);
    json_free(set->json);
    free(set->tallies);
    free(set->path);
    free(set);
}

const char *jixiao_edition(const struct jixiao_set *set)
{
    return set->edition->name;
}

const struct rules *jixiao_rules(const struct jixiao_set *set)
{
    return set->edition->rules;
}

const struct rule_tally *jixiao_tallies(const struct jixiao_set *set)
{
    return set->tallies;
}

xmlDocPtr jixiao_submission(const struct jixiao_set *set)
{
    return set->submission;
}

xmlDocPtr jixiao_document(const struct jixiao_set *set, const char *only,
    struct findings *findings)
{
    const struct stylesheet *forms = edition_forms(set->edition, findings);
    xmlDocPtr documents = forms ? stylesheet_apply(forms, set->submission,
        set->edition->style, findings) : NULL;

    if (!documents)
        return NULL;
    if (!attachments_are_complete(documents, findings)
        || (only && !attachments_are_known(documents, only, findings))) {
        xmlFreeDoc(documents);
        return NULL;
    }
    if (only)
        attachments_select(documents, only);
    return documents;
}
