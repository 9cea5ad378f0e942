/* A comparison as a tree for stylesheets/common/comparison.xsl. */

#include "library/reports/comparison.h"

#include "0_base/xml_add.h"
#include "3_transform/submission.h"

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
        xml_add_attribute(element, phrase->is_quoted_old ? "old-quoted"
            : "quoted", buffer_string(&quoted), failed);
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

static void add_document(const struct compared *compared, xmlNodePtr root,
    const struct document_changed *document, bool *failed)
{
    static const char *const kinds[] = { [DOCUMENT_CHANGED] = "changed",
        [DOCUMENT_ADDED] = "added", [DOCUMENT_REMOVED] = "removed" };
    xmlNodePtr element = xml_add_element(root, "document", NULL, failed);

    xml_add_attribute(element, "kind", kinds[document->kind], failed);
    xml_add_attribute(element, "id", node_attribute(document->attachment,
        "id"), failed);
    xml_add_attribute(element, "name", node_attribute(document->attachment,
        "name"), failed);
    if (!comparison_is_made(compared, document))
        xml_add_attribute(element, "left", "yes", failed);
}

static void add_finding(xmlNodePtr root,
    const struct finding_changed *changed, bool *failed)
{
    static const char *const kinds[] = { [FINDING_GONE] = "gone",
        [FINDING_ANSWERED] = "answered", [FINDING_CAME] = "came" };
    const struct finding *finding = changed->finding;
    xmlNodePtr element = xml_add_element(root, "finding",
        finding->text[LANGUAGE_ZH], failed);

    xml_add_attribute(element, "kind", kinds[changed->kind], failed);
    xml_add_attribute(element, "code", finding->code, failed);
    xml_add_attribute(element, "level", level_name(finding->level,
        LANGUAGE_EN), failed);
    xml_add_attribute(element, "where", finding->where, failed);
}

static void add_of_build(const struct compared *compared, xmlNodePtr root,
    bool *failed)
{
    if (compared->only)
        xml_add_attribute(root, "left", "yes", failed);
    for (size_t k = 0; k < compared->documents->count; k++)
        add_document(compared, root, &compared->documents->list[k], failed);
    for (size_t k = 0; k < compared->findings->count; k++)
        add_finding(root, &compared->findings->list[k], failed);
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
    if (compared->is_of_build)
        add_of_build(compared, root, &failed);
    if (!failed)
        return doc;
    xmlFreeDoc(doc);
    return NULL;
}
