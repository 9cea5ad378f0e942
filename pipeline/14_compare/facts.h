#ifndef COMPARE_FACTS_H
#define COMPARE_FACTS_H

/*
 * What has changed between two sets, as their forms say it: the facts that
 * were stated otherwise, and apart from them what follows.
 *
 * Ownership: facts_free() frees the facts, which own their strings but for
 *            pointers, borrowed from the trees.
 * Time:      in proportion to the trees.
 */

#include <libxml/tree.h>

#include "0_base/arena.h"
#include "14_compare/compare.h"
#include "14_compare/phrases_changed.h"

enum fact_kind { FACT_CHANGED, FACT_ADDED, FACT_REMOVED, FACT_MOVED,
    FACT_KIND_COUNT };

/* Why something has no value, or where a value comes from; a formula gives
 * what is awaited, and lacks something. */
enum fact_state { FACT_STATED, FACT_DERIVED, FACT_BLANK, FACT_ABSENT,
    FACT_AWAITED, FACT_STATE_COUNT };

struct fact_side {
    enum fact_state state;
    const char *text;           /* as printed; "" where it has no value */
    const char *unit;           /* printed behind it; "" */
};

struct fact {
    enum fact_kind kind;
    bool follows;               /* from other facts: nobody has typed it */
    const char *pointer;        /* in the new data, or else in the old; what
                                   the form does not know has only this */
    const char *attachment;     /* NULL: of none or all */
    const char *where;          /* as a person says it */
    struct fact_side old, new;
    struct phrases_changed phrases; /* of a text; no phrases of other facts */
    size_t number;              /* of what moved or came: from 1, in its list */
};

struct facts {
    struct fact *list;          /* in the order of the forms */
    size_t count, room;
    size_t following;           /* how many of them follow */
    struct arena arena;
};

/* Both submissions are of the comparison's texts.  NULL if memory runs out. */
struct facts *facts_find(const struct comparison *comparison,
    xmlDocPtr old, xmlDocPtr new);
void facts_free(struct facts *facts);           /* NULL is allowed */

#endif
