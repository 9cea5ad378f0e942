/*
 * The circular of a run: its edition's stylesheet makes the page model, and the
 * formats make the file.
 */

#include <stdlib.h>

#include "0_base/digest.h"
#include "0_base/value.h"
#include "7_forms/attachments.h"
#include "library/made.h"
#include "library/summaries/summaries.h"

/* What the circular is signed with; false if memory runs out. */
static bool sign(xmlNodePtr root, const struct summary_writing *writing)
{
    struct buffer date = BUFFER_EMPTY;

    if (writing->date)
        date_print(writing->date, &date);
    bool good = (!writing->sender || xmlSetProp(root, BAD_CAST "sender",
            BAD_CAST writing->sender))
        && (!writing->date || xmlSetProp(root, BAD_CAST "date",
            BAD_CAST buffer_string(&date))) && !date.failed;
    buffer_free(&date);
    return good;
}

/* The summary for a stylesheet, which asks for the words of an edition, be
 * there no data that names one.  NULL with a finding. */
static xmlDocPtr make_tree(const struct summary_writing *writing,
    const struct edition *edition)
{
    xmlDocPtr tree = summary_make_tree(writing);
    xmlNodePtr root = tree ? xmlDocGetRootElement(tree) : NULL;

    if (!tree || (xmlSetProp(root, BAD_CAST "edition", BAD_CAST edition->name)
            && sign(root, writing)))
        return tree;
    findings_out_of_memory(writing->findings);
    xmlFreeDoc(tree);
    return NULL;
}

/* The page model; NULL with a finding. */
static xmlDocPtr make_documents(const struct summary_writing *writing,
    struct edition *edition)
{
    struct findings *findings = writing->findings;
    const struct stylesheet *sheet = edition_sheet(edition, EDITION_CIRCULAR,
        findings);
    xmlDocPtr tree = sheet ? make_tree(writing, edition) : NULL;

    stylesheet_verify(writing->verify);
    xmlDocPtr documents = tree ? stylesheet_apply(sheet, tree, edition->style,
        findings) : NULL;
    stylesheet_verify(false);
    if (tree)
        xmlFreeDoc(tree);
    if (documents && writing->verify)
        grammar_check(writing->jixiao, GRAMMAR_DOCUMENT, documents, findings);
    if (documents && !attachments_are_complete(documents, findings)) {
        xmlFreeDoc(documents);
        documents = NULL;
    }
    return documents;
}

/* What it is made from: the records, as text. */
static bool take_digest(const struct summary_writing *writing,
    char digest[DIGEST_TEXT_SIZE])
{
    struct buffer records = BUFFER_EMPTY;
    bool good = summary_write_records(writing, &records);

    digest_text(buffer_string(&records), records.length, digest);
    buffer_free(&records);
    if (!good)
        findings_out_of_memory(writing->findings);
    return good;
}

static bool render(const struct summary_writing *writing,
    const struct edition *edition, xmlDocPtr documents, enum format format,
    struct buffer *out)
{
    struct buffer outputs[FORMAT_COUNT] = { BUFFER_EMPTY };
    struct paper_use use = {0};
    char digest[DIGEST_TEXT_SIZE];
    const struct format_source source = { .documents = documents,
        .style = edition->style, .origin = { PROGRAM, digest, NULL },
        .use = &use };
    bool good = take_digest(writing, digest)
        && jixiao_open_formats(writing->jixiao, writing->findings);

    if (good) {
        formats_begin(writing->jixiao->formats);
        good = formats_render(writing->jixiao->formats, FORMAT_SET(format),
            &source, outputs, writing->findings);
    }
    if (good) {
        *out = outputs[format];
        outputs[format] = (struct buffer)BUFFER_EMPTY;
    }
    for (int k = 0; k < FORMAT_COUNT; k++)
        buffer_free(&outputs[k]);
    free(use.faces);
    return good;
}

bool summary_write_circular(const struct summary_writing *writing,
    enum format format, struct buffer *out)
{
    struct edition *edition = jixiao_find_edition(writing->jixiao,
        summary_edition(writing->summary), writing->findings);
    xmlDocPtr documents = edition ? make_documents(writing, edition) : NULL;
    bool good = documents && render(writing, edition, documents, format, out);

    if (documents)
        xmlFreeDoc(documents);
    return good;
}
