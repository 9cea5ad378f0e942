#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "3_transform/submission.h"
#include "6_rules/functions.h"
#include "6_rules/rule_list.h"

struct loader {
    struct rules *rules;
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

/* A new element, zeroed, behind the count that there are; NULL without memory.
 * list is the address of a pointer to the elements.  Their room doubles at
 * powers of two. */
static void *add_element(void *list, size_t *count, size_t size,
    struct findings *findings)
{
    char *elements;

    memcpy(&elements, list, sizeof elements);
    if ((*count & (*count - 1)) == 0) {
        elements = realloc(elements, (*count ? *count * 2 : 1) * size);
        if (!elements) {
            findings_out_of_memory(findings);
            return NULL;
        }
        memcpy(list, &elements, sizeof elements);
    }
    return memset(elements + (*count)++ * size, 0, size);
}

#define ADD(loader, list, count) add_element(&(loader)->rules->list, \
    &(loader)->rules->count, sizeof *(loader)->rules->list, (loader)->findings)

/* An attribute of a check that is an expression. */
struct part {
    const char *name;
    size_t offset;              /* in struct rule_check */
    bool must;
    bool (*compile)(struct expression *expression, const char *text,
        struct expression_origin origin, struct findings *findings);
};

static bool compile(struct loader *loader, const struct part *part,
    struct rule_check *check, const struct columns *columns,
    const char *text)
{
    struct expression *expression = (struct expression *)
        ((char *)check + part->offset);
    char *full = columns_put(columns, text);
    bool good = full && part->compile(expression, full, check->entry.origin,
        loader->findings);

    if (!full)
        findings_out_of_memory(loader->findings);
    free(full);
    return good;
}

static bool compile_sentence(struct loader *loader, struct rule_check *check,
    const struct columns *columns, enum language language)
{
    char *full = columns_put(columns, check->entry.text[language]);

    if (full)
        check->sentences[language] = sentence_compile(full,
            check->entry.origin, loader->findings);
    else
        findings_out_of_memory(loader->findings);
    free(full);
    return check->sentences[language] != NULL;
}

/* One check of a column, at the end of the list. */
static bool load_column(struct loader *loader, xmlNodePtr element,
    const struct entry *entry, const struct columns *columns)
{
    const struct part parts[] = {
        { "context", offsetof(struct rule_check, context), true,
            expression_compile },
        { "test", offsetof(struct rule_check, test), true,
            expression_compile_filter },
        { "at", offsetof(struct rule_check, at), false, expression_compile },
        { "expected", offsetof(struct rule_check, expected), false,
            expression_compile },
    };
    struct rule_check *check = ADD(loader, checks, check_count);

    if (!check)
        return false;
    check->entry = *entry;
    check->after = node_attribute(element, "after");
    for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
        const char *text = parts[k].must
            ? entry_attribute(entry, element, parts[k].name, loader->findings)
            : node_attribute(element, parts[k].name);
        if (text ? !compile(loader, &parts[k], check, columns, text)
            : parts[k].must)
            return false;
    }
    return direct_read(&check->direct, &check->test, loader->findings)
        && compile_sentence(loader, check, columns, LANGUAGE_ZH)
        && compile_sentence(loader, check, columns, LANGUAGE_EN);
}

static bool load_check(struct loader *loader, xmlNodePtr element,
    const char *code)
{
    struct columns columns = columns_of(element);
    struct entry entry;
    bool good = entry_read(&entry, element, loader->path, code,
        loader->findings);

    while (good && columns_step(&columns))
        good = load_column(loader, element, &entry, &columns);
    return good;
}

