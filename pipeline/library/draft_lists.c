/* Lists, in the order of the schema. */

#include "library/draft_lists.h"

#include <string.h>

#include "0_base/list.h"
#include "3_transform/children.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"

static bool add(struct jixiao_draft *draft, xmlNodePtr list)
{
    xmlNodePtr *lists = list_room(draft->lists, draft->list_count,
        &draft->list_room, sizeof *lists);

    if (!lists)
        return false;
    draft->lists = lists;
    lists[draft->list_count++] = list;
    return true;
}

static bool is_map(xmlNodePtr node)
{
    const char *type = node_attribute(node, "type");

    return type && strcmp(type, "map") == 0;
}

/* What is in a leaf is what its text quotes. */
static bool add_below(struct jixiao_draft *draft, xmlNodePtr node)
{
    enum value_type type;
    xmlNodePtr child = node_value_type(node, &type) ? NULL
        : xmlFirstElementChild(node);
    bool good = !(node_is_list(node) || is_map(node)) || add(draft, node);

    for (; good && child; child = xmlNextElementSibling(child))
        good = add_below(draft, child);
    return good;
}

bool draft_list_all(struct jixiao_draft *draft)
{
    draft->list_count = 0;
    return !draft->set || add_below(draft,
        xmlDocGetRootElement(draft->set->submission));
}

bool jixiao_draft_get_list(const struct jixiao_draft *draft, size_t k,
    struct jixiao_draft_list *list)
{
    if (k >= draft->list_count)
        return false;
    xmlNodePtr element = draft->lists[k];
    const char *pointer = node_attribute(element, "src");
    const char *title = node_attribute(element, "title");
    xmlNodePtr attachment = attachment_index_find(&draft->forms.index,
        where_attachment(element), pointer);
    *list = (struct jixiao_draft_list){ .pointer = pointer,
        .title = title ? title : node_attribute(element, "label"),
        .attachment = attachment && !is_map(element)
            ? node_attribute(attachment, "id") : NULL,
        .count = xmlChildElementCount(element), .is_map = is_map(element) };
    return true;
}
