/* Finds attachments by kind and source, in a hash. */

#include "7_forms/attachment_index.h"

#include <stdlib.h>
#include <string.h>

#include "3_transform/submission.h"

static uint64_t key_of(const char *kind, const char *source, size_t length)
{
    return id_map_chain(id_map_text(kind, strlen(kind)),
        id_map_text(source, length));
}

static bool add(struct attachment_index *index, xmlNodePtr attachment,
    const char *kind, const char *source)
{
    uint32_t id;
    xmlNodePtr *list = id_map_list(&index->keys,
        key_of(kind, source, strlen(source)), index->list, &index->room,
        sizeof *list, &id);

    if (!list)
        return false;
    index->list = list;
    if (!list[id])
        list[id] = attachment;
    return true;
}

bool attachment_index_make(struct attachment_index *index,
    xmlDocPtr documents)
{
    xmlNodePtr attachment = xmlFirstElementChild(
        xmlDocGetRootElement(documents));
    bool good = true;

    *index = (struct attachment_index){ .keys = ID_MAP_EMPTY };
    for (; good && attachment; attachment = xmlNextElementSibling(attachment)) {
        const char *kind = node_attribute(attachment, "kind");
        const char *source = node_attribute(attachment, "src");
        good = !kind || !source || add(index, attachment, kind, source);
    }
    return good;
}

void attachment_index_free(struct attachment_index *index)
{
    id_map_free(&index->keys);
    free(index->list);
}

/* The length of the pointer to what is around a value; no value is around the
 * root, whose pointer is empty. */
static size_t length_around(const char *pointer, size_t length)
{
    while (length > 0 && pointer[length - 1] != '/')
        length--;
    return length > 0 ? length - 1 : 0;
}

xmlNodePtr attachment_index_find(const struct attachment_index *index,
    const char *kind, const char *pointer)
{
    size_t length = kind && pointer ? strlen(pointer) : 0;
    uint32_t id;

    if (!kind || !pointer)
        return NULL;
    while (!id_map_find(&index->keys, key_of(kind, pointer, length), &id)) {
        if (length == 0)
            return NULL;
        length = length_around(pointer, length);
    }
    return index->list[id];
}
