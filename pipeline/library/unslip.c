/*
 * Looks at the data again with slips of the unit put right.
 */

#include "library/unslip.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"
#include "library/found.h"

struct unslipping {
    const struct jixiao_set *set;
    struct findings *findings;
    xmlNodePtr *slips;          /* amounts in the wrong unit, not answered */
    struct id_map ids;          /* of their nodes, numbered as these are */
    struct found *found;
};

static xmlNodePtr node_of(const struct unslipping *unslipping,
    const struct finding *finding)
{
    return finding->pointer ? where_find(unslipping->set->submission,
        finding->pointer) : NULL;
}

/* Whether a finding says of the amount that it is in the wrong unit. */
static bool tells_slip(const struct finding *finding, xmlNodePtr amount)
{
    const char *rule = amount ? node_attribute(amount, "slip-rule") : NULL;

    return rule && strcmp(rule, finding->code) == 0;
}

/* False if memory runs out. */
static bool list_slips(struct unslipping *unslipping, size_t first)
{
    size_t count = findings_count(unslipping->findings);
    bool good;
    uint32_t id;

    unslipping->slips = malloc((count + 1) * sizeof *unslipping->slips);
    good = unslipping->slips != NULL;
    for (size_t k = first; good && k < count; k++) {
        const struct finding *finding = findings_get(unslipping->findings, k);
        xmlNodePtr node = node_of(unslipping, finding);
        if (finding->answer || !tells_slip(finding, node))
            continue;
        good = id_map_add(&unslipping->ids, (uintptr_t)node, &id);
        if (good)
            unslipping->slips[id] = node;
    }
    return good;
}

static void put_right(void *user, xmlDocPtr submission)
{
    const struct unslipping *unslipping = user;
    struct print_style style = unslipping->set->edition->style;
    struct decimal value;

    for (size_t k = 0; k < unslipping->ids.count; k++) {
        const char *right = node_attribute(unslipping->slips[k], "slip");
        const char *src = node_attribute(unslipping->slips[k], "src");
        decimal_parse(right, strlen(right), &value);
        if (!node_set_figure(where_find(submission, src), value, style))
            findings_out_of_memory(unslipping->findings);
    }
}

static bool is_slip(const struct unslipping *unslipping, xmlNodePtr node)
{
    uint32_t id;

    return id_map_find(&unslipping->ids, (uintptr_t)node, &id);
}

/* A finding of a rule about the amount itself names the wrong figure, so it is
 * removed; if it still holds once that is mended, it comes again.  One about
 * another amount is told as it is with the right figure. */
static bool keep(void *user, struct finding *finding)
{
    const struct unslipping *unslipping = user;
    xmlNodePtr node = node_of(unslipping, finding);

    if (tells_slip(finding, node))
        return true;
    if (!is_slip(unslipping, node)
        && found_has(unslipping->found, finding)) {
        found_retell(unslipping->found, finding);
        return true;
    }
    found_uncount(unslipping->set, finding);
    return false;
}

bool unslip(const struct jixiao_set *set, xmlDocPtr previous,
    struct findings *findings, size_t first)
{
    struct unslipping unslipping = { .set = set, .findings = findings };
    bool none = !submission_may_have(set->submission, "slip-rule");
    bool good = none || list_slips(&unslipping, first);

    if (!good)
        findings_out_of_memory(findings);
    if (good && unslipping.ids.count)
        unslipping.found = look_again(set, previous, put_right, &unslipping,
            findings);
    if (unslipping.found)
        findings_revise(findings, first, keep, &unslipping);
    good = good && (!unslipping.ids.count || unslipping.found);
    found_free(unslipping.found);
    id_map_free(&unslipping.ids);
    free(unslipping.slips);
    return good;
}
