/* Makes a tree of what a set consists of, for the index page and the check
 * report. */

#include "9_bundle/contents.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/catalogue.h"
#include "0_base/unseen.h"
#include "0_base/xml_add.h"
#include "0_base/xml_pieces.h"
#include "3_transform/submission.h"
#include "7_forms/attachment_index.h"
#include "9_bundle/marks.h"
#include "9_bundle/names.h"
#include "9_bundle/printed.h"

#define SET_NAMESPACE "urn:jixiao:set:1"

/* An attachment of the page model, in the tree of the set. */
struct section {
    xmlNodePtr element;
    const struct printed *first;        /* of the values of a finding */
};

struct contents {
    struct contents_source source;
    struct printed_index index;
    struct attachment_index homes;
    xmlDocPtr doc;
    xmlNodePtr root, whole, report;
    xmlNodePtr first_rule;      /* NULL: there is none yet */
    xmlNodePtr first_hint;      /* that was added later, or NULL */
    size_t listed;              /* of the findings */
    struct section *sections;   /* in the order of the attachments */
    struct id_map attachments;  /* their nodes, numbered as the sections */
    size_t *printing;           /* the sections that print a finding's values */
    size_t printing_count;
    bool failed;
};

static void add_words(struct contents *contents, xmlNodePtr parent,
    const char *name, const char *text)
{
    if (text && *text)
        xml_add_element(parent, name, text, &contents->failed);
}

static void copy_attribute(struct contents *contents, xmlNodePtr to,
    xmlNodePtr from, const char *name)
{
    xml_add_attribute(to, name, node_attribute(from, name), &contents->failed);
}

static void add_section(struct contents *contents, xmlNodePtr attachment)
{
    xmlNodePtr element = xml_add_element(contents->root, "attachment", NULL,
        &contents->failed);
    uint32_t id;

    copy_attribute(contents, element, attachment, "id");
    copy_attribute(contents, element, attachment, "kind");
    copy_attribute(contents, element, attachment, "name");
    if (id_map_add(&contents->attachments, (uintptr_t)attachment, &id))
        contents->sections[id].element = element;
    else
        contents->failed = true;
}

static void add_attachments(struct contents *contents)
{
    xmlNodePtr root = xmlDocGetRootElement(contents->source.documents);
    xmlNodePtr attachment = xmlFirstElementChild(root);
    size_t room = xmlChildElementCount(root) + 1;

    contents->sections = calloc(room, sizeof *contents->sections);
    contents->printing = calloc(room, sizeof *contents->printing);
    contents->failed = contents->failed || !contents->sections
        || !contents->printing;
    for (; !contents->failed && attachment;
        attachment = xmlNextElementSibling(attachment))
        add_section(contents, attachment);
}

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
        copy_attribute(contents, in, section->first->value, "tag");
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
        add_words(contents, element, "title", buffer_string(&title));
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

/* Adds the name of a file of data.  Characters that turn others round are shown
 * by their names: no layout can set them as they are. */
