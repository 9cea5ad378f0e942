/* Reads the lists of words of a language and of an edition. */

#include "0_base/lexicon.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/findings.h"
#include "0_base/nearest.h"
#include "0_base/resources.h"
#include "0_base/signs.h"
#include "0_base/xml.h"

#define COMMON "schemas/common/language.xml"

static const struct {
    const char *name;
    bool pairs;
} rows[NOTION_COUNT] = {
#define NOTION(name, list, pairs) [NOTION_##name] = { list, pairs },
#define LIMIT(name, entry)
#include "0_base/lexicon.def"
};

static const char *const limit_names[LIMIT_COUNT] = {
#define NOTION(name, list, pairs)
#define LIMIT(name, entry) [LIMIT_##name] = entry,
#include "0_base/lexicon.def"
};

struct word_marks lexicon_beginnings(const struct lexicon *lexicon,
    const enum notion *notions, size_t count)
{
    struct word_marks beginnings = {{0}};

    for (size_t k = 0; k < count; k++)
        word_marks_add(&beginnings, lexicon_words(lexicon, notions[k]));
    return beginnings;
}

static bool is_at(const struct lexicon *lexicon, struct text_span span,
    size_t at, const enum notion *notions, size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (word_find_at(lexicon_words(lexicon, notions[k]), span.text, at,
                span.length - at))
            return true;
    return false;
}

bool lexicon_name_unit(const struct lexicon *lexicon, struct text_span *unit)
{
    const struct word *word = word_of(lexicon_words(lexicon,
        NOTION_SAME_UNITS), *unit);

    if (word)
        *unit = word->meaning;
    return word != NULL;
}

bool lexicon_is_in(const struct lexicon *lexicon, struct text_span span,
    const enum notion *notions, size_t count)
{
    const struct word_marks beginnings = lexicon_beginnings(lexicon,
        notions, count);

    for (size_t at = 0; at < span.length; at++)
        if (word_begins(span.text[at])
            && word_is_marked(&beginnings, word_code_at(span.text + at))
            && is_at(lexicon, span, at, notions, count))
            return true;
    return false;
}

/* A file that is being read. */
struct reader {
    struct lexicon *lexicon;
    struct findings *findings;
    const char *path;
    bool common;
    bool seen[NOTION_COUNT];
    bool limited[LIMIT_COUNT];
};

static bool refuse(const struct reader *reader, xmlNodePtr element,
    const char *name, const char *what)
{
    char line[24];

    snprintf(line, sizeof line, "%ld", xmlGetLineNo(element));
    findings_add(reader->findings, CATALOGUE_ENTRY_INCOMPLETE,
        (struct place){ 0, 0 }, NULL, "path", reader->path, "line", line,
        "code", name, "what", what, NULL);
    return false;
}

/* Whether the words of a list have meanings if, and only if, lexicon.def says
 * so. */
static bool check_pairs(const struct reader *reader, xmlNodePtr element,
    enum notion notion, size_t from)
{
    const struct word_list *words = &reader->lexicon->lists[notion];

    for (size_t k = from; k < words->count; k++)
        if ((words->list[k].meaning.length > 0) != rows[notion].pairs)
            return refuse(reader, element, rows[notion].name, SIGN_ARROW);
    return true;
}

static bool add_text(const struct reader *reader, enum notion notion,
    xmlNodePtr element)
{
    struct word_list *words = &reader->lexicon->lists[notion];
    bool exceptions = xml_is(element, "except");
    size_t before = words->count;

    for (xmlNodePtr part = element->children; part; part = part->next) {
        if (part->type != XML_TEXT_NODE)
            continue;
        const char *text = (const char *)part->content;
        if (!(exceptions ? word_list_add_exceptions : word_list_add)(words,
                text)) {
            findings_out_of_memory(reader->findings);
            return false;
        }
    }
    return check_pairs(reader, element, notion, before);
}

static bool read_part(const struct reader *reader, enum notion notion,
    xmlNodePtr element)
{
    const char *name = rows[notion].name;

    if (element->properties)
        return refuse(reader, element, name,
            (const char *)element->properties->name);
    if (xml_is(element, "for"))
        return true;
    if (xml_is(element, "words") || xml_is(element, "except"))
        return add_text(reader, notion, element);
    return refuse(reader, element, name, (const char *)element->name);
}

static bool read_parts(const struct reader *reader, enum notion notion,
    xmlNodePtr list)
{
    bool good = true, explained = false;

    for (xmlNodePtr part = xmlFirstElementChild(list); good && part;
        part = xmlNextElementSibling(part)) {
        explained = explained || xml_is(part, "for");
        good = read_part(reader, notion, part);
    }
    if (good && reader->common && !explained)
        return refuse(reader, list, rows[notion].name, "for");
    return good;
}

/* NOTION_COUNT where there is none of that name. */
static enum notion find_notion(const char *name)
{
    int k = 0;

    while (k < NOTION_COUNT && (*rows[k].name != *name
            || strcmp(rows[k].name, name) != 0))
        k++;
    return (enum notion)k;
}

/* Refuses an unknown name, with a finding that proposes the nearest known
 * one. */
