/* Reads a rule of a file: its attributes and texts, parameters and checks. */

#include "6_rules/rules_loader.h"

#include <string.h>

#include "0_base/xml.h"
#include "3_transform/submission.h"

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

/* One check of a column, at the end of the list. */
static bool load_column(struct loader *loader, xmlNodePtr element,
    const struct entry *entry, const struct columns *columns,
    enum level most)
{
    struct rules *rules = loader->rules;
    struct rule_check *checks = loader_room(loader, rules->checks,
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
        return loader_refuse(loader, &entry, LEVELS_ALLOWED);
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
        return loader_refuse_again(loader, &entry, name);
    struct rule_parameter *list = loader_room(loader, rule->parameters,
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
        return loader_refuse(loader, &entry, parameter->from ? "to" : "from");
    if (!rule_parameter_takes(parameter, value))
        return loader_refuse(loader, &entry, "value");
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
static const char *read_attributes(struct rule *rule, xmlNodePtr element,
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
        return LEVELS_ALLOWED;
    rule->usual_level = rule->level;
    if (kind && !find_kind(kind, &rule->kind))
        return KINDS_ALLOWED;
    if (rule->kind >= RULE_CONSTRUCTED
        && (!*rule->reason[LANGUAGE_ZH] || !*rule->reason[LANGUAGE_EN]))
        return "reason";
    return *rule->basis ? NULL : "basis";
}

/* The elements in a rule.  Those without a function are read by
 * read_attributes(). */
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
            || loader_refuse_again(loader, &entry, rule_parts[k].name);
    }
    return loader_refuse(loader, &entry, (const char *)element->name);
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

bool rule_read(struct loader *loader, xmlNodePtr element)
{
    struct entry entry;

    if (!entry_read(&entry, element, loader->path, NULL, loader->findings))
        return false;
    if (rules_find(loader->rules, entry.origin.code))
        return loader_refuse_again(loader, &entry, "code");
    struct rules *rules = loader->rules;
    struct rule *list = loader_room(loader, rules->list, rules->count,
        &rules->room, sizeof *list);
    if (!list)
        return false;
    rules->list = list;
    if (!index_code(loader, entry.origin.code))
        return false;
    struct rule *rule = &list[rules->count++];
    *rule = (struct rule){ .code = NULL };
    const char *wrong = read_attributes(rule, element, &entry);
    if (wrong)
        return loader_refuse(loader, &entry, wrong);
    if (!load_rule_parts(loader, rule, element))
        return false;
    if (rule->check_count ? rule->kind >= RULE_CONSTRUCTED
        : rule->kind == RULE_CHECK)
        return loader_refuse(loader, &entry, "check");
    return true;
}
