/* The forms of a draft. */

#include "library/draft_forms.h"

#include <string.h>

#include "2_schema/target.h"
#include "17_edit/typed.h"
#include "3_transform/submission.h"
#include "7_forms/attachments.h"

/* Forms made for editing have a place for what is blank, too. */
#define WITH_PLACES "places"

#define OVERRIDES "formula"
#define CHOICE "choice"

static const char *const paths[DRAFT_SHEET_COUNT] = {
    [DRAFT_ARTICLE] = "stylesheets/edit/article.xsl",
    [DRAFT_CSS] = "stylesheets/edit/typography.xsl",
    [DRAFT_OTHER] = "stylesheets/edit/other.xsl",
};

const struct stylesheet *draft_sheet(struct jixiao_draft *draft,
    enum draft_sheet sheet, struct findings *findings)
{
    if (!draft->sheets[sheet])
        draft->sheets[sheet] = stylesheet_compile(&draft->jixiao->resources,
            paths[sheet], findings);
    return draft->sheets[sheet];
}

void draft_forms_free(struct draft_forms *forms)
{
    attachment_index_free(&forms->index);
    if (forms->outline)
        xmlFreeDoc(forms->outline);
    if (forms->form)
        xmlFreeDoc(forms->form);
}

static const char *id_of(xmlDocPtr form)
{
    return node_attribute(xmlFirstElementChild(xmlDocGetRootElement(form)),
        "id");
}

/* What people read for a value that is one of several. */
static bool mark_choice(const struct jixiao_set *set, xmlNodePtr node)
{
    const char *type = node_attribute(node, "type");
    struct target target;

    if (!type || strcmp(type, "token") != 0
        || !target_find(set->json, set->edition->schema,
            node_attribute(node, "src"), &target)
        || !cJSON_IsString(target.value) || !typed_choices(&target))
        return true;
    return node_set_attribute(node, CHOICE, schema_choice_words(target.node,
        target.value->valuestring));
}

static bool mark_choices(const struct jixiao_set *set, xmlNodePtr node)
{
    bool good = mark_choice(set, node);

    for (xmlNodePtr child = xmlFirstElementChild(node); good && child;
        child = xmlNextElementSibling(child))
        good = mark_choices(set, child);
    return good;
}

static xmlDocPtr apply_other(struct jixiao_draft *draft,
    const struct jixiao_set *set, xmlDocPtr submission,
    struct findings *findings)
{
    const struct stylesheet *sheet = draft_sheet(draft, DRAFT_OTHER, findings);

    return sheet ? stylesheet_apply(sheet, submission, set->edition->style,
        findings) : NULL;
}

/* What no attachment prints, as a page model of its own. */
static xmlDocPtr make_other(struct jixiao_draft *draft,
    const struct jixiao_set *set, struct findings *findings)
{
    if (mark_choices(set, xmlDocGetRootElement(set->submission)))
        return apply_other(draft, set, set->submission, findings);
    findings_out_of_memory(findings);
    return NULL;
}

/* What lists it: the set itself, without what is in it. */
static xmlDocPtr outline_other(struct jixiao_draft *draft,
    const struct jixiao_set *set, struct findings *findings)
{
    xmlDocPtr bare = xmlNewDoc(BAD_CAST "1.0"), other = NULL;
    xmlNodePtr root = bare ? xmlNewDocNode(bare, NULL,
        xmlDocGetRootElement(set->submission)->name, NULL) : NULL;

    if (root) {
        xmlDocSetRootElement(bare, root);
        other = apply_other(draft, set, bare, findings);
    } else {
        findings_out_of_memory(findings);
    }
    xmlFreeDoc(bare);
    return other;
}

