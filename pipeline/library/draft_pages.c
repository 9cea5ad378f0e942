/*
 * Attachments of a draft as parts of a page.
 */

#include "7_forms/attachments.h"
#include "library/drafting.h"

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
    xmlNodePtr found = draft_attachment(draft, attachment);
    xmlDocPtr alone = found ? attachment_alone(found) : NULL;

    if (!alone) {
        if (found)
            findings_out_of_memory(list);
        return NULL;
    }
    char *text = make(draft, DRAFT_ARTICLE, alone, length, list);
    xmlFreeDoc(alone);
    return text;
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
