#include <stdlib.h>

#include "6_rules/related/letters.h"
#include "6_rules/related/map.h"
#include "6_rules/related/parts.h"
#include "6_rules/related/passage.h"
#include "6_rules/related/similar.h"

#define LETTERS_MIN 12
#define SHARE_MAX 100

struct twins {
    struct node_list nodes;     /* what t:twins was called with */
    unsigned share;
    bool *marked;               /* nodes that have a twin */
    uint32_t *twins;            /* its number in the list */
    struct id_map numbers;      /* of nodes that have one */
    uint32_t *marked_nodes;     /* by these numbers */
};

static void forget(struct twins *twins)
{
    node_list_free(&twins->nodes);
    id_map_free(&twins->numbers);
    free(twins->marked);
    free(twins->twins);
    free(twins->marked_nodes);
    *twins = (struct twins){0};
}

void twins_free(struct twins *twins)
{
    if (twins)
        forget(twins);
    free(twins);
}

static bool read_texts(const struct node_list *nodes, struct similar *similar)
{
    struct passage passage = PASSAGE_EMPTY;
    struct letters letters = LETTERS_EMPTY;
    bool good = true;

    for (size_t k = 0; good && k < nodes->count; k++) {
        passage_read(&passage, nodes->nodes[k], PASSAGE_OWN);
        letters_read(&letters, buffer_string(&passage.text),
            passage.text.length);
        if (letters.count < LETTERS_MIN)
            letters.count = 0;
        good = !passage.text.failed && !letters.failed
            && similar_add(similar, &letters);
    }
    letters_free(&letters);
    passage_free(&passage);
    return good;
}

static bool find_twins(struct twins *twins)
{
    size_t count = twins->nodes.count;
    struct similar *similar = similar_new(count);

    twins->marked = calloc(count + 1, sizeof *twins->marked);
    twins->twins = calloc(count + 1, sizeof *twins->twins);
    twins->marked_nodes = calloc(count + 1, sizeof *twins->marked_nodes);
    bool good = similar && twins->marked && twins->twins
        && twins->marked_nodes && read_texts(&twins->nodes, similar)
        && similar_find(similar, twins->share, twins->twins);
    for (uint32_t k = 0, id; good && k < count; k++) {
        twins->marked[k] = twins->twins[k] != SIMILAR_NONE;
        if (!twins->marked[k])
            continue;
        good = id_map_add(&twins->numbers,
            (uintptr_t)twins->nodes.nodes[k], &id);
        if (good)
            twins->marked_nodes[id] = k;
    }
    similar_free(similar);
    return good;
}

/* What is known of these nodes; NULL if memory runs out. */
static struct twins *twins_of(struct related *related, xmlNodeSetPtr nodes,
    unsigned share)
{
    struct twins *twins = related->twins;

    if (twins && twins->share == share && node_list_is(&twins->nodes, nodes))
        return twins;
    if (!twins)
        twins = related->twins = calloc(1, sizeof *twins);
    if (!twins)
        return NULL;
    forget(twins);
    twins->share = share;
    if (node_list_set(&twins->nodes, nodes) && find_twins(twins))
        return twins;
    forget(twins);
    return NULL;
}

void related_call_twins(xmlXPathParserContextPtr parser, int given)
{
    struct call call;

    if (call_begin(&call, parser, given, 2)) {
        double share = xmlXPathCastToNumber(call.objects[1]);
        if (share >= 1 && share <= SHARE_MAX) {
            struct twins *twins = twins_of(related_of(&call),
                related_nodes(&call, 0), (unsigned)share);
            if (twins)
                related_return_nodes(&call, &twins->nodes, twins->marked);
            else
                call_fail_memory(&call);
        } else {
            call_fail(&call, XPATH_INVALID_OPERAND);
        }
    }
    call_end(&call);
}

void related_call_twin(xmlXPathParserContextPtr parser, int given)
{
    struct call call;

    if (call_begin(&call, parser, given, 1)) {
        const struct twins *twins = related_of(&call)->twins;
        xmlNodePtr node = call_node(&call, 0), twin = NULL;
        uint32_t id;
        if (twins && node
            && id_map_find(&twins->numbers, (uintptr_t)node, &id))
            twin = twins->nodes.nodes[twins->twins[twins->marked_nodes[id]]];
        related_return_node(&call, twin);
    }
    call_end(&call);
}
