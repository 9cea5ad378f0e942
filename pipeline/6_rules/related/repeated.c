/* Texts that stand in one group more than once. */

#include <stdlib.h>

#include "0_base/id_map.h"
#include "6_rules/related/letters.h"
#include "6_rules/related/passage.h"
#include "6_rules/related/related_calls.h"

/* Texts, one after the other. */
struct reader {
    struct passage passage;
    struct letters letters;
    struct id_map texts;        /* what was read, by key_of */
    xmlNodePtr *first;          /* the first node of each, by its id */
};

static bool read_node(struct reader *reader, xmlNodePtr node)
{
    passage_read(&reader->passage, node, PASSAGE_PRINTED);
    letters_read(&reader->letters, buffer_string(&reader->passage.text),
        reader->passage.text.length);
    return !reader->passage.text.failed && !reader->letters.failed;
}

/* Two texts with the same key have the same letters and the same group. */
static uint64_t key_of(const struct letters *letters, uint64_t group)
{
    uint64_t key = id_map_chain(0, group);

    for (size_t k = 0; k < letters->count; k++)
        key = id_map_chain(key, letters->codes[k]);
    return key;
}

static bool add_groups(struct id_map *groups, xmlNodeSetPtr nodes)
{
    uint32_t id;

    for (int k = 0; nodes && k < nodes->nodeNr; k++)
        if (!id_map_add(groups, (uintptr_t)nodes->nodeTab[k], &id))
            return false;
    return true;
}

/* A number for the nearest group around the node; 0 where there is none. */
static uint32_t group_of(const struct id_map *groups, xmlNodePtr node)
{
    uint32_t id;

    for (; node; node = node->parent)
        if (id_map_find(groups, (uintptr_t)node, &id))
            return id + 1;
    return 0;
}

/* The first node that was read with the same letters in that group: perhaps
 * this one.  NULL if memory runs out. */
static xmlNodePtr first_with(struct reader *reader, uint32_t group,
    xmlNodePtr node)
{
    uint32_t known = reader->texts.count, id;

    if (!id_map_add(&reader->texts, key_of(&reader->letters, group), &id))
        return NULL;
    if (id == known)
        reader->first[id] = node;
    return reader->first[id];
}

static bool mark_repeated(struct related *related,
    const struct node_list *list, const struct id_map *groups, bool *marked)
{
    struct reader reader = { .texts = ID_MAP_EMPTY,
        .first = calloc(list->count + 1, sizeof *reader.first) };
    bool good = reader.first;

    for (size_t k = 0; good && k < list->count; k++) {
        xmlNodePtr node = list->nodes[k];
        good = read_node(&reader, node);
        if (!good || reader.letters.count == 0)
            continue;
        xmlNodePtr first = first_with(&reader, group_of(groups, node), node);
        marked[k] = first && first != node;
        good = first && (!marked[k]
            || node_links_add(&related->originals, node, first));
    }
    passage_free(&reader.passage);
    letters_free(&reader.letters);
    id_map_free(&reader.texts);
    free(reader.first);
    return good;
}

void related_call_repeated(xmlXPathParserContextPtr parser, int given)
{
    struct node_list list = {0};
    struct id_map groups = ID_MAP_EMPTY;
    struct call call;

    if (call_begin(&call, parser, given, 2)) {
        bool good = node_list_set(&list, related_nodes(&call, 0));
        bool *marked = calloc(list.count + 1, sizeof *marked);
        if (good && marked && add_groups(&groups, related_nodes(&call, 1))
            && mark_repeated(related_of(&call), &list, &groups, marked))
            related_return_nodes(&call, &list, marked);
        else
            call_fail_memory(&call);
        free(marked);
    }
    id_map_free(&groups);
    node_list_free(&list);
    call_end(&call);
}

void related_call_original(xmlXPathParserContextPtr parser, int given)
{
    struct call call;

    if (call_begin(&call, parser, given, 1))
        related_return_node(&call, node_links_find(
            &related_of(&call)->originals, call_node(&call, 0)));
    call_end(&call);
}
