/*
 * The page model of a set; and what is between the stages, printed.
 */

#include <string.h>

#include "3_transform/submission.h"
#include "7_forms/attachments.h"
#include "9_bundle/unprinted.h"
#include "library/workbook.h"

/* The attachments, those that only names with what is in them; NULL: all. */
static xmlDocPtr lay_out(const struct jixiao_set *set, const char *only,
    struct findings *findings)
{
    const struct stylesheet *forms = edition_sheet(set->edition,
        EDITION_FORMS, findings);
    struct buffer names = BUFFER_EMPTY;
    xmlDocPtr documents = NULL;

    if (only)
        attachments_print(only, &names);
    if (names.failed)
        findings_out_of_memory(findings);
    else if (forms)
        documents = stylesheet_apply_with(forms, set->submission,
            set->edition->style, &(struct parameter){ "only",
            buffer_string(&names) }, findings);
    buffer_free(&names);
    if (documents && !attachments_are_complete(documents, findings)) {
        xmlFreeDoc(documents);
        documents = NULL;
    }
    return documents;
}

xmlDocPtr set_outline(const struct jixiao_set *set, const char *id,
    struct findings *findings)
{
    return lay_out(set, id ? id : "", findings);
}

xmlDocPtr set_document(const struct jixiao_set *set, const char *only,
    struct findings *findings)
{
    xmlDocPtr documents = lay_out(set, only, findings);
    size_t first = findings_count(findings);

    if (!documents)
        return NULL;
    bool good = only ? attachments_are_known(documents, only, findings)
        : unprinted_report(set->submission, documents, set->json, findings);
    if (set->workbook)
        workbook_place(set->workbook, first, findings);
    if (!good) {
        xmlFreeDoc(documents);
        return NULL;
    }
    if (only)
        attachments_select(documents, only);
    return documents;
}

static char *print_tree(xmlDocPtr tree, size_t *length,
    struct findings *findings)
{
    xmlChar *bytes = NULL;
    int size = 0;

    if (submission_list(tree))
        xmlDocDumpMemoryEnc(tree, &bytes, &size, "UTF-8");
    char *copy = bytes ? strndup((char *)bytes, (size_t)size) : NULL;
    if (!copy)
        findings_out_of_memory(findings);
    xmlFree(bytes);
    *length = copy ? (size_t)size : 0;
    return copy;
}

char *jixiao_print_submission(const struct jixiao_set *set, size_t *length,
    struct jixiao_findings *findings)
{
    return print_tree(set->submission, length, findings_inside(findings));
}

char *jixiao_print_document(const struct jixiao_set *set, const char *only,
    size_t *length, struct jixiao_findings *findings)
{
    xmlDocPtr documents = set_document(set, only, findings_inside(findings));

    *length = 0;
    if (!documents)
        return NULL;
    char *text = print_tree(documents, length, findings_inside(findings));
    xmlFreeDoc(documents);
    return text;
}
