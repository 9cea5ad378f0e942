/* A comparison as a tree for stylesheets/common/comparison.xsl. */

#include "library/reports/comparison.h"

#include "0_base/xml_add.h"

#define NAMESPACE "urn:jixiao:changes:1"

static void add_side(xmlNodePtr change, const char *name,
    const struct fact_side *side, bool *failed)
{
    xmlNodePtr element = xml_add_element(change, name, side->text, failed);

    xml_add_attribute(element, "state", fact_state_name(side->state), failed);
    if (*side->unit)
        xml_add_attribute(element, "unit", side->unit, failed);
}

static void add_phrase(const struct compared *compared, xmlNodePtr change,
    const struct phrase_change *phrase, bool *failed)
{
    xmlNodePtr element = xml_add_element(change, "phrase", NULL, failed);
    struct buffer quoted = BUFFER_EMPTY;

    comparison_print_quoted(compared, phrase, &quoted);
    xml_add_attribute(element, "before", phrase->before, failed);
    xml_add_attribute(element, "old", phrase->old, failed);
    xml_add_attribute(element, "new", phrase->new, failed);
    xml_add_attribute(element, "behind", phrase->behind, failed);
    if (quoted.length)
        xml_add_attribute(element, "quoted", buffer_string(&quoted), failed);
    *failed = *failed || quoted.failed;
    buffer_free(&quoted);
}

static void add_change(const struct compared *compared, xmlNodePtr root,
    const struct fact *fact, bool *failed)
{
    xmlNodePtr change = xml_add_element(root, "change", NULL, failed);

    xml_add_attribute(change, "where", fact->where, failed);
    if (fact->follows)
        xml_add_attribute(change, "follows", "yes", failed);
    if (fact->kind != FACT_CHANGED) {
        xml_add_attribute(change, "kind", fact_kind_name(fact->kind), failed);
        xml_add_number(change, "number", fact->number, failed);
    }
    add_side(change, "old", &fact->old, failed);
    add_side(change, "new", &fact->new, failed);
    for (size_t k = 0; k < fact->phrases.count; k++)
        add_phrase(compared, change, &fact->phrases.list[k], failed);
}

xmlDocPtr comparison_report_xml(const struct compared *compared)
{
    xmlDocPtr doc = xmlNewDoc(BAD_CAST "1.0");
    xmlNodePtr root = doc ? xmlNewDocNode(doc, NULL, BAD_CAST "changes", NULL)
        : NULL;
    const struct facts *facts = compared->facts;
    bool failed = !root;

    if (root) {
        xmlDocSetRootElement(doc, root);
        xmlSetNs(root, xmlNewNs(root, BAD_CAST NAMESPACE, NULL));
        failed = !root->ns;
    }
    xml_add_attribute(root, "edition", compared->edition, &failed);
    xml_add_attribute(root, "old", compared->old_path, &failed);
    xml_add_attribute(root, "new", compared->new_path, &failed);
    for (size_t k = 0; !failed && k < facts->count; k++)
        add_change(compared, root, &facts->list[k], &failed);
    if (!failed)
        return doc;
    xmlFreeDoc(doc);
    return NULL;
}
