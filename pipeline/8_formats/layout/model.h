#ifndef MODEL_H
#define MODEL_H

/* Elements of the page model (document.rng), as the layout asks for them. */

#include <stdbool.h>
#include <string.h>

#include "3_transform/submission.h"

/* Whether a node, which may be NULL, is an element of that name. */
static inline bool model_is(const xmlNode *node, const char *name)
{
    return node && node->type == XML_ELEMENT_NODE
        && strcmp((const char *)node->name, name) == 0;
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