static bool is_named(xmlNodePtr element, const char *name)
{
    return strcmp((const char *)element->name, name) == 0;
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
    struct rule_parameter *parameter = value
        ? add_element(&rule->parameters, &rule->parameter_count,
            sizeof *parameter, loader->findings) : NULL;

    if (!parameter)
        return false;
    parameter->name = name;
    memcpy(parameter->text, entry.text, sizeof parameter->text);
    parameter->value = strdup(value);
    if (!parameter->value)
        findings_out_of_memory(loader->findings);
    return parameter->value != NULL;
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

/* What the element itself says of the rule; NULL, or what is missing. */
static const char *read_rule(struct rule *rule, xmlNodePtr element,
    const struct entry *entry)
{
    const char *level = node_attribute(element, "level");
    const char *kind = node_attribute(element, "kind");
    xmlNodePtr reason = node_child(element, "reason");

    rule->code = entry->origin.code;
    memcpy(rule->title, entry->text, sizeof rule->title);
    rule->basis = entry_child_text(element, "basis");
    rule->passes = entry_child_text(element, "passes");
    rule->fails = entry_child_text(element, "fails");
    rule->reason[LANGUAGE_ZH] = reason ? entry_child_text(reason, "zh") : "";
    rule->reason[LANGUAGE_EN] = reason ? entry_child_text(reason, "en") : "";
    if (!level || !level_parse(level, &rule->level))
        return "level";
    if (kind && !find_kind(kind, &rule->kind))
        return "kind";
    if (rule->kind >= RULE_CONSTRUCTED
        && (!*rule->reason[LANGUAGE_ZH] || !*rule->reason[LANGUAGE_EN]))
        return "reason";
    return *rule->basis ? NULL : "basis";
}

static bool load_rule_parts(struct loader *loader, size_t index,
    xmlNodePtr element)
{
    bool good = true;

    for (xmlNodePtr child = xmlFirstElementChild(element); good && child;
        child = xmlNextElementSibling(child)) {
        struct rule *rule = &loader->rules->list[index];
        if (is_named(child, "parameter"))
            good = load_parameter(loader, rule, child);
        else if (is_named(child, "check"))
            good = load_check(loader, child, rule->code);
    }
    return good;
}

static bool load_rule(struct loader *loader, xmlNodePtr element)
{
    struct rules *rules = loader->rules;
    struct entry entry;

    if (!entry_read(&entry, element, loader->path, NULL, loader->findings))
        return false;
    const char *wrong = rules_find(rules, entry.origin.code) ? "code" : NULL;
    size_t index = rules->count;
    struct rule *rule = wrong ? NULL : ADD(loader, list, count);
    if (rule) {
        rule->first_check = rules->check_count;
        wrong = read_rule(rule, element, &entry);
    }
    if (!wrong && rule && !load_rule_parts(loader, index, element))
        return false;
    if (!wrong && rule) {
        rule->check_count = rules->check_count - rule->first_check;
        if (rule->kind == RULE_CHECK && rule->check_count == 0)
            wrong = "check";
    }
    if (wrong)
        entry_reject(&entry, wrong, loader->findings);
    return rule && !wrong;
}

static bool load_set(struct loader *loader, xmlNodePtr element)
{
    struct entry entry = { .origin = { loader->path, "set",
        xmlGetLineNo(element) } };
    const char *name = entry_attribute(&entry, element, "name",
        loader->findings);
    const char *select = name ? entry_attribute(&entry, element, "select",
        loader->findings) : NULL;
    struct rule_set *set = select ? ADD(loader, sets, set_count) : NULL;

    if (!set)
        return false;
    set->name = name;
    return expression_compile(&set->select, select, entry.origin,
        loader->findings);
}

static bool change_parameters(struct loader *loader, const char *code,
    xmlNodePtr element, const struct entry *entry)
{
    for (xmlNodePtr child = xmlFirstElementChild(element); child;
        child = xmlNextElementSibling(child)) {
        const char *name = entry_attribute(entry, child, "name",
            loader->findings);
        const char *value = name ? entry_attribute(entry, child, "value",
            loader->findings) : NULL;
        if (!value || !rules_set_parameter(loader->rules, code, name, value,
                loader->findings))
            return false;
    }
    return true;
}

static bool load_change(struct loader *loader, xmlNodePtr element)
{
    const char *code = node_attribute(element, "code");
    const char *name = node_attribute(element, "level");
    const char *disabled = node_attribute(element, "disabled");
    struct entry entry = { .origin = { loader->path, code ? code : "?",
        xmlGetLineNo(element) } };
    enum level level;

    if (!entry_attribute(&entry, element, "code", loader->findings))
        return false;
    if (name && !level_parse(name, &level)) {
        entry_reject(&entry, "level", loader->findings);
        return false;
    }
    return (!name || rules_set_level(loader->rules, code, level,
            loader->findings))
        && (!disabled || strcmp(disabled, "yes") != 0
            || rules_disable(loader->rules, code, loader->findings))
        && change_parameters(loader, code, element, &entry);
}

static bool load_file(struct loader *loader, const char *path);

static bool load_include(struct loader *loader, xmlNodePtr element)
{
    struct loader inner = *loader;
    struct entry entry = { .origin = { loader->path, "include",
        xmlGetLineNo(element) } };
    const char *path = entry_attribute(&entry, element, "path",
        loader->findings);

    if (path && ++inner.depth > INCLUDE_DEPTH_MAX) {
        entry_reject(&entry, "path", loader->findings);
        return false;
    }
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

static bool load_element(struct loader *loader, xmlNodePtr element)
{
    struct entry entry = { .origin = { loader->path,
        (const char *)element->name, xmlGetLineNo(element) } };

    for (size_t k = 0; k < sizeof elements / sizeof *elements; k++)
        if (is_named(element, elements[k].name))
            return elements[k].load(loader, element);
    entry_reject(&entry, "include|set|rule|change", loader->findings);
    return false;
}

static bool load_file(struct loader *loader, const char *path)
{
    struct rule_file *file = ADD(loader, files, file_count);

    if (!file)
        return false;
    file->path = strdup(path);
    loader->path = file->path;
    if (!file->path) {
        findings_out_of_memory(loader->findings);
        return false;
    }
    file->doc = xml_load(loader->resources, path, loader->findings);
    bool good = file->doc != NULL;
    xmlNodePtr element = good
        ? xmlFirstElementChild(xmlDocGetRootElement(file->doc)) : NULL;
    for (; good && element; element = xmlNextElementSibling(element))
        good = load_element(loader, element);
    return good;
}

/* What expressions are checked against: the names that a run will have, and
 * no data. */
struct scope {
    struct evaluation evaluation;
    struct related *related;
    xmlDocPtr empty;
};

static bool scope_begin(struct scope *scope, const struct rules *rules,
    struct findings *findings)
{
    static const struct print_style style = {0};

    *scope = (struct scope){ .empty = submission_new() };
    scope->related = scope->empty ? related_new(scope->empty) : NULL;
    if (!scope->related || !evaluation_begin(&scope->evaluation, scope->empty,
            &style, findings))
        return false;
    xmlXPathContextPtr context = scope->evaluation.context;
    bool good = functions_register(context, scope->related)
        && functions_set_variable(context, PREVIOUS_VARIABLE, "");
    for (size_t k = 0; good && k < rules->set_count; k++)
        good = functions_set_variable(context, rules->sets[k].name, "");
    return good;
}

static void scope_end(struct scope *scope)
{
    evaluation_end(&scope->evaluation);
    related_free(scope->related);
    submission_free(scope->empty);
}

static bool check_names_of_rule(const struct rules *rules,
    const struct rule *rule, xmlXPathContextPtr scope,
    struct findings *findings)
{
    bool good = true;

    for (size_t k = 0; k < rule->parameter_count; k++)
        if (!functions_set_variable(scope, rule->parameters[k].name, ""))
            findings_out_of_memory(findings);
    for (size_t k = 0; k < rule->check_count; k++) {
        const struct rule_check *check = &rules->checks[rule->first_check + k];
        const struct expression *parts[] = { &check->context, &check->test,
            &check->at, &check->expected };
        for (size_t n = 0; n < sizeof parts / sizeof *parts; n++)
            good = (!parts[n]->compiled
                || expression_check(parts[n], scope, findings)) && good;
        for (int n = 0; n < LANGUAGE_COUNT; n++)
            good = sentence_check(check->sentences[n], scope, findings)
                && good;
    }
    for (size_t k = 0; k < rule->parameter_count; k++)
        functions_clear_variable(scope, rule->parameters[k].name);
    return good;
}

/* Functions and variables that do not exist, before any data meets them. */
static bool check_names(const struct rules *rules, struct findings *findings)
{
    struct scope scope;
    bool ready = scope_begin(&scope, rules, findings);
    bool good = ready;

    if (!ready)
        findings_out_of_memory(findings);
    for (size_t k = 0; ready && k < rules->set_count; k++)
        good = expression_check(&rules->sets[k].select,
            scope.evaluation.context, findings) && good;
    for (size_t k = 0; ready && k < rules->count; k++)
        good = check_names_of_rule(rules, &rules->list[k],
            scope.evaluation.context, findings) && good;
    scope_end(&scope);
    return good;
}

static bool has_formula(const struct formulas *formulas, const char *code)
{
    for (size_t k = 0; k < formulas_count(formulas); k++) {
        const char *other = formulas_code(formulas, k);
        if (other && strcmp(other, code) == 0)
            return true;
    }
    return false;
}

static void reject_code(const struct rules *rules, const char *code,
    const char *what, struct findings *findings)
{
    const struct entry entry = { .origin = { rules->files[0].path, code, 0 } };

    entry_reject(&entry, what, findings);
}

/* Every formula that compares has its rule, and the other way round. */
static bool check_formulas(const struct rules *rules,
    const struct formulas *formulas, struct findings *findings)
{
    bool good = true;

    for (size_t k = 0; k < rules->count; k++) {
        const struct rule *rule = &rules->list[k];
        if (rule->kind == RULE_FORMULA && !has_formula(formulas, rule->code)) {
            reject_code(rules, rule->code, "formula", findings);
            good = false;
        }
    }
    for (size_t k = 0; k < formulas_count(formulas); k++) {
        const char *code = formulas_code(formulas, k);
        const struct rule *rule = code ? rules_find(rules, code) : NULL;
        if (code && (!rule || rule->kind != RULE_FORMULA)) {
            reject_code(rules, code, "rule kind=\"formula\"", findings);
            good = false;
        }
    }
    return good;
}

struct rules *rules_load(const struct resources *resources, const char *path,
    const struct formulas *formulas, struct findings *findings)
{
    struct rules *rules = calloc(1, sizeof *rules);
    struct loader loader = { .rules = rules, .resources = resources,
        .findings = findings };

    if (!rules) {
        findings_out_of_memory(findings);
        return NULL;
    }
    if (!load_file(&loader, path) || !check_names(rules, findings)
        || !check_formulas(rules, formulas, findings)) {
        rules_free(rules);
        return NULL;
    }
    return rules;
}

static void free_check(struct rule_check *check)
{
    expression_free(&check->context);
    expression_free(&check->test);
    expression_free(&check->at);
    expression_free(&check->expected);
    direct_free(&check->direct);
    for (int k = 0; k < LANGUAGE_COUNT; k++)
        sentence_free(check->sentences[k]);
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
        free_check(&rules->checks[k]);
    for (size_t k = 0; k < rules->count; k++)
        free_rule(&rules->list[k]);
    for (size_t k = 0; k < rules->set_count; k++)
        expression_free(&rules->sets[k].select);
    for (size_t k = 0; k < rules->file_count; k++) {
        if (rules->files[k].doc)
            xmlFreeDoc(rules->files[k].doc);
        free(rules->files[k].path);
    }
    free(rules->checks);
    free(rules->list);
    free(rules->sets);
    free(rules->files);
    free(rules);
}
