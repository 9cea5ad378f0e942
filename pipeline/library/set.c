/*
 * jixiao_read(): one data file through the stages that make a set of it.
 */

#include <stdlib.h>
#include <string.h>

#include "0_base/nearest.h"
#include "0_base/phrases.h"
#include "1_read/json.h"
#include "1_read/kinds.h"
#include "1_read/reserved.h"
#include "3_transform/submission.h"
#include "3_transform/transform.h"
#include "6_rules/blanks.h"
#include "6_rules/explanations.h"
#include "library/filing.h"
#include "library/handles.h"
#include "library/unslip.h"
#include "library/workbook.h"

#define EDITION "/" RESERVED_EDITION

/* A text, a list or a number where an object is meant. */
static void report_no_object(const struct json *json, const char *known,
    struct findings *findings)
{
    const cJSON *root = json_root(json);
    enum phrase kind = cJSON_IsString(root) ? PHRASE_TEXT
        : cJSON_IsArray(root) ? PHRASE_LIST : PHRASE_PLAIN_VALUE;

    findings_add(findings, CATALOGUE_DATA_NO_OBJECT, json_place(json, root),
        "", "kind", phrase_text(kind, LANGUAGE_ZH), "kind_en",
        phrase_text(kind, LANGUAGE_EN), "known", known, NULL);
}

/* Nobody has stated it, or under a name that is nearly that. */
static void report_no_edition(const struct json *json, const cJSON *edition,
    const char *known, struct findings *findings)
{
    struct nearest nearest = nearest_to(RESERVED_EDITION,
        strlen(RESERVED_EDITION));
    const cJSON *member, *near = NULL;

    if (!edition)
        cJSON_ArrayForEach(member, json_root(json)) {
            const char *before = nearest.name;
            nearest_try(&nearest, member->string);
            if (nearest.name != before)
                near = member;
        }
    if (near)
        findings_add(findings, CATALOGUE_EDITION_MISNAMED,
            json_name_place(json, near), EDITION, "name", near->string,
            "known", known, NULL);
    else
        findings_add(findings, CATALOGUE_EDITION_MISSING,
            json_place(json, edition ? edition : json_root(json)), EDITION,
            "known", known, NULL);
}

static void report_edition(const struct resources *resources,
    const struct json *json, const cJSON *edition, struct findings *findings)
{
    const char *name = cJSON_GetStringValue(edition);
    struct buffer known = BUFFER_EMPTY;
    struct buffer nearest = BUFFER_EMPTY;

    edition_list(resources, &known);
    if (!cJSON_IsObject(json_root(json)))
        report_no_object(json, buffer_string(&known), findings);
    else if (!name)
        report_no_edition(json, edition, buffer_string(&known), findings);
    else if (edition_nearest(resources, name, &nearest))
        findings_add(findings, CATALOGUE_EDITION_MISSPELT,
            json_place(json, edition), EDITION, "name", name,
            "nearest", buffer_string(&nearest),
            "known", buffer_string(&known), NULL);
    else
        findings_add(findings, CATALOGUE_EDITION_UNKNOWN,
            json_place(json, edition), EDITION, "name", name,
            "known", buffer_string(&known), NULL);
    if (known.failed || nearest.failed)
        findings_out_of_memory(findings);
    buffer_free(&known);
    buffer_free(&nearest);
}

/* Whether the data is checked, or is last year's that it is compared with. */
enum year { THIS_YEAR, LAST_YEAR };

/* The edition, with its rules where the data is checked. */
static struct edition *open_edition(struct jixiao *jixiao, const char *name,
    enum year year, struct findings *findings)
{
    struct edition *edition = jixiao_open_edition(jixiao, name, findings);

    return edition && (year == LAST_YEAR
        || jixiao_open_rules(jixiao, edition, findings)) ? edition : NULL;
}

/* The edition that the data names.  In a data folder of the user's it must
 * be: that it is built in does not count. */
