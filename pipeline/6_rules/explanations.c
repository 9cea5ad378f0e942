/* After the rules: warnings that the data explains are answered. */

#include "6_rules/explanations.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "0_base/utf8.h"
#include "1_read/reserved.h"
#include "3_transform/submission.h"
#include "6_rules/rule_list.h"

static xmlChar *text_of(xmlNodePtr entry, const char *name)
{
    xmlNodePtr child = node_child(entry, name);

    return child ? xmlNodeGetContent(child) : xmlStrdup(BAD_CAST "");
}

/* The last reason that is given for a code at a pointer. */
struct reason {
    xmlChar *text;
    const char *src;            /* of the text */
    bool answers;               /* a finding */
    bool is_of_error;           /* which nothing answers */
};

struct answering {
    const struct rules *rules;
    const struct json *json;
    struct findings *findings;
    size_t first;
    struct id_map keys;         /* of codes and pointers */
    struct reason *reasons;     /* by the numbers of these */
    size_t room;
};

/* What an explanation says. */
struct explanation {
    xmlChar *code, *pointer, *reason;
    const char *src, *reason_src;
};

static bool read_explanation(struct explanation *explanation,
    xmlNodePtr entry)
{
    xmlNodePtr reason = node_child(entry, RESERVED_REASON);

    *explanation = (struct explanation){ text_of(entry, RESERVED_RULE),
        text_of(entry, RESERVED_POINTER), text_of(entry, RESERVED_REASON),
        node_attribute(entry, "src"),
        node_attribute(reason ? reason : entry, "src") };
    return explanation->code && explanation->pointer && explanation->reason;
}

static void free_explanation(struct explanation *explanation)
{
    xmlFree(explanation->code);
    xmlFree(explanation->pointer);
    xmlFree(explanation->reason);
}

static bool is_empty(const struct explanation *explanation)
{
    return *explanation->code
        && utf8_is_blank((const char *)explanation->reason);
}

static uint64_t key_of(const char *code, const char *pointer)
{
    return id_map_chain(id_map_text(code, strlen(code)),
        id_map_text(pointer, strlen(pointer)));
}

static struct reason *find_reason(const struct answering *answering,
    const char *code, const char *pointer)
{
    uint32_t id;

    return id_map_find(&answering->keys, key_of(code, pointer), &id)
        ? &answering->reasons[id] : NULL;
}

/* Keeps the reason instead of an earlier one; false if memory runs out. */
static bool note_reason(struct answering *answering,
    struct explanation *explanation)
{
    uint32_t id;
    struct reason *reasons = id_map_list(&answering->keys, key_of(
            (const char *)explanation->code,
            (const char *)explanation->pointer), answering->reasons,
        &answering->room, sizeof *reasons, &id);

    if (!reasons)
        return false;
    answering->reasons = reasons;
    xmlFree(reasons[id].text);
    reasons[id].text = explanation->reason;
    reasons[id].src = explanation->reason_src;
    explanation->reason = NULL;
    return true;
}

static void note(struct answering *answering, xmlNodePtr entry)
{
    struct explanation explanation;

    if (!read_explanation(&explanation, entry)
        || (!is_empty(&explanation)
            && !note_reason(answering, &explanation)))
        findings_out_of_memory(answering->findings);
    free_explanation(&explanation);
}

/* Errors are left open, whatever is said about them. */
static void answer(struct answering *answering, size_t k)
{
    const struct finding *finding = findings_get(answering->findings, k);
    struct reason *reason = finding->pointer ? find_reason(answering,
        finding->code, finding->pointer) : NULL;

    if (!reason)
        return;
    if (finding->level > LEVEL_WARNING) {
        reason->is_of_error = true;
        return;
    }
    findings_answer(answering->findings, k, (const char *)reason->text,
        reason->src);
    reason->answers = true;
}

/* Whether what the rule would say there waits until something else that was
 * found there is answered: it may need the answer again. */
static bool waits(const struct answering *answering, const struct rule *rule,
    const char *pointer)
{
    const struct rules *rules = answering->rules;

    for (size_t k = 0; k < rule->check_count; k++)
        if (check_is_silent(&rules->checks[rule->first_check + k], rules,
                answering->findings, answering->first, pointer))
            return true;
    return false;
}

static bool is_silent(const struct answering *answering,
    const struct explanation *explanation)
{
    const struct rule *rule = answering->rules ? rules_find(answering->rules,
        (const char *)explanation->code) : NULL;

    return rule && (rule->disabled || waits(answering, rule,
        (const char *)explanation->pointer));
}

/* Such a finding may be one that is explained. */
static void report_explanation(struct answering *answering, enum catalogue id,
    const struct explanation *explanation)
{
    size_t k = findings_count(answering->findings);

    findings_add(answering->findings, id,
        json_place_at(answering->json, explanation->src), explanation->src,
        "rule", (const char *)explanation->code,
        "place", (const char *)explanation->pointer, NULL);
    if (k < findings_count(answering->findings))
        answer(answering, k);
}

static void judge(struct answering *answering, xmlNodePtr entry)
{
    struct explanation explanation;
    bool complete = read_explanation(&explanation, entry);
    const struct reason *reason = complete ? find_reason(answering,
        (const char *)explanation.code, (const char *)explanation.pointer)
        : NULL;

    if (!complete)
        findings_out_of_memory(answering->findings);
    else if (is_empty(&explanation))
        findings_add(answering->findings, CATALOGUE_EXPLANATION_EMPTY,
            json_place_at(answering->json, explanation.src), explanation.src,
            NULL);
    else if (reason && reason->is_of_error && !reason->answers)
        report_explanation(answering, CATALOGUE_EXPLANATION_OF_ERROR,
            &explanation);
    else if (!(reason && reason->answers)
        && !is_silent(answering, &explanation))
        report_explanation(answering, CATALOGUE_EXPLANATION_IDLE,
            &explanation);
    free_explanation(&explanation);
}

static void visit(struct answering *answering, xmlNodePtr list,
    void (*act)(struct answering *answering, xmlNodePtr entry))
{
    xmlNodePtr entry = list ? xmlFirstElementChild(list) : NULL;

    for (; entry; entry = xmlNextElementSibling(entry))
        act(answering, entry);
}

void explanations_apply(const struct rules *rules, xmlDocPtr submission,
    const struct json *json, struct findings *findings, size_t first)
{
    struct answering answering = { .rules = rules, .json = json,
        .findings = findings, .first = first };
    xmlNodePtr list = node_child(xmlDocGetRootElement(submission),
        RESERVED_EXPLANATIONS);
    size_t count = findings_count(findings);

    visit(&answering, list, note);
    for (size_t k = first; k < count; k++)
        answer(&answering, k);
    visit(&answering, list, judge);
    for (size_t k = 0; k < answering.keys.count; k++)
        xmlFree(answering.reasons[k].text);
    free(answering.reasons);
    id_map_free(&answering.keys);
}
