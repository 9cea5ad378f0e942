/*
 * Attachments of a draft as parts of a page.
 */

#include "library/draft_forms.h"

/* What a stylesheet makes of a page model. */
static char *make(struct jixiao_draft *draft, enum draft_sheet sheet,
    xmlDocPtr documents, size_t *length, struct findings *findings)
{
    const struct stylesheet *compiled = draft_sheet(draft, sheet, findings);
    struct buffer out = BUFFER_EMPTY;
    bool good = compiled && stylesheet_write(compiled, documents,
        draft->edition->style, &out, findings);

    *length = out.length;
    char *text = good ? buffer_take(&out) : NULL;
    if (good && !text)
        findings_out_of_memory(findings);
    buffer_free(&out);
    return text;
}

char *jixiao_draft_html(struct jixiao_draft *draft, const char *attachment,
    size_t *length, struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);
    xmlDocPtr form = draft_form(draft, attachment, list);

    return form ? make(draft, DRAFT_ARTICLE, form, length, list) : NULL;
}

char *jixiao_draft_css(struct jixiao_draft *draft, size_t *length,
    struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);
    xmlDocPtr empty = xmlNewDoc(BAD_CAST "1.0");
    xmlNodePtr root = empty ? xmlNewDocNode(empty, NULL, BAD_CAST "none",
        NULL) : NULL;
    char *text = NULL;

    if (root) {
        xmlDocSetRootElement(empty, root);
        text = make(draft, DRAFT_CSS, empty, length, list);
    } else {
        findings_out_of_memory(list);
    }
    xmlFreeDoc(empty);
    return text;
}
