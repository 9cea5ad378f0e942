/* Makes the tree of a summary: its columns, a row a set, rules, findings. */

#include "15_summary/tree.h"

#include <string.h>

#include "0_base/xml_add.h"
#include "3_transform/submission.h"

#define NAMESPACE "urn:jixiao:summary:1"
#define INDEX "/index.html"

/* So many of the commonest rules have the units that they find something of
 * beside them. */
#define COMMONEST 20

struct making {
    const struct summary_source *source;
    xmlNodePtr root;
    struct buffer text;
    bool failed;
};

static void add_fields(struct making *making)
{
    const struct fields *fields = making->source->fields;

    for (size_t k = 0; k < fields->count; k++) {
        xmlNodePtr field = xml_add_element(making->root, "field", NULL,
            &making->failed);
        xml_add_attribute(field, "name", fields->list[k].name,
            &making->failed);
        xml_add_attribute(field, "title", fields->list[k].title,
            &making->failed);
        if (fields->list[k].is_figure)
            xml_add_attribute(field, "figure", "yes", &making->failed);
    }
}

static void add_value(struct making *making, xmlNodePtr set,
    const struct field *field, const struct record *record)
{
    const struct record_value *value = field_value(field, record);
    xmlNodePtr element = xml_add_element(set, "value",
        value ? value->text : NULL, &making->failed);
    char text[DECIMAL_TEXT_SIZE];

    xml_add_attribute(element, "name", field->name, &making->failed);
    if (!value)
        return;
    struct decimal figure = field_figure(value);
    if (!figure.blank)
        xml_add_attribute(element, "figure", decimal_print_short(figure,
            text), &making->failed);
    if (*value->unit)
        xml_add_attribute(element, "unit", value->unit, &making->failed);
    if (strcmp(value->state, state_name(STATE_DERIVED)) == 0)
        xml_add_attribute(element, "derived", "yes", &making->failed);
}

/* Where a file is, seen from the one that is made. */
static void add_address(struct making *making, xmlNodePtr element,
    const char *name, const char *path, const char *file)
{
    struct buffer whole = BUFFER_EMPTY;

    buffer_printf(&whole, "%s%s", path, file);
    buffer_clear(&making->text);
    making->source->address(making->source->user, buffer_string(&whole),
        &making->text);
    xml_add_attribute(element, name, buffer_string(&making->text),
        &making->failed);
    making->failed = making->failed || whole.failed || making->text.failed;
    buffer_free(&whole);
}

static void add_codes(struct making *making, xmlNodePtr set,
    const struct record *record)
{
    buffer_clear(&making->text);
    for (size_t k = 0; k < record->count_count; k++)
        if (record->counts[k].open)
            buffer_printf(&making->text, "%s%s",
                making->text.length ? " " : "", record->counts[k].code);
    xml_add_attribute(set, "codes", buffer_string(&making->text),
        &making->failed);
    making->failed = making->failed || making->text.failed;
}

static void add_counts(struct making *making, xmlNodePtr set,
    const struct record *record)
{
    for (int level = LEVEL_HINT; level <= LEVEL_SYSTEM; level++)
        xml_add_number(set, level_name((enum level)level, LANGUAGE_EN),
            record_open(record, (enum level)level), &making->failed);
    xml_add_number(set, "answered", record_answered(record),
        &making->failed);
}

static void add_set(struct making *making, size_t k)
{
    const struct record *record = making->source->summary->records[k];
    const struct fields *fields = making->source->fields;
    xmlNodePtr set = xml_add_element(making->root, "set", NULL,
        &making->failed);

    xml_add_number(set, "number", k + 1, &making->failed);
    buffer_clear(&making->text);
    summary_print_name(making->source->summary, record, &making->text);
    xml_add_attribute(set, "name", buffer_string(&making->text),
        &making->failed);
    xml_add_attribute(set, "file", record->path, &making->failed);
    add_address(making, set, "data", record->path, "");
    if (*record->folder)
        add_address(making, set, "index", record->folder, INDEX);
    if (*record->edition)
        xml_add_attribute(set, "edition", record->edition, &making->failed);
    xml_add_attribute(set, "level", level_name(record->status, LANGUAGE_EN),
        &making->failed);
    add_counts(making, set, record);
    add_codes(making, set, record);
    for (size_t n = 0; n < fields->count; n++)
        add_value(making, set, &fields->list[n], record);
}

static void add_rule(struct making *making, const struct summary_rule *rule,
    bool with_places)
{
    const struct summary *summary = making->source->summary;
    xmlNodePtr element = xml_add_element(making->root, "rule", NULL,
        &making->failed);

    xml_add_attribute(element, "code", rule->code, &making->failed);
    xml_add_attribute(element, "level", level_name(rule->level, LANGUAGE_EN),
        &making->failed);
    xml_add_attribute(element, "title", rule->title[LANGUAGE_ZH],
        &making->failed);
    xml_add_number(element, "open", rule->open, &making->failed);
    xml_add_number(element, "answered", rule->answered, &making->failed);
    xml_add_number(element, "sets", rule->open_count, &making->failed);
    for (size_t k = 0; with_places && k < rule->count; k++) {
        const struct summary_place *place = &rule->places[k];
        if (!place->open)
            continue;
        xmlNodePtr in = xml_add_element(element, "in", NULL, &making->failed);
        xml_add_number(in, "set",
            summary_number(summary, place->record) + 1, &making->failed);
        xml_add_number(in, "open", place->open, &making->failed);
    }
}

static void add_finding(struct making *making, const struct finding *finding)
{
    xmlNodePtr element = xml_add_element(making->root, "finding",
        finding->text[LANGUAGE_ZH], &making->failed);

    xml_add_attribute(element, "code", finding->code, &making->failed);
    xml_add_attribute(element, "level", level_name(finding->level,
        LANGUAGE_EN), &making->failed);
    xml_add_attribute(element, "file", finding->file, &making->failed);
    xml_add_attribute(element, "pointer", finding->pointer, &making->failed);
    xml_add_attribute(element, "where", finding->where, &making->failed);
}

static void add_all(struct making *making)
{
    const struct summary_source *source = making->source;

    xml_add_attribute(making->root, "program", source->program,
        &making->failed);
    xml_add_attribute(making->root, "edition",
        summary_edition(source->summary), &making->failed);
    add_fields(making);
    for (size_t k = 0; !making->failed && k < source->summary->count; k++)
        add_set(making, k);
    for (size_t k = 0; !making->failed && k < source->summary->rule_count;
        k++)
        add_rule(making, &source->summary->rules[k], k < COMMONEST);
    for (size_t k = 0; !making->failed
        && k < findings_count(source->findings); k++)
        add_finding(making, findings_get(source->findings, k));
}

xmlDocPtr summary_tree(const struct summary_source *source)
{
    xmlDocPtr doc = xmlNewDoc(BAD_CAST "1.0");
    struct making making = { .source = source, .root = doc
        ? xmlNewDocNode(doc, NULL, BAD_CAST "summary", NULL) : NULL };

    making.failed = !making.root;
    if (making.root) {
        xmlDocSetRootElement(doc, making.root);
        xmlSetNs(making.root, xmlNewNs(making.root, BAD_CAST NAMESPACE,
            NULL));
        making.failed = !making.root->ns;
    }
    if (!making.failed)
        add_all(&making);
    buffer_free(&making.text);
    if (!making.failed)
        return doc;
    xmlFreeDoc(doc);
    return NULL;
}