static bool refuse_name(const struct reader *reader, xmlNodePtr list,
    const char *name)
{
    struct nearest nearest = nearest_to(name, strlen(name));

    for (int k = 0; k < NOTION_COUNT; k++)
        nearest_try(&nearest, rows[k].name);
    return refuse(reader, list, name, nearest.name ? nearest.name : "name");
}

static bool read_list(struct reader *reader, xmlNodePtr list,
    const char *name)
{
    enum notion notion = find_notion(name);

    if (notion == NOTION_COUNT)
        return refuse_name(reader, list, name);
    if (list->properties->next)
        return refuse(reader, list, name,
            (const char *)list->properties->next->name);
    if (reader->seen[notion])
        return refuse(reader, list, name, "name");
    reader->seen[notion] = true;
    return read_parts(reader, notion, list);
}

static bool read_limit(struct reader *reader, xmlNodePtr element,
    const char *name)
{
    xmlAttrPtr value = element->properties->next;
    char *end = "?";
    int k = 0;

    while (k < LIMIT_COUNT && strcmp(limit_names[k], name) != 0)
        k++;
    if (k == LIMIT_COUNT || reader->limited[k])
        return refuse(reader, element, name, "name");
    reader->limited[k] = true;
    if (value && value->children
        && strspn((const char *)value->children->content, "0123456789") > 0)
        reader->lexicon->limits[k] = strtoul(
            (const char *)value->children->content, &end, 10);
    if (*end || reader->lexicon->limits[k] == 0 || value->next
        || strcmp((const char *)value->name, "value") != 0)
        return refuse(reader, element, name, "value");
    xmlNodePtr child = xmlFirstElementChild(element);
    return (child ? xml_is(child, "for") && !xmlNextElementSibling(child)
        : !reader->common) || refuse(reader, element, name, "for");
}

/* The name of an element, its first attribute; NULL where it has none. */
static const char *name_of(xmlNodePtr element)
{
    xmlAttrPtr attribute = element->properties;

    return attribute && attribute->children
        && strcmp((const char *)attribute->name, "name") == 0
        ? (const char *)attribute->children->content : NULL;
}

static bool read_entry(struct reader *reader, xmlNodePtr element)
{
    const char *name = name_of(element);
    bool is_list = xml_is(element, "list");

    if (!is_list && !xml_is(element, "limit"))
        return refuse(reader, element, (const char *)element->name,
            "list|limit");
    if (!name)
        return refuse(reader, element, (const char *)element->name, "name");
    return (is_list ? read_list : read_limit)(reader, element, name);
}

/* Whether a file has all that it must have. */
static bool is_complete(const struct reader *reader, xmlNodePtr root)
{
    for (int k = 0; k < NOTION_COUNT; k++)
        if (!reader->seen[k])
            return refuse(reader, root, "list", rows[k].name);
    for (int k = 0; k < LIMIT_COUNT; k++)
        if (!reader->limited[k])
            return refuse(reader, root, "limit", limit_names[k]);
    return true;
}

static bool read_entries(struct reader *reader, xmlDocPtr doc)
{
    xmlNodePtr root = xmlDocGetRootElement(doc);
    bool good = xml_is(root, "language")
        || refuse(reader, root, (const char *)root->name, "language");

    for (xmlNodePtr element = xmlFirstElementChild(root); good && element;
        element = xmlNextElementSibling(element))
        good = read_entry(reader, element);
    return good && (!reader->common || is_complete(reader, root));
}

/* Whether there is such a file.  Other faults of it are found when it is
 * read. */
static bool exists(const struct resources *resources, const char *path)
{
    char *bytes = resource_load(resources, path, NULL);
    bool missing = !bytes && errno == ENOENT;

    free(bytes);
    return !missing;
}

static bool read_file(struct lexicon *lexicon,
    const struct resources *resources, const char *path, bool common,
    struct findings *findings)
{
    struct reader reader = { .lexicon = lexicon, .findings = findings,
        .path = path, .common = common };
    xmlDocPtr doc = xml_load(resources, path, findings);

    if (!doc)
        return false;
    lexicon->files[lexicon->file_count++] = doc;
    return read_entries(&reader, doc);
}

struct lexicon *lexicon_load(const struct resources *resources,
    const char *own, struct findings *findings)
{
    struct lexicon *lexicon = calloc(1, sizeof *lexicon);

    if (!lexicon) {
        findings_out_of_memory(findings);
        return NULL;
    }
    if (!read_file(lexicon, resources, COMMON, true, findings)
        || (exists(resources, own)
            && !read_file(lexicon, resources, own, false, findings))) {
        lexicon_free(lexicon);
        return NULL;
    }
    for (int k = 0; k < NOTION_COUNT; k++)
        word_list_sort(&lexicon->lists[k]);
    return lexicon;
}

void lexicon_free(struct lexicon *lexicon)
{
    if (!lexicon)
        return;
    for (int k = 0; k < NOTION_COUNT; k++)
        word_list_free(&lexicon->lists[k]);
    for (size_t k = 0; k < lexicon->file_count; k++)
        xmlFreeDoc(lexicon->files[k]);
    free(lexicon);
}
