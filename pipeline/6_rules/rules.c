#include "6_rules/rules.h"

#include <stdlib.h>
#include <string.h>

#include "3_transform/submission.h"
#include "4_formulas/entry.h"

struct rule {
    struct entry entry;
    struct expression context, test;
    struct expression at;               /* compiled where it is given */
    struct sentence *sentences[LANGUAGE_COUNT];
};

struct rules {
    xmlDocPtr file;
    char *path;
    size_t count;
    struct rule *list;
};

static bool compile(struct expression *expression, const struct rule *rule,
    xmlNodePtr element, const char *name, struct findings *findings)
{
    const char *text = entry_attribute(&rule->entry, element, name, findings);

    return text && expression_compile(expression, text, rule->entry.origin,
        findings);
}

static bool load_rule(struct rule *rule, xmlNodePtr element, const char *path,
    struct findings *findings)
{
    if (!entry_read(&rule->entry, element, path, findings)
        || !compile(&rule->context, rule, element, "context", findings)
        || !compile(&rule->test, rule, element, "test", findings))
        return false;
    if (node_attribute(element, "at")
        && !compile(&rule->at, rule, element, "at", findings))
        return false;

    const char *texts[] = { rule->entry.zh, rule->entry.en };
    for (int k = 0; k < LANGUAGE_COUNT; k++) {
        rule->sentences[k] = sentence_compile(texts[k], rule->entry.origin,
            findings);
        if (!rule->sentences[k])
            return false;
    }
    return true;
}

static bool load_rules(struct rules *rules, const struct resources *resources,
    const char *path, struct findings *findings)
{
    rules->path = strdup(path);
    if (!rules->path) {
        findings_out_of_memory(findings);
        return false;
    }
    rules->file = xml_load(resources, path, findings);
    if (!rules->file)
        return false;

    xmlNodePtr root = xmlDocGetRootElement(rules->file);
    size_t count = xmlChildElementCount(root);
    rules->list = calloc(count + 1, sizeof *rules->list);
    if (!rules->list) {
        findings_out_of_memory(findings);
        return false;
    }
    for (xmlNodePtr element = xmlFirstElementChild(root); element;
        element = xmlNextElementSibling(element))
        if (!load_rule(&rules->list[rules->count++], element, rules->path,
                findings))
            return false;
    return true;
}

struct rules *rules_load(const struct resources *resources, const char *path,
    struct findings *findings)
{
    struct rules *rules = calloc(1, sizeof *rules);

    if (!rules) {
        findings_out_of_memory(findings);
        return NULL;
    }
    if (!load_rules(rules, resources, path, findings)) {
        rules_free(rules);
        return NULL;
    }
    return rules;
}

void rules_free(struct rules *rules)
{
    if (!rules)
        return;
    for (size_t k = 0; k < rules->count; k++) {
        struct rule *rule = &rules->list[k];
        expression_free(&rule->context);
        expression_free(&rule->test);
        expression_free(&rule->at);
        for (int n = 0; n < LANGUAGE_COUNT; n++)
            sentence_free(rule->sentences[n]);
    }
    free(rules->list);
    free(rules->path);
    if (rules->file)
        xmlFreeDoc(rules->file);
    free(rules);
}

static bool holds(const struct rule *rule, struct evaluation *evaluation,
    xmlNodePtr node)
{
    xmlXPathObjectPtr result = expression_evaluate(&rule->test, evaluation,
        node);
    /* One that cannot be evaluated has been reported as such. */
    bool good = !result || xmlXPathCastToBoolean(result);

    xmlXPathFreeObject(result);
    return good;
}

/* The element that a finding is about. */
static xmlNodePtr find_subject(const struct rule *rule,
    struct evaluation *evaluation, xmlNodePtr node)
{
    xmlXPathObjectPtr found = rule->at.compiled
        ? expression_evaluate(&rule->at, evaluation, node) : NULL;

    if (found && found->type == XPATH_NODESET
        && !xmlXPathNodeSetIsEmpty(found->nodesetval))
        node = found->nodesetval->nodeTab[0];
    xmlXPathFreeObject(found);
    return node;
}

static void report(const struct rule *rule, struct evaluation *evaluation,
    xmlNodePtr node, const struct json *json)
{
    struct findings *findings = evaluation->findings;
    const char *src = node_attribute(find_subject(rule, evaluation, node),
        "src");
    struct buffer texts[LANGUAGE_COUNT] = { BUFFER_EMPTY, BUFFER_EMPTY };

    for (int k = 0; k < LANGUAGE_COUNT; k++)
        sentence_write(rule->sentences[k], evaluation, node, &texts[k]);
    if (texts[LANGUAGE_ZH].failed || texts[LANGUAGE_EN].failed)
        findings_out_of_memory(findings);
    else
        findings_add_made(findings, &(struct finding){
            .code = rule->entry.code, .level = rule->entry.level,
            .place = json_place_at(json, src ? src : ""), .pointer = src,
            .text = { buffer_string(&texts[LANGUAGE_ZH]),
                buffer_string(&texts[LANGUAGE_EN]) },
            .basis = rule->entry.basis });
    for (int k = 0; k < LANGUAGE_COUNT; k++)
        buffer_free(&texts[k]);
}

void rules_apply(const struct rules *rules, struct evaluation *evaluation,
    const struct json *json)
{
    xmlNodePtr root = xmlDocGetRootElement(evaluation->context->doc);

    for (size_t k = 0; k < rules->count; k++) {
        const struct rule *rule = &rules->list[k];
        xmlXPathObjectPtr contexts = expression_evaluate(&rule->context,
            evaluation, root);
        xmlNodeSetPtr nodes = contexts && contexts->type == XPATH_NODESET
            ? contexts->nodesetval : NULL;
        for (int n = 0; nodes && n < nodes->nodeNr; n++)
            if (!holds(rule, evaluation, nodes->nodeTab[n]))
                report(rule, evaluation, nodes->nodeTab[n], json);
        xmlXPathFreeObject(contexts);
    }
}