static void add_file_name(struct contents *contents, xmlNodePtr element,
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
    add_file_name(contents, element, "file",
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
    add_words(contents, element, "where", finding->where);
    add_words(contents, element, "found", finding->found);
    add_words(contents, element, "expected", finding->expected);
    xml_add_element(element, "sentence", finding->text[LANGUAGE_ZH],
        &contents->failed);
    add_words(contents, element, "basis", finding->basis);
    add_answer(contents, element, finding);
}

/* Those that are not listed yet, up to a level; whether there are any. */
static bool add_findings(struct contents *contents, enum level most)
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

static void add_rule(struct contents *contents, const struct rule *rule,
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
    add_words(contents, element, "basis", rule->basis);
    add_words(contents, element, "reason", rule->reason[LANGUAGE_ZH]);
    for (size_t k = 0; k < rule->parameter_count; k++)
        add_parameter(contents, element, &rule->parameters[k]);
}

static void begin(struct contents *contents)
{
    const struct contents_source *source = &contents->source;
    xmlNodePtr documents = xmlDocGetRootElement(source->documents);
    static const char *const names[] = { "title", "edition", "unit",
        "period" };

    contents->root = xmlNewDocNode(contents->doc, NULL, BAD_CAST "set", NULL);
    if (!contents->root) {
        contents->failed = true;
        return;
    }
    xmlDocSetRootElement(contents->doc, contents->root);
    xmlNsPtr namespace = xmlNewNs(contents->root, BAD_CAST SET_NAMESPACE,
        NULL);
    xmlSetNs(contents->root, namespace);
    for (size_t k = 0; k < sizeof names / sizeof *names; k++)
        copy_attribute(contents, contents->root, documents, names[k]);
    add_file_name(contents, contents->root, "data", source->path);
    xml_add_attribute(contents->root, "sha256", source->digest,
        &contents->failed);
    xml_add_attribute(contents->root, "program", source->program,
        &contents->failed);
    contents->whole = xml_add_element(contents->root, "whole", NULL,
        &contents->failed);
    contents->report = xml_add_element(contents->root, "report", NULL,
        &contents->failed);
    contents->failed = contents->failed || !namespace;
}

static void add_correction(struct contents *contents)
{
    xmlDocPtr correction = contents->source.correction;
    xmlNodePtr copy = correction ? xmlDocCopyNode(xmlDocGetRootElement(
        correction), contents->doc, 1) : NULL;

    contents->failed = contents->failed || (correction && !copy)
        || (copy && !xmlAddChild(contents->root, copy));
}

static void add_watch(struct contents *contents)
{
    xmlNodePtr watch = xml_add_element(contents->root, "watch", NULL,
        &contents->failed);

    xml_add_attribute(watch, "name", contents->source.script,
        &contents->failed);
    xml_add_attribute(watch, "build", contents->source.build,
        &contents->failed);
}

static void describe(struct contents *contents)
{
    const struct contents_source *source = &contents->source;

    begin(contents);
    add_attachments(contents);
    xml_add_attribute(
        xml_add_element(contents->root, "manifest", NULL, &contents->failed),
        "name", source->manifest, &contents->failed);
    if (source->build)
        add_watch(contents);
    if (!contents->failed)
        add_correction(contents);
    add_findings(contents, LEVEL_ERROR);
    for (size_t k = 0; !contents->failed && k < rules_count(source->rules);
        k++)
        add_rule(contents, rules_get(source->rules, k), &source->tallies[k]);
}

struct contents *contents_new(const struct contents_source *source)
{
    struct contents *contents = calloc(1, sizeof *contents);

    if (!contents)
        return NULL;
    contents->source = *source;
    contents->doc = xmlNewDoc(BAD_CAST "1.0");
    contents->failed = !contents->doc
        || !printed_index_make(&contents->index, source->documents)
        || !attachment_index_make(&contents->homes, source->documents);
    xml_pieces_begin();
    if (!contents->failed)
        describe(contents);
    xml_pieces_end();
    if (contents->failed) {
        contents_free(contents);
        return NULL;
    }
    return contents;
}

void contents_free(struct contents *contents)
{
    if (!contents)
        return;
    if (contents->doc)
        xmlFreeDoc(contents->doc);
    printed_index_free(&contents->index);
    attachment_index_free(&contents->homes);
    id_map_free(&contents->attachments);
    free(contents->sections);
    free(contents->printing);
    free(contents);
}

static xmlNodePtr element_of(const struct contents *contents, xmlNodePtr of)
{
    uint32_t id;

    if (!of)
        return contents->report;
    return id_map_find(&contents->attachments, (uintptr_t)of, &id)
        ? contents->sections[id].element : contents->whole;
}

void contents_add_file(struct contents *contents, xmlNodePtr of,
    const struct contents_file *file)
{
    xmlNodePtr element = xml_add_element(element_of(contents, of), "file", NULL,
        &contents->failed);

    xml_add_attribute(element, "format", format_rows[file->format].name,
        &contents->failed);
    xml_add_attribute(element, "name", file->name, &contents->failed);
    xml_add_number(element, "size", file->size, &contents->failed);
    if (file->pages)
        xml_add_number(element, "pages", file->pages, &contents->failed);
}

bool contents_add_hints(struct contents *contents)
{
    xmlNodePtr last = contents->first_rule ? contents->first_rule->prev
        : contents->root->last;
    bool any = add_findings(contents, LEVEL_HINT);

    if (any && !contents->first_hint)
        contents->first_hint = last->next;
    return any;
}

void contents_drop_hints(struct contents *contents)
{
    xmlNodePtr hint = contents->first_hint;

    while (hint && hint != contents->first_rule) {
        xmlNodePtr next = hint->next;
        xmlUnlinkNode(hint);
        xmlFreeNode(hint);
        hint = next;
    }
    contents->first_hint = NULL;
}

xmlDocPtr contents_tree(const struct contents *contents)
{
    return contents->failed ? NULL : contents->doc;
}

bool contents_mark(const struct contents *contents)
{
    const struct contents_source *source = &contents->source;

    return marks_put(&contents->index, &contents->homes, source->findings,
        source->path);
}
