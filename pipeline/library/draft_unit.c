/* Looks through a page model. */

#include "library/draft_unit.h"

#include <string.h>

#include "0_base/xml.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"
#include "library/draft_forms.h"

static xmlNodePtr next_in(xmlNodePtr node, xmlNodePtr top)
{
    if (xmlFirstElementChild(node))
        return xmlFirstElementChild(node);
    while (node != top && !xmlNextElementSibling(node))
        node = node->parent;
    return node == top ? NULL : xmlNextElementSibling(node);
}

/* Whether a form prints the value. */
static bool find_unit(xmlDocPtr form, const char *pointer, const char **unit)
{
    xmlNodePtr top = form ? xmlDocGetRootElement(form) : NULL;

    for (xmlNodePtr node = top; node; node = next_in(node, top)) {
        const char *src = node_attribute(node, "src");
        if (src && xml_is(node, "value") && strcmp(src, pointer) == 0) {
            *unit = node_attribute(node, "unit");
            return true;
        }
    }
    return false;
}

xmlNodePtr draft_attachment_of(const struct jixiao_draft *draft,
    const char *pointer)
{
    xmlNodePtr element = draft->forms.outline
        ? where_find(draft->set->submission, pointer) : NULL;

    return element ? attachment_index_find(&draft->forms.index,
        where_attachment(element), pointer) : NULL;
}

bool draft_shown_unit(struct jixiao_draft *draft, const char *pointer,
    const char **unit, struct findings *findings)
{
    *unit = NULL;
    if (find_unit(draft->forms.form, pointer, unit))
        return true;
    xmlNodePtr attachment = draft_attachment_of(draft, pointer);
    if (!attachment)
        return true;
    xmlDocPtr form = draft_form(draft, node_attribute(attachment, "id"),
        findings);
    find_unit(form, pointer, unit);
    return form != NULL;
}
