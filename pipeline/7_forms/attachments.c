/* Checks the attachments of a page model, chooses some, and takes one out
 * alone. */

#include "7_forms/attachments.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/buffer.h"
#include "0_base/findings_add.h"
#include "0_base/listed.h"
#include "0_base/phrases.h"
#include "0_base/xml_pieces.h"
#include "3_transform/submission.h"

static void report(const char *before, enum phrase reason,
    const char *behind, struct findings *findings)
{
    findings_add_reasoned(findings, CATALOGUE_GRAMMAR_VIOLATED, before,
        reason, behind, "path", "schemas/common/document.rng", NULL);
}

static bool has_all(xmlNodePtr node, const char *const *names,
    struct findings *findings)
{
    bool complete = true;

    for (; *names; names++) {
        struct buffer element = BUFFER_EMPTY;
        if (node_attribute(node, *names))
            continue;
        complete = false;
        buffer_printf(&element, "<%s>", (const char *)node->name);
        report(buffer_string(&element), PHRASE_MODEL_LACKS, *names, findings);
        buffer_free(&element);
    }
    return complete;
}

bool attachments_are_complete(xmlDocPtr documents, struct findings *findings)
{
    static const char *const of_all[] = { "title", "file", NULL };
    static const char *const of_one[] = { "id", "kind", "name", "file", "src",
        NULL };
    xmlNodePtr root = xmlDocGetRootElement(documents);
    xmlNodePtr attachment = xmlFirstElementChild(root);

    if (!attachment) {
        report("", PHRASE_MODEL_EMPTY, "", findings);
        return false;
    }
    bool complete = has_all(root, of_all, findings);
    /* What one attachment lacks, the others of its template lack as well. */
    for (; complete && attachment;
        attachment = xmlNextElementSibling(attachment))
        complete = has_all(attachment, of_one, findings);
    return complete;
}

static const char *const separators[] = { ",", "，", "、" };

/* The length of a separator at text, 0 where there is none. */
static size_t separator_at(const char *text)
{
    for (size_t k = 0; k < sizeof separators / sizeof *separators; k++)
        if (strncmp(text, separators[k], strlen(separators[k])) == 0)
            return strlen(separators[k]);
    return 0;
}

static size_t name_length(const char *text)
{
    size_t length = 0;

    while (text[length] && !separator_at(text + length))
        length++;
    return length;
}

static bool equals(const char *text, const char *name, size_t length)
{
    return text && strlen(text) == length && memcmp(text, name, length) == 0;
}

static bool is_named(xmlNodePtr attachment, const char *name, size_t length)
{
    return equals(node_attribute(attachment, "id"), name, length)
        || equals(node_attribute(attachment, "kind"), name, length);
}

bool attachments_visit(const char *list, attachment_visitor *visit,
    void *user)
{
    while (*list) {
        size_t length = name_length(list);
        if (visit(user, list, length))
            return true;
        list += length + separator_at(list + length);
    }
    return false;
}

static bool names(void *attachment, const char *name, size_t length)
{
    return is_named(attachment, name, length);
}

bool attachment_is_listed(xmlNodePtr attachment, const char *list)
{
    return attachments_visit(list, names, attachment);
}

static void report_unknown_name(xmlNodePtr root, const char *name,
    size_t length, struct findings *findings)
{
    struct buffer unknown = BUFFER_EMPTY, known = BUFFER_EMPTY;
    xmlNodePtr attachment = xmlFirstElementChild(root);

    buffer_add(&unknown, name, length);
    for (; attachment; attachment = xmlNextElementSibling(attachment))
        listed_add(&known, node_attribute(attachment, "id"));
    findings_add(findings, CATALOGUE_ATTACHMENT_UNKNOWN,
        (struct place){ 0, 0 }, NULL, "name", buffer_string(&unknown),
        "known", buffer_string(&known), NULL);
    if (unknown.failed || known.failed)
        findings_out_of_memory(findings);
    buffer_free(&unknown);
    buffer_free(&known);
}

bool attachments_are_known(xmlDocPtr documents, const char *list,
    struct findings *findings)
{
    xmlNodePtr root = xmlDocGetRootElement(documents);
    bool good = true;

    do {                        /* an empty list has one unknown name */
        size_t length = name_length(list);
        xmlNodePtr attachment = xmlFirstElementChild(root);
        while (attachment && !is_named(attachment, list, length))
            attachment = xmlNextElementSibling(attachment);
        if (!attachment) {
            report_unknown_name(root, list, length, findings);
            good = false;
        }
        list += length + separator_at(list + length);
    } while (*list);
    return good;
}

static bool print_name(void *out, const char *name, size_t length)
{
    buffer_add(out, name, length);
    buffer_add_char(out, ',');
    return false;
}

void attachments_print(const char *list, struct buffer *out)
{
    buffer_add_char(out, ',');
    attachments_visit(list, print_name, out);
}

void attachments_select(xmlDocPtr documents, const char *list)
{
    xmlNodePtr next, attachment = xmlFirstElementChild(
        xmlDocGetRootElement(documents));

    for (; attachment; attachment = next) {
        next = xmlNextElementSibling(attachment);
        if (!attachment_is_listed(attachment, list)) {
            xmlUnlinkNode(attachment);
            xmlFreeNode(attachment);
        }
    }
}

static xmlDocPtr copy_alone(xmlNodePtr attachment)
{
    xmlDocPtr alone = xmlNewDoc(BAD_CAST "1.0");
    xmlNodePtr root = alone ? xmlDocCopyNode(attachment->parent, alone, 2)
        : NULL;     /* 2 copies the attributes, but no children */
    xmlNodePtr copy = root ? xmlDocCopyNode(attachment, alone, 1) : NULL;

    if (root)
        xmlDocSetRootElement(alone, root);
    if (copy) {
        xmlAddChild(root, copy);
        return alone;
    }
    if (alone)
        xmlFreeDoc(alone);
    return NULL;
}

xmlDocPtr attachment_alone(xmlNodePtr attachment)
{
    xml_pieces_begin();
    xmlDocPtr alone = copy_alone(attachment);
    xml_pieces_end();
    return alone;
}
