/* One fact: where it is, and what it was and is, as the form prints it. */

#include "14_compare/facts_leaf.h"

#include <string.h>

#include "0_base/list.h"
#include "0_base/utf8.h"
#include "3_transform/children.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"

/* Texts of fewer bytes are said whole. */
#define TEXT_SHORT 60

/* Decimals of figures that the form prints alike. */
static const struct print_style exact = { 6, 0 };

static const char *keep(struct facts_finding *finding, struct buffer *text)
{
    const char *kept = arena_copy(&finding->facts->arena,
        buffer_string(text), text->length);

    finding->failed = finding->failed || text->failed || !kept;
    buffer_free(text);
    return kept ? kept : "";
}

static void add(struct facts_finding *finding, const struct fact *fact)
{
    struct facts *facts = finding->facts;
    struct fact *list = list_room(facts->list, facts->count, &facts->room,
        sizeof *list);

    if (!list) {
        finding->failed = true;
        return;
    }
    facts->list = list;
    list[facts->count++] = *fact;
    facts->following += fact->follows;
}

static const char *print_where(struct facts_finding *finding,
    xmlNodePtr element)
{
    struct buffer where = BUFFER_EMPTY;

    where_print(element, &where);
    return keep(finding, &where);
}

/* --- values -------------------------------------------------------------- */

static enum fact_state state_of(xmlNodePtr node)
{
    static const enum fact_state states[] = { [STATE_STATED] = FACT_STATED,
        [STATE_DERIVED] = FACT_DERIVED, [STATE_NULL] = FACT_BLANK,
        [STATE_ABSENT] = FACT_ABSENT };
    enum fact_state state = states[node_state(node)];

    return state == FACT_ABSENT && node_attribute(node, "awaited")
        ? FACT_AWAITED : state;
}

/* What an element says: of one that holds others what they say, with blanks
 * between them. */
static void print_said(xmlNodePtr node, struct buffer *text)
{
    enum value_type type;
    size_t before = text->length;

    if (node_value_type(node, &type)) {
        buffer_add_string(text, before ? " " : "");
        size_t begun = text->length;
        if (!where_print_pointed(node, text))
            node_print(node, text);
        if (text->length == begun)
            buffer_cut(text, before);
        return;
    }
    for (xmlNodePtr child = xmlFirstElementChild(node); child;
        child = xmlNextElementSibling(child))
        print_said(child, text);
}

/* That, and the unit that is not said with it. */
static struct fact_side side_of(struct facts_finding *finding,
    xmlNodePtr node)
{
    struct buffer text = BUFFER_EMPTY;
    const char *unit = node_attribute(node, "unit");

    print_said(node, &text);
    struct fact_side side = { state_of(node), keep(finding, &text), "" };
    if (unit && *side.text && !utf8_ends_with(side.text, unit))
        side.unit = unit;
    return side;
}

static const char *print_exact(struct facts_finding *finding,
    xmlNodePtr node)
{
    struct figure figure = node_figure(node, exact);
    struct buffer text = BUFFER_EMPTY;

    figure.style = exact;
    figure_print(&figure, &text);
    return keep(finding, &text);
}

static const char *print_literal(struct facts_finding *finding,
    const struct meanings *meanings, const cJSON *value)
{
    size_t length;
    const char *literal = json_literal(meanings->json, value, &length);
    struct buffer text = BUFFER_EMPTY;

    buffer_add(&text, literal, length);
    return keep(finding, &text);
}

/* Figures that differ do not print alike: with more decimals, or else as the
 * data has them. */
static void tell_apart(struct facts_finding *finding,
    const struct member_pair *pair, struct fact *fact)
{
    const struct comparison *comparison = finding->comparison;
    const char *old = node_attribute(pair->old, "value");
    const char *new = node_attribute(pair->new, "value");
    enum value_type type;

    if (strcmp(fact->old.text, fact->new.text) != 0
        || fact->old.state != fact->new.state)
        return;
    if (old && new && strcmp(old, new) != 0
        && node_value_type(pair->old, &type) && value_type_is_figure(type)) {
        fact->old.text = print_exact(finding, pair->old);
        fact->new.text = print_exact(finding, pair->new);
    } else if (pair->old_value && pair->new_value) {
        fact->old.text = print_literal(finding, &comparison->old,
            pair->old_value);
        fact->new.text = print_literal(finding, &comparison->new,
            pair->new_value);
    }
}

/* Whether both print the same value, as far as it can be told before anything
 * is printed. */
static bool has_the_same(const struct member_pair *pair)
{
    const char *old = node_attribute(pair->old, "value");
    const char *new = node_attribute(pair->new, "value");

    if (!old || !new) {
        old = node_only_words(pair->old);
        new = node_only_words(pair->new);
    }
    return old && new && strcmp(old, new) == 0;
}

