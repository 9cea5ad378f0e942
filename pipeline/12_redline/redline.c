/* Goes through the attachments of two page models. */

#include "12_redline/redline.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/xml_add.h"
#include "12_redline/merging_blocks.h"
#include "3_transform/submission.h"
#include "7_forms/attachment_index.h"

/* --- pointers ------------------------------------------------------------ */

static bool move_attribute(xmlNodePtr element, redline_mover *move,
    void *user)
{
    const char *src = node_attribute(element, "src");
    struct buffer moved = BUFFER_EMPTY;

    if (!src)
        return true;
    if (!move(user, src, &moved)) {
        buffer_clear(&moved);
        buffer_printf(&moved, POINTER_GONE "%s", src);
    }
    bool good = !moved.failed && xmlSetProp(element, BAD_CAST "src",
        BAD_CAST buffer_string(&moved));
    buffer_free(&moved);
    return good;
}

static bool move_all(xmlNodePtr element, redline_mover *move, void *user)
{
    bool good = move_attribute(element, move, user);

    for (xmlNodePtr child = xmlFirstElementChild(element); good && child;
        child = xmlNextElementSibling(child))
        good = move_all(child, move, user);
    return good;
}

bool redline_move(xmlDocPtr old, redline_mover *move, void *user)
{
    return move_all(xmlDocGetRootElement(old), move, user);
}

/* --- attachments --------------------------------------------------------- */

struct redline {
    struct attachment_index old, new;
    xmlNodePtr next;            /* the attachment to come */
    bool in_old;                /* it is one of the old page model */
    xmlDocPtr old_documents, new_documents;
    const struct lexicon *lexicon;
    bool failed;
};

struct redline *redline_new(xmlDocPtr old, xmlDocPtr new,
    const struct lexicon *lexicon)
{
    struct redline *redline = calloc(1, sizeof *redline);

    if (!redline)
        return NULL;
    redline->lexicon = lexicon;
    redline->old_documents = old;
    redline->new_documents = new;
    redline->next = xmlFirstElementChild(xmlDocGetRootElement(new));
    if (!attachment_index_make(&redline->old, old)
        || !attachment_index_make(&redline->new, new)) {
        redline_free(redline);
        return NULL;
    }
    return redline;
}

void redline_free(struct redline *redline)
{
    if (redline) {
        attachment_index_free(&redline->old);
        attachment_index_free(&redline->new);
    }
    free(redline);
}

bool redline_failed(const struct redline *redline)
{
    return redline->failed;
}

/* The attachment of the other page model of the same kind and source. */
static xmlNodePtr find_partner(const struct redline *redline,
    xmlNodePtr attachment)
{
    const char *src = node_attribute(attachment, "src");
    xmlNodePtr found = attachment_index_find(redline->in_old ? &redline->new
        : &redline->old, node_attribute(attachment, "kind"), src);
    const char *other = found ? node_attribute(found, "src") : NULL;

    return src && other && strcmp(src, other) == 0 ? found : NULL;
}

/* The one that was no more. */
static xmlNodePtr take_next(struct redline *redline)
{
    xmlNodePtr taken = redline->next;

    if (!taken && !redline->in_old) {
        redline->in_old = true;
        taken = xmlFirstElementChild(xmlDocGetRootElement(
            redline->old_documents));
    }
    while (taken && redline->in_old && find_partner(redline, taken))
        taken = xmlNextElementSibling(taken);
    redline->next = taken ? xmlNextElementSibling(taken) : NULL;
    return taken;
}

static xmlNodePtr new_root(struct merging *merging, xmlDocPtr out,
    xmlNodePtr like)
{
    xmlNodePtr root = out ? xmlNewDocNode(out, NULL, like->name, NULL) : NULL;
    xmlNsPtr namespace = root ? xmlNewNs(root, like->ns->href, NULL) : NULL;

    if (root)
        xmlDocSetRootElement(out, root);
    if (!namespace) {
        merging->failed = true;
        return NULL;
    }
    xmlSetNs(root, namespace);
    root->properties = xmlCopyPropList(root, like->properties);
    if (!root->properties)
        merging->failed = true;
    return root;
}

/* One attachment of both versions, or of one of them, in out. */
static bool merge(struct redline *redline, xmlNodePtr attachment,
    xmlDocPtr out)
{
    struct merging merging = { .lexicon = redline->lexicon };
    xmlNodePtr partner = find_partner(redline, attachment);
    xmlNodePtr old = redline->in_old ? attachment : partner;
    xmlNodePtr new = redline->in_old ? partner : attachment;
    xmlNodePtr root = new_root(&merging, out, xmlDocGetRootElement(
        redline->new_documents));
    xmlNodePtr merged = root ? merging_element(&merging, root, attachment)
        : NULL;

    if (merged)
        merging_attachment(&merging, merged, old, new);
    redline->failed = redline->failed || merging.failed;
    return merging.changed;
}

xmlDocPtr redline_next(struct redline *redline)
{
    for (xmlNodePtr attachment; !redline->failed
        && (attachment = take_next(redline));) {
        xmlDocPtr out = xmlNewDoc(BAD_CAST "1.0");
        bool changed = merge(redline, attachment, out);
        if (changed && !redline->failed)
            return out;
        if (out)
            xmlFreeDoc(out);
    }
    return NULL;
}
