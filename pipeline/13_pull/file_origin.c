/*
 * Values that a file was made with, compared with those of the data now.
 */

#include "13_pull/file_origin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "10_archive/untrusted_xml.h"
#include "13_pull/origin_row.h"
#include "13_pull/spoken.h"
#include "3_transform/submission.h"
#include "7_forms/filing.h"

static const struct place nowhere = { 0, 0 };

/* How far a pointer leads to an entry of a list, with the "/" behind it; 0
 * where it leads to none. */
static size_t entry_length(const char *src)
{
    for (const char *slash = strchr(src, '/'); slash;
        slash = strchr(slash + 1, '/')) {
        size_t digits = strspn(slash + 1, "0123456789");
        if (digits > 0 && slash[1 + digits] == '/')
            return (size_t)(slash - src) + 2 + digits;
    }
    return 0;
}

/* What is counted of the entry that a value is in; NULL where it is in none. */
static struct origin_entry *entry_of(const struct origin *origin,
    const struct model_value *value)
{
    size_t length = entry_length(value->src);
    uint32_t id;

    return length > 0 && id_map_find(&origin->entries,
            id_map_text(value->src, length), &id)
        ? &origin->counts[id] : NULL;
}

/* Rows of values. */
struct rows {
    size_t all;                 /* also those that the data does not have */
    size_t others;              /* with another value now, or none */
    size_t changed;             /* with another value now */
};

static void note_row(struct origin *origin, xmlNodePtr row,
    const struct model_value *value, bool changed, bool *failed)
{
    size_t length = entry_length(value->src);
    uint32_t id;

    origin->rows[model_number(origin->model, value)]
        = (struct noted_value){ row, changed };
    origin->is_known = true;
    if (length > 0 && !id_map_add(&origin->entries,
            id_map_text(value->src, length), &id))
        *failed = true;
    struct origin_entry *entry = entry_of(origin, value);
    if (entry) {
        entry->values++;
        entry->changed += changed;
    }
}

/* Notes them. */
static struct rows note_rows(struct origin *origin, xmlNodePtr values,
    const struct tags_now *tags, bool *failed)
{
    struct rows rows = { 0, 0, 0 };

    for (xmlNodePtr row = values->children; row; row = row->next) {
        const char *tag = origin_row_tag(row);
        const char *now = tag ? tags_now_find(tags, tag) : NULL;
        const struct model_value *value = now ? model_find(origin->model, now)
            : NULL;
        rows.all += tag != NULL;
        rows.others += tag && !value;
        if (!value)
            continue;
        bool changed = !origin_row_is_now(row, value->element, failed);
        note_row(origin, row, value, changed, failed);
        rows.changed += changed;
        rows.others += changed;
    }
    return rows;
}

/* Data is rolled over by changing its year, so that a file of another period is
 * of another set; one of another unit may be of this one, the name of which
 * was corrected since. */
static void judge_filing(struct origin *origin, xmlNodePtr values,
    xmlDocPtr documents, struct rows rows, struct findings *findings)
{
    struct filing said = { untrusted_xml_attribute(values, "unit"),
        untrusted_xml_attribute(values, "period") };
    struct filing now = filing_of(documents);

    if (!said.unit || !said.period || filing_is_same(said, now))
        return;
    origin->is_foreign = strcmp(said.period, now.period) != 0
        || 2 * rows.others > rows.all;
    findings_add(findings, origin->is_foreign ? CATALOGUE_PULL_OTHER_FILING
            : CATALOGUE_PULL_RENAMED_FILING, nowhere, NULL,
        "unit", said.unit, "period", said.period,
        "new_unit", now.unit, "new_period", now.period, NULL);
}

/* Whether the part says that the file was made of the data as it is now. */
enum said_data { SAID_NOTHING, SAID_THIS, SAID_OTHER };

static enum said_data read_digest(xmlNodePtr values, const char *digest)
{
    const char *said = values ? untrusted_xml_attribute(values,
        "data-sha256") : NULL;

