/* Goes down two submissions side by side, entries beside those that they have
 * become. */

#include "14_compare/pairs.h"

#include <stdlib.h>
#include <string.h>

#include "3_transform/children.h"
#include "3_transform/submission.h"

struct visiting {
    const struct comparison *comparison;
    pair_visitor *visit;
    void *user;
    struct member_pair *formers;        /* by the number of a new entry */
    bool stopped;
};

static void tell(struct visiting *visiting, enum pair_kind kind,
    const struct member_pair *pair)
{
    visiting->stopped = visiting->stopped
        || !visiting->visit(visiting->user, kind, pair);
}

bool pair_is_same(const struct comparison *comparison,
    const struct member_pair *pair)
{
    if (!pair->old_value || !pair->new_value)
        return pair->old_value == pair->new_value;
    return comparison_is_same(comparison, pair->old_value, pair->new_value);
}

bool pair_is_leaf(const struct member_pair *pair)
{
    enum value_type type;

    return node_value_type(pair->old, &type)
        || node_value_type(pair->new, &type);
}

static void walk(struct visiting *visiting,
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
static void walk_members(struct visiting *visiting,
    const struct member_pair *pair)
{
    const struct comparison *comparison = visiting->comparison;
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
            walk(visiting, &member);
        else
            tell(visiting, PAIR_REMOVED, &member);
    }
    former = NULL;
    for (xmlNodePtr new = xmlFirstElementChild(pair->new); new;
        new = xmlNextElementSibling(new))
        if (!find_member(pair->old, new->name, &former))
            tell(visiting, PAIR_ADDED,
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
static void walk_same(struct visiting *visiting,
    const struct member_pair *pair)
{
    struct entry old = first_entry(pair->old, pair->old_value);
    struct entry new = first_entry(pair->new, pair->new_value);

    for (; old.node && new.node; old = next_entry(old), new = next_entry(new))
        walk(visiting, &(struct member_pair){ old.node, new.node, old.value,
            new.value });
}

/* Notes what has become of old entries. */
static void note_formers(struct visiting *visiting,
    const struct member_pair *pair, bool is_list)
{
    const cJSON *const *partners = visiting->comparison->partners;
    struct entry old = first_entry(pair->old, pair->old_value);

    for (; old.node && old.value; old = next_entry(old)) {
        const cJSON *new = is_list ? partners[old.value->valueint] : NULL;
        struct member_pair former = { .old = old.node,
            .old_value = old.value, .new_value = new };
        if (new)
            visiting->formers[new->valueint] = former;
        else
            tell(visiting, PAIR_REMOVED, &former);
    }
}

static void walk_changed(struct visiting *visiting,
    const struct member_pair *pair)
{
    bool is_list = cJSON_IsArray(pair->old_value)
        && cJSON_IsArray(pair->new_value);

    note_formers(visiting, pair, is_list);
    for (struct entry new = first_entry(pair->new, pair->new_value);
        new.node && new.value; new = next_entry(new)) {
        struct member_pair entry = visiting->formers[new.value->valueint];
        entry.new = new.node;
        entry.new_value = new.value;
        if (!entry.old) {
            tell(visiting, PAIR_ADDED, &entry);
            continue;
        }
        if (visiting->comparison->moved[entry.old_value->valueint])
            tell(visiting, PAIR_MOVED, &entry);
        walk(visiting, &entry);
    }
}

/* --- all of it ----------------------------------------------------------- */

static void walk(struct visiting *visiting,
    const struct member_pair *pair)
{
    bool is_list = node_is_list(pair->old) && node_is_list(pair->new);

    tell(visiting, PAIR_BOTH, pair);
    if (visiting->stopped || pair_is_leaf(pair))
        return;
    if (is_list && pair_is_same(visiting->comparison, pair))
        walk_same(visiting, pair);
    else if (is_list)
        walk_changed(visiting, pair);
    else
        walk_members(visiting, pair);
}

bool pairs_visit(const struct comparison *comparison, xmlDocPtr old,
    xmlDocPtr new, pair_visitor *visit, void *user)
{
    struct visiting visiting = { comparison, visit, user,
        calloc(json_value_count(comparison->new.json),
            sizeof *visiting.formers), false };

    if (!visiting.formers)
        return false;
    walk(&visiting, &(struct member_pair){ xmlDocGetRootElement(old),
        xmlDocGetRootElement(new), json_root(comparison->old.json),
        json_root(comparison->new.json) });
    free(visiting.formers);
    return !visiting.stopped;
}
