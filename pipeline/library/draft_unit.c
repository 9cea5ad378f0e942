/* Looks through a page model. */

#include "library/draft_unit.h"

#include <string.h>

#include "3_transform/submission.h"

static xmlNodePtr next_in(xmlNodePtr node, xmlNodePtr top)
{
    if (xmlFirstElementChild(node))
        return xmlFirstElementChild(node);
    while (node != top && !xmlNextElementSibling(node))
        node = node->parent;
    return node == top ? NULL : xmlNextElementSibling(node);
}

const char *draft_shown_unit(const struct jixiao_draft *draft,
    const char *pointer)
{
    xmlNodePtr top = draft->documents
        ? xmlDocGetRootElement(draft->documents) : NULL;

    for (xmlNodePtr node = top; node; node = next_in(node, top)) {
        const char *src = node_attribute(node, "src");
        if (src && strcmp((const char *)node->name, "value") == 0
            && strcmp(src, pointer) == 0)
            return node_attribute(node, "unit");
    }
    return NULL;
}
