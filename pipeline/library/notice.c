/* Collects what the notice of a correction says, and makes it. */

#include "library/notice.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/decimal.h"
#include "0_base/id_map.h"
#include "0_base/value.h"
#include "0_base/xml_add.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"
#include "7_forms/attachments.h"
#include "12_redline/merging.h"

struct notice {
    const struct jixiao_comparison *comparison;
    xmlDocPtr tree;
    struct id_map following;    /* pointers of values that follow */
    struct id_map shown;        /* of those that have a place */
    struct id_map placed;       /* of these, by kind of attachment, too */
    struct id_map named;        /* of those that have a name */
};

/* --- what it is made of --------------------------------------------------- */

/* A copy of an element with what is in it, or with its attributes alone, at
 * the end of another one. */
static bool add_copy(xmlNodePtr parent, xmlNodePtr element, bool is_whole)
{
    xmlNodePtr copy = xmlDocCopyNode(element, parent->doc, is_whole ? 1 : 2);

    return copy && xmlAddChild(parent, copy);
}

/* Why, where it is given, and the day, as it is printed and as files are dated
 * by it. */
static bool sign(xmlNodePtr root, const char *reason, const char *date)
{
    struct buffer printed = BUFFER_EMPTY;

    if (date)
        date_print(date, &printed);
    bool good = !printed.failed && (!reason || xmlNewProp(root,
            BAD_CAST "reason", BAD_CAST reason))
        && (!date || (xmlNewProp(root, BAD_CAST "date",
            BAD_CAST buffer_string(&printed))
        && xmlSetProp(xmlLastElementChild(root), BAD_CAST "date",
            BAD_CAST date)));
    buffer_free(&printed);
    return good;
}

/* --- pointers ------------------------------------------------------------- */

static uint64_t key_of(const char *text)
{
    return id_map_text(text, strlen(text));
}

static bool note(struct id_map *pointers, const char *pointer)
{
    uint32_t id;

    return id_map_add(pointers, key_of(pointer), &id);
}

static bool is_noted(const struct id_map *pointers, const char *pointer)
{
    uint32_t id;

    return id_map_find(pointers, key_of(pointer), &id);
}

/* False if memory runs out. */
static bool note_place(struct notice *notice, const char *pointer,
    const char *kind, bool *is_new)
{
    uint32_t count = notice->placed.count;
    uint32_t id;
    bool good = note(&notice->shown, pointer) && id_map_add(&notice->placed,
        id_map_chain(key_of(pointer), key_of(kind)), &id);

    *is_new = good && notice->placed.count > count;
    return good;
}

/* Values that nobody stated otherwise.  False if memory runs out. */
static bool note_following(struct notice *notice)
{
    const struct facts *facts = notice->comparison->facts;

    for (size_t k = 0; k < facts->count; k++) {
        const struct fact *fact = &facts->list[k];
        if (fact->follows && fact->pointer
            && !note(&notice->following, fact->pointer))
            return false;
    }
    return true;
}

/* --- the whole of it ------------------------------------------------------ */

static bool fill(struct notice *notice, xmlDocPtr documents,
    const struct jixiao_redline *how)
{
    xmlDocPtr submission = notice->comparison->new->submission;
    xmlNodePtr root;

    notice->tree = xmlNewDoc(BAD_CAST "1.0");
    root = notice->tree ? xmlNewDocNode(notice->tree, NULL,
        BAD_CAST "correction", NULL) : NULL;
    if (!root)
        return false;
    xmlDocSetRootElement(notice->tree, root);
    return submission_list(submission)
        && add_copy(root, xmlDocGetRootElement(submission), true)
        && add_copy(root, xmlDocGetRootElement(documents), false)
        && sign(root, how->reason, how->date) && note_following(notice);
}

struct notice *notice_new(const struct jixiao_comparison *comparison,
    xmlDocPtr documents, const struct jixiao_redline *how)
{
    struct notice *notice = calloc(1, sizeof *notice);

    if (!notice)
        return NULL;
    notice->comparison = comparison;
    if (fill(notice, documents, how))
        return notice;
    notice_free(notice);
    return NULL;
}

