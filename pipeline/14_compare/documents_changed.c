/* Pairs the attachments of two page models, and compares them. */

#include "14_compare/documents_changed.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "0_base/xml.h"
#include "3_transform/submission.h"

/* --- what two elements say ----------------------------------------------- */

/* Each attribute of the one but for the source, that of the other as well. */
static bool has_same(xmlNodePtr element, xmlNodePtr other)
{
    for (xmlAttrPtr of = element->properties; of; of = of->next) {
        const char *name = (const char *)of->name;
        const char *value = node_attribute(other, name);
        if (strcmp(name, "src") != 0 && (!value
            || strcmp(value, node_attribute(element, name)) != 0))
            return false;
    }
    return true;
}

static size_t count_attributes(xmlNodePtr element)
{
    size_t count = 0;

    for (xmlAttrPtr of = element->properties; of; of = of->next)
        count += strcmp((const char *)of->name, "src") != 0;
    return count;
}

/* Of a value only its words are printed. */
static bool is_said_alike(xmlNodePtr old, xmlNodePtr new)
{
    if (!xml_is(old, (const char *)new->name))
        return false;
    return xml_is(old, "value") || (has_same(old, new)
        && count_attributes(old) == count_attributes(new));
}

static bool says_the_same(xmlNodePtr old, xmlNodePtr new)
{
    if (old->type != new->type)
        return false;
    if (old->type != XML_ELEMENT_NODE)
        return xmlStrEqual(old->content, new->content);
    if (!is_said_alike(old, new))
        return false;
    old = old->children;
    new = new->children;
    while (old && new && says_the_same(old, new)) {
        old = old->next;
        new = new->next;
    }
    return !old && !new;
}

/* --- pairs --------------------------------------------------------------- */

struct former {
    xmlNodePtr attachment;
    bool is_paired;
};

/* Old attachments, by kind and place. */
struct pairing {
    const struct trace *trace;
    struct former *formers;     /* in their order */
    size_t count;
    struct id_map keys;
    struct former **by_key;     /* the first of each, by its number */
};

static uint64_t key_of(xmlNodePtr attachment, uint64_t place)
{
    const char *kind = node_attribute(attachment, "kind");

    return id_map_chain(place, id_map_text(kind, strlen(kind)));
}

/* False if memory runs out. */
static bool note_old(struct pairing *pairing, xmlNodePtr attachment)
{
    struct former *former = &pairing->formers[pairing->count++];
    uint32_t known = pairing->keys.count, id;
    bool failed = false;
    uint64_t place = trace_key(pairing->trace,
        node_attribute(attachment, "src"), &failed);

    former->attachment = attachment;
    if (failed || !id_map_add(&pairing->keys, key_of(attachment, place), &id))
        return false;
    if (id == known)
        pairing->by_key[id] = former;
    return true;
}

static bool open_pairing(struct pairing *pairing, xmlNodePtr old)
{
    size_t room = xmlChildElementCount(old) + 1;
    bool good;

    pairing->formers = calloc(room, sizeof *pairing->formers);
    pairing->by_key = calloc(room, sizeof *pairing->by_key);
    good = pairing->formers && pairing->by_key;
    for (xmlNodePtr node = xmlFirstElementChild(old); good && node;
        node = xmlNextElementSibling(node))
        good = note_old(pairing, node);
    return good;
}

static void close_pairing(struct pairing *pairing)
{
    id_map_free(&pairing->keys);
    free(pairing->formers);
    free(pairing->by_key);
}

static void keep(struct documents_changed *changed,
    enum document_change kind, xmlNodePtr attachment)
{
    changed->list[changed->count++] = (struct document_changed){ kind,
        attachment };
}

static void compare_new(struct pairing *pairing, xmlNodePtr attachment,
    struct documents_changed *changed)
{
    uint64_t place = trace_key_of(node_attribute(attachment, "src"));
    uint32_t id;
    struct former *former = id_map_find(&pairing->keys,
        key_of(attachment, place), &id) ? pairing->by_key[id] : NULL;

    if (!former || former->is_paired) {
        keep(changed, DOCUMENT_ADDED, attachment);
        return;
    }
    former->is_paired = true;
    if (!says_the_same(former->attachment, attachment))
        keep(changed, DOCUMENT_CHANGED, attachment);
}

bool documents_changed_find(struct documents_changed *changed,
    const struct trace *trace, xmlDocPtr old, xmlDocPtr new)
{
    xmlNodePtr before = xmlDocGetRootElement(old);
    xmlNodePtr after = xmlDocGetRootElement(new);
    struct pairing pairing = { .trace = trace };

    *changed = (struct documents_changed){ .list = calloc(
        xmlChildElementCount(before) + xmlChildElementCount(after) + 1,
        sizeof *changed->list) };
    bool good = changed->list && open_pairing(&pairing, before);
    for (xmlNodePtr node = xmlFirstElementChild(after); good && node;
        node = xmlNextElementSibling(node))
        compare_new(&pairing, node, changed);
    for (size_t k = 0; good && k < pairing.count; k++)
        if (!pairing.formers[k].is_paired)
            keep(changed, DOCUMENT_REMOVED, pairing.formers[k].attachment);
    close_pairing(&pairing);
    if (!good)
        documents_changed_free(changed);
    return good;
}

void documents_changed_free(struct documents_changed *changed)
{
    free(changed->list);
    *changed = (struct documents_changed){ .count = 0 };
}
