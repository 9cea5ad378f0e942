/* Rules as options and editions change them: switched off, of another level,
 * with other parameters. */

#include <stdlib.h>
#include <string.h>

#include "0_base/catalogue.h"
#include "0_base/listed.h"
#include "0_base/nearest.h"
#include "6_rules/rule_list.h"
#include "6_rules/text/spans.h"

/* The rule of that code, or the finding. */
static struct rule *find_changeable(struct rules *rules, const char *code,
    struct findings *findings)
{
    struct nearest nearest = nearest_to(code, strlen(code));
    struct rule *rule = rules_changeable(rules, code);
    const struct rule *fixed = rules_find(rules, code);

    if (rule)
        return rule;
    for (size_t k = 0; !fixed && k < rules->count; k++)
        nearest_try(&nearest, rules->list[k].code);
    findings_add(findings, fixed ? CATALOGUE_RULE_FIXED
        : catalogue_find(code) ? CATALOGUE_RULE_OF_PROGRAM
        : nearest.name ? CATALOGUE_RULE_MISSPELT : CATALOGUE_RULE_UNKNOWN,
        (struct place){ 0, 0 }, NULL, "code", code,
        "nearest", nearest.name ? nearest.name : "", NULL);
    return NULL;
}

bool rules_disable(struct rules *rules, const char *code,
    struct findings *findings)
{
    struct rule *rule = find_changeable(rules, code, findings);

    if (rule)
        rule->disabled = true;
    return rule != NULL;
}

bool rules_set_level(struct rules *rules, const char *code, enum level level,
    struct findings *findings)
{
    struct rule *rule = find_changeable(rules, code, findings);

    if (rule)
        rule->level = level;
    return rule != NULL;
}

static void report_parameter(const struct rule *rule, const char *name,
    struct findings *findings)
{
    struct buffer known = BUFFER_EMPTY;

    for (size_t k = 0; k < rule->parameter_count; k++)
        listed_add(&known, rule->parameters[k].name);
    findings_add(findings, rule->parameter_count
        ? CATALOGUE_PARAMETER_UNKNOWN : CATALOGUE_PARAMETER_NONE,
        (struct place){ 0, 0 }, NULL, "code", rule->code, "name", name,
        "known", buffer_string(&known), NULL);
    if (known.failed)
        findings_out_of_memory(findings);
    buffer_free(&known);
}

struct rule_parameter *rule_parameter(const struct rule *rule,
    const char *name)
{
    for (size_t k = 0; k < rule->parameter_count; k++)
        if (strcmp(rule->parameters[k].name, name) == 0)
            return &rule->parameters[k];
    return NULL;
}

static bool read_figure(const char *text, struct decimal *figure)
{
    return *text && decimal_parse(text, strlen(text), figure) == DECIMAL_OK;
}

static bool is_within(struct decimal figure, const char *from, const char *to)
{
    struct decimal least, most;

    return read_figure(from, &least) && read_figure(to, &most)
        && decimal_compare(least, figure) <= 0
        && decimal_compare(figure, most) <= 0;
}

static bool is_figure(const char *value,
    const struct rule_parameter *parameter)
{
    struct decimal figure;

    return read_figure(value, &figure) && (!parameter->from
        || is_within(figure, parameter->from, parameter->to));
}

static bool is_chosen(const char *value, const char *choices)
{
    struct text_span word = { value, 0 };
    size_t count = 0;

    for (; text_word_next(&word); count++)
        if (!text_words_have(choices, word))
            return false;
    return count > 0;
}

bool rule_parameter_takes(const struct rule_parameter *parameter,
    const char *value)
{
    if (parameter->choices)
        return is_chosen(value, parameter->choices);
    if (parameter->pairs)
        return text_words_are_pairs(value, parameter->pairs);
    struct decimal usual;
    return (!parameter->from && !read_figure(parameter->usual, &usual))
        || is_figure(value, parameter);
}

bool rule_parameter_set(struct rule_parameter *parameter, const char *value,
    struct findings *findings)
{
    char *copy = strdup(value);

    if (!copy) {
        findings_out_of_memory(findings);
        return false;
    }
    free(parameter->value);
    parameter->value = copy;
    return true;
}

static void report_value(const char *code,
    const struct rule_parameter *parameter, const char *value,
    struct findings *findings)
{
    findings_add(findings, parameter->choices ? CATALOGUE_PARAMETER_NO_CHOICE
        : parameter->pairs ? CATALOGUE_PARAMETER_NO_PAIRS
        : parameter->from ? CATALOGUE_PARAMETER_OUT_OF_BOUNDS
        : CATALOGUE_PARAMETER_NO_FIGURE,
        (struct place){ 0, 0 }, NULL, "code", code, "name", parameter->name,
        "value", value, "now", parameter->value,
        "choices", parameter->choices ? parameter->choices : "",
        "sign", parameter->pairs ? parameter->pairs : "",
        "from", parameter->from ? parameter->from : "",
        "to", parameter->to ? parameter->to : "", NULL);
}

bool rules_set_parameter(struct rules *rules, const char *code,
    const char *name, const char *value, struct findings *findings)
{
    struct rule *rule = find_changeable(rules, code, findings);
    struct rule_parameter *parameter = rule ? rule_parameter(rule, name)
        : NULL;

    if (parameter && rule_parameter_takes(parameter, value))
        return rule_parameter_set(parameter, value, findings);
    if (parameter)
        report_value(code, parameter, value, findings);
    else if (rule)
        report_parameter(rule, name, findings);
    return false;
}
