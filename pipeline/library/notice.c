/* Collects what the notice of a correction says, and makes it. */

#include "library/notice.h"

#include "7_forms/attachments.h"

/* A copy of an element with what is in it, or with its attributes alone, at
 * the end of another one. */
static bool add_copy(xmlNodePtr parent, xmlNodePtr element, bool is_whole)
{
    xmlNodePtr copy = xmlDocCopyNode(element, parent->doc, is_whole ? 1 : 2);

    return copy && xmlAddChild(parent, copy);
}

xmlDocPtr notice_new(const struct jixiao_set *set, xmlDocPtr documents,
    const char *reason)
{
    xmlDocPtr notice = xmlNewDoc(BAD_CAST "1.0");
    xmlNodePtr root = notice ? xmlNewDocNode(notice, NULL,
        BAD_CAST "correction", NULL) : NULL;

    if (root)
        xmlDocSetRootElement(notice, root);
    if (root && (!reason || xmlNewProp(root, BAD_CAST "reason",
                BAD_CAST reason))
        && add_copy(root, xmlDocGetRootElement(set->submission), true)
        && add_copy(root, xmlDocGetRootElement(documents), false))
        return notice;
    if (notice)
        xmlFreeDoc(notice);
    return NULL;
}

bool notice_add(xmlDocPtr notice, xmlDocPtr changed)
{
    return add_copy(xmlLastElementChild(xmlDocGetRootElement(notice)),
        xmlFirstElementChild(xmlDocGetRootElement(changed)), true);
}

xmlDocPtr notice_make(const struct jixiao_set *set, xmlDocPtr notice,
    struct findings *findings)
{
    const struct stylesheet *sheet = edition_sheet(set->edition,
        EDITION_CORRECTION, findings);
    xmlDocPtr made = sheet ? stylesheet_apply(sheet, notice,
        set->edition->style, findings) : NULL;

    if (made && !attachments_are_complete(made, findings)) {
        xmlFreeDoc(made);
        made = NULL;
    }
    return made;
}
