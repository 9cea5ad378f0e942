/*
 * Tells which findings are about the attachments that are filed: the data is
 * looked at again without what belongs to the others.
 */

#include "library/filing.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/xml.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"
#include "7_forms/attachments.h"
#include "library/found.h"

/* An attachment that is filed, and the pointer of what it is about. */
struct place_filed {
    const char *kind, *src;
    size_t length;
};

struct sorting {
    const struct filing *filing;
    xmlDocPtr documents;        /* all attachments, with nothing in them */
    const char *names;          /* of what is filed */
    struct buffer list;         /* where there are more than were named */
    struct buffer kinds;        /* of the attachments that have these names */
    struct place_filed *filed;  /* these, sorted */
    size_t filed_count;
    struct found *found;        /* without the others */
};

struct name {
    const char *text;
    size_t length;
};

static bool is_same(void *user, const char *name, size_t length)
{
    const struct name *other = user;

    return other->length == length && memcmp(other->text, name, length) == 0;
}

/* Whether a name is among the words, as a whole word. */
static bool is_in(void *words, const char *name, size_t length)
{
    for (const char *at = words; *at; at++)
        if (strncmp(at, name, length) == 0
            && !(at[length] >= '0' && at[length] <= '9'))
            return true;
    return false;
}

static int compare_places(const void *left, const void *right)
{
    const struct place_filed *a = left;
    const struct place_filed *b = right;
    size_t shorter = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->src, b->src, shorter);

    if (order == 0)
        order = (a->length > b->length) - (a->length < b->length);
    return order ? order : strcmp(a->kind, b->kind);
}

/* Whether an attachment of the kind is filed that is about the value of the
 * pointer, or about what is around it. */
static bool is_named(const struct sorting *sorting, const char *kind,
    const char *pointer)
{
    struct place_filed key = { kind, pointer, strlen(pointer) };

    while (sorting->filed_count && !bsearch(&key, sorting->filed,
            sorting->filed_count, sizeof key, compare_places)) {
        if (key.length == 0)
            return false;
        while (key.length > 0 && pointer[--key.length] != '/') {}
    }
    return sorting->filed_count > 0;
}

/* Whether the attachments that an element belongs to include one that is
 * filed. */
static bool is_printed(const struct sorting *sorting, xmlNodePtr element)
{
    const char *kind = node_attribute(element, "attachment");
    const char *form = node_attribute(element, "form");

    return (kind && is_named(sorting, kind, node_attribute(element, "src")))
        || (form && attachments_visit(sorting->kinds.bytes, is_in,
            (void *)form));
}

static bool says_where(xmlNodePtr element)
{
    return node_attribute(element, "attachment")
        || node_attribute(element, "form");
}

static bool is_filed(const struct sorting *sorting, xmlNodePtr element)
{
    while (element->type == XML_ELEMENT_NODE && !says_where(element))
        element = element->parent;
    return element->type != XML_ELEMENT_NODE || is_printed(sorting, element);
}

static bool is_name(xmlNodePtr member)
{
    const char *name = node_attribute(member->parent, "label-from");

    return name && strcmp(name, (const char *)member->name) == 0;
}

/* Takes out the parts that are of attachments that are not filed, but for what
 * is in them and is; the name of an entry stays as long as the entry.  Whether
 * there is anything left. */
static bool prune(const struct sorting *sorting, xmlNodePtr element,
    bool filed)
{
    xmlNodePtr next, child = xmlFirstElementChild(element);
    bool any = node_attribute(element, "attachment")
        ? is_printed(sorting, element) : filed;

    filed = any;
    for (; child; child = next) {
        next = xmlNextElementSibling(child);
        if (!xml_is(child, SUBMISSION_REFERENCE))
            any = prune(sorting, child, filed) || any;
    }
    if (!any && !is_name(element))
        node_remove(element);
    return any;
}

