#ifndef MEMBER_H
#define MEMBER_H

/*
 * A member on its way into submission.xml: what transform.c, which walks data
 * and schema, and member.c, which writes single elements, share.
 *
 * Errors:    running out of memory is sticky in the transformer.
 */

#include "3_transform/style.h"
#include "3_transform/transform.h"

struct transformer {
    const struct json *json;
    struct findings *findings;
    struct style_rule usual;    /* of figures: the root's */
    struct buffer pointer;      /* of the member being written */
    size_t absent, stated;      /* elements written */
    bool endless;               /* far too many are absent */
    bool failed;                /* memory ran out: sticky */
};

/* A member to write.  value is NULL where the data does not state it, or
 * where something around it is null. */
struct member {
    const struct schema_node *node;
    const cJSON *value;
    const cJSON *around;        /* the object or list it stands in */
    enum state state;
    const char *printed;        /* where: x-printed */
    bool printed_apart;         /* not where what is around it is */
    enum schema_next next;      /* decided for it, or for what is around it */
    int absent_depth;
};

/* Adds an attribute whose value lives as long as the schema or the data; none
 * for NULL. */
void member_add(struct transformer *transformer, xmlNodePtr element,
    const char *name, const char *value);

/* A string in an object; NULL where there is none. */
const char *member_string(const cJSON *object, const char *name);

/* A new element with what any has; NULL where memory runs out. */
xmlNodePtr member_element(struct transformer *transformer,
    xmlNodePtr parent, const char *name, const struct member *member);

/* A leaf, with its type, its unit and what it holds. */
void member_write_leaf(struct transformer *transformer, xmlNodePtr parent,
    const char *name, const struct member *member);

#endif
