/* t:twins and t:twin: texts that nearly repeat an earlier one. */

#include <stdlib.h>

#include "6_rules/related/letters.h"
#include "6_rules/related/passage.h"
#include "6_rules/related/related_calls.h"
#include "6_rules/related/similar.h"

#define SHARE_MAX 100

struct twins {
    struct node_list nodes;     /* what t:twins was called with */
    unsigned share;
    bool *marked;               /* nodes that have a twin */
    struct node_links links;    /* from these to their twins */
};

static void empty(void *memory)
{
    struct twins *twins = memory;

    node_list_free(&twins->nodes);
    node_links_free(&twins->links);
    free(twins->marked);
}

/* Texts of too few letters are read as of none. */
static bool read_texts(const struct node_list *nodes,
    const struct lexicon *lexicon, struct similar *similar)
{
    size_t least = lexicon_limit(lexicon, LIMIT_TWIN_LETTERS);
    struct passage passage = PASSAGE_EMPTY;
    struct letters letters = LETTERS_EMPTY;
    bool good = true;

    passage.long_quote = lexicon_limit(lexicon, LIMIT_LONG_QUOTE);
    for (size_t k = 0; good && k < nodes->count; k++) {
        passage_read(&passage, nodes->nodes[k], PASSAGE_OWN);
        letters_read(&letters, buffer_string(&passage.text),
            passage.text.length);
        if (letters.count < least)
            letters.count = 0;
        good = !passage.text.failed && !letters.failed
            && similar_add(similar, &letters);
    }
    letters_free(&letters);
    passage_free(&passage);
    return good;
}

static bool find_twins(struct twins *twins, const struct lexicon *lexicon)
{
    size_t count = twins->nodes.count;
    struct similar *similar = similar_new(count);
    uint32_t *numbers = calloc(count + 1, sizeof *numbers);

    twins->marked = calloc(count + 1, sizeof *twins->marked);
    bool good = similar && numbers && twins->marked
        && read_texts(&twins->nodes, lexicon, similar)
        && similar_find(similar, twins->share, numbers);
    for (size_t k = 0; good && k < count; k++) {
        twins->marked[k] = numbers[k] != SIMILAR_NONE;
        if (twins->marked[k])
            good = node_links_add(&twins->links, twins->nodes.nodes[k],
                twins->nodes.nodes[numbers[k]]);
    }
    free(numbers);
    similar_free(similar);
    return good;
}

/* What is known of these nodes; NULL if memory runs out. */
static struct twins *twins_of(struct related *related, xmlNodeSetPtr nodes,
    unsigned share)
{
    struct kept *kept = &related->kept[KEEPER_TWINS];
    struct twins *twins = kept->memory;

    if (twins && twins->share == share && node_list_is(&twins->nodes, nodes))
        return twins;
    twins = kept_renew(kept, sizeof *twins, empty);
    if (!twins)
        return NULL;
    twins->share = share;
    return node_list_set(&twins->nodes, nodes)
        && find_twins(twins, related->scope.lexicon) ? twins : kept_drop(kept);
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
        const struct twins *twins
            = related_of(&call)->kept[KEEPER_TWINS].memory;
        related_return_node(&call, twins
            ? node_links_find(&twins->links, call_node(&call, 0)) : NULL);
    }
    call_end(&call);
}
