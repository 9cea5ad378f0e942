/* Rules applied to a submission: contexts, tests, sentences, tallies. */

#include "6_rules/rules.h"

#include <stdlib.h>
#include <string.h>
#include <libxml/xpathInternals.h>

#include "0_base/catalogue.h"
#include "3_transform/submission.h"
#include "4_formulas/variables.h"
#include "6_rules/functions.h"
#include "6_rules/nodes.h"
#include "6_rules/related/text_memory.h"
#include "6_rules/rule_list.h"
#include "6_rules/text/spans.h"

size_t rules_count(const struct rules *rules)
{
    return rules ? rules->count : 0;
}

const struct rule *rules_get(const struct rules *rules, size_t k)
{
    return &rules->list[k];
}

static struct rule *find(const struct rules *rules, const char *code)
{
    uint32_t place;

    return id_map_find(&rules->codes, id_map_text(code, strlen(code)), &place)
        && strcmp(rules->list[place].code, code) == 0 ? &rules->list[place]
        : NULL;
}

const struct rule *rules_find(const struct rules *rules, const char *code)
{
    return find(rules, code);
}

void rules_print_title(const struct rules *rules, const char *code,
    enum language language, struct buffer *out)
{
    const struct rule *rule = rules ? find(rules, code) : NULL;
    const struct catalogue_row *row = rule ? NULL : catalogue_find(code);

    if (rule)
        buffer_add_string(out, rule->title[language]);
    else if (row)
        catalogue_print_title(row, language, out);
}

struct rule *rules_changeable(const struct rules *rules, const char *code)
{
    struct rule *rule = find(rules, code);

    return rule && rule->kind < RULE_CONSTRUCTED ? rule : NULL;
}

/* What one run of the rules works with. */
struct round {
    const struct rules *rules;
    struct evaluation *evaluation;
    const struct json *json;
};

/* Nodes of a result; NULL where it is something else. */
static xmlNodeSetPtr nodes_of(xmlXPathObjectPtr result)
{
    return result && result->type == XPATH_NODESET ? result->nodesetval
        : NULL;
}

/* The element that a finding is about. */
static xmlNodePtr find_subject(const struct rule_check *check,
    struct evaluation *evaluation, xmlNodePtr node)
{
    xmlXPathObjectPtr found = check->at.text
        ? expression_evaluate(&check->at, evaluation, node) : NULL;

    if (found && found->type == XPATH_NODESET
        && !xmlXPathNodeSetIsEmpty(found->nodesetval))
        node = found->nodesetval->nodeTab[0];
    xmlXPathFreeObject(found);
    return node;
}

/* The pointers of what `cells` leads to, a line feed behind each. */
static void find_cells(const struct rule_check *check,
    struct evaluation *evaluation, xmlNodePtr node, struct buffer *cells)
{
    xmlXPathObjectPtr found = check->cells.text
        ? expression_evaluate(&check->cells, evaluation, node) : NULL;
    xmlNodeSetPtr nodes = nodes_of(found);

    for (int k = 0; nodes && k < nodes->nodeNr; k++) {
        const char *src = node_attribute(nodes->nodeTab[k], "src");
        if (src) {
            buffer_add_string(cells, src);
            buffer_add_string(cells, "\n");
        }
    }
    xmlXPathFreeObject(found);
}

/* What an expression of a check gives, which the caller frees; NULL for
 * nothing. */
static xmlChar *find_words(const struct expression *expression,
    struct evaluation *evaluation, xmlNodePtr node)
{
    xmlXPathObjectPtr found = expression->text
        ? expression_evaluate(expression, evaluation, node) : NULL;
    xmlChar *text = found ? xmlXPathCastToString(found) : NULL;

    if (found && !text)
        findings_out_of_memory(evaluation->findings);
    if (text && !*text) {
        xmlFree(text);
        text = NULL;
    }
    xmlXPathFreeObject(found);
    return text;
}