void notice_free(struct notice *notice)
{
    if (!notice)
        return;
    if (notice->tree)
        xmlFreeDoc(notice->tree);
    id_map_free(&notice->following);
    id_map_free(&notice->shown);
    id_map_free(&notice->placed);
    id_map_free(&notice->named);
    free(notice);
}

xmlDocPtr notice_tree(const struct notice *notice)
{
    return notice->tree;
}

/* --- where values stand --------------------------------------------------- */

static bool is_changed_value(xmlNodePtr element)
{
    bool is_changed = false;

    for (xmlNodePtr child = xmlFirstElementChild(element); child;
        child = xmlNextElementSibling(child))
        is_changed = is_changed || xmlStrEqual(child->name, BAD_CAST
            "inserted") || xmlStrEqual(child->name, BAD_CAST "deleted");
    return is_changed && xmlStrEqual(element->name, BAD_CAST "value");
}

/* A place that is known to be in an attachment, without that. */
static const char *without_attachment(const char *where,
    const char *attachment)
{
    size_t length = strlen(attachment);

    if (strncmp(where, attachment, length) == 0)
        where += length;
    return where + (*where == ' ');
}

/* The place of a value in the attachment that states it, once however often
 * that prints it. */
static bool add_place(struct notice *notice, xmlNodePtr node,
    const char *src, const char *kind)
{
    struct buffer words = BUFFER_EMPTY;
    bool is_new, failed = !note_place(notice, src, kind, &is_new);

    if (!is_new)
        return !failed;
    where_print_inside(node, &words);
    xmlNodePtr place = xml_add_element(xmlDocGetRootElement(notice->tree),
        "place", buffer_string(&words), &failed);
    xml_add_attribute(place, "src", src, &failed);
    xml_add_attribute(place, "kind", kind, &failed);
    if (is_noted(&notice->following, src))
        xml_add_attribute(place, "follows", "true", &failed);
    failed = failed || words.failed;
    buffer_free(&words);
    return !failed;
}

/* What a value is called where another attachment quotes it, once; and which
 * entry its own attachment is made of, if it is made of one. */
static bool add_name(struct notice *notice, xmlNodePtr node,
    const char *src, const char *attachment)
{
    struct buffer inside = BUFFER_EMPTY, where = BUFFER_EMPTY;
    bool failed = false;

    if (is_noted(&notice->named, src))
        return true;
    where_print_inside(node, &inside);
    where_print(node, &where);
    if (where.length > inside.length)
        buffer_cut(&where, where.length - inside.length);
    xmlNodePtr name = xml_add_element(xmlDocGetRootElement(notice->tree),
        "name", buffer_string(&inside), &failed);
    xml_add_attribute(name, "src", src, &failed);
    xml_add_attribute(name, "of", without_attachment(buffer_string(&where),
        attachment), &failed);
    failed = failed || inside.failed || where.failed
        || !note(&notice->named, src);
    buffer_free(&inside);
    buffer_free(&where);
    return !failed;
}

/* One or the other; the number of entries of a list is stated nowhere. */
static bool add_where(struct notice *notice, xmlNodePtr value,
    const char *kind)
{
    const char *src = node_attribute(value, "src");
    xmlNodePtr node = src ? where_find(notice->comparison->new->submission,
        src) : NULL;
    const char *attachment = node ? where_attachment(node) : NULL;
    enum value_type type;

    if (!node || !node_value_type(node, &type))
        return true;
    return attachment && strcmp(attachment, kind) != 0
        ? add_name(notice, node, src, attachment)
        : add_place(notice, node, src, kind);
}

/* What came or went whole, as its data names it. */
static bool add_entry(struct notice *notice, const char *src)
{
    const struct jixiao_comparison *comparison = notice->comparison;
    size_t gone = strlen(POINTER_GONE);
    bool is_gone = strncmp(src, POINTER_GONE "/", gone + 1) == 0;
    xmlNodePtr node = is_gone
        ? where_find(comparison->old->submission, src + gone)
        : where_find(comparison->new->submission, src);
    struct buffer words = BUFFER_EMPTY;
    bool failed = false;

    if (!node || !node_attribute(node, "label-from"))
        return true;
    where_print_inside(node, &words);
    xmlNodePtr entry = xml_add_element(xmlDocGetRootElement(notice->tree),
        "entry", buffer_string(&words), &failed);
    xml_add_attribute(entry, "src", src, &failed);
    failed = failed || words.failed;
    buffer_free(&words);
    return !failed;
}

