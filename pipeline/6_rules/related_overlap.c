#include <stdio.h>
#include <stdlib.h>

#include "6_rules/related_letters.h"
#include "6_rules/related_map.h"
#include "6_rules/related_parts.h"
#include "6_rules/related_passage.h"

/* The pairs of neighbouring letters in all nodes together. */
struct coverage {
    struct node_list nodes;
    struct id_map pairs;
};

static void forget(struct coverage *coverage)
{
    node_list_free(&coverage->nodes);
    id_map_free(&coverage->pairs);
}

void coverage_free(struct coverage *coverage)
{
    if (coverage)
        forget(coverage);
    free(coverage);
}

static bool add_pairs(struct id_map *pairs, const struct passage *passage)
{
    struct letters letters = LETTERS_EMPTY;
    uint32_t id;

    letters_read(&letters, buffer_string(&passage->text),
        passage->text.length);
    bool good = !passage->text.failed && !letters.failed;
    for (size_t k = 0; good && k < letters_pairs(&letters); k++)
        good = id_map_add(pairs, letters_pair(&letters, k), &id);
    letters_free(&letters);
    return good;
}

static bool add_nodes(struct coverage *coverage)
{
    struct passage passage = PASSAGE_EMPTY;
    bool good = true;

    for (size_t k = 0; good && k < coverage->nodes.count; k++) {
        passage_read(&passage, coverage->nodes.nodes[k], PASSAGE_PRINTED);
        good = add_pairs(&coverage->pairs, &passage);
    }
    passage_free(&passage);
    return good;
}

/* Those of the nodes, kept for the next call; NULL if memory runs out. */
static const struct id_map *pairs_of_nodes(struct related *related,
    xmlNodeSetPtr nodes)
{
    struct coverage *coverage = related->coverage;

    if (coverage && node_list_is(&coverage->nodes, related, nodes))
        return &coverage->pairs;
    if (!coverage)
        coverage = related->coverage = calloc(1, sizeof *coverage);
    if (!coverage)
        return NULL;
    forget(coverage);
    if (node_list_set(&coverage->nodes, related, nodes) && add_nodes(coverage))
        return &coverage->pairs;
    forget(coverage);
    return NULL;
}

static bool return_percent(struct call *call, const struct id_map *pairs)
{
    struct passage passage = PASSAGE_EMPTY;
    struct letters letters = LETTERS_EMPTY;
    char text[24] = "";
    size_t common = 0;
    uint32_t id;

    passage_read_argument(&passage, call, 0, PASSAGE_PRINTED);
    letters_read(&letters, buffer_string(&passage.text),
        passage.text.length);
    bool good = !passage.text.failed && !letters.failed;
    size_t count = letters_pairs(&letters);
    for (size_t k = 0; k < count; k++)
        common += id_map_find(pairs, letters_pair(&letters, k), &id);
    if (count > 0)
        snprintf(text, sizeof text, "%zu",
            (200 * common + count) / (2 * count));
    letters_free(&letters);
    passage_free(&passage);
    if (good)
        call_return_string(call, text);
    return good;
}

static bool overlap_string(struct call *call)
{
    struct passage passage = PASSAGE_EMPTY;
    struct id_map pairs = ID_MAP_EMPTY;

    passage_read_argument(&passage, call, 1, PASSAGE_PRINTED);
    bool good = add_pairs(&pairs, &passage) && return_percent(call, &pairs);
    id_map_free(&pairs);
    passage_free(&passage);
    return good;
}

static bool overlap_nodes(struct call *call)
{
    const struct id_map *pairs = pairs_of_nodes(related_of(call),
        related_nodes(call, 1));

    return pairs && return_percent(call, pairs);
}

void related_call_overlap(xmlXPathParserContextPtr parser, int given)
{
    struct call call;

    if (call_begin(&call, parser, given, 2)
        && !(call.objects[1]->type == XPATH_NODESET
            ? overlap_nodes(&call) : overlap_string(&call)))
        call_fail_memory(&call);
    call_end(&call);
}
