/*
 * jixiao_record_*(): what is known of a data file, for the summary of many.
 */

#include "0_base/digest.h"
#include "15_summary/record_make.h"
#include "15_summary/shape.h"
#include "1_read/reserved.h"
#include "library/edition_names.h"
#include "library/summaries/summaries.h"
#include "library/workbook.h"

#define RECORD_SHAPE "schemas/common/record.schema.json"

static struct record *record_inside(struct jixiao_record *record)
{
    return (struct record *)record;
}

/* What there is only of a set; false, with findings, where its edition's files
 * cannot be used. */
static bool add_set(struct record_source *source,
    const struct jixiao_set *set, char digest[DIGEST_TEXT_SIZE],
    struct findings *faults)
{
    struct edition *edition = set->edition;
    size_t length;
    const char *text = json_text(set->json, &length);

    source->digest = digest_text(text, length, digest);
    source->edition = edition->name;
    source->submission = set->submission;
    source->rules = set_rules(set);
    source->lexicon = edition_lexicon(edition, faults);
    source->columns = edition_columns(edition, faults);
    return source->lexicon && source->columns;
}

struct jixiao_record *jixiao_record(const char *path,
    const struct jixiao_set *set, const char *folder,
    const struct jixiao_findings *findings, struct jixiao_findings *faults)
{
    char digest[DIGEST_TEXT_SIZE];
    struct record_source source = { .path = path, .folder = folder,
        .program = PROGRAM, .findings = findings_within(findings) };

    if (set && !add_set(&source, set, digest, findings_inside(faults)))
        return NULL;
    return (struct jixiao_record *)record_make(&source,
        findings_inside(faults));
}

/* What data that was no set states of who filed it: nothing where it cannot be
 * read, or names no edition that there is.  What is wrong has been found. */
static void look_into(struct jixiao *jixiao, struct record_source *source,
    struct json **json, struct findings *scratch)
{
    bool failed = false;

    *json = workbook_is(source->path) ? NULL
        : json_read(source->path, scratch);
    const char *name = *json ? cJSON_GetStringValue(
        cJSON_GetObjectItemCaseSensitive(json_root(*json),
            RESERVED_EDITION)) : NULL;
    struct edition *edition = name && !json_repeats_names(*json)
        && edition_exists(&jixiao->resources, name, &failed)
        ? jixiao_open_edition(jixiao, name, scratch) : NULL;

    if (!edition)
        return;
    source->columns = edition_columns(edition, scratch);
    source->schema = edition->schema;
    source->json = source->columns ? *json : NULL;
}

struct jixiao_record *jixiao_record_of_no_set(struct jixiao *jixiao,
    const char *path, const struct jixiao_findings *findings,
    struct jixiao_findings *faults)
{
    struct record_source source = { .path = path, .program = PROGRAM,
        .findings = findings_within(findings) };
    struct findings *scratch = findings_new();
    struct json *json = NULL;
    struct record *record = NULL;

    if (scratch) {
        look_into(jixiao, &source, &json, scratch);
        record = record_make(&source, findings_inside(faults));
    } else {
        jixiao_findings_out_of_memory(faults);
    }
    json_free(json);
    findings_free(scratch);
    return (struct jixiao_record *)record;
}

void jixiao_record_free(struct jixiao_record *record)
{
    record_free(record_inside(record));
}

char *jixiao_record_print(const struct jixiao_record *record, size_t *length,
    struct jixiao_findings *faults)
{
    struct buffer text = BUFFER_EMPTY;

    record_print((const struct record *)record, &text);
    *length = text.length;
    char *bytes = buffer_take(&text);
    if (!bytes)
        jixiao_findings_out_of_memory(faults);
    return bytes;
}

const struct schema *lines_shape(struct jixiao *jixiao,
    struct schema **shape, const char *path, struct findings *findings)
{
    const char *file = findings_file(findings);

    if (!*shape) {
        *shape = shape_open(&jixiao->resources, path, findings);
        findings_set_file(findings, file);
    }
    return *shape;
}

struct jixiao_record *jixiao_record_parse(struct jixiao *jixiao,
    const char *bytes, size_t length, unsigned line,
    struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);
    const struct schema *shape = lines_shape(jixiao, &jixiao->record_shape,
        RECORD_SHAPE, list);

    return shape ? (struct jixiao_record *)record_read(shape, bytes, length,
        line, list) : NULL;
}
