/*
 * Values that a file was made with, compared with those of the data now.
 */

#include "13_pull/file_origin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/utf8.h"
#include "10_archive/untrusted_xml.h"
#include "13_pull/spoken.h"
#include "3_transform/submission.h"
#include "7_forms/filing.h"

#define VALUES "urn:jixiao:values:1"

static const struct place nowhere = { 0, 0 };

/* Text behind its white space. */
static const char *skip_space(const char *text, unsigned *code)
{
    size_t size;

    *code = 0;
    while ((size = utf8_first(text, code)) > 0
        && utf8_is_space(*code))
        text += size;
    if (size == 0)
        *code = 0;
    return text;
}

/* Whether two texts are the same but for white space. */
static bool have_same_words(const char *left, const char *right)
{
    unsigned a, b;

    do {
        left = skip_space(left, &a);
        right = skip_space(right, &b);
        left += a ? utf8_size(a) : 0;
        right += b ? utf8_size(b) : 0;
    } while (a == b && a != 0);
    return a == b;
}

/* Whether the words of a row, which may have elements beside them, are these
 * but for white space. */
static bool row_says(xmlNodePtr row, const char *words, bool *failed)
{
    struct buffer text = BUFFER_EMPTY;

    for (xmlNodePtr node = row->children; node; node = node->next)
        if (node->type == XML_TEXT_NODE)
            buffer_add_string(&text, (const char *)node->content);
    bool same = have_same_words(buffer_string(&text), words);
    *failed = *failed || text.failed;
    buffer_free(&text);
    return same;
}

/* Whether the data prints the same now; *failed where memory runs out. */
static bool is_now(xmlNodePtr row, xmlNodePtr element, bool *failed)
{
    const char *before = untrusted_xml_attribute(row, "value");
    const char *now = node_attribute(element, "value");
    struct buffer words = BUFFER_EMPTY;

    if (before || now)
        return before && now && strcmp(before, now) == 0;
    node_print(element, &words);
    bool same = row_says(row, buffer_string(&words), failed);
    *failed = *failed || words.failed;
    buffer_free(&words);
    return same;
}

/* Rows of values. */
struct rows {
    size_t all;                 /* also those that the data does not have */
    size_t others;              /* with another value now, or none */
    size_t changed;             /* with another value now */
    bool lie;
};

/* Notes them. */
static struct rows note_rows(struct origin *origin, xmlNodePtr values,
    bool *failed)
{
    struct rows rows = { .lie = false };

    for (xmlNodePtr row = values->children; row; row = row->next) {
        const char *tag = untrusted_xml_is(row, VALUES, "value")
            ? untrusted_xml_attribute(row, "tag") : NULL;
        const char *src = tag ? untrusted_xml_attribute(row, "src") : NULL;
        const struct model_value *value = tag ? model_find(origin->model, tag)
            : NULL;
        rows.all += tag != NULL;
        rows.others += tag && !value;
        if (!value)
            continue;
        rows.lie = rows.lie || !src || strcmp(src, value->src) != 0;
        bool changed = !is_now(row, value->element, failed);
        origin->rows[model_number(origin->model, value)]
            = (struct origin_row){ row, changed };
        origin->is_known = true;
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

bool origin_read(struct origin *origin, xmlNodePtr values,
    struct origin_now now, const struct model *model,
    struct findings *findings)
{
    enum said_data said = read_digest(values, now.digest);
    struct rows rows = { .lie = false };
    bool failed = false;

    *origin = (struct origin){ .model = model, .rows = calloc(
        model_count(model) + 1, sizeof *origin->rows) };
    if (!origin->rows)
        return false;
    if (values)
        rows = note_rows(origin, values, &failed);
    rows.lie = rows.lie || (said == SAID_THIS && rows.changed > 0);
    if (rows.lie)
        memset(origin->rows, 0, model_count(model) * sizeof *origin->rows);
    else if (values)
        judge_filing(origin, values, now.documents, rows, findings);
    if (!origin->is_foreign)
        report(origin, rows.changed, rows.lie, said, findings);
    return !failed;
}

void origin_free(struct origin *origin)
{
    free(origin->rows);
    origin->rows = NULL;
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
    const struct origin_row *noted
        = &origin->rows[model_number(origin->model, value)];
    xmlNodePtr row = noted->changed ? noted->element : NULL;
    const char *before = row ? untrusted_xml_attribute(row, "value") : NULL;
    struct buffer date = BUFFER_EMPTY;

    if (!row)
        return false;
    if (!before)
        return row_says(row, words, failed);
    if (value_type_is_figure(place->type))
        return says_figure(place, most, before, words, failed);
    bool same = spoken_date(place->lexicon, words, &date, failed)
        && strcmp(buffer_string(&date), before) == 0;
    buffer_free(&date);
    return same;
}

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

bool origin_is_other(const struct origin *origin,
    const struct model_value *value)
{
    size_t length = entry_length(value->src), there = 0, changed = 0;

    if (origin->rows[model_number(origin->model, value)].changed)
        return true;
    for (size_t k = 0; length > 0 && k < model_count(origin->model); k++) {
        const struct origin_row *row = &origin->rows[k];
        if (!row->element || strncmp(model_get(origin->model, k)->src,
                value->src, length) != 0)
            continue;
        there++;
        changed += row->changed;
    }
    return 2 * changed > there;
}
