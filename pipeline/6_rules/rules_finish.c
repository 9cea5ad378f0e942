/* Completes each finding of a rule: level, basis, place in words, value. */

#include "0_base/signs.h"
#include "0_base/utf8.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"
#include "6_rules/rule_list.h"

/* Characters of a text that are shown as what was found. */
#define FOUND_LENGTH 40

struct finishing {
    const struct rules *rules;
    xmlDocPtr submission;
    struct rule_tally *tallies;
    xmlNodePtr node;            /* the last one, and what is said of it */
    struct buffer where, found;
};

/* What the form prints there, with its unit; nothing for a blank. */
static void print_found(xmlNodePtr node, struct buffer *out)
{
    const char *unit = node_attribute(node, "unit");
    xmlChar *content = xmlNodeGetContent(node);
    const char *text = (const char *)content;
    size_t head = text ? utf8_head(text, FOUND_LENGTH) : 0;

    if (!text)
        out->failed = true;
    buffer_add(out, text, head);
    if (head && text[head])
        buffer_add_string(out, SIGN_CUT);
    else if (head && unit && !utf8_ends_with(text, unit))
        buffer_add_string(out, unit);
    xmlFree(content);
}

/* Of a text with many findings this is said once. */
static void print_node(struct finishing *finishing, xmlNodePtr node)
{
    enum value_type type;

    if (finishing->node == node)
        return;
    finishing->node = node;
    buffer_clear(&finishing->where);
    buffer_clear(&finishing->found);
    where_print(node, &finishing->where);
    if (node_value_type(node, &type))
        print_found(node, &finishing->found);
}

static void locate(struct finishing *finishing, struct finding *finding)
{
    xmlNodePtr node = finding->pointer
        ? where_find(finishing->submission, finding->pointer) : NULL;

    if (!node)
        return;
    print_node(finishing, node);
    finding->attachment = where_attachment(node);
    if (finishing->where.length)
        finding->where = buffer_string(&finishing->where);
    if (!finding->found && finishing->found.length)
        finding->found = buffer_string(&finishing->found);
}

static bool finish_one(void *user, struct finding *finding)
{
    struct finishing *finishing = user;
    const struct rule *rule = rules_find(finishing->rules, finding->code);

    if (rule) {
        if (rule->disabled)
            return false;
        finishing->tallies[rule - finishing->rules->list].found++;
        if (finding->level > rule->level)
            finding->level = rule->level;
        finding->basis = rule->basis;
    }
    locate(finishing, finding);
    return true;
}

void rules_finish(const struct rules *rules, const struct formulas *formulas,
    struct rule_counts counts, xmlDocPtr submission,
    struct findings *findings, size_t first)
{
    struct finishing finishing = { .rules = rules, .submission = submission,
        .tallies = counts.rules };

    findings_revise(findings, first, finish_one, &finishing);
    if (finishing.where.failed || finishing.found.failed)
        findings_out_of_memory(findings);
    buffer_free(&finishing.where);
    buffer_free(&finishing.found);
    for (size_t k = 0; k < formulas_count(formulas); k++) {
        const struct expression_origin *origin = formulas_origin(formulas, k);
        const struct rule *rule = origin ? rules_find(rules, origin->code)
            : NULL;
        if (rule)
            counts.rules[rule - rules->list].looked_at += counts.formulas[k];
    }
}
