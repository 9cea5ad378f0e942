#ifndef ROLLING_H
#define ROLLING_H

/*
 * A data file on its way into the next year: what next.c, which decides what
 * becomes of values, and members.c, which takes members out of objects and puts
 * them in, share.
 *
 * Errors:    running out of memory is sticky: in the changes, the pointer and
 *            `failed`.
 */

#include "11_next/changes.h"
#include "11_next/next.h"

struct rolling {
    const struct next_source *source;
    const char *schema;         /* for $schema; NULL: as it is */
    struct changes changes;
    struct buffer pointer;      /* of the value in hand */
    struct findings *findings;
    bool stopped;               /* a finding says why */
    bool failed;
};

/* A value, what the schema says of it, and its element in the tree, NULL where
 * it has none. */
struct rolled {
    const cJSON *value;
    const struct schema_node *node;
    xmlNodePtr element;
    enum schema_next next;      /* decided for it, or for what is around it */
    bool decided;               /* for it */
    bool required;
};

enum fate { FATE_STAYS, FATE_EMPTIED, FATE_REMOVED };

/* Take out the members whose fate that is, and put in those of x-next-from that
 * the object lacks; fates has one for each member of the object. */
void members_change(struct rolling *rolling, const struct rolled *object,
    const enum fate *fates);

/* What the schema calls the member that gets the value of one by that name
 * (x-next-from); NULL for none. */
const char *members_heir(const struct rolled *object, const char *name);

/* The value that a member with x-next-from gets; NULL for none. */
const cJSON *members_former(const struct rolled *object,
    const struct schema_node *node);

#endif
