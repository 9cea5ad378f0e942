/*
 * What each finding of a rule gets in the end: level, basis, place in words,
 * value.
 */

#include "0_base/utf8.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"
#include "6_rules/rule_list.h"

/* Characters of a text that are shown as what was found. */
#define FOUND_LENGTH 40

struct settling {
    const struct rules *rules;
    xmlDocPtr submission;
    struct rule_tally *tallies;
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
        buffer_add_string(out, "…");
    else if (head && unit && !utf8_ends_with(text, unit))
        buffer_add_string(out, unit);
    xmlFree(content);
}

static void locate(struct settling *settling, struct finding *finding)
{
    enum value_type type;
    xmlNodePtr node = finding->pointer
        ? where_find(settling->submission, finding->pointer) : NULL;

    if (!node)
        return;
    buffer_clear(&settling->where);
    buffer_clear(&settling->found);
    where_print(node, &settling->where);
    finding->attachment = where_attachment(node);
    if (settling->where.length)
        finding->where = buffer_string(&settling->where);
    if (!finding->found && node_value_type(node, &type)) {
        print_found(node, &settling->found);
        if (settling->found.length)
            finding->found = buffer_string(&settling->found);
    }
}

static bool settle(void *user, struct finding *finding)
{
    struct settling *settling = user;
    const struct rule *rule = rules_find(settling->rules, finding->code);

    if (rule) {
        if (rule->disabled)
            return false;
        settling->tallies[rule - settling->rules->list].found++;
        if (finding->level > rule->level)
            finding->level = rule->level;
        finding->basis = rule->basis;
    }
    locate(settling, finding);
    return true;
}

void rules_settle(const struct rules *rules, const struct formulas *formulas,
    const size_t *settled, xmlDocPtr submission, struct findings *findings,
    size_t first, struct rule_tally *tallies)
{
    struct settling settling = { .rules = rules, .submission = submission,
        .tallies = tallies };

    findings_revise(findings, first, settle, &settling);
    if (settling.where.failed || settling.found.failed)
        findings_out_of_memory(findings);
    buffer_free(&settling.where);
    buffer_free(&settling.found);
    for (size_t k = 0; k < formulas_count(formulas); k++) {
        const struct expression_origin *origin = formulas_origin(formulas, k);
        const struct rule *rule = origin ? rules_find(rules, origin->code)
            : NULL;
        if (rule)
            tallies[rule - rules->list].looked_at += settled[k];
    }
}