/* Where the first of the words stands that the check is about, or the value. */
static struct place find_place(const struct round *run,
    const struct rule_check *check, xmlNodePtr node, const char *src)
{
    xmlChar *sign = find_words(&check->sign, run->evaluation, node);
    const cJSON *value = sign && src ? json_at(run->json, src) : NULL;
    const char *text = value ? cJSON_GetStringValue(value) : NULL;
    const char *found = text ? strstr(text, (const char *)sign) : NULL;
    struct place place = found
        ? json_string_place(run->json, value, (size_t)(found - text), NULL)
        : json_place_at(run->json, src ? src : "");

    xmlFree(sign);
    return place;
}

static bool is_disabled(const struct rules *rules, struct text_span code)
{
    size_t k = 0;

    while (k < rules->count && !text_span_equals(code, rules->list[k].code))
        k++;
    return k < rules->count && rules->list[k].disabled;
}

bool check_is_silent(const struct rule_check *check, const struct rules *rules,
    struct findings *findings, size_t first, const char *pointer)
{
    struct text_span code = { check->after, 0 };

    while (check->after && text_word_next(&code))
        if (findings_have(findings, first, code.text, code.length, pointer)
            && !is_disabled(rules, code))
            return true;
    return false;
}

/* Whether what the check is about, or a node beside it, is told already. */
static bool is_settled(const struct round *run,
    const struct rule_check *check, xmlNodePtr node, const char *src)
{
    struct evaluation *evaluation = run->evaluation;
    xmlXPathObjectPtr found = check->beside.text
        ? expression_evaluate(&check->beside, evaluation, node) : NULL;
    xmlNodeSetPtr nodes = nodes_of(found);
    bool settled = src && check_is_silent(check, run->rules,
        evaluation->findings, evaluation->first, src);

    for (int k = 0; nodes && k < nodes->nodeNr && !settled; k++) {
        const char *pointer = node_attribute(nodes->nodeTab[k], "src");
        settled = pointer && check_is_silent(check, run->rules,
            evaluation->findings, evaluation->first, pointer);
    }
    xmlXPathFreeObject(found);
    return settled;
}

static bool is_excused(const struct rule_check *check,
    struct evaluation *evaluation, xmlNodePtr node)
{
    xmlXPathObjectPtr result = check->unless.text
        ? expression_evaluate(&check->unless, evaluation, node) : NULL;
    bool excused = result && xmlXPathCastToBoolean(result);

    xmlXPathFreeObject(result);
    return excused;
}

static void report_broken_rule(const struct round *run, const struct rule *rule,
    const struct rule_check *check, xmlNodePtr node)
{
    struct evaluation *evaluation = run->evaluation;
    struct findings *findings = evaluation->findings;
    const char *src = node_attribute(find_subject(check, evaluation, node),
        "src");
    struct buffer texts[LANGUAGE_COUNT] = { BUFFER_EMPTY, BUFFER_EMPTY };
    struct buffer cells = BUFFER_EMPTY;

    if (is_settled(run, check, node, src))
        return;
    xmlChar *expected = find_words(&check->expected, evaluation, node);
    find_cells(check, evaluation, node, &cells);
    sentences_write(check->sentences, evaluation, node, texts);
    if (texts[LANGUAGE_ZH].failed || texts[LANGUAGE_EN].failed
        || cells.failed)
        findings_out_of_memory(findings);
    else
        findings_add_made(findings, &(struct finding){
            .code = rule->code,
            .level = check->most < rule->level ? check->most : rule->level,
            .place = find_place(run, check, node, src), .pointer = src,
            .expected = (const char *)expected,
            .text = { buffer_string(&texts[LANGUAGE_ZH]),
                buffer_string(&texts[LANGUAGE_EN]) },
            .basis = rule->basis,
            .cells = cells.length ? buffer_string(&cells) : NULL });
    xmlFree(expected);
    buffer_free(&cells);
    for (int k = 0; k < LANGUAGE_COUNT; k++)
        buffer_free(&texts[k]);
}

/* The nodes for which the test is not true; NULL, with a finding, where it
 * cannot be evaluated. */
