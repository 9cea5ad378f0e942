#ifndef MACHINE_H
#define MACHINE_H

/* What all expressions of one run share: a limit to their work, and functions
 * of libxml2's kind. */

#include <libxml/xpath.h>

#include "0_base/value.h"
#include "4_formulas/xpath/pool.h"

struct flat_function;
struct flats;
struct foreign;

/* What preceding_nearest() found last for a step, and from where. */
struct preceding {
    const struct step *step;    /* NULL: nothing yet */
    const struct node *from;
    struct node *found;
    unsigned serial;            /* of their tree */
};

#define PRECEDING_KEPT 8        /* each at a place that its step has */

struct machine {
    unsigned long tests;        /* nodes that a path, a predicate or a function
                                   of libxml2's kind may still look at */
    const struct print_style *style;
    struct foreign *foreign;    /* NULL: none was called yet */
    xmlXPathContextPtr outer;   /* whose functions and variables there are;
                                   NULL: the exact functions alone */
    struct flats *flats;        /* of the tree at hand; NULL: another one */
    const struct flat_function *functions;      /* on these, which outer has,
                                                   too */
    size_t function_count;
    struct preceding preceding[PRECEDING_KEPT];
};

#define TEXT_OF_A_TEST 16       /* bytes: they are read so much faster */

static inline void machine_count_tests(struct machine *machine,
    size_t count, struct pool *pool)
{
    if (machine->tests < count)
        give_up(pool->out, too_many_steps, NULL);
    machine->tests -= count;
}

static inline void machine_count_test(struct machine *machine,
    struct pool *pool)
{
    machine_count_tests(machine, 1, pool);
}

#endif
