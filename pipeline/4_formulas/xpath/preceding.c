/* The nearest sibling before a node, as preceding-sibling::name[1] asks. */

#include "4_formulas/xpath/preceding.h"

#include "4_formulas/xpath/axis.h"
#include "4_formulas/xpath/machine.h"

/* A sibling that was asked before has the same one, unless one between passes.
 * A tree may lie where another one lay, but has another number. */
struct node *preceding_nearest(const struct step *step, struct node *from,
    struct context *context)
{
    struct machine *machine = context->machine;
    struct preceding *kept = &machine->preceding[
        (uintptr_t)step / sizeof *step % PRECEDING_KEPT];
    bool is_known = kept->step == step && kept->serial == from->tree->serial;
    struct node *node = axis_first(AXIS_PRECEDING_SIBLING, from);

    while (node && !step_passes(step, node)) {
        machine_count_test(machine, context->pool);
        if (is_known && node == kept->from) {
            node = kept->found;
            break;
        }
        node = node->before;
    }
    *kept = (struct preceding){ step, from, node, from->tree->serial };
    return node;
}