static struct edition *find_edition(struct jixiao *jixiao,
    const struct json *json, enum year year, struct findings *findings)
{
    const cJSON *edition = cJSON_GetObjectItemCaseSensitive(json_root(json),
        RESERVED_EDITION);
    const char *name = cJSON_GetStringValue(edition);
    const struct resources built_in = { .data_dir = NULL };
    bool failed = false;

    if (name && (edition_exists(&jixiao->resources, name, &failed)
            || edition_exists(&built_in, name, &failed)))
        return open_edition(jixiao, name, year, findings);
    if (failed)
        findings_out_of_memory(findings);
    else
        report_edition(&jixiao->resources, json, edition, findings);
    return NULL;
}

/* What was wrong last year was filed as it was. */
static bool is_fault(void *user, struct finding *finding)
{
    (void)user;
    return finding->level > LEVEL_ERROR;
}

/* What was found of this year, counted; of the attachments that are filed. */
static bool finish(const struct jixiao *jixiao, const struct jixiao_set *set,
    xmlDocPtr previous, struct rule_counts counts,
    struct findings *findings, size_t first)
{
    const struct edition *edition = set->edition;

    rules_finish(edition->rules, edition->formulas, counts, set->submission,
        findings, first);
    explanations_apply(edition->rules, set->submission, set->json,
        findings, first);
    if (!unslip(set, previous, findings, first))
        return false;
    if (jixiao->only && !filing_apply(&(struct filing){ .set = set,
            .previous = previous, .only = jixiao->only,
            .and_stated = jixiao->and_stated }, findings, first))
        return false;
    blanks_silence(set->submission, findings, first);
    return true;
}

/* Findings of formulas, references and rules do not stop a draft. */
static bool complete(const struct jixiao *jixiao, struct jixiao_set *set,
    enum year year, const struct jixiao_set *previous,
    struct findings *findings)
{
    const struct edition *edition = set->edition;
    xmlDocPtr before = previous ? previous->submission : NULL;
    size_t first = findings_count(findings);
    struct rule_counts counts;
    bool is_checked = year == THIS_YEAR;
    bool good = counts_begin(&counts, edition, is_checked);

    set->tallies = counts.rules;
    if (good)
        good = set_evaluate(set, set->submission, before, counts, findings);
    else
        findings_out_of_memory(findings);
    if (good && is_checked)
        good = finish(jixiao, set, before, counts, findings, first);
    else if (good)
        findings_revise(findings, first, is_fault, NULL);
    free(counts.formulas);
    return good && findings_worst(findings) < LEVEL_SYSTEM;
}

/* The bytes of a data file, or, where there are none, what is at its path. */
struct source {
    const char *path, *bytes;
    size_t length;
};

/* Whether it is JSON that no one fills in, with a finding.  An edition may have
 * members that are called as those are. */
static bool is_of_other_kind(const struct jixiao_set *set,
    struct findings *findings)
{
    const cJSON *root = json_root(set->json);
    const struct kind *kind = kind_of_tree(root);
    bool found = kind && !(set->edition && cJSON_IsObject(root)
        && schema_member(schema_root(set->edition->schema),
            root->child->string));

    if (found)
        kind_report(kind, findings);
    return found;
}

static bool read_shape(struct jixiao *jixiao, struct jixiao_set *set,
    const struct source *source, enum year year, struct findings *findings)
{
    findings_set_file(findings, set->path);
    set->json = source->bytes
        ? json_parse(source->bytes, source->length, findings)
        : json_read(set->path, findings);
    if (!set->json)
        return false;
    /* Data with a name given twice has a tree, which serves for findings
     * alone. */
    bool sound = !json_repeats_names(set->json);
    if (!cJSON_HasObjectItem(json_root(set->json), RESERVED_EDITION)
        && is_of_other_kind(set, findings))
        return false;
    set->edition = find_edition(jixiao, set->json, year, findings);
    findings_set_file(findings, set->path);
    if (!set->edition || is_of_other_kind(set, findings)
        || !schema_validate(set->edition->schema, set->json, findings)
        || !sound)
        return false;
    set->submission = transform(set->json, set->edition->schema,
        set->edition->name, findings);
    return set->submission != NULL;
}

