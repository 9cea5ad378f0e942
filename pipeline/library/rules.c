/*
 * jixiao_rules_*() and jixiao_codes_get(): what an edition checks, and what
 * the program itself can find.
 */

#include "0_base/catalogue.h"
#include "6_rules/rules.h"
#include "library/handles.h"

_Static_assert((int)JIXIAO_RULE_UNDECIDED == (int)RULE_UNDECIDED,
    "kinds of rules have the same numbers");

static const struct rules *rules_within(const struct jixiao_rules *rules)
{
    return (const struct rules *)rules;
}

const struct jixiao_rules *jixiao_rules(struct jixiao *jixiao,
    const char *edition, struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);
    struct edition *found = jixiao_find_edition(jixiao, edition, list);

    return found ? (const struct jixiao_rules *)jixiao_open_rules(jixiao,
        found, list) : NULL;
}

bool jixiao_rules_get(const struct jixiao_rules *rules, size_t k,
    struct jixiao_rule *rule)
{
    if (k >= rules_count(rules_within(rules)))
        return false;

    const struct rule *from = rules_get(rules_within(rules), k);
    *rule = (struct jixiao_rule){
        .code = from->code,
        .level = (enum jixiao_level)from->level,
        .usual_level = (enum jixiao_level)from->usual_level,
        .kind = (enum jixiao_rule_kind)from->kind,
        .disabled = from->disabled,
        .title = { from->title[LANGUAGE_ZH], from->title[LANGUAGE_EN] },
        .reason = { from->reason[LANGUAGE_ZH], from->reason[LANGUAGE_EN] },
        .basis = from->basis,
        .passes = from->passes,
        .fails = from->fails };
    return true;
}

bool jixiao_rules_get_parameter(const struct jixiao_rules *rules, size_t k,
    size_t n, struct jixiao_rule_parameter *parameter)
{
    const struct rule *rule = rules_get(rules_within(rules), k);

    if (n >= rule->parameter_count)
        return false;
    const struct rule_parameter *from = &rule->parameters[n];
    *parameter = (struct jixiao_rule_parameter){
        .name = from->name,
        .value = from->value,
        .usual = from->usual,
        .text = { from->text[LANGUAGE_ZH], from->text[LANGUAGE_EN] } };
    return true;
}

bool jixiao_codes_get(size_t k, struct jixiao_code *code)
{
    if (k >= CATALOGUE_COUNT)
        return false;

    const struct catalogue_row *from = catalogue_get((enum catalogue)k);
    const struct catalogue_example *example
        = catalogue_example((enum catalogue)k);
    *code = (struct jixiao_code){
        .code = from->code,
        .level = (enum jixiao_level)from->level,
        .text = { from->text[LANGUAGE_ZH], from->text[LANGUAGE_EN] },
        .basis = from->basis,
        .fails = example ? example->wrong : "",
        .passes = example ? example->right : "" };
    return true;
}