static bool add_places(struct notice *notice, xmlNodePtr element,
    const char *kind)
{
    bool good = !is_changed_value(element)
        || add_where(notice, element, kind);
    const char *src = node_attribute(element, "change")
        ? node_attribute(element, "src") : NULL;

    good = good && (!src || add_entry(notice, src));

    for (xmlNodePtr child = xmlFirstElementChild(element); good && child;
        child = xmlNextElementSibling(child))
        good = add_places(notice, child, kind);
    return good;
}

bool notice_add(struct notice *notice, xmlDocPtr changed)
{
    xmlNodePtr root = xmlDocGetRootElement(notice->tree);
    xmlNodePtr attachment = xmlFirstElementChild(xmlDocGetRootElement(
        changed));
    xmlNodePtr documents = xmlNextElementSibling(xmlFirstElementChild(root));

    return add_copy(documents, attachment, true) && add_places(notice,
        attachment, node_attribute(attachment, "kind"));
}

/* --- what is not shown ---------------------------------------------------- */

static bool is_figure(const struct notice *notice, const char *pointer)
{
    xmlNodePtr node = where_find(notice->comparison->new->submission,
        pointer);
    enum value_type type;

    return node && node_value_type(node, &type) && value_type_is_figure(type);
}

static struct decimal figure_of(struct fact_side side)
{
    struct decimal figure = decimal_blank;

    return decimal_parse(side.text, strlen(side.text), &figure)
        == DECIMAL_OK ? figure : decimal_blank;
}

/* As 8.8 and 8.80 are, which is not said of any. */
static bool are_equal(struct fact_side old, struct fact_side new)
{
    struct decimal before = figure_of(old), after = figure_of(new);

    return !before.blank && !after.blank
        && decimal_compare(before, after) == 0;
}

static bool is_unshown(const struct notice *notice, const struct fact *fact)
{
    return fact->kind == FACT_CHANGED && !fact->follows && fact->attachment
        && is_figure(notice, fact->pointer)
        && !is_noted(&notice->shown, fact->pointer)
        && !are_equal(fact->old, fact->new);
}

static void print_side(xmlNodePtr element, const char *name,
    struct fact_side side, bool *failed)
{
    struct buffer text = BUFFER_EMPTY;

    buffer_printf(&text, "%s%s", side.text, side.unit);
    xml_add_attribute(element, name, buffer_string(&text), failed);
    *failed = *failed || text.failed;
    buffer_free(&text);
}

static bool add_unshown(struct notice *notice, const struct fact *fact)
{
    bool failed = false;
    xmlNodePtr unshown = xml_add_element(xmlDocGetRootElement(notice->tree),
        "unshown", without_attachment(fact->where, fact->attachment),
        &failed);

    xml_add_attribute(unshown, "src", fact->pointer, &failed);
    xml_add_attribute(unshown, "kind", fact->attachment, &failed);
    print_side(unshown, "old", fact->old, &failed);
    print_side(unshown, "new", fact->new, &failed);
    return !failed;
}

bool notice_close(struct notice *notice)
{
    const struct facts *facts = notice->comparison->facts;
    bool good = true;

    for (size_t k = 0; good && k < facts->count; k++)
        good = !is_unshown(notice, &facts->list[k])
            || add_unshown(notice, &facts->list[k]);
    return good;
}

/* --- the page model ------------------------------------------------------- */

xmlDocPtr notice_make(const struct notice *notice, struct findings *findings)
{
    struct edition *edition = notice->comparison->new->edition;
    const struct stylesheet *sheet = edition_sheet(edition,
        EDITION_CORRECTION, findings);
    xmlDocPtr made = sheet ? stylesheet_apply(sheet, notice->tree,
        edition->style, findings) : NULL;

    if (made && !attachments_are_complete(made, findings)) {
        xmlFreeDoc(made);
        made = NULL;
    }
    return made;
}
