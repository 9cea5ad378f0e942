#ifndef PARTS_H
#define PARTS_H

/* The sum of figures, as far as they are known. */

#include <libxml/xpath.h>
#include <stdbool.h>

#include "0_base/decimal.h"

struct parts {
    struct decimal known;       /* the sum of those that are known, in the base
                                   unit; blank where none is */
    int known_count, blank_count;
    int zero_count;             /* of those that are known */
    xmlNodePtr first_blank;     /* borrowed; NULL where all are known */
};

/* The figure that a node counts with: its @value, or what a node that is no
 * element says.  False where that is no decimal. */
bool parts_read_node(xmlNodePtr node, struct decimal *value);

/* False where one of them is no decimal, or the sum has too many digits. */
bool parts_add_up(xmlNodeSetPtr nodes, struct parts *parts);

/* Whether there are any, and all of them are known. */
bool parts_are_complete(const struct parts *parts);

#endif
