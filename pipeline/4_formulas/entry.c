#include "4_formulas/entry.h"

#include <stdio.h>
#include <string.h>

#include "3_transform/submission.h"

static void report(const char *path, long line, const char *code,
    const char *what, struct findings *findings)
{
    char number[24];

    snprintf(number, sizeof number, "%ld", line);
    findings_add(findings, CATALOGUE_ENTRY_INCOMPLETE, (struct place){ 0, 0 },
        NULL, "path", path, "line", number, "code", code ? code : "?",
        "what", what, NULL);
}

/* The one text of a child element, "" for none. */
static const char *child_text(xmlNodePtr element, const char *name)
{
    xmlNodePtr child = node_child(element, name);

    return child && child->children && child->children->content
        ? (const char *)child->children->content : "";
}

bool entry_read(struct entry *entry, xmlNodePtr element, const char *path,
    struct findings *findings)
{
    const char *level = node_attribute(element, "level");
    long line = xmlGetLineNo(element);

    *entry = (struct entry){
        .code = node_attribute(element, "code"),
        .zh = child_text(element, "zh"), .en = child_text(element, "en"),
        .basis = child_text(element, "basis") };
    entry->origin = (struct expression_origin){ path,
        entry->code ? entry->code : "?", line };

    const char *missing = !entry->code ? "code"
        : !level || !level_parse(level, &entry->level) ? "level"
        : !*entry->zh ? "zh" : !*entry->en ? "en" : NULL;
    if (missing)
        report(path, line, entry->code, missing, findings);
    return !missing;
}

const char *entry_attribute(const struct entry *entry, xmlNodePtr element,
    const char *name, struct findings *findings)
{
    const char *value = node_attribute(element, name);

    if (!value)
        report(entry->origin.path, entry->origin.line, entry->code, name,
            findings);
    return value;
}
