/* Collects what the notice of a correction says, and makes it. */

#include "library/notice.h"

#include <string.h>

#include "0_base/value.h"
#include "0_base/xml_add.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"
#include "7_forms/attachments.h"

/* A copy of an element with what is in it, or with its attributes alone, at
 * the end of another one. */
static bool add_copy(xmlNodePtr parent, xmlNodePtr element, bool is_whole)
{
    xmlNodePtr copy = xmlDocCopyNode(element, parent->doc, is_whole ? 1 : 2);

    return copy && xmlAddChild(parent, copy);
}

/* Why, where it is given, and the day, as it is printed and as files are dated
 * by it. */
static bool sign(xmlNodePtr root, const char *reason, const char *date)
{
    struct buffer printed = BUFFER_EMPTY;

    if (date)
        date_print(date, &printed);
    bool good = !printed.failed && (!reason || xmlNewProp(root,
            BAD_CAST "reason", BAD_CAST reason))
        && (!date || (xmlNewProp(root, BAD_CAST "date",
            BAD_CAST buffer_string(&printed))
        && xmlSetProp(xmlLastElementChild(root), BAD_CAST "date",
            BAD_CAST date)));
    buffer_free(&printed);
    return good;
}

xmlDocPtr notice_new(const struct jixiao_set *set, xmlDocPtr documents,
    const char *reason, const char *date)
{
    xmlDocPtr notice = xmlNewDoc(BAD_CAST "1.0");
    xmlNodePtr root = notice ? xmlNewDocNode(notice, NULL,
        BAD_CAST "correction", NULL) : NULL;

    if (root)
        xmlDocSetRootElement(notice, root);
    if (root && submission_list(set->submission)
        && add_copy(root, xmlDocGetRootElement(set->submission), true)
        && add_copy(root, xmlDocGetRootElement(documents), false)
        && sign(root, reason, date))
        return notice;
    if (notice)
        xmlFreeDoc(notice);
    return NULL;
}

/* --- where values stand --------------------------------------------------- */

static bool is_changed_value(xmlNodePtr element)
{
    bool is_changed = false;

    for (xmlNodePtr child = xmlFirstElementChild(element); child;
        child = xmlNextElementSibling(child))
        is_changed = is_changed || xmlStrEqual(child->name, BAD_CAST
            "inserted") || xmlStrEqual(child->name, BAD_CAST "deleted");
    return is_changed && xmlStrEqual(element->name, BAD_CAST "value");
}

/* The place of a value, where this is the attachment that states it; others
 * quote it, and the number of entries of a list is stated nowhere. */
static bool add_place(xmlNodePtr root, const struct jixiao_set *set,
    xmlNodePtr value, const char *kind)
{
    const char *src = node_attribute(value, "src");
    xmlNodePtr node = src ? where_find(set->submission, src) : NULL;
    const char *attachment = node ? where_attachment(node) : NULL;
    struct buffer words = BUFFER_EMPTY;
    enum value_type type;
    bool failed = false;

    if (!node || !node_value_type(node, &type)
        || (attachment && strcmp(attachment, kind) != 0))
        return true;
    where_print_inside(node, &words);
    xmlNodePtr place = xml_add_element(root, "place", buffer_string(&words),
        &failed);
    xml_add_attribute(place, "src", src, &failed);
    xml_add_attribute(place, "kind", kind, &failed);
    failed = failed || words.failed;
    buffer_free(&words);
    return !failed;
}

static bool add_places(xmlNodePtr root, const struct jixiao_set *set,
    xmlNodePtr element, const char *kind)
{
    bool good = !is_changed_value(element)
        || add_place(root, set, element, kind);

    for (xmlNodePtr child = xmlFirstElementChild(element); good && child;
        child = xmlNextElementSibling(child))
        good = add_places(root, set, child, kind);
    return good;
}

bool notice_add(xmlDocPtr notice, const struct jixiao_set *set,
    xmlDocPtr changed)
{
    xmlNodePtr root = xmlDocGetRootElement(notice);
    xmlNodePtr attachment = xmlFirstElementChild(xmlDocGetRootElement(
        changed));
    xmlNodePtr documents = xmlNextElementSibling(xmlFirstElementChild(root));

    return add_copy(documents, attachment, true) && add_places(root, set,
        attachment, node_attribute(attachment, "kind"));
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