/* Whether what both print is the same value; figures have been compared. */
static bool says_the_same(const struct member_pair *pair,
    const struct fact *fact)
{
    bool are_figures = node_attribute(pair->old, "value")
        && node_attribute(pair->new, "value");

    return !are_figures && strcmp(fact->old.text, fact->new.text) == 0;
}

static void compare_texts(struct facts_finding *finding,
    const struct member_pair *pair, struct fact *fact)
{
    enum value_type type;
    bool is_text = node_value_type(pair->old, &type) && type == VALUE_TEXT
        && *fact->old.text && *fact->new.text
        && strcmp(fact->old.text, fact->new.text) != 0
        && strlen(fact->old.text) + strlen(fact->new.text) > TEXT_SHORT;

    if (is_text && !phrases_compare(pair->old, pair->new,
            &finding->facts->arena, &fact->phrases))
        finding->failed = true;
}

void facts_add_leaf(struct facts_finding *finding,
    const struct member_pair *pair)
{
    bool is_same = pair_is_same(finding->comparison, pair);

    if (is_same && (has_the_same(pair)
            || (node_state(pair->old) == node_state(pair->new)
                && node_state(pair->old) == STATE_ABSENT)))
        return;
    struct fact fact = { .kind = FACT_CHANGED, .follows = is_same,
        .old = side_of(finding, pair->old),
        .new = side_of(finding, pair->new) };
    if (is_same && says_the_same(pair, &fact))
        return;
    fact.pointer = node_attribute(pair->new, "src");
    fact.attachment = where_attachment(pair->new);
    fact.where = print_where(finding, pair->new);
    tell_apart(finding, pair, &fact);
    compare_texts(finding, pair, &fact);
    add(finding, &fact);
}

/* What the data says of a list or object, which is nothing or empty. */
static struct fact_side empty_side(struct facts_finding *finding,
    const struct meanings *meanings, const cJSON *value)
{
    if (!value)
        return (struct fact_side){ FACT_ABSENT, "", "" };
    if (cJSON_IsNull(value))
        return (struct fact_side){ FACT_BLANK, "", "" };
    return (struct fact_side){ FACT_STATED, print_literal(finding, meanings,
        value), "" };
}

void facts_add_empty(struct facts_finding *finding,
    const struct member_pair *pair)
{
    const struct comparison *comparison = finding->comparison;
    const cJSON *old = pair->old_value, *new = pair->new_value;

    if (pair_is_same(comparison, pair) || (old && old->child)
        || (new && new->child))
        return;
    add(finding, &(struct fact){ .kind = FACT_CHANGED,
        .pointer = node_attribute(pair->new, "src"),
        .attachment = where_attachment(pair->new),
        .where = print_where(finding, pair->new),
        .old = empty_side(finding, &comparison->old, old),
        .new = empty_side(finding, &comparison->new, new) });
}

/* The value that an entry without a name stands for, or the entry. */
static xmlNodePtr value_of(xmlNodePtr entry)
{
    const char *name = node_attribute(entry, "label-from") ? NULL
        : node_attribute(entry, "stands-for");
    xmlNodePtr member = name ? node_child(entry, name) : NULL;

    return member ? member : entry;
}

void facts_add_entry(struct facts_finding *finding, enum fact_kind kind,
    const struct member_pair *pair)
{
    xmlNodePtr entry = kind == FACT_REMOVED ? pair->old : pair->new;
    xmlNodePtr node = value_of(entry);
    bool is_named = node == entry && node_attribute(node, "label-from");
    struct fact fact = { .kind = kind,
        .pointer = node_attribute(entry, "src"),
        .attachment = where_attachment(node),
        .where = print_where(finding, node),
        .number = child_number(entry) + 1,
        .old = { FACT_ABSENT, "", "" }, .new = { FACT_ABSENT, "", "" } };

    /* What has a name is known by it. */
    if (!is_named && kind == FACT_REMOVED)
        fact.old = side_of(finding, node);
    else if (!is_named)
        fact.new = side_of(finding, node);
    add(finding, &fact);
}

void facts_add_unknown(struct facts_finding *finding,
    const struct change *change)
{
    static const enum fact_kind kinds[] = { [CHANGE_ADDED] = FACT_ADDED,
        [CHANGE_REMOVED] = FACT_REMOVED, [CHANGE_REPLACED] = FACT_CHANGED,
        [CHANGE_MOVED] = FACT_MOVED };
    const struct comparison *comparison = finding->comparison;
    struct fact fact = { .kind = kinds[change->kind],
        .pointer = change->path, .where = change->path,
        .old = { FACT_ABSENT, "", "" }, .new = { FACT_ABSENT, "", "" } };

    if (fact.kind == FACT_CHANGED) {
        fact.old = (struct fact_side){ FACT_STATED, print_literal(finding,
            &comparison->old, change->old), "" };
        fact.new = (struct fact_side){ FACT_STATED, print_literal(finding,
            &comparison->new, change->new), "" };
    }
    add(finding, &fact);
}
