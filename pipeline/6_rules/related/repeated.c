/* Texts that stand in one group more than once. */

#include <stdlib.h>

#include "6_rules/related/letters.h"
#include "6_rules/related/map.h"
#include "6_rules/related/parts.h"
#include "6_rules/related/passage.h"

/* Texts, one after the other. */
struct reader {
    struct passage passage;
    struct letters letters;
};

static bool read_letters(struct reader *reader)
{
    letters_read(&reader->letters, buffer_string(&reader->passage.text),
        reader->passage.text.length);
    return !reader->passage.text.failed && !reader->letters.failed;
}

static bool read_node(struct reader *reader, xmlNodePtr node)
{
    passage_read(&reader->passage, node, PASSAGE_PRINTED);
    return read_letters(reader);
}

static void reader_free(struct reader *reader)
{
    passage_free(&reader->passage);
    letters_free(&reader->letters);
}

/* What has the same key reads the same, and is of the same group. */
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

static bool mark_repeated(const struct node_list *list,
    const struct id_map *groups, bool *marked)
{
    struct reader reader = {0};
    struct id_map texts = ID_MAP_EMPTY;
    bool good = true;

    for (size_t k = 0; good && k < list->count; k++) {
        uint32_t known = texts.count, id;
        good = read_node(&reader, list->nodes[k]);
        if (!good || reader.letters.count == 0)
            continue;
        good = id_map_add(&texts, key_of(&reader.letters,
            group_of(groups, list->nodes[k])), &id);
        marked[k] = texts.count == known;
    }
    id_map_free(&texts);
    reader_free(&reader);
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
            && mark_repeated(&list, &groups, marked))
            related_return_nodes(&call, &list, marked);
        else
            call_fail_memory(&call);
        free(marked);
    }
    id_map_free(&groups);
    node_list_free(&list);
    call_end(&call);
}

/* The first of the nodes that reads as the key has it.  False if memory runs
 * out. */
static bool find_same(const struct node_list *list, uint64_t key,
    xmlNodePtr *found)
{
    struct reader reader = {0};
    bool good = true;

    *found = NULL;
    for (size_t k = 0; good && !*found && k < list->count; k++) {
        good = read_node(&reader, list->nodes[k]);
        if (good && key_of(&reader.letters, 0) == key)
            *found = list->nodes[k];
    }
    reader_free(&reader);
    return good;
}

void related_call_same(xmlXPathParserContextPtr parser, int given)
{
    struct reader reader = {0};
    struct node_list list = {0};
    xmlNodePtr found = NULL;
    struct call call;

    if (call_begin(&call, parser, given, 2)) {
        passage_read_argument(&reader.passage, &call, 1, PASSAGE_PRINTED);
        bool good = read_letters(&reader)
            && node_list_set(&list, related_nodes(&call, 0));
        if (good && reader.letters.count > 0)
            good = find_same(&list, key_of(&reader.letters, 0), &found);
        if (good)
            related_return_node(&call, found);
        else
            call_fail_memory(&call);
    }
    node_list_free(&list);
    reader_free(&reader);
    call_end(&call);
}
