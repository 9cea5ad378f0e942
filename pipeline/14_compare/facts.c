/* Goes down two submissions side by side, entries beside those that they have
 * become, and adds a fact for what differs. */

#include "14_compare/facts.h"

#include <stdlib.h>
#include <string.h>

#include "3_transform/children.h"
#include "3_transform/submission.h"
#include "14_compare/facts_leaf.h"

static bool is_leaf(xmlNodePtr node)
{
    enum value_type type;

    return node_value_type(node, &type);
}

static void walk(struct facts_finding *finding,
    const struct member_pair *pair);

/* --- members ------------------------------------------------------------- */

/* The member of that name: mostly the one behind the last that was found. */
static xmlNodePtr find_member(xmlNodePtr element, const xmlChar *name,
    xmlNodePtr *former)
{
    xmlNodePtr next = *former ? xmlNextElementSibling(*former)
        : xmlFirstElementChild(element);

    if (!next || !xmlStrEqual(next->name, name))
        next = child_called(element, (const char *)name,
            strlen((const char *)name));
    if (next)
        *former = next;
    return next;
}

static const cJSON *find_value(const struct meanings *meanings,
    const cJSON *object, const xmlChar *name, const cJSON **former)
{
    return cJSON_IsObject(object) ? meanings_member(meanings, object,
        (const char *)name, former) : NULL;
}

/* Those that only one has are entries of a map. */
static void walk_members(struct facts_finding *finding,
    const struct member_pair *pair)
{
    const struct comparison *comparison = finding->comparison;
    const cJSON *old_former = NULL, *new_former = NULL;
    xmlNodePtr former = NULL;

    for (xmlNodePtr old = xmlFirstElementChild(pair->old); old;
        old = xmlNextElementSibling(old)) {
        struct member_pair member = { old,
            find_member(pair->new, old->name, &former),
            find_value(&comparison->old, pair->old_value, old->name,
                &old_former),
            find_value(&comparison->new, pair->new_value, old->name,
                &new_former) };
        if (member.new)
            walk(finding, &member);
        else
            facts_add_entry(finding, FACT_REMOVED, &member);
    }
    former = NULL;
    for (xmlNodePtr new = xmlFirstElementChild(pair->new); new;
        new = xmlNextElementSibling(new))
        if (!find_member(pair->old, new->name, &former))
            facts_add_entry(finding, FACT_ADDED,
                &(struct member_pair){ .new = new });
}

/* --- lists --------------------------------------------------------------- */

/* Goes from one entry to the next in a submission and in the data. */
struct entry {
    xmlNodePtr node;
    const cJSON *value;
};

static struct entry first_entry(xmlNodePtr list, const cJSON *value)
{
    return (struct entry){ xmlFirstElementChild(list),
        cJSON_IsArray(value) ? value->child : NULL };
}

static struct entry next_entry(struct entry entry)
{
    return (struct entry){ xmlNextElementSibling(entry.node),
        entry.value ? entry.value->next : NULL };
}

/* Lists that say the same: entry by entry. */
static void walk_same(struct facts_finding *finding,
    const struct member_pair *pair)
{
    struct entry old = first_entry(pair->old, pair->old_value);
    struct entry new = first_entry(pair->new, pair->new_value);

    for (; old.node && new.node; old = next_entry(old), new = next_entry(new))
        walk(finding, &(struct member_pair){ old.node, new.node, old.value,
            new.value });
}

/* Notes what has become of old entries. */
static void note_formers(struct facts_finding *finding,
    const struct member_pair *pair, bool is_list)
{
    const cJSON *const *partners = finding->comparison->partners;
    struct entry old = first_entry(pair->old, pair->old_value);

    for (; old.node && old.value; old = next_entry(old)) {
        const cJSON *new = is_list ? partners[old.value->valueint] : NULL;
        struct member_pair former = { .old = old.node,
            .old_value = old.value, .new_value = new };
        if (new)
            finding->formers[new->valueint] = former;
        else
            facts_add_entry(finding, FACT_REMOVED, &former);
    }
}

static void walk_changed(struct facts_finding *finding,
    const struct member_pair *pair)
{
    bool is_list = cJSON_IsArray(pair->old_value)
        && cJSON_IsArray(pair->new_value);

    note_formers(finding, pair, is_list);
    for (struct entry new = first_entry(pair->new, pair->new_value);
        new.node && new.value; new = next_entry(new)) {
        struct member_pair entry = finding->formers[new.value->valueint];
        entry.new = new.node;
        entry.new_value = new.value;
        if (!entry.old) {
            facts_add_entry(finding, FACT_ADDED, &entry);
            continue;
        }
        if (finding->comparison->moved[entry.old_value->valueint])
            facts_add_entry(finding, FACT_MOVED, &entry);
        walk(finding, &entry);
    }
}

/* --- all of it ----------------------------------------------------------- */

static void walk(struct facts_finding *finding,
    const struct member_pair *pair)
{
    bool is_list = node_is_list(pair->old) && node_is_list(pair->new);

    if (finding->failed)
        return;
    if (is_leaf(pair->old) || is_leaf(pair->new))
        facts_add_leaf(finding, pair);
    else if (is_list && member_is_same(finding, pair))
        walk_same(finding, pair);
    else if (is_list)
        walk_changed(finding, pair);
    else
        walk_members(finding, pair);
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
        calloc(1, sizeof *finding.facts),
        calloc(json_value_count(comparison->new.json),
            sizeof *finding.formers), false };
    struct facts *facts = finding.facts;

    finding.failed = !facts || !finding.formers;
    if (!finding.failed)
        walk(&finding, &(struct member_pair){ xmlDocGetRootElement(old),
            xmlDocGetRootElement(new), json_root(comparison->old.json),
            json_root(comparison->new.json) });
    if (!finding.failed)
        add_unknown(&finding);
    free(finding.formers);
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
