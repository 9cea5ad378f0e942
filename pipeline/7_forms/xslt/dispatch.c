/* Which templates a node can have: lists of a mode's rules by the name and the
 * kind of the node, best first. */

#include "7_forms/xslt/dispatch.h"

static bool is_better(const struct matching *a, const struct matching *b)
{
    int x = a->template->precedence, y = b->template->precedence;

    if (x != y)
        return x > y;
    if (a->priority > b->priority || a->priority < b->priority)
        return a->priority > b->priority;
    return a->place > b->place;
}

void dispatch_add(struct mode *mode, struct pool *pool,
    const struct matching *rule)
{
    struct matching **at = &mode->all;
    struct matching *copy = pool_get(pool, sizeof *copy);

    while (*at && is_better(*at, rule))
        at = &(*at)->next;
    *copy = *rule;
    copy->next = *at;
    *at = copy;
}

/* Whether a rule can take nodes of a kind: with a name, or with one that no
 * rule has. */
static bool may_take(const struct pattern *pattern, enum node_kind kind,
    const struct name *name)
{
    const struct step *step = pattern->steps;

    if (pattern->is_root || kind == NODE_ROOT)
        return pattern->is_root && kind == NODE_ROOT;
    if ((step->axis == AXIS_ATTRIBUTE) != (kind == NODE_ATTRIBUTE))
        return false;
    switch (step->test) {
    case TEST_NAME:
        return step->name == name && kind == step->principal;
    case TEST_ANY:
    case TEST_SPACE:
        return kind == step->principal;
    case TEST_TEXT:
        return kind == NODE_TEXT;
    case TEST_COMMENT:
        return kind == NODE_COMMENT;
    case TEST_INSTRUCTION:
        return kind == NODE_INSTRUCTION;
    default:
        return true;
    }
}

static struct matching *select_rules(const struct mode *mode, struct pool *pool,
    enum node_kind kind, const struct name *name)
{
    struct matching *first = NULL, **last = &first;

    for (const struct matching *rule = mode->all; rule; rule = rule->next)
        if (may_take(rule->pattern, kind, name)) {
            *last = pool_get(pool, sizeof **last);
            **last = *rule;
            (*last)->next = NULL;
            last = &(*last)->next;
        }
    return first;
}

static bool is_named(const struct mode *mode, enum node_kind kind,
    const struct name *name)
{
    const struct named_rules *named = mode->named[name->hash % NAMED_SLOTS];

    while (named && (named->name != name || named->kind != kind))
        named = named->next;
    return named;
}

static void name_rules(struct mode *mode, struct pool *pool)
{
    for (const struct matching *rule = mode->all; rule; rule = rule->next) {
        const struct step *step = rule->pattern->steps;
        if (!step || step->test != TEST_NAME
                || is_named(mode, step->principal, step->name))
            continue;
        struct named_rules **slot
            = &mode->named[step->name->hash % NAMED_SLOTS];
        struct named_rules *named = pool_get(pool, sizeof *named);
        *named = (struct named_rules){ step->name, step->principal,
            select_rules(mode, pool, step->principal, step->name), *slot };
        *slot = named;
    }
}

void dispatch_finish(struct program *program)
{
    for (struct mode *mode = program->modes; mode; mode = mode->next) {
        name_rules(mode, &program->pool);
        for (int kind = NODE_ROOT; kind <= NODE_INSTRUCTION; kind++)
            mode->by_kind[kind] = select_rules(mode, &program->pool,
                (enum node_kind)kind, NULL);
    }
}