    return !said ? SAID_NOTHING : strcmp(said, digest) == 0 ? SAID_THIS
        : SAID_OTHER;
}

static void report(const struct origin *origin, size_t count, bool lies,
    enum said_data said, struct findings *findings)
{
    char text[24];

    snprintf(text, sizeof text, "%zu", count);
    if (lies)
        findings_add(findings, CATALOGUE_PULL_PART_LIES, nowhere, NULL, NULL);
    else if (!origin->is_known)
        findings_add(findings, CATALOGUE_PULL_NO_PART, nowhere, NULL, NULL);
    else if (count > 0)
        findings_add(findings, CATALOGUE_PULL_OTHER_DATA, nowhere, NULL,
            "count", text, NULL);
    else if (said == SAID_OTHER)
        findings_add(findings, CATALOGUE_PULL_OTHER_FILE, nowhere, NULL,
            NULL);
}

/* Entries of the data are not more than its values. */
static bool begin(struct origin *origin, const struct model *model)
{
    size_t count = model_count(model) + 1;

    *origin = (struct origin){ .model = model,
        .rows = calloc(count, sizeof *origin->rows),
        .counts = calloc(count, sizeof *origin->counts) };
    return origin->rows && origin->counts;
}

bool origin_read(struct origin *origin, xmlNodePtr values,
    struct origin_now now, const struct model *model,
    struct findings *findings)
{
    enum said_data said = read_digest(values, now.digest);
    struct rows rows = { 0, 0, 0 };
    bool failed = false;

    if (!begin(origin, model))
        return false;
    if (values)
        rows = note_rows(origin, values, now.tags, &failed);
    bool lies = now.tags->lies || (said == SAID_THIS && rows.changed > 0);
    if (lies) {
        origin_free(origin);
        if (!begin(origin, model))
            return false;
    } else if (values) {
        judge_filing(origin, values, now.documents, rows, findings);
    }
    if (!origin->is_foreign)
        report(origin, rows.changed, lies, said, findings);
    return !failed;
}

void origin_free(struct origin *origin)
{
    id_map_free(&origin->entries);
    free(origin->rows);
    free(origin->counts);
    *origin = (struct origin){ .rows = NULL };
}

/* Figures are printed rounded. */
static bool says_figure(const struct literal_place *place, int most,
    const char *before, const char *words, bool *failed)
{
    const struct spoken spoken = { place->type, place->unit, place->shown,
        place->printed, place->lexicon };
    const char *unit = place->shown ? place->shown : place->unit;
    struct decimal said, value;

    if (decimal_parse(before, strlen(before), &value) != DECIMAL_OK
        || value.blank || !spoken_figure(&spoken, words, &said, failed))
        return false;
    value = decimal_round(value_in_unit(place->type, unit, value), most);
    return decimal_shift(value, value_shift_of_unit(place->type, unit), &value)
        && decimal_compare(value, said) == 0;
}

bool origin_says(const struct origin *origin,
    const struct model_value *value, const struct literal_place *place,
    int most, const char *words, bool *failed)
{
    const struct noted_value *noted
        = &origin->rows[model_number(origin->model, value)];
    xmlNodePtr row = noted->changed ? noted->element : NULL;
    const char *before = row ? untrusted_xml_attribute(row, "value") : NULL;
    struct buffer date = BUFFER_EMPTY;

    if (!row)
        return false;
    if (!before)
        return origin_row_says(row, words, failed);
    if (value_type_is_figure(place->type))
        return says_figure(place, most, before, words, failed);
    bool same = spoken_date(place->lexicon, words, &date, failed)
        && strcmp(buffer_string(&date), before) == 0;
    buffer_free(&date);
    return same;
}

bool origin_is_other(const struct origin *origin,
    const struct model_value *value)
{
    const struct origin_entry *entry = entry_of(origin, value);

    return origin->rows[model_number(origin->model, value)].changed
        || (entry && 2 * entry->changed > entry->values);
}
