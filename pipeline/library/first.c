/*
 * jixiao_new() and jixiao_next(): a first data file of an edition, and the
 * one that follows last year's.
 */

#include <stdlib.h>
#include <string.h>

#include "11_next/first_data.h"
#include "1_read/reserved.h"
#include "11_next/next.h"
#include "3_transform/submission.h"
#include "3_transform/transform.h"
#include "3_transform/where.h"
#include "library/handles.h"
#include "library/schema_path.h"

/* --- what is made fits the schema ----------------------------------------- */

/* Whether the bytes that were made fit the edition; else findings say why.
 * *json, where it is not NULL, gets them read. */
static bool fits(const struct edition *edition, const struct buffer *bytes,
    struct json **json, struct findings *findings)
{
    struct findings *made = findings_new();
    struct json *read = made ? json_parse(bytes->bytes, bytes->length, made)
        : NULL;
    bool good = read && schema_validate(edition->schema, read, made);

    if (!made || (!good && findings_lack_memory(made))) {
        findings_out_of_memory(findings);
    } else if (!good) {
        findings_add(findings, CATALOGUE_NEXT_MALFORMED,
            (struct place){ 0, 0 }, NULL, NULL);
        findings_append(findings, made);
    }
    findings_free(made);
    if (good)
        *json = read;
    else
        json_free(read);
    return good;
}

/* --- a first data file ---------------------------------------------------- */

/* The tree of the same data without its blanks, formulas filled in; NULL with
 * findings. */
static xmlDocPtr evaluate_blank(struct edition *edition, struct json *json,
    struct findings *findings)
{
    const struct jixiao_set set = { .json = json, .edition = edition };
    struct rule_counts counts;
    bool good = counts_begin(&counts, edition, false);
    struct findings *found = findings_new();
    xmlDocPtr submission = good && found ? transform(json,
        edition->schema, edition->name, found) : NULL;

    if (submission && !set_evaluate(&set, submission, NULL, counts, found)) {
        submission_free(submission);
        submission = NULL;
    }
    if (!submission || findings_lack_memory(found)) {
        submission_free(submission);
        submission = NULL;
        findings_out_of_memory(findings);
    }
    findings_free(found);
    counts_end(&counts);
    return submission;
}

/* Takes out of the data what formulas give. */
static bool leave_to_formulas(struct edition *edition, cJSON *data,
    struct findings *findings)
{
    struct buffer bytes = BUFFER_EMPTY;
    struct json *json = first_print(data, true, &bytes)
        ? json_parse(bytes.bytes, bytes.length, findings) : NULL;
    xmlDocPtr submission = json ? evaluate_blank(edition, json, findings)
        : NULL;

    if (bytes.failed)
        findings_out_of_memory(findings);
    if (submission)
        first_leave_to_formulas(data, submission);
    bool good = submission != NULL;
    submission_free(submission);
    json_free(json);
    buffer_free(&bytes);
    return good;
}

/* The path of the schema goes in front; false if memory runs out. */
static bool name_schema(cJSON *data, const char *path)
{
    cJSON *name = path ? cJSON_CreateString(path) : NULL;

    if (name && (name->string = strdup(RESERVED_SCHEMA))
        && cJSON_InsertItemInArray(data, 0, name))
        return true;
    cJSON_Delete(name);
    return !path;
}

static bool print_first(struct edition *edition, cJSON *data,
    const char *schema, struct buffer *out, struct findings *findings)
{
    struct json *json = NULL;

    if (!name_schema(data, schema) || !first_print(data, false, out)) {
        findings_out_of_memory(findings);
        return false;
    }
    bool good = fits(edition, out, &json, findings);
    json_free(json);
    return good;
}

char *jixiao_new(struct jixiao *jixiao, const struct jixiao_first *first,
    size_t *length, struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);
    struct edition *edition = jixiao_find_edition(jixiao, first->edition,
        list);
    struct buffer out = BUFFER_EMPTY, schema = BUFFER_EMPTY;
    cJSON *data = edition ? first_make(edition->schema, first->full) : NULL;
    bool good = data && schema_path_find(&jixiao->resources, edition->name,
        first->path, &schema, list);

    if (edition && !data)
        findings_out_of_memory(list);
    if (good && first->without_blanks)
        first_drop_blanks(data, edition->schema);
    good = good && leave_to_formulas(edition, data, list)
        && print_first(edition, data, schema.length ? schema.bytes : NULL,
            &out, list);
    cJSON_Delete(data);
    buffer_free(&schema);
    *length = out.length;
    char *text = good ? buffer_take(&out) : NULL;
    buffer_free(&out);
    return text;
}

/* --- the next year -------------------------------------------------------- */

/* Where findings are: of the tree of last year's data, in the text of the
 * data that is named. */
struct placing {
    xmlDocPtr submission;
    const struct json *json;
    struct buffer where;
};

static bool place(void *user, struct finding *finding)
{
    struct placing *placing = user;
    xmlNodePtr node = finding->pointer
        ? where_find(placing->submission, finding->pointer) : NULL;

    if (!finding->pointer)
        return true;
    finding->place = json_place_at(placing->json, finding->pointer);
    buffer_clear(&placing->where);
    if (node) {
        where_print(node, &placing->where);
        finding->attachment = where_attachment(node);
    }
    if (placing->where.length)
        finding->where = buffer_string(&placing->where);
    return true;
}

static void place_all(const struct jixiao_set *last, const struct json *json,
    size_t first, struct findings *findings)
{
    struct placing placing = { last->submission, json, BUFFER_EMPTY };

    findings_revise(findings, first, place, &placing);
    if (placing.where.failed)
        findings_out_of_memory(findings);
    buffer_free(&placing.where);
}

static bool make_next(const struct jixiao_set *last, const char *path,
    const char *schema, struct buffer *out, struct findings *findings)
{
    const struct next_source source = { last->json, last->edition->schema,
        edition_lexicon(last->edition, findings), last->submission };
    size_t first = findings_count(findings);
    struct json *made = NULL;

    findings_set_file(findings, path ? path : last->path);
    if (!source.lexicon)
        return false;
    if (!next_make(&source, schema, out, findings)) {
        place_all(last, last->json, first, findings);
        return false;
    }
    bool good = fits(last->edition, out, &made, findings);
    if (good)
        place_all(last, path ? made : last->json, first, findings);
    json_free(made);
    return good;
}

char *jixiao_next(struct jixiao *jixiao, const struct jixiao_set *last,
    const char *path, size_t *length, struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);
    struct buffer out = BUFFER_EMPTY, schema = BUFFER_EMPTY;
    bool good = !path || schema_path_stays(last->path, path)
        || !json_at(last->json, "/" RESERVED_SCHEMA)
        || schema_path_find(&jixiao->resources, last->edition->name, path,
            &schema, list);

    good = good && make_next(last, path, schema.length ? schema.bytes : NULL,
        &out, list);
    buffer_free(&schema);
    *length = out.length;
    char *text = good ? buffer_take(&out) : NULL;
    buffer_free(&out);
    return text;
}
