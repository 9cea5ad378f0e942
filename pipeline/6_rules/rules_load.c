/* Loads rules from their files, and finds what is wrong in these. */

#include <stdlib.h>
#include <string.h>

#include "0_base/xml.h"
#include "3_transform/submission.h"
#include "6_rules/related/text_memory.h"
#include "6_rules/rules_loader.h"
#include "6_rules/text/spans.h"

/* No two sets have one name, whether formulas name them or rules do. */
static bool load_set(struct loader *loader, xmlNodePtr element)
{
    const struct entry entry = { .origin = { loader->path, "set",
        xmlGetLineNo(element) } };
    const char *name = node_attribute(element, "name");

    if (name && sets_have(formulas_sets(loader->formulas), name))
        return loader_refuse_again(loader, &entry, name);
    return sets_add(&loader->rules->sets, element, loader->path,
        loader->findings);
}

/* The value that a <change> gives to one of the rule's parameters. */
static bool change_parameter(struct loader *loader, struct rule *rule,
    xmlNodePtr element)
{
    const struct entry entry = { .origin = { loader->path, rule->code,
        xmlGetLineNo(element) } };
    const char *name = entry_attribute(&entry, element, "name",
        loader->findings);
    const char *value = name ? entry_attribute(&entry, element, "value",
        loader->findings) : NULL;

    if (!value)
        return false;
    struct rule_parameter *parameter = rule_parameter(rule, name);
    if (!parameter || !xml_is(element, "parameter"))
        return loader_refuse(loader, &entry, "parameter");
    if (entry_is_again(element, "name"))
        return loader_refuse_again(loader, &entry, name);
    if (!rule_parameter_takes(parameter, value))
        return loader_refuse(loader, &entry, "value");
    return rule_parameter_set(parameter, value, loader->findings);
}

static bool load_change(struct loader *loader, xmlNodePtr element)
{
    const char *code = node_attribute(element, "code");
    const char *level = node_attribute(element, "level");
    const char *disabled = node_attribute(element, "disabled");
    const struct entry entry = { .origin = { loader->path, code ? code : "?",
        xmlGetLineNo(element) } };
    struct rule *rule = code ? rules_changeable(loader->rules, code) : NULL;
    bool good = true;

    if (!rule)
        return loader_refuse(loader, &entry, "code");
    if (level && !level_parse(level, &rule->level))
        return loader_refuse(loader, &entry, LEVELS_ALLOWED);
    if (disabled && strcmp(disabled, "yes") != 0
        && strcmp(disabled, "no") != 0)
        return loader_refuse(loader, &entry, DISABLED_ALLOWED);
    if (disabled)
        rule->disabled = strcmp(disabled, "yes") == 0;
    for (xmlNodePtr child = xmlFirstElementChild(element); good && child;
        child = xmlNextElementSibling(child))
        good = change_parameter(loader, rule, child);
    return good;
}

static bool load_file(struct loader *loader, const char *path);

/* From where the file stands that includes it, so that the copy of an edition
 * includes its own; another edition's from the top. */
static char *included_path(const char *from, const char *path)
{
    static const char top[] = "schemas/";
    const char *slash = strrchr(from, '/');
    struct buffer whole = BUFFER_EMPTY;

    if (slash && strncmp(path, top, sizeof top - 1) != 0)
        buffer_add(&whole, from, (size_t)(slash + 1 - from));
    buffer_add_string(&whole, path);
    return buffer_take(&whole);
}

static bool load_include(struct loader *loader, xmlNodePtr element)
{
    struct loader inner = *loader;
    struct entry entry = { .origin = { loader->path, "include",
        xmlGetLineNo(element) } };
    const char *path = entry_attribute(&entry, element, "path",
        loader->findings);

    if (path && ++inner.depth > INCLUDE_DEPTH_MAX)
        return loader_refuse(loader, &entry, "path");
    char *whole = path ? included_path(loader->path, path) : NULL;
    bool good = whole && load_file(&inner, whole);
    if (path && !whole)
        findings_out_of_memory(loader->findings);
    free(whole);
    return good;
}

static const struct {
    const char *name;
    bool (*load)(struct loader *loader, xmlNodePtr element);
} elements[] = {
    { "include", load_include },
    { "set", load_set },
    { "rule", rule_read },
    { "change", load_change },
};

