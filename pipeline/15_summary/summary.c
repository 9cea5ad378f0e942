/* Records in order, and what they come to. */

#include "15_summary/summary.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "0_base/value.h"
#include "0_base/weight.h"

struct summary *summary_new(void)
{
    return calloc(1, sizeof(struct summary));
}

void summary_free(struct summary *summary)
{
    if (!summary)
        return;
    record_store_free(&summary->store);
    free(summary->records);
    free(summary->rules);
    free(summary->places);
    free(summary);
}

/* Whether a value is stated that tells one set from another. */
static bool tells(const struct record_value *value)
{
    return value->is_identity && *value->text;
}

static bool is_year(const struct record_value *value)
{
    return strcmp(value->type, value_type_name(VALUE_YEAR)) == 0;
}

bool summary_add(struct summary *summary, struct record *record)
{
    struct record **records = list_room(summary->records, summary->count,
        &summary->room, sizeof *records);
    struct record *kept = record_store_keep(&summary->store, record);

    record_free(record);
    if (records)
        summary->records = records;
    if (!records || !kept)
        return false;
    records[summary->count++] = kept;
    return true;
}

size_t record_open(const struct record *record, enum level level)
{
    size_t open = 0;

    for (size_t k = 0; k < record->count_count; k++)
        open += record->counts[k].level == level ? record->counts[k].open : 0;
    return open;
}

size_t record_answered(const struct record *record)
{
    size_t answered = 0;

    for (size_t k = 0; k < record->count_count; k++)
        answered += record->counts[k].answered;
    return answered;
}

void summary_print_name(const struct summary *summary,
    const struct record *record, struct buffer *out)
{
    bool is_named = false;

    for (size_t k = 0; k < record->value_count; k++)
        is_named = is_named || (tells(&record->values[k])
            && !is_year(&record->values[k]));
    if (!is_named)
        buffer_add_string(out, record->path);
    for (size_t k = 0; is_named && k < record->value_count; k++) {
        const struct record_value *value = &record->values[k];
        if (!tells(value) || (is_year(value) && !summary->has_years))
            continue;
        buffer_add_string(out, value->text);
        if (is_year(value))
            buffer_add_string(out, value->unit);
    }
}

const char *summary_edition(const struct summary *summary)
{
    for (size_t k = 0; k < summary->count; k++)
        if (*summary->records[k]->edition)
            return summary->records[k]->edition;
    return NULL;
}

size_t summary_number(const struct summary *summary,
    const struct record *record)
{
    size_t low = 0, high = summary->count;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(summary->records[middle]->path, record->path) <= 0)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* --- one record a data file --------------------------------------------- */

/* With the number that it was added with, since sorting forgets it. */
struct numbered {
    struct record *record;
    size_t number;
};

static int compare_paths(const void *left, const void *right)
{
    const struct numbered *a = left;
    const struct numbered *b = right;
    int order = strcmp(a->record->path, b->record->path);

    return order ? order : (a->number > b->number) - (a->number < b->number);
}

static bool is_same(const struct record *left, const struct record *right,
    bool *failed)
{
    struct buffer one = BUFFER_EMPTY, other = BUFFER_EMPTY;

    record_print(left, &one);
    record_print(right, &other);
    bool same = strcmp(buffer_string(&one), buffer_string(&other)) == 0;
    *failed = *failed || one.failed || other.failed;
    buffer_free(&one);
    buffer_free(&other);
    return same;
}

/* Another one of the same file goes. */
static void replace(struct record **kept, struct record *record,
    struct findings *findings, bool *failed)
{
    if (!is_same(*kept, record, failed)) {
        findings_set_file(findings, record->path);
        findings_add(findings, CATALOGUE_RECORD_TWICE,
            (struct place){ 0, 0 }, NULL, NULL);
    }
    *kept = record;
}

