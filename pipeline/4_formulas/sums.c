/*
 * Sums whose printed parts do not add up to the printed total.
 */

#include "4_formulas/sums.h"

#include <string.h>

#include "3_transform/submission.h"
#include "3_transform/where.h"

static bool is_same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* Whether they print figures of one kind in one attachment. */
static bool is_alike(xmlNodePtr a, xmlNodePtr b)
{
    return is_same_text(node_attribute(a, "type"), node_attribute(b, "type"))
        && is_same_text(node_attribute(a, "unit"), node_attribute(b, "unit"))
        && is_same_text(where_attachment(a), where_attachment(b));
}

static struct decimal printed_figure(xmlNodePtr leaf,
    struct print_style style)
{
    struct figure figure = node_figure(leaf, style);

    return decimal_round(value_in_unit(figure.type, figure.unit,
        figure.value), figure.style.most);
}

void sum_note(struct sum *sum, xmlNodeSetPtr parts, struct decimal value,
    struct print_style style)
{
    *sum = (struct sum){ .value = value, .alike = true };
    for (int k = 0; sum->alike && k < parts->nodeNr; k++) {
        xmlNodePtr part = parts->nodeTab[k];
        sum->alike = part->type == XML_ELEMENT_NODE
            && (k == 0 || is_alike(part, sum->part))
            && decimal_add(sum->printed, printed_figure(part, style),
                &sum->printed);
        if (k == 0)
            sum->part = part;
    }
}

bool sum_mark(const struct sum *sum, xmlNodePtr total,
    struct print_style style)
{
    struct figure figure = node_figure(total, style);

    if (sum->value.blank || !sum->alike || figure.value.blank
        || !is_alike(total, sum->part)
        || decimal_compare(printed_figure(total, style), sum->printed) == 0)
        return true;
    if (figure.type == VALUE_AMOUNT || node_state(total) != STATE_DERIVED)
        return node_set_attribute(total, "rounded", "yes");
    figure.style.most = sum->printed.places;
    return node_set_style(total, figure.style);
}
