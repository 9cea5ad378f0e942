/* Loads rules from their files, and finds what is wrong in these. */

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "0_base/xml.h"
#include "3_transform/submission.h"
#include "6_rules/related/text_memory.h"
#include "6_rules/rule_list.h"
#include "6_rules/text/spans.h"

struct loader {
    struct rules *rules;
    const struct formulas *formulas;
    const struct resources *resources;
    struct findings *findings;
    const char *path;           /* of the file being read */
    int depth;                  /* of inclusion */
};

static const char *const kind_names[RULE_KIND_COUNT] = {
    [RULE_CHECK] = "check",
    [RULE_FORMULA] = "formula",
    [RULE_CONSTRUCTED] = "constructed",
    [RULE_UNDECIDED] = "undecided",
};

const char *rule_kind_word(enum rule_kind kind)
{
    return kind_names[kind];
}

/* Room for one more of a list; NULL, with a finding, without memory. */
static void *make_room(const struct loader *loader, void *list, size_t count,
    size_t *room, size_t size)
{
    void *roomy = list_room(list, count, room, size);

    if (!roomy)
        findings_out_of_memory(loader->findings);
    return roomy;
}

static bool refuse(const struct loader *loader, const struct entry *entry,
    const char *what)
{
    entry_reject(entry, what, loader->findings);
    return false;
}

static bool refuse_again(const struct loader *loader,
    const struct entry *entry, const char *what)
{
    entry_refuse_again(entry, what, loader->findings);
    return false;
}

/* One check of a column, at the end of the list. */
static bool load_column(struct loader *loader, xmlNodePtr element,
    const struct entry *entry, const struct columns *columns,
    enum level most)
{
    struct rules *rules = loader->rules;
    struct rule_check *checks = make_room(loader, rules->checks,
        rules->check_count, &rules->check_room, sizeof *checks);

    if (!checks)
        return false;
    rules->checks = checks;
    struct rule_check *check = &checks[rules->check_count++];
    *check = (struct rule_check){ .most = most };
    return rule_check_load(check, element, entry, columns, loader->findings);
}

static bool load_check(struct loader *loader, struct rule *rule,
    xmlNodePtr element)
{
    struct columns columns = columns_of(element);
    const char *level = node_attribute(element, "level");
    enum level most = LEVEL_ERROR;
    struct entry entry;
    bool good = entry_read(&entry, element, loader->path, rule->code,
        loader->findings);

    if (good && level && !level_parse(level, &most))
        return refuse(loader, &entry, "level");
    while (good && columns_step(&columns))
        good = load_column(loader, element, &entry, &columns, most);
    return good;
}

static bool load_parameter(struct loader *loader, struct rule *rule,
    xmlNodePtr element)
{
    struct entry entry;
    bool good = entry_read(&entry, element, loader->path, rule->code,
        loader->findings);
    const char *name = good ? entry_attribute(&entry, element, "name",
        loader->findings) : NULL;
    const char *value = name ? entry_attribute(&entry, element, "value",
        loader->findings) : NULL;

    if (!value)
        return false;
    if (rule_parameter(rule, name))
        return refuse_again(loader, &entry, name);
    struct rule_parameter *list = make_room(loader, rule->parameters,
        rule->parameter_count, &rule->parameter_room, sizeof *list);
    if (!list)
        return false;
    rule->parameters = list;
    struct rule_parameter *parameter = &list[rule->parameter_count++];
    *parameter = (struct rule_parameter){ .name = name, .usual = value,
        .choices = node_attribute(element, "choices"),
        .pairs = node_attribute(element, "pairs"),
        .from = node_attribute(element, "from"),
        .to = node_attribute(element, "to") };
    memcpy(parameter->text, entry.text, sizeof parameter->text);
    if (!parameter->from != !parameter->to)
        return refuse(loader, &entry, parameter->from ? "to" : "from");
    if (!rule_parameter_takes(parameter, value))
        return refuse(loader, &entry, "value");
    return rule_parameter_set(parameter, value, loader->findings);
}

static bool find_kind(const char *name, enum rule_kind *kind)
{
    for (int k = 0; k < RULE_KIND_COUNT; k++) {
        if (strcmp(kind_names[k], name) == 0) {
            *kind = (enum rule_kind)k;
            return true;
        }
    }
    return false;
}

/* Reads the attributes of a rule; NULL, or what is wrong with them. */
static const char *read_rule(struct rule *rule, xmlNodePtr element,
    const struct entry *entry)
{
    const char *level = node_attribute(element, "level");
    const char *kind = node_attribute(element, "kind");
    xmlNodePtr reason = node_child(element, "reason");

    rule->code = entry->origin.code;
    rule->path = entry->origin.path;
    rule->line = entry->origin.line;
    memcpy(rule->title, entry->text, sizeof rule->title);
    rule->basis = entry_child_text(element, "basis");
    rule->passes = entry_child_text(element, "passes");
    rule->fails = entry_child_text(element, "fails");
    rule->reason[LANGUAGE_ZH] = reason ? entry_child_text(reason, "zh") : "";
    rule->reason[LANGUAGE_EN] = reason ? entry_child_text(reason, "en") : "";
    if (!level || !level_parse(level, &rule->level))
        return "level";
    rule->usual_level = rule->level;
    if (kind && !find_kind(kind, &rule->kind))
        return "kind";
    if (rule->kind >= RULE_CONSTRUCTED
        && (!*rule->reason[LANGUAGE_ZH] || !*rule->reason[LANGUAGE_EN]))
        return "reason";
    return *rule->basis ? NULL : "basis";
}