static bool put_in_order(struct summary *summary, struct findings *findings)
{
    struct numbered *list = malloc((summary->count + 1) * sizeof *list);
    size_t count = summary->count, kept = 0;
    bool failed = false;

    if (!list)
        return false;
    for (size_t k = 0; k < count; k++)
        list[k] = (struct numbered){ summary->records[k], k };
    if (count)
        qsort(list, count, sizeof *list, compare_paths);
    for (size_t k = 0; k < count; k++) {
        struct record **last = kept ? &summary->records[kept - 1] : NULL;
        if (last && strcmp((*last)->path, list[k].record->path) == 0)
            replace(last, list[k].record, findings, &failed);
        else
            summary->records[kept++] = list[k].record;
    }
    summary->count = kept;
    free(list);
    return !failed;
}

/* --- what they come to -------------------------------------------------- */

/* A row of a record, on its way into the row of all. */
struct entry {
    const struct record_count *count;
    struct summary_place place;
    size_t number;
};

static int compare_rows(const struct record_count *a,
    const struct record_count *b)
{
    int order = strcmp(a->code, b->code);

    return order ? order : (a->level < b->level) - (a->level > b->level);
}

static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;
    int order = compare_rows(a->count, b->count);

    return order ? order : (a->number > b->number) - (a->number < b->number);
}

static int compare_rules(const void *left, const void *right)
{
    const struct summary_rule *a = left;
    const struct summary_rule *b = right;

    return weight_compare(
        &(struct weight){ a->level, a->open_count, a->open, a->code },
        &(struct weight){ b->level, b->open_count, b->open, b->code });
}

static size_t count_entries(const struct summary *summary)
{
    size_t total = 0;

    for (size_t k = 0; k < summary->count; k++)
        total += summary->records[k]->count_count;
    return total;
}

static void list_entries(const struct summary *summary, struct entry *list)
{
    size_t number = 0;

    for (size_t k = 0; k < summary->count; k++) {
        const struct record *record = summary->records[k];
        for (size_t n = 0; n < record->count_count; n++, number++)
            list[number] = (struct entry){ &record->counts[n],
                { record, record->counts[n].open,
                    record->counts[n].answered }, number };
    }
}

static void add_up(struct summary *summary, const struct entry *list,
    size_t total)
{
    for (size_t k = 0; k < total; k++) {
        const struct record_count *row = list[k].count;
        if (k == 0 || compare_rows(list[k - 1].count, row) != 0)
            summary->rules[summary->rule_count++] = (struct summary_rule){
                .code = row->code, .level = row->level, .title = row->title,
                .places = &summary->places[k] };
        struct summary_rule *rule = &summary->rules[summary->rule_count - 1];
        summary->places[k] = list[k].place;
        rule->open += row->open;
        rule->answered += row->answered;
        rule->open_count += row->open > 0;
        rule->count++;
    }
    if (summary->rule_count)
        qsort(summary->rules, summary->rule_count, sizeof *summary->rules,
            compare_rules);
}

static bool count_rules(struct summary *summary)
{
    size_t total = count_entries(summary);
    struct entry *list = malloc((total + 1) * sizeof *list);

    summary->rules = malloc((total + 1) * sizeof *summary->rules);
    summary->places = malloc((total + 1) * sizeof *summary->places);
    bool good = list && summary->rules && summary->places;
    if (good) {
        list_entries(summary, list);
        if (total)
            qsort(list, total, sizeof *list, compare_entries);
        add_up(summary, list, total);
    }
    free(list);
    return good;
}

/* Whether sets of one year stand beside sets of another. */
static bool have_years(const struct summary *summary)
{
    const char *year = NULL;

    for (size_t k = 0; k < summary->count; k++)
        for (size_t n = 0; n < summary->records[k]->value_count; n++) {
            const struct record_value *value = &summary->records[k]->values[n];
            if (!tells(value) || !is_year(value))
                continue;
            if (year && strcmp(year, value->text) != 0)
                return true;
            year = value->text;
        }
    return false;
}

bool summary_finish(struct summary *summary, struct findings *findings)
{
    bool good = put_in_order(summary, findings) && count_rules(summary);

    summary->has_years = have_years(summary);
    if (!good)
        findings_out_of_memory(findings);
    return good;
}
