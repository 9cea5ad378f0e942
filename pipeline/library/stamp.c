/*
 * The digest of a page model, the attributes that say where one comes from, and
 * the numbers of its values.
 */

#include "library/stamp.h"

#include <libxml/xmlsave.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "0_base/xml.h"
#include "0_base/xml_add.h"
#include "0_base/xml_memory.h"
#include "3_transform/keyed.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"
#include "7_forms/page_bytes.h"

static int add_piece(void *user, const char *bytes, int length)
{
    digest_add(user, bytes, (size_t)length);
    return length;
}

/* As libxml2 writes it, which knows all that a tree can have. */
static bool save(xmlDocPtr documents, struct digest *digest)
{
    unsigned long lacked = xml_memory_lacked();
    xmlSaveCtxtPtr saving = xmlSaveToIO(add_piece, NULL, digest, "UTF-8", 0);

    if (!saving)
        return false;
    digest_begin(digest);
    xmlSaveDoc(saving, documents);
    xmlSaveClose(saving);
    return xml_memory_lacked() == lacked;
}

static void add_bytes(void *user, const void *bytes, size_t length)
{
    digest_add(user, bytes, length);
}

bool stamp_take(struct stamp *stamp, xmlDocPtr documents)
{
    struct digest digest;

    digest_begin(&digest);
    bool good = page_bytes(documents, add_bytes, &digest)
        || save(documents, &digest);
    digest_end(&digest, stamp->set_digest);
    return good;
}

/* Values counted, all of them and those of each tag. */
struct counting {
    xmlDocPtr submission;
    uint64_t values;
    struct id_map tags;
    uint64_t *of_tag;           /* by the numbers of tags */
    size_t room;
    bool failed;
};

/* Which one of its tag comes now; 0 if memory runs out. */
static uint64_t count_tag(struct counting *counting, const char *tag)
{
    uint32_t id;
    uint64_t *list = id_map_list(&counting->tags,
        id_map_text(tag, strlen(tag)), counting->of_tag, &counting->room,
        sizeof *list, &id);

    if (!list)
        return 0;
    counting->of_tag = list;
    return ++list[id];
}

static void add_path(struct counting *counting, xmlNodePtr value)
{
    const char *src = node_attribute(value, "src");
    xmlNodePtr element = src ? where_find(counting->submission, src) : NULL;
    struct buffer path = BUFFER_EMPTY;

    if (element && keyed_print(element, &path))
        xml_add_attribute(value, "path", buffer_string(&path),
            &counting->failed);
    counting->failed = counting->failed || path.failed;
    buffer_free(&path);
}

static void number_value(struct counting *counting, xmlNodePtr value)
{
    const char *tag = node_attribute(value, "tag");
    uint64_t occurrence = count_tag(counting, tag ? tag : "");

    counting->failed = counting->failed || !occurrence;
    xml_add_number(value, "number", ++counting->values, &counting->failed);
    xml_add_number(value, "occurrence", occurrence, &counting->failed);
    add_path(counting, value);
}

static void number_below(struct counting *counting, xmlNodePtr node)
{
    for (xmlNodePtr child = xmlFirstElementChild(node);
        child && !counting->failed; child = xmlNextElementSibling(child)) {
        if (xml_is(child, "value"))
            number_value(counting, child);
        number_below(counting, child);
    }
}

bool stamp_put(const struct stamp *stamp, xmlDocPtr documents)
{
    xmlNodePtr root = xmlDocGetRootElement(documents);
    struct counting counting = { .submission = stamp->submission,
        .tags = ID_MAP_EMPTY };

    xml_add_attribute(root, "program", stamp->program, &counting.failed);
    xml_add_attribute(root, "data-sha256", stamp->data_digest,
        &counting.failed);
    xml_add_attribute(root, "set-sha256", stamp->set_digest,
        &counting.failed);
    number_below(&counting, root);
    id_map_free(&counting.tags);
    free(counting.of_tag);
    return !counting.failed;
}

static void unnumber_below(xmlNodePtr node)
{
    for (xmlNodePtr child = xmlFirstElementChild(node); child;
        child = xmlNextElementSibling(child)) {
        if (xml_is(child, "value")) {
            xmlUnsetProp(child, BAD_CAST "number");
            xmlUnsetProp(child, BAD_CAST "occurrence");
            xmlUnsetProp(child, BAD_CAST "path");
        }
        unnumber_below(child);
    }
}

void stamp_remove(xmlDocPtr documents)
{
    xmlNodePtr root = xmlDocGetRootElement(documents);

    xmlUnsetProp(root, BAD_CAST "program");
    xmlUnsetProp(root, BAD_CAST "data-sha256");
    xmlUnsetProp(root, BAD_CAST "set-sha256");
    unnumber_below(root);
}
