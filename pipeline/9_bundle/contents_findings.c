/* Findings and rules in the tree of a set; where each finding is printed. */

#include <stdlib.h>
#include <string.h>

#include "0_base/catalogue.h"
#include "0_base/unseen.h"
#include "0_base/xml_add.h"
#include "9_bundle/contents_parts.h"
#include "9_bundle/marks.h"
#include "9_bundle/names.h"

/* Notes the value as the first of its attachment, if it is: one of the pointer
 * itself comes before those below it. */
static void note_first(struct contents *contents, const struct printed *one,
    const char *pointer)
{
    const struct printed **first = &contents->sections[one->order].first;

    if (!*first)
        contents->printing[contents->printing_count++] = one->order;
    if (!*first || (strcmp((*first)->src, pointer) != 0
            && one->place < (*first)->place))
        *first = one;
}

static int compare_orders(const void *left, const void *right)
{
    const size_t *a = left;
    const size_t *b = right;

    return (*a > *b) - (*a < *b);
}

/* Finds in each attachment the first value that is printed for the pointer
 * itself, or else for a pointer below it. */
static void find_firsts(struct contents *contents, const char *pointer)
{
    const struct printed_range ranges[] = {
        printed_of(&contents->index, pointer),
        printed_below(&contents->index, pointer),
    };

    contents->printing_count = 0;
    for (size_t k = 0; k < sizeof ranges / sizeof *ranges; k++)
        for (size_t n = 0; n < ranges[k].count; n++)
            note_first(contents, &ranges[k].first[n], pointer);
    qsort(contents->printing, contents->printing_count,
        sizeof *contents->printing, compare_orders);
}

/* The target of the link to a finding: the first cell that it is about. */
static void find_link(const struct contents *contents,
    const struct finding *finding, struct buffer *pointer)
{
    const char *cells = finding->cells ? finding->cells : "";

    buffer_add(pointer, cells, strcspn(cells, "\n"));
    if (!pointer->length
        || !printed_of(&contents->index, buffer_string(pointer)).count) {
        buffer_clear(pointer);
        buffer_add_string(pointer, finding->pointer);
    }
}

static void add_whereabouts(struct contents *contents, xmlNodePtr finding,
    const struct finding *of)
{
    struct buffer pointer = BUFFER_EMPTY;

    find_link(contents, of, &pointer);
    find_firsts(contents, buffer_string(&pointer));
    contents->failed = contents->failed || pointer.failed;
    buffer_free(&pointer);
    for (size_t k = 0; k < contents->printing_count; k++) {
        struct section *section = &contents->sections[contents->printing[k]];
        xmlNodePtr in = xml_add_element(finding, "in", NULL, &contents->failed);
        xml_add_attribute(in, "attachment",
            node_attribute(section->first->attachment, "id"),
            &contents->failed);
        contents_copy_attribute(contents, in, section->first->value, "tag");
        section->first = NULL;
    }
}

/* Adds the title of a code of the program; rules have titles of their own. */
static void add_title(struct contents *contents, xmlNodePtr element,
    const char *code)
{
    const struct catalogue_row *row = catalogue_find(code);
    struct buffer title = BUFFER_EMPTY;

    if (row) {
        catalogue_print_title(row, LANGUAGE_ZH, &title);
        contents_add_words(contents, element, "title", buffer_string(&title));
    }
    contents->failed = contents->failed || title.failed;
    buffer_free(&title);
}

static void add_answer(struct contents *contents, xmlNodePtr element,
    const struct finding *finding)
{
    if (finding->answer && *finding->answer)
        xml_add_attribute(xml_add_element(element, "answer", finding->answer,
            &contents->failed), "pointer", finding->answer_pointer,
            &contents->failed);
}

/* Behind the others, before the rules. */
static xmlNodePtr new_finding(struct contents *contents)
{
    xmlNodePtr element = xml_add_element(contents->root, "finding", NULL,
        &contents->failed);

    if (element && contents->first_rule)
        xmlAddPrevSibling(contents->first_rule, element);
    return element;
}

