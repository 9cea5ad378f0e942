/*
 * What formulas and rules have in common: code, texts, expressions by
 * column.
 */

#include "4_formulas/entry.h"

#include <stdio.h>
#include <string.h>

#include "0_base/buffer.h"
#include "0_base/xml.h"
#include "3_transform/submission.h"

#define COLUMN "{column}"

static void refuse(enum catalogue id, const struct entry *entry,
    const char *what, struct findings *findings)
{
    char number[24];

    snprintf(number, sizeof number, "%ld", entry->origin.line);
    findings_add(findings, id, (struct place){ 0, 0 }, NULL,
        "path", entry->origin.path, "line", number,
        "code", entry->origin.code, "what", what, NULL);
}

void entry_reject(const struct entry *entry, const char *what,
    struct findings *findings)
{
    refuse(CATALOGUE_ENTRY_INCOMPLETE, entry, what, findings);
}

void entry_refuse_again(const struct entry *entry, const char *what,
    struct findings *findings)
{
    refuse(CATALOGUE_ENTRY_REPEATED, entry, what, findings);
}

bool entry_is_again(xmlNodePtr element, const char *attribute)
{
    const char *value = attribute ? node_attribute(element, attribute) : NULL;
    bool found = false;

    for (xmlNodePtr other = xmlPreviousElementSibling(element);
        !found && other; other = xmlPreviousElementSibling(other)) {
        const char *same = value ? node_attribute(other, attribute) : NULL;
        found = xmlStrEqual(element->name, other->name)
            && (!attribute || (value && same && strcmp(value, same) == 0));
    }
    return found;
}

xmlNodePtr entry_first(xmlDocPtr file, const char *name, const char *path,
    struct findings *findings, bool *good)
{
    xmlNodePtr root = xmlDocGetRootElement(file);
    const char *found = (const char *)root->name;

    *good = strcmp(found, name) == 0;
    if (*good)
        return xmlFirstElementChild(root);
    entry_reject(&(struct entry){ .origin = { path, found,
        xmlGetLineNo(root) } }, name, findings);
    return NULL;
}

const char *entry_child_text(xmlNodePtr element, const char *name)
{
    xmlNodePtr child = node_child(element, name);

    return child && child->children && child->children->content
        ? (const char *)child->children->content : "";
}

static bool is_there_twice(xmlNodePtr element, const char *name)
{
    xmlNodePtr last = xmlLastElementChild(element);

    while (last && !xml_is(last, name))
        last = xmlPreviousElementSibling(last);
    return last && entry_is_again(last, NULL);
}

/* A capital letter and what numbers it, as data files and people name it. */
static bool is_code(const char *code)
{
    return *code >= 'A' && *code <= 'Z' && code[1 + strspn(code + 1,
        "0123456789abcdefghijklmnopqrstuvwxyz")] == '\0';
}

bool entry_read(struct entry *entry, xmlNodePtr element, const char *path,
    const char *code, struct findings *findings)
{
    static const char *const names[LANGUAGE_COUNT] = { "zh", "en" };
    const char *missing = NULL, *again = NULL;

    if (!code)
        code = node_attribute(element, "code");
    if (!code || !is_code(code))
        missing = "code";
    *entry = (struct entry){ .origin = { path, code && *code ? code : "?",
        xmlGetLineNo(element) } };
    for (int k = 0; k < LANGUAGE_COUNT; k++) {
        entry->text[k] = entry_child_text(element, names[k]);
        if (!missing && !*entry->text[k])
            missing = names[k];
        if (!again && is_there_twice(element, names[k]))
            again = names[k];
    }
    if (missing)
        entry_reject(entry, missing, findings);
    else if (again)
        entry_refuse_again(entry, again, findings);
    return !missing && !again;
}

const char *entry_attribute(const struct entry *entry, xmlNodePtr element,
    const char *name, struct findings *findings)
{
    const char *value = node_attribute(element, name);

    if (!value)
        entry_reject(entry, name, findings);
    return value;
}

char *entry_put(const char *text, const char *mark, const char *words,
    size_t length)
{
    struct buffer out = BUFFER_EMPTY;

    for (const char *at; (at = strstr(text, mark)) != NULL;
        text = at + strlen(mark)) {
        buffer_add(&out, text, (size_t)(at - text));
        buffer_add(&out, words, length);
    }
    buffer_add_string(&out, text);
    return buffer_take(&out);
}

struct columns columns_of(xmlNodePtr element)
{
    const char *list = node_attribute(element, "columns");

    return (struct columns){ .next = list ? list : "" };
}

bool columns_step(struct columns *columns)
{
    bool first = !columns->name;

    columns->name = columns->next + strspn(columns->next, " ");
    columns->length = strcspn(columns->name, " ");
    columns->next = columns->name + columns->length;
    return first || columns->length;
}

char *columns_put(const struct columns *columns, const char *text)
{
    return entry_put(text, COLUMN, columns->name, columns->length);
}
