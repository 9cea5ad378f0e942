/* The forms of a draft. */

#include "library/draft_forms.h"

#include "3_transform/submission.h"

/* Forms made for editing have a place for what is blank, too. */
#define WITH_PLACES "places"

#define OVERRIDES "formula"

void draft_forms_free(struct draft_forms *forms)
{
    attachment_index_free(&forms->index);
    if (forms->documents)
        xmlFreeDoc(forms->documents);
}

/* Behind the attachments, the one of what none of them prints. */
static bool add_other(struct jixiao_draft *draft, const struct jixiao_set *set,
    xmlDocPtr documents, struct findings *findings)
{
    const struct stylesheet *sheet = draft_sheet(draft, DRAFT_OTHER, findings);
    xmlDocPtr other = sheet ? stylesheet_apply(sheet, set->submission,
        set->edition->style, findings) : NULL;
    xmlNodePtr root = xmlDocGetRootElement(documents), copy;

    if (!other)
        return false;
    copy = xmlDocCopyNode(xmlFirstElementChild(xmlDocGetRootElement(other)),
        documents, 1);
    xmlFreeDoc(other);
    if (copy && xmlAddChild(root, copy)
        && xmlReconciliateNs(documents, copy) >= 0)
        return true;
    findings_out_of_memory(findings);
    return false;
}

static xmlDocPtr make(struct jixiao_draft *draft,
    const struct jixiao_set *set, struct findings *findings)
{
    xmlDocPtr documents = set_document(set, NULL, findings);

    if (!documents || add_other(draft, set, documents, findings))
        return documents;
    xmlFreeDoc(documents);
    return NULL;
}

/* What is stated where a formula gives a value says so. */
static bool mark_overrides(xmlNodePtr node)
{
    const char *code = node_overrides(node);
    bool good = !code || node_set_attribute(node, OVERRIDES, code);

    for (xmlNodePtr child = xmlFirstElementChild(node); good && child;
        child = xmlNextElementSibling(child))
        good = mark_overrides(child);
    return good;
}

/* What is wrong with the edition's stylesheets is no matter of the data. */
bool draft_forms_make(struct jixiao_draft *draft, const struct jixiao_set *set,
    struct draft_forms *forms, struct findings *findings)
{
    xmlNodePtr root = xmlDocGetRootElement(set->submission);
    struct findings *aside = findings_new();

    *forms = (struct draft_forms){ .documents = NULL };
    if (!aside || !node_set_attribute(root, WITH_PLACES, "yes")
        || !mark_overrides(root))
        findings_out_of_memory(findings);
    else
        forms->documents = make(draft, set, aside);
    if (aside && !forms->documents)
        findings_append(findings, aside);
    findings_free(aside);
    if (!forms->documents)
        return false;
    if (attachment_index_make(&forms->index, forms->documents))
        return true;
    findings_out_of_memory(findings);
    draft_forms_free(forms);
    return false;
}
