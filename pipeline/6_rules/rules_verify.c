/* Checks once whether the expressions and names of loaded rules can be used. */

#include <string.h>

#include "0_base/catalogue.h"
#include "3_transform/submission.h"
#include "4_formulas/variables.h"
#include "6_rules/functions.h"
#include "6_rules/rule_list.h"
#include "6_rules/text/spans.h"

/* Expressions are looked at with the names that a run will have, and with no
 * data. */
struct verifier {
    const struct rules *rules;
    const struct formulas *formulas;
    struct findings *findings;
    xmlDocPtr empty;
    struct related *related;
    struct evaluation evaluation;
    struct expression_scope *scope;     /* of that */
};

static bool begin(struct verifier *verifier)
{
    static const struct print_style style = {0};

    verifier->empty = submission_new();
    verifier->related = verifier->empty ? related_new(verifier->empty,
        verifier->rules->lexicon, NULL) : NULL;
    return verifier->related
        && evaluation_begin(&verifier->evaluation, verifier->empty, &style,
            verifier->findings)
        && functions_register(verifier->evaluation.context,
            verifier->related);
}

static void end(struct verifier *verifier)
{
    evaluation_end(&verifier->evaluation);
    related_free(verifier->related);
    submission_free(verifier->empty);
}

/* A name is added to those known; its value does not matter. */
static void define(const struct verifier *verifier, const char *name)
{
    if (!variable_set_string(verifier->evaluation.context, name, ""))
        findings_out_of_memory(verifier->findings);
}

static bool verify_expression(const struct verifier *verifier,
    const struct expression *expression)
{
    return !expression->text
        || expression_check(expression, verifier->scope, verifier->findings);
}

/* A set may name those above it; of those of formulas elements are looked at
 * with these. */
static bool verify_sets(const struct verifier *verifier)
{
    bool good = verifier->scope->members
        || sets_check(formulas_sets(verifier->formulas), verifier->scope,
            verifier->findings);

    return sets_check(&verifier->rules->sets, verifier->scope,
            verifier->findings)
        && good;
}

/* Whether findings with a code can exist before the rule runs: it is a code of
 * the program, of a formula, or of a check of this rule or of one above it. */
static bool comes_before(const struct verifier *verifier,
    const struct rule *rule, const char *code)
{
    const struct rule *other = rules_find(verifier->rules, code);

    return other ? other->kind == RULE_FORMULA
            || (other->kind == RULE_CHECK && other <= rule)
        : catalogue_find(code) != NULL;
}

static bool verify_after(const struct verifier *verifier,
    const struct rule *rule, const struct rule_check *check)
{
    struct text_span word = { check->after ? check->after : "", 0 };
    struct buffer code = BUFFER_EMPTY;
    bool good = true;

    while (good && text_word_next(&word)) {
        buffer_clear(&code);
        buffer_add(&code, word.text, word.length);
        good = comes_before(verifier, rule, buffer_string(&code));
    }
    if (code.failed)
        findings_out_of_memory(verifier->findings);
    else if (!good)
        entry_reject(&check->entry, "after", verifier->findings);
    buffer_free(&code);
    return good;
}

/* What is answered is looked for at its own node, so that only an error, which
 * nothing answers, may depend on what is beside it. */
static bool verify_beside(const struct verifier *verifier,
    const struct rule *rule, const struct rule_check *check)
{
    bool good = !check->beside.text || (check->after
        && rule->usual_level == LEVEL_ERROR && check->most == LEVEL_ERROR);

    if (!good)
        entry_reject(&check->entry, "beside", verifier->findings);
    return good;
}

static bool verify_check(const struct verifier *verifier,
    const struct rule *rule, const struct rule_check *check)
{
    bool good = verify_after(verifier, rule, check)
        && verify_beside(verifier, rule, check);

    good = verify_expression(verifier, &check->context) && good;
    good = verify_expression(verifier, &check->test) && good;
    good = verify_expression(verifier, &check->at) && good;
    good = verify_expression(verifier, &check->beside) && good;
    good = verify_expression(verifier, &check->cells) && good;
    good = verify_expression(verifier, &check->sign) && good;
    good = verify_expression(verifier, &check->expected) && good;
    good = verify_expression(verifier, &check->unless) && good;
    for (int k = 0; k < LANGUAGE_COUNT; k++)
        good = sentence_check(check->sentences[k], verifier->scope,
            verifier->findings) && good;
    return good;
}

static void reject_rule(const struct verifier *verifier,
    const struct rule *rule, const char *what)
{
    const struct entry entry = { .origin = { rule->path, rule->code,
        rule->line } };

    entry_reject(&entry, what, verifier->findings);
}

/* No parameter may have the name of a set, which it would hide. */
static bool verify_rule(const struct verifier *verifier,
    const struct rule *rule)
{
    bool good = true;

    for (size_t k = 0; k < rule->parameter_count; k++) {
        if (variable_is_set(verifier->evaluation.context,
                rule->parameters[k].name, NULL)) {
            reject_rule(verifier, rule, "parameter");
            return false;
        }
    }
    for (size_t k = 0; k < rule->parameter_count; k++)
        define(verifier, rule->parameters[k].name);
    for (size_t k = 0; k < rule->check_count; k++)
        good = verify_check(verifier, rule,
            &verifier->rules->checks[rule->first_check + k]) && good;
    for (size_t k = 0; k < rule->parameter_count; k++)
        variable_clear(verifier->evaluation.context,
            rule->parameters[k].name);
    return good;
}

static bool verify_names(const struct verifier *verifier)
{
    const struct rules *rules = verifier->rules;

    define(verifier, PREVIOUS_VARIABLE);
    bool good = verify_sets(verifier);
    for (size_t k = 0; k < rules->count; k++)
        good = verify_rule(verifier, &rules->list[k]) && good;
    return good;
}

static bool has_formula(const struct formulas *formulas, const char *code)
{
    for (size_t k = 0; k < formulas_count(formulas); k++) {
        const struct expression_origin *origin = formulas_origin(formulas, k);
        if (origin && strcmp(origin->code, code) == 0)
            return true;
    }
    return false;
}

static bool verify_formulas(const struct verifier *verifier)
{
    const struct rules *rules = verifier->rules;
    bool good = true;

    for (size_t k = 0; k < rules->count; k++) {
        const struct rule *rule = &rules->list[k];
        if (rule->kind == RULE_FORMULA
            && !has_formula(verifier->formulas, rule->code)) {
            reject_rule(verifier, rule, "formula");
            good = false;
        }
    }
    for (size_t k = 0; k < formulas_count(verifier->formulas); k++) {
        const struct expression_origin *origin
            = formulas_origin(verifier->formulas, k);
        const struct rule *rule = origin ? rules_find(rules, origin->code)
            : NULL;
        if (origin && (!rule || rule->kind != RULE_FORMULA)) {
            const struct entry entry = { .origin = *origin };
            entry_reject(&entry, "rule kind=\"formula\"",
                verifier->findings);
            good = false;
        }
    }
    return good;
}

bool rules_verify(const struct rules *rules, const struct formulas *formulas,
    const struct member_names *members, const char *folder,
    struct findings *findings)
{
    struct verifier verifier = { .rules = rules, .formulas = formulas,
        .findings = findings };
    bool begun = begin(&verifier);
    struct expression_scope scope = { verifier.evaluation.context,
        ID_MAP_EMPTY, members, folder };

    verifier.scope = &scope;
    bool good = begun && verify_names(&verifier)
        && verify_formulas(&verifier);
    if (!begun)
        findings_out_of_memory(findings);
    expression_scope_end(&scope);
    end(&verifier);
    return good;
}
