/* Counts amounts of two sets, and those that both have at the same place. */

#include "14_compare/amounts_kept.h"

#include "14_compare/pairs.h"
#include "3_transform/submission.h"

static bool is_amount(xmlNodePtr node)
{
    static const struct print_style any = { 2, 0 };
    enum value_type type;

    if (!node_value_type(node, &type) || type != VALUE_AMOUNT
        || node_state(node) != STATE_STATED)
        return false;
    struct decimal value = node_figure(node, any).value;
    return !value.blank && value.units != 0;
}

static size_t count_amounts(xmlNodePtr node)
{
    size_t count = is_amount(node);

    for (xmlNodePtr child = xmlFirstElementChild(node); child;
        child = xmlNextElementSibling(child))
        count += count_amounts(child);
    return count;
}

struct counting {
    const struct comparison *comparison;
    size_t same;
};

static bool count_same(void *user, enum pair_kind kind,
    const struct member_pair *pair)
{
    struct counting *counting = user;

    if (kind == PAIR_BOTH && pair->old && pair->new && is_amount(pair->new))
        counting->same += pair_is_same(counting->comparison, pair);
    return true;
}

bool amounts_are_kept(const struct comparison *comparison, xmlDocPtr old,
    xmlDocPtr new, bool *failed)
{
    struct counting counting = { comparison, 0 };
    size_t before = count_amounts(xmlDocGetRootElement(old));
    size_t now = count_amounts(xmlDocGetRootElement(new));

    *failed = !pairs_visit(comparison, old, new, count_same, &counting);
    return !*failed && 2 * counting.same > (before > now ? before : now);
}
