#ifndef MODEL_H
#define MODEL_H

/* Elements of the page model (document.rng), and of the typography, as the
 * layout asks for them. */

#include <stdbool.h>
#include <string.h>

#include "0_base/xml.h"
#include "3_transform/submission.h"

/* The node, or the first behind it, that is an element of that name. */
static inline const xmlNode *model_next(const xmlNode *node, const char *name)
{
    while (node && !xml_is(node, name))
        node = node->next;
    return node;
}

/* The children of that name, each in turn; and how many there are. */
#define MODEL_EACH(child, parent, name) \
    for (const xmlNode *child = model_next((parent)->children, name); child; \
        child = model_next(child->next, name))

static inline size_t model_count(const xmlNode *parent, const char *name)
{
    size_t count = 0;

    MODEL_EACH(child, parent, name)
        count++;
    return count;
}

/* Borrowed; NULL where there is no such attribute. */
static inline const char *model_attribute(const xmlNode *element,
    const char *name)
{
    return node_attribute((xmlNodePtr)element, name);
}

static inline bool model_has(const xmlNode *element, const char *name,
    const char *value)
{
    const char *own = model_attribute(element, name);

    return own && strcmp(own, value) == 0;
}

#endif