/* Behind the attachments, the one of what none of them prints. */
static bool add_other(struct jixiao_draft *draft, const struct jixiao_set *set,
    xmlDocPtr outline, struct findings *findings)
{
    xmlDocPtr other = outline_other(draft, set, findings);
    xmlNodePtr root = xmlDocGetRootElement(outline), copy;

    if (!other)
        return false;
    copy = xmlDocCopyNode(xmlFirstElementChild(xmlDocGetRootElement(other)),
        outline, 1);
    xmlFreeDoc(other);
    if (copy && xmlAddChild(root, copy)
        && xmlReconciliateNs(outline, copy) >= 0)
        return true;
    findings_out_of_memory(findings);
    return false;
}

/* The attachments, with what is in the one of an id, which may be NULL. */
static bool outline(struct jixiao_draft *draft, const struct jixiao_set *set,
    struct draft_forms *forms, const char *id, struct findings *findings)
{
    forms->outline = set_outline(set, id, findings);
    if (!forms->outline || !add_other(draft, set, forms->outline, findings))
        return false;
    if (attachment_index_make(&forms->index, forms->outline))
        return true;
    findings_out_of_memory(findings);
    return false;
}

/* NULL for none. */
static xmlNodePtr find(const struct draft_forms *forms, const char *id)
{
    xmlNodePtr attachment = forms->outline ? xmlFirstElementChild(
        xmlDocGetRootElement(forms->outline)) : NULL;

    while (attachment && strcmp(node_attribute(attachment, "id"), id) != 0)
        attachment = xmlNextElementSibling(attachment);
    return attachment;
}

/* What no attachment prints is behind all of them. */
static bool is_other(xmlNodePtr attachment)
{
    return !xmlNextElementSibling(attachment);
}

/* The form that was asked for last, of the outline that has it. */
static bool keep_form(struct jixiao_draft *draft,
    const struct jixiao_set *set, struct draft_forms *forms, const char *id,
    struct findings *findings)
{
    xmlNodePtr attachment = id ? find(forms, id) : NULL;

    if (!attachment)
        return true;
    if (is_other(attachment))
        forms->form = make_other(draft, set, findings);
    else if (!(forms->form = attachment_alone(attachment)))
        findings_out_of_memory(findings);
    return forms->form != NULL;
}

/* What is stated where a formula gives a value says so. */
static bool mark_overridden(xmlNodePtr node)
{
    const char *code = node_overrides(node);
    bool good = !code || node_set_attribute(node, OVERRIDES, code);

    for (xmlNodePtr child = xmlFirstElementChild(node); good && child;
        child = xmlNextElementSibling(child))
        good = mark_overridden(child);
    return good;
}

/* What is wrong with the edition's stylesheets is no matter of the data. */
bool draft_forms_make(struct jixiao_draft *draft, const struct jixiao_set *set,
    struct draft_forms *forms, struct findings *findings)
{
    xmlNodePtr root = xmlDocGetRootElement(set->submission);
    struct findings *aside = findings_new();

    const char *id = draft->forms.form ? id_of(draft->forms.form) : NULL;
    bool good = false;

    *forms = (struct draft_forms){ .outline = NULL };
    if (!aside || !node_set_attribute(root, WITH_PLACES, "yes")
        || !mark_overridden(root))
        findings_out_of_memory(findings);
    else
        good = outline(draft, set, forms, id, aside)
            && keep_form(draft, set, forms, id, aside);
    if (aside && !good)
        findings_append(findings, aside);
    findings_free(aside);
    if (!good)
        draft_forms_free(forms);
    return good;
}

xmlDocPtr draft_form(struct jixiao_draft *draft, const char *id,
    struct findings *findings)
{
    struct draft_forms *forms = &draft->forms;
    xmlNodePtr attachment = find(forms, id);

    if (!attachment)
        return NULL;
    if (forms->form && strcmp(id_of(forms->form), id) == 0)
        return forms->form;
    if (forms->form)
        xmlFreeDoc(forms->form);
    forms->form = is_other(attachment)
        ? make_other(draft, draft->set, findings)
        : set_document(draft->set, node_attribute(attachment, "id"), findings);
    return forms->form;
}