void contents_add_file_name(struct contents *contents, xmlNodePtr element,
    const char *attribute, const char *path)
{
    const char *name = name_of_file(path);
    struct buffer shown = BUFFER_EMPTY;

    unseen_show(name, strlen(name), LANGUAGE_ZH, &shown);
    xml_add_attribute(element, attribute, buffer_string(&shown),
        &contents->failed);
    contents->failed = contents->failed || shown.failed;
    buffer_free(&shown);
}

static void add_finding(struct contents *contents,
    const struct finding *finding)
{
    const struct contents_source *source = &contents->source;
    xmlNodePtr element = new_finding(contents);
    bool own = marks_is_own(finding, source->path);
    xmlNodePtr home = own ? attachment_index_find(&contents->homes,
        finding->attachment, finding->pointer) : NULL;

    xml_add_attribute(element, "code", finding->code, &contents->failed);
    xml_add_attribute(element, "level", level_name(finding->level, LANGUAGE_EN),
        &contents->failed);
    contents_add_file_name(contents, element, "file",
        finding->file ? finding->file : source->path);
    if (finding->place.line) {
        xml_add_number(element, "line", finding->place.line, &contents->failed);
        xml_add_number(element, "column", finding->place.column,
            &contents->failed);
    }
    xml_add_attribute(element, "pointer", finding->pointer, &contents->failed);
    if (home)
        xml_add_attribute(element, "attachment", node_attribute(home, "id"),
            &contents->failed);
    if (own && finding->pointer && *finding->pointer)
        add_whereabouts(contents, element, finding);
    add_title(contents, element, finding->code);
    contents_add_words(contents, element, "where", finding->where);
    contents_add_words(contents, element, "found", finding->found);
    contents_add_words(contents, element, "expected", finding->expected);
    xml_add_element(element, "sentence", finding->text[LANGUAGE_ZH],
        &contents->failed);
    contents_add_words(contents, element, "basis", finding->basis);
    add_answer(contents, element, finding);
}

bool contents_add_findings(struct contents *contents, enum level most)
{
    const struct findings *findings = contents->source.findings;
    bool any = false;

    for (; !contents->failed && contents->listed < findings_count(findings);
        contents->listed++) {
        const struct finding *finding = findings_get(findings,
            contents->listed);
        if (finding->level > most)
            continue;
        add_finding(contents, finding);
        any = true;
    }
    return any;
}

static void add_parameter(struct contents *contents, xmlNodePtr rule,
    const struct rule_parameter *parameter)
{
    xmlNodePtr element = xml_add_element(rule, "parameter",
        parameter->text[LANGUAGE_ZH], &contents->failed);

    xml_add_attribute(element, "name", parameter->name, &contents->failed);
    xml_add_attribute(element, "value", parameter->value, &contents->failed);
    xml_add_attribute(element, "usual", parameter->usual, &contents->failed);
}

void contents_add_rule(struct contents *contents, const struct rule *rule,
    const struct rule_tally *tally)
{
    xmlNodePtr element = xml_add_element(contents->root, "rule", NULL,
        &contents->failed);

    if (!contents->first_rule)
        contents->first_rule = element;
    xml_add_attribute(element, "code", rule->code, &contents->failed);
    xml_add_attribute(element, "level", level_name(rule->level, LANGUAGE_EN),
        &contents->failed);
    xml_add_attribute(element, "usual-level",
        level_name(rule->usual_level, LANGUAGE_EN), &contents->failed);
    xml_add_attribute(element, "kind", rule_kind_word(rule->kind),
        &contents->failed);
    if (rule->disabled)
        xml_add_attribute(element, "disabled", "yes", &contents->failed);
    xml_add_number(element, "looked-at", tally->looked_at, &contents->failed);
    xml_add_number(element, "found", tally->found, &contents->failed);
    xml_add_element(element, "title", rule->title[LANGUAGE_ZH],
        &contents->failed);
    contents_add_words(contents, element, "basis", rule->basis);
    contents_add_words(contents, element, "reason", rule->reason[LANGUAGE_ZH]);
    for (size_t k = 0; k < rule->parameter_count; k++)
        add_parameter(contents, element, &rule->parameters[k]);
}