/* The elements in a rule.  Those without a function are read by read_rule(). */
static const struct {
    const char *name;
    bool (*load)(struct loader *loader, struct rule *rule,
        xmlNodePtr element);
} rule_parts[] = {
    { "zh", NULL }, { "en", NULL }, { "basis", NULL }, { "reason", NULL },
    { "passes", NULL }, { "fails", NULL },
    { "parameter", load_parameter }, { "check", load_check },
};

static bool load_rule_part(struct loader *loader, struct rule *rule,
    xmlNodePtr element)
{
    const struct entry entry = { .origin = { loader->path, rule->code,
        xmlGetLineNo(element) } };

    for (size_t k = 0; k < sizeof rule_parts / sizeof *rule_parts; k++) {
        if (!xml_is(element, rule_parts[k].name))
            continue;
        if (rule_parts[k].load)
            return rule_parts[k].load(loader, rule, element);
        return !entry_is_again(element, NULL)
            || refuse_again(loader, &entry, rule_parts[k].name);
    }
    return refuse(loader, &entry, (const char *)element->name);
}

static bool load_rule_parts(struct loader *loader, struct rule *rule,
    xmlNodePtr element)
{
    bool good = true;

    rule->first_check = loader->rules->check_count;
    for (xmlNodePtr child = xmlFirstElementChild(element); good && child;
        child = xmlNextElementSibling(child))
        good = load_rule_part(loader, rule, child);
    rule->check_count = loader->rules->check_count - rule->first_check;
    return good;
}

/* Of the rule that is added next. */
static bool index_code(const struct loader *loader, const char *code)
{
    uint32_t place;

    if (id_map_add(&loader->rules->codes, id_map_text(code, strlen(code)),
            &place))
        return true;
    findings_out_of_memory(loader->findings);
    return false;
}

static bool load_rule(struct loader *loader, xmlNodePtr element)
{
    struct entry entry;

    if (!entry_read(&entry, element, loader->path, NULL, loader->findings))
        return false;
    if (rules_find(loader->rules, entry.origin.code))
        return refuse_again(loader, &entry, "code");
    struct rules *rules = loader->rules;
    struct rule *list = make_room(loader, rules->list, rules->count,
        &rules->room, sizeof *list);
    if (!list)
        return false;
    rules->list = list;
    if (!index_code(loader, entry.origin.code))
        return false;
    struct rule *rule = &list[rules->count++];
    *rule = (struct rule){ .code = NULL };
    const char *wrong = read_rule(rule, element, &entry);
    if (wrong)
        return refuse(loader, &entry, wrong);
    if (!load_rule_parts(loader, rule, element))
        return false;
    if (rule->check_count ? rule->kind >= RULE_CONSTRUCTED
        : rule->kind == RULE_CHECK)
        return refuse(loader, &entry, "check");
    return true;
}

/* No two sets have one name, whether formulas name them or rules do. */
static bool load_set(struct loader *loader, xmlNodePtr element)
{
    const struct entry entry = { .origin = { loader->path, "set",
        xmlGetLineNo(element) } };
    const char *name = node_attribute(element, "name");

    if (name && sets_have(formulas_sets(loader->formulas), name))
        return refuse_again(loader, &entry, name);
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
        return refuse(loader, &entry, "parameter");
    if (entry_is_again(element, "name"))
        return refuse_again(loader, &entry, name);
    if (!rule_parameter_takes(parameter, value))
        return refuse(loader, &entry, "value");
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
        return refuse(loader, &entry, "code");
    if (level && !level_parse(level, &rule->level))
        return refuse(loader, &entry, "level");
    if (disabled && strcmp(disabled, "yes") != 0
        && strcmp(disabled, "no") != 0)
        return refuse(loader, &entry, "disabled");
    if (disabled)
        rule->disabled = strcmp(disabled, "yes") == 0;
    for (xmlNodePtr child = xmlFirstElementChild(element); good && child;
        child = xmlNextElementSibling(child))
        good = change_parameter(loader, rule, child);
    return good;
}

static bool load_file(struct loader *loader, const char *path);

static bool load_include(struct loader *loader, xmlNodePtr element)
{
    struct loader inner = *loader;
    struct entry entry = { .origin = { loader->path, "include",
        xmlGetLineNo(element) } };
    const char *path = entry_attribute(&entry, element, "path",
        loader->findings);

    if (path && ++inner.depth > INCLUDE_DEPTH_MAX)
        return refuse(loader, &entry, "path");
    return path && load_file(&inner, path);
}

static const struct {
    const char *name;
    bool (*load)(struct loader *loader, xmlNodePtr element);
} elements[] = {
    { "include", load_include },
    { "set", load_set },
    { "rule", load_rule },
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
            return refuse(loader, &entry, (const char *)at->name);
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
    return refuse(loader, &entry, "include|set|rule|change");
}

static bool load_file(struct loader *loader, const char *path)
{
    struct rules *rules = loader->rules;
    struct rule_file *files = make_room(loader, rules->files,
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
        || !rules_verify(rules, formulas, findings)) {
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