static void add_name(struct sorting *sorting, const char *name)
{
    buffer_printf(&sorting->list, "%s,%s",
        sorting->list.length ? "" : sorting->names, name);
    sorting->names = buffer_string(&sorting->list);
}

/* The attachments of which the data states something, beside those named. */
static void list_stated(struct sorting *sorting, xmlNodePtr element,
    const char *kind)
{
    const char *own = node_attribute(element, "attachment");
    xmlNodePtr child = xmlFirstElementChild(element);
    struct name name;

    kind = own ? own : kind;
    name = (struct name){ kind, kind ? strlen(kind) : 0 };
    if (kind && !child && node_state(element) == STATE_STATED
        && !attachments_visit(sorting->names, is_same, &name))
        add_name(sorting, kind);
    for (; child; child = xmlNextElementSibling(child))
        list_stated(sorting, child, kind);
}

/* Kinds once each: attachments of a kind stand together. */
static void list_filed(struct sorting *sorting)
{
    xmlNodePtr root = xmlDocGetRootElement(sorting->documents);
    xmlNodePtr attachment = xmlFirstElementChild(root);
    const char *former = "";

    sorting->filed = calloc(xmlChildElementCount(root) + 1,
        sizeof *sorting->filed);
    for (; sorting->filed && attachment;
        attachment = xmlNextElementSibling(attachment)) {
        const char *kind = node_attribute(attachment, "kind");
        const char *src = node_attribute(attachment, "src");
        if (!attachment_is_listed(attachment, sorting->names))
            continue;
        if (strcmp(kind, former) != 0)
            buffer_printf(&sorting->kinds, "%s%s", *former ? "," : "", kind);
        former = kind;
        if (src)
            sorting->filed[sorting->filed_count++] = (struct place_filed){
                kind, src, strlen(src) };
    }
    if (sorting->filed)
        qsort(sorting->filed, sorting->filed_count, sizeof *sorting->filed,
            compare_places);
}

static bool is_fault(void *user, struct finding *finding)
{
    (void)user;
    return finding->level > LEVEL_ERROR;
}

static void prune_all(void *sorting, xmlDocPtr submission)
{
    prune(sorting, xmlDocGetRootElement(submission), true);
}

static bool keep(void *user, struct finding *finding)
{
    const struct sorting *sorting = user;
    const struct jixiao_set *set = sorting->filing->set;
    xmlNodePtr node = finding->pointer
        ? where_find(set->submission, finding->pointer) : NULL;

    if (!node || (is_filed(sorting, node)
            && found_has(sorting->found, finding)))
        return true;
    found_uncount(set, finding);
    return false;
}

/* Finds out which attachments are filed; false where a name is unknown. */
static bool open_sorting(struct sorting *sorting, struct findings *findings)
{
    const struct filing *filing = sorting->filing;

    sorting->documents = set_outline(filing->set, NULL, findings);
    if (!sorting->documents || !attachments_are_known(sorting->documents,
            filing->only, findings))
        return false;
    if (filing->and_stated)
        list_stated(sorting, xmlDocGetRootElement(filing->set->submission),
            NULL);
    list_filed(sorting);
    if (sorting->filed && !sorting->list.failed && !sorting->kinds.failed)
        return true;
    findings_out_of_memory(findings);
    return false;
}

static void close_sorting(struct sorting *sorting)
{
    buffer_free(&sorting->list);
    buffer_free(&sorting->kinds);
    free(sorting->filed);
    found_free(sorting->found);
    if (sorting->documents)
        xmlFreeDoc(sorting->documents);
}

bool filing_apply(const struct filing *filing, struct findings *findings,
    size_t first)
{
    struct sorting sorting = { .filing = filing, .names = filing->only };
    bool good = open_sorting(&sorting, findings);

    if (good)
        sorting.found = look_again(filing->set, filing->previous, prune_all,
            &sorting, findings);
    good = sorting.found != NULL;
    findings_revise(findings, first, good ? keep : is_fault, &sorting);
    close_sorting(&sorting);
    return good;
}