void set_keep_lines(const struct jixiao_set *set, struct findings *findings)
{
    const char *file = findings_file(findings);

    if (!set->json)
        return;
    findings_set_file(findings, set->path);
    json_keep_lines(set->json, findings);
    findings_set_file(findings, file);
}

static struct jixiao_set *read_json(struct jixiao *jixiao,
    const struct source *source, enum year year,
    const struct jixiao_set *previous, struct findings *findings)
{
    struct jixiao_set *set = calloc(1, sizeof *set);

    if (!set || !(set->path = strdup(source->path))) {
        findings_out_of_memory(findings);
        free(set);
        return NULL;
    }
    bool good = read_shape(jixiao, set, source, year, findings)
        && complete(jixiao, set, year, previous, findings);
    set_keep_lines(set, findings);
    if (good)
        return set;
    jixiao_set_free(set);
    return NULL;
}

static bool has_errors(const struct findings *findings, size_t first,
    size_t last)
{
    while (first < last)
        if (findings_get(findings, first++)->level >= LEVEL_ERROR)
            return true;
    return false;
}

/* A workbook is read as the data file that it makes, and what is found of that
 * is told of its cells.  It is no set where one of them cannot be read. */
static struct jixiao_set *read_workbook(struct jixiao *jixiao,
    const struct source *source, enum year year,
    const struct jixiao_set *previous, struct findings *findings)
{
    struct workbook *workbook = malloc(sizeof *workbook);
    struct buffer bytes = BUFFER_EMPTY;
    struct jixiao_set *set = NULL;
    size_t begin = findings_count(findings);

    if (!workbook) {
        findings_out_of_memory(findings);
        return NULL;
    }
    if (workbook_read(jixiao, source->path, workbook, &bytes, findings)) {
        size_t first = findings_count(findings);
        set = read_json(jixiao, &(struct source){ source->path, bytes.bytes,
            bytes.length }, year, previous, findings);
        workbook_place(workbook, first, findings);
        if (has_errors(findings, begin, first)) {
            jixiao_set_free(set);
            set = NULL;
        }
    }
    buffer_free(&bytes);
    if (set)
        set->workbook = workbook;
    else
        workbook_free(workbook);
    return set;
}

static struct jixiao_set *read_set(struct jixiao *jixiao,
    const struct source *source, enum year year,
    const struct jixiao_set *previous, struct findings *findings)
{
    return !source->bytes && workbook_is(source->path)
        ? read_workbook(jixiao, source, year, previous, findings)
        : read_json(jixiao, source, year, previous, findings);
}

struct jixiao_set *jixiao_read(struct jixiao *jixiao, const char *path,
    const struct jixiao_set *previous, struct jixiao_findings *findings)
{
    return read_set(jixiao, &(struct source){ path, NULL, 0 }, THIS_YEAR,
        previous, findings_inside(findings));
}

struct jixiao_set *jixiao_read_bytes(struct jixiao *jixiao, const char *name,
    const char *bytes, size_t length, const struct jixiao_set *previous,
    struct jixiao_findings *findings)
{
    return read_set(jixiao, &(struct source){ name, bytes, length },
        THIS_YEAR, previous, findings_inside(findings));
}

struct jixiao_set *jixiao_read_previous(struct jixiao *jixiao,
    const char *path, struct jixiao_findings *findings)
{
    return read_set(jixiao, &(struct source){ path, NULL, 0 }, LAST_YEAR,
        NULL, findings_inside(findings));
}

struct jixiao_set *jixiao_read_previous_bytes(struct jixiao *jixiao,
    const char *name, const char *bytes, size_t length,
    struct jixiao_findings *findings)
{
    return read_set(jixiao, &(struct source){ name, bytes, length },
        LAST_YEAR, NULL, findings_inside(findings));
}

void jixiao_set_free(struct jixiao_set *set)
{
    if (!set)
        return;
    workbook_free(set->workbook);
    submission_free(set->submission);
    json_free(set->json);
    free(set->tallies);
    free(set->path);
    free(set);
}

const char *jixiao_set_edition(const struct jixiao_set *set)
{
    return set->edition->name;
}
