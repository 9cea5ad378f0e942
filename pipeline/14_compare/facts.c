/* Adds a fact for what differs between two submissions. */

#include "14_compare/facts.h"

#include <stdlib.h>

#include "14_compare/facts_leaf.h"

static bool add_fact(void *user, enum pair_kind kind,
    const struct member_pair *pair)
{
    static const enum fact_kind kinds[] = { [PAIR_MOVED] = FACT_MOVED,
        [PAIR_REMOVED] = FACT_REMOVED, [PAIR_ADDED] = FACT_ADDED };
    struct facts_finding *finding = user;

    if (kind != PAIR_BOTH)
        facts_add_entry(finding, kinds[kind], pair);
    else if (pair_is_leaf(pair))
        facts_add_leaf(finding, pair);
    else
        facts_add_empty(finding, pair);
    return !finding->failed;
}

/* What the submissions leave out, such as the schema's name. */
static void add_unknown(struct facts_finding *finding)
{
    const struct comparison *comparison = finding->comparison;

    for (size_t k = 0; k < comparison->count; k++) {
        const struct change *change = &comparison->changes[k];
        if (change->path[0] == '/' && change->path[1] == '$')
            facts_add_unknown(finding, change);
    }
}

struct facts *facts_find(const struct comparison *comparison,
    xmlDocPtr old, xmlDocPtr new)
{
    struct facts_finding finding = { comparison,
        calloc(1, sizeof *finding.facts), false };
    struct facts *facts = finding.facts;

    if (!facts)
        return NULL;
    finding.failed = !pairs_visit(comparison, old, new, add_fact, &finding);
    if (!finding.failed)
        add_unknown(&finding);
    if (!finding.failed && !facts->arena.failed)
        return facts;
    facts_free(facts);
    return NULL;
}

void facts_free(struct facts *facts)
{
    if (!facts)
        return;
    free(facts->list);
    arena_free(&facts->arena);
    free(facts);
}
