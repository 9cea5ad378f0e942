/* After the rules: warnings that the data explains are answered. */

#include "6_rules/explanations.h"

#include <string.h>

#include "0_base/utf8.h"
#include "3_transform/submission.h"
#include "6_rules/rule_list.h"

static xmlChar *text_of(xmlNodePtr entry, const char *name)
{
    xmlNodePtr child = node_child(entry, name);

    return child ? xmlNodeGetContent(child) : xmlStrdup(BAD_CAST "");
}

/* Whether an explanation answers anything; errors that it names stay open. */
static bool answer(struct findings *findings, size_t first, const char *code,
    const char *pointer, const char *reason)
{
    size_t count = findings_count(findings);
    bool found = false;

    for (size_t k = first; k < count; k++) {
        const struct finding *finding = findings_get(findings, k);
        if (finding->level > LEVEL_WARNING || !finding->pointer
            || strcmp(finding->code, code) != 0
            || strcmp(finding->pointer, pointer) != 0)
            continue;
        findings_answer(findings, k, reason);
        found = true;
    }
    return found;
}

static bool comes_after(const struct rules *rules, const struct rule *rule,
    const char *code)
{
    for (size_t k = 0; k < rule->check_count; k++)
        if (check_comes_after(&rules->checks[rule->first_check + k], code))
            return true;
    return false;
}

/* Whether the rule is silent at the place until another finding there is
 * mended; the explanation may then be needed again. */
static bool waits(const struct rules *rules, const struct rule *rule,
    const struct findings *findings, size_t first, const char *pointer)
{
    for (size_t k = first; k < findings_count(findings); k++) {
        const struct finding *finding = findings_get(findings, k);
        if (finding->pointer && strcmp(finding->pointer, pointer) == 0
            && comes_after(rules, rule, finding->code))
            return true;
    }
    return false;
}

static bool is_silent(const struct rules *rules, const char *code,
    const struct findings *findings, size_t first, const char *pointer)
{
    const struct rule *rule = rules ? rules_find(rules, code) : NULL;

    return rule && (rule->disabled
        || waits(rules, rule, findings, first, pointer));
}

static void apply(const struct rules *rules, xmlNodePtr entry,
    const struct json *json, struct findings *findings, size_t first)
{
    xmlChar *code = text_of(entry, "rule");
    xmlChar *pointer = text_of(entry, "pointer");
    xmlChar *reason = text_of(entry, "reason");
    const char *src = node_attribute(entry, "src");

    if (!code || !pointer || !reason)
        findings_out_of_memory(findings);
    else if (*code && utf8_is_blank((const char *)reason))
        findings_add(findings, CATALOGUE_EXPLANATION_EMPTY,
            json_place_at(json, src), src, NULL);
    else if (!answer(findings, first, (const char *)code,
            (const char *)pointer, (const char *)reason)
        && !is_silent(rules, (const char *)code, findings, first,
            (const char *)pointer))
        findings_add(findings, CATALOGUE_EXPLANATION_IDLE,
            json_place_at(json, src), src, "rule", (const char *)code,
            "place", (const char *)pointer, NULL);
    xmlFree(code);
    xmlFree(pointer);
    xmlFree(reason);
}

void explanations_apply(const struct rules *rules, xmlDocPtr submission,
    const struct json *json, struct findings *findings, size_t first)
{
    xmlNodePtr list = node_child(xmlDocGetRootElement(submission),
        "explanations");
    xmlNodePtr entry = list ? xmlFirstElementChild(list) : NULL;

    for (; entry; entry = xmlNextElementSibling(entry))
        apply(rules, entry, json, findings, first);
}