static xmlXPathObjectPtr find_failing(const struct rule_check *check,
    struct evaluation *evaluation, xmlNodeSetPtr nodes)
{
    xmlXPathObjectPtr failing = direct_is_known(&check->direct)
        ? direct_filter(&check->direct, nodes, evaluation) : NULL;

    return failing ? failing : expression_evaluate(&check->test, evaluation,
        xmlDocGetRootElement(evaluation->context->doc));
}

static void report_failing(const struct round *run, const struct rule *rule,
    const struct rule_check *check, xmlNodeSetPtr all)
{
    xmlXPathObjectPtr failing = check->finds ? NULL
        : find_failing(check, run->evaluation, all);
    xmlNodeSetPtr nodes = check->finds ? all : nodes_of(failing);

    for (int k = 0; nodes && k < nodes->nodeNr; k++)
        if (!is_excused(check, run->evaluation, nodes->nodeTab[k]))
            report_broken_rule(run, rule, check, nodes->nodeTab[k]);
    xmlXPathFreeObject(failing);
}

/* How many nodes the check looked at. */
static size_t apply_check(const struct round *run, const struct rule *rule,
    const struct rule_check *check)
{
    struct evaluation *evaluation = run->evaluation;
    xmlXPathObjectPtr contexts = expression_evaluate(&check->context,
        evaluation, xmlDocGetRootElement(evaluation->context->doc));
    xmlNodeSetPtr nodes = nodes_of(contexts);
    size_t count = nodes ? (size_t)nodes->nodeNr : 0;

    if (!contexts)
        return 0;
    if (count && variable_set(evaluation->context, EXPRESSION_NODES,
            contexts)) {
        report_failing(run, rule, check, nodes);
        return count;
    }
    if (count)
        findings_out_of_memory(evaluation->findings);
    xmlXPathFreeObject(contexts);
    return check->finds;
}

static size_t apply_rule(const struct round *run, const struct rule *rule)
{
    struct evaluation *evaluation = run->evaluation;
    size_t count = 0;

    for (size_t k = 0; k < rule->parameter_count; k++)
        if (!variable_set_string(evaluation->context,
                rule->parameters[k].name, rule->parameters[k].value))
            findings_out_of_memory(evaluation->findings);
    for (size_t k = 0; k < rule->check_count; k++)
        count += apply_check(run, rule,
            &run->rules->checks[rule->first_check + k]);
    return count;
}

void rules_remember_texts(struct rules *rules)
{
    if (!rules->memory)
        rules->memory = text_memory_new();
}

/* The root element of last year's data as a set of nodes, or an empty one.
 * libxml2 evaluates what is asked about these. */
static bool set_previous(xmlXPathContextPtr context, xmlDocPtr previous)
{
    if (previous && !submission_list(previous))
        return false;
    xmlXPathObjectPtr nodes = xmlXPathNewNodeSet(previous
        ? xmlDocGetRootElement(previous) : NULL);

    if (nodes && variable_set(context, PREVIOUS_VARIABLE, nodes))
        return true;
    xmlXPathFreeObject(nodes);
    return false;
}

void rules_apply(const struct rules *rules, struct evaluation *evaluation,
    xmlDocPtr previous, const struct json *json, struct rule_tally *tallies)
{
    const struct round run = { rules, evaluation, json };

    evaluation_refresh(evaluation);     /* references were put into texts */
    struct related *related = related_new(evaluation->context->doc,
        rules->lexicon, rules->memory);
    if (evaluation->native)
        nodes_offer(evaluation->native);
    bool good = related && functions_register(evaluation->context, related)
        && set_previous(evaluation->context, previous)
        && sets_evaluate(&rules->sets, evaluation);

    if (!good)
        findings_out_of_memory(evaluation->findings);
    for (size_t k = 0; good && k < rules->count; k++)
        if (!rules->list[k].disabled && !tallies[k].is_left_out)
            tallies[k].looked_at += apply_rule(&run, &rules->list[k]);
    related_free(related);
    if (rules->memory)
        text_memory_turn(rules->memory);
}
