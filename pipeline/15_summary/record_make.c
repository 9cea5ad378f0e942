/* Collects what a record holds of a set and of what was found. */

#include "15_summary/record_make.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/unseen.h"
#include "0_base/utf8.h"
#include "15_summary/identity.h"
#include "15_summary/texts.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"

static const char *copy(struct record *record, const char *text)
{
    const char *copied = text ? arena_copy(&record->arena, text,
        strlen(text)) : NULL;

    return copied ? copied : "";
}

/* What people read of a path: a character that turns the others round, or that
 * a terminal or a spreadsheet obeys, is shown by its name.  A record is UTF-8,
 * which a path need not be: names that were packed in another encoding have
 * bytes that are shown by their numbers. */
static const char *copy_shown(struct record *record, const char *path)
{
    struct buffer shown = BUFFER_EMPTY;

    unseen_show(path, strlen(path), LANGUAGE_ZH, &shown);
    const char *copied = copy(record, buffer_string(&shown));
    record->arena.failed = record->arena.failed || shown.failed;
    buffer_free(&shown);
    return copied;
}

/* Links lead there, so that it is as it is where it can be. */
static const char *copy_folder(struct record *record, const char *folder)
{
    return !folder || utf8_is_valid(folder) ? copy(record, folder)
        : copy_shown(record, folder);
}

/* --- values ------------------------------------------------------------- */

/* The figure that a parameter of a rule states; blank where it does not. */
static struct decimal parameter_figure(const char *value)
{
    struct decimal figure = decimal_blank;

    if (value)
        decimal_parse(value, strlen(value), &figure);
    return figure;
}

static const char *parameter_value(const struct rule *rule, const char *name)
{
    for (size_t k = 0; rule && k < rule->parameter_count; k++)
        if (strcmp(rule->parameters[k].name, name) == 0)
            return rule->parameters[k].value;
    return NULL;
}

/* The grade of a figure: the words' first character, and the next one for each
 * limit that it reaches.  "" where there are no grades. */
static const char *find_grade(struct record *record,
    const struct record_source *source, const struct columns_grades *grades,
    const char *value)
{
    /* There are none where no rules were run. */
    const struct rule *rule = source->rules ? rules_find(source->rules,
        grades->rule) : NULL;
    const char *words = parameter_value(rule, grades->words);
    struct decimal figure = parameter_figure(value);

    if (!words || figure.blank)
        return "";
    for (size_t k = 0; k < grades->count; k++) {
        struct decimal least = parameter_figure(parameter_value(rule,
            grades->least[k]));
        if (!least.blank && decimal_compare(figure, least) >= 0)
            words += utf8_head(words, 1);
    }
    const char *grade = arena_copy(&record->arena, words,
        utf8_head(words, 1));
    return grade ? grade : "";
}

static void grade_value(struct record *record,
    const struct record_source *source, const struct column *column,
    struct record_value *value)
{
    value->text = find_grade(record, source, &column->grades, value->value);
    value->value = value->text;
    value->type = value_type_name(VALUE_TOKEN);
    value->unit = "";
}

static void add_value(struct record *record,
    const struct record_source *source, const struct column *column)
{
    xmlNodePtr leaf = where_find(source->submission, column->pointer);
    struct buffer words = BUFFER_EMPTY;
    enum value_type type;

    if (!leaf || !node_value_type(leaf, &type))
        return;
    node_print(leaf, &words);
    const char *exact = node_attribute(leaf, "value");
    struct record_value *value = &record->values[record->value_count++];
    *value = (struct record_value){ .name = copy(record, column->name),
        .label = copy(record, column->title ? column->title
            : node_attribute(leaf, "label")),
        .type = value_type_name(type),
        .unit = copy(record, node_attribute(leaf, "unit")),
        .state = state_name(node_state(leaf)),
        .text = copy(record, buffer_string(&words)),
        .is_identity = column->is_identity };
    value->value = exact ? copy(record, exact) : value->text;
    if (column->grades.rule)
        grade_value(record, source, column, value);
    record->arena.failed = record->arena.failed || words.failed;
    buffer_free(&words);
}

static void add_values(struct record *record,
    const struct record_source *source)
{
    record->values = arena_new(&record->arena, source->columns->count + 1,
        sizeof *record->values);
    for (size_t k = 0; record->values && k < source->columns->count; k++)
        add_value(record, source, &source->columns->list[k]);
}

/* --- what was found ----------------------------------------------------- */

static int compare_counts(const void *left, const void *right)
{
    const struct record_count *a = left;
    const struct record_count *b = right;

    if (a->level != b->level)
        return a->level > b->level ? -1 : 1;
    return strcmp(a->code, b->code);
}

static const char *title_of(struct record *record, const struct rules *rules,
    const char *code, enum language language)
{
    struct buffer title = BUFFER_EMPTY;

    rules_print_title(rules, code, language, &title);
    const char *copied = copy(record, buffer_string(&title));
    record->arena.failed = record->arena.failed || title.failed;
    buffer_free(&title);
    return copied;
}

/* Each finding one by one, so that the same ones come together. */
static void list_findings(struct record *record,
    const struct record_source *source)
{
    const struct findings *findings = source->findings;

    for (size_t k = 0; k < findings_count(findings); k++) {
        const struct finding *finding = findings_get(findings, k);
        record->counts[k] = (struct record_count){ .code = finding->code,
            .level = finding->level, .open = !finding->answer,
            .answered = finding->answer != NULL };
    }
    if (findings_count(findings))
        qsort(record->counts, findings_count(findings),
            sizeof *record->counts, compare_counts);
}

static void add_counts(struct record *record,
    const struct record_source *source)
{
    size_t count = findings_count(source->findings);

    record->counts = arena_new(&record->arena, count + 1,
        sizeof *record->counts);
    if (!record->counts)
        return;
    list_findings(record, source);
    for (size_t k = 0; k < count; k++) {
        struct record_count *next = &record->counts[k], *last = k
            ? &record->counts[record->count_count - 1] : NULL;
        if (last && compare_counts(last, next) == 0) {
            last->open += next->open;
            last->answered += next->answered;
        } else {
            record->counts[record->count_count++] = *next;
        }
    }
    for (size_t k = 0; k < record->count_count; k++) {
        struct record_count *one = &record->counts[k];
        for (int language = 0; language < LANGUAGE_COUNT; language++)
            one->title[language] = title_of(record, source->rules, one->code,
                (enum language)language);
        one->code = copy(record, one->code);
    }
}

struct record *record_make(const struct record_source *source,
    struct findings *faults)
{
    struct record *record = calloc(1, sizeof *record);

    if (!record) {
        findings_out_of_memory(faults);
        return NULL;
    }
    record->path = copy_shown(record, source->path);
    record->digest = copy(record, source->digest);
    record->folder = copy_folder(record, source->folder);
    record->edition = copy(record, source->edition);
    record->program = copy(record, source->program);
    record->status = findings_worst(source->findings);
    sketch_begin(&record->sketch);
    if (source->submission) {
        add_values(record, source);
        texts_draw(record, source);
    } else if (source->json) {
        identity_add(record, source);
    }
    add_counts(record, source);
    if (record->arena.failed) {
        findings_out_of_memory(faults);
        record_free(record);
        return NULL;
    }
    return record;
}