/* The attributes of elements that have any. */
static const struct {
    const char *element, *attributes;
} known_attributes[] = {
    { "include", "path" },
    { "rule", "code level kind" },
    { "parameter", "name value choices pairs from to" },
    { "check", "context test function with also below unless at beside cells "
        "sign expected after said columns level" },
    { "change", "code level disabled" },
};

static bool has_attribute(xmlNodePtr element, xmlAttrPtr attribute)
{
    const char *name = (const char *)attribute->name;

    for (size_t k = 0;
        k < sizeof known_attributes / sizeof *known_attributes; k++)
        if (xml_is(element, known_attributes[k].element))
            return text_words_have(known_attributes[k].attributes,
                (struct text_span){ name, strlen(name) });
    return true;
}

/* Finds attributes that are misspelt; they would have no effect otherwise. */
static bool verify_attributes(struct loader *loader, const char *code,
    xmlNodePtr element)
{
    const struct entry entry = { .origin = { loader->path, code,
        xmlGetLineNo(element) } };
    bool good = true;

    for (xmlAttrPtr at = element->properties; at; at = at->next)
        if (!has_attribute(element, at))
            return loader_refuse(loader, &entry, (const char *)at->name);
    for (xmlNodePtr child = xmlFirstElementChild(element); good && child;
        child = xmlNextElementSibling(child))
        good = verify_attributes(loader, code, child);
    return good;
}

static bool load_element(struct loader *loader, xmlNodePtr element)
{
    const char *code = node_attribute(element, "code");
    struct entry entry = { .origin = { loader->path,
        code ? code : (const char *)element->name, xmlGetLineNo(element) } };

    if (!verify_attributes(loader, entry.origin.code, element))
        return false;
    for (size_t k = 0; k < sizeof elements / sizeof *elements; k++)
        if (xml_is(element, elements[k].name))
            return elements[k].load(loader, element);
    return loader_refuse(loader, &entry, "include|set|rule|change");
}

static bool load_file(struct loader *loader, const char *path)
{
    struct rules *rules = loader->rules;
    struct rule_file *files = loader_room(loader, rules->files,
        rules->file_count, &rules->file_room, sizeof *files);

    if (!files)
        return false;
    rules->files = files;
    struct rule_file *file = &files[rules->file_count++];
    *file = (struct rule_file){ .doc = NULL };
    file->path = strdup(path);
    loader->path = file->path;
    if (!file->path) {
        findings_out_of_memory(loader->findings);
        return false;
    }
    file->doc = xml_load(loader->resources, path, loader->findings);
    bool good = file->doc != NULL;
    xmlNodePtr element = good ? entry_first(file->doc, "rules", path,
        loader->findings, &good) : NULL;
    for (; good && element; element = xmlNextElementSibling(element))
        good = load_element(loader, element);
    return good;
}

struct rules *rules_load(const struct resources *resources, const char *path,
    const struct formulas *formulas, const struct lexicon *lexicon,
    struct findings *findings)
{
    struct rules *rules = calloc(1, sizeof *rules);
    struct loader loader = { .rules = rules, .formulas = formulas,
        .resources = resources, .findings = findings };

    if (!rules) {
        findings_out_of_memory(findings);
        return NULL;
    }
    rules->lexicon = lexicon;
    if (!load_file(&loader, path)
        || !rules_verify(rules, formulas, NULL, NULL, findings)) {
        rules_free(rules);
        return NULL;
    }
    return rules;
}

static void free_rule(struct rule *rule)
{
    for (size_t k = 0; k < rule->parameter_count; k++)
        free(rule->parameters[k].value);
    free(rule->parameters);
}

void rules_free(struct rules *rules)
{
    if (!rules)
        return;
    for (size_t k = 0; k < rules->check_count; k++)
        rule_check_free(&rules->checks[k]);
    for (size_t k = 0; k < rules->count; k++)
        free_rule(&rules->list[k]);
    for (size_t k = 0; k < rules->file_count; k++) {
        if (rules->files[k].doc)
            xmlFreeDoc(rules->files[k].doc);
        free(rules->files[k].path);
    }
    free(rules->checks);
    free(rules->list);
    id_map_free(&rules->codes);
    sets_free(&rules->sets);
    text_memory_free(rules->memory);
    free(rules->files);
    free(rules);
}
