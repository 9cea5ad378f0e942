/* t:variant and t:variant-of: one thing spelled in two ways in a submission. */

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "0_base/list.h"
#include "0_base/signs.h"
#include "6_rules/related/passage.h"
#include "6_rules/related/related_calls.h"
#include "6_rules/related/texts.h"

static const char spaces[] = " \t\r\n";

/* Two wordings of one thing. */
struct pair {
    const char *wordings[2];
    struct text_cue cues[2];    /* by these a text is known to have none */
    size_t counts[2];           /* how often each is typed in the nodes */
    int rarer;                  /* -1: only one of them is */
};

/* What t:variant was last called with, and what it found. */
struct variants {
    struct node_list nodes;
    char *source;               /* as given */
    char *wordings;             /* cut up; pairs point into it */
    struct pair *pairs;
    size_t count, room;
    bool *marked;               /* nodes with a rarer wording */
    struct id_map numbers;      /* of these nodes */
    uint32_t *node_pairs;       /* the pair, by this number */
};

static void empty(void *memory)
{
    struct variants *variants = memory;

    node_list_free(&variants->nodes);
    id_map_free(&variants->numbers);
    free(variants->source);
    free(variants->wordings);
    free(variants->pairs);
    free(variants->marked);
    free(variants->node_pairs);
}

/* Reads "a=b c=d", which are pairs. */
static bool read_pairs(struct variants *variants, const char *source)
{
    char *rest = NULL;

    variants->source = strdup(source);
    variants->wordings = strdup(source);
    if (!variants->source || !variants->wordings)
        return false;
    for (char *word = strtok_r(variants->wordings, spaces, &rest); word;
        word = strtok_r(NULL, spaces, &rest)) {
        char *other = strchr(word, '=');
        *other++ = '\0';
        struct pair *pairs = list_room(variants->pairs, variants->count,
            &variants->room, sizeof *pairs);
        if (!pairs)
            return false;
        variants->pairs = pairs;
        pairs[variants->count++] = (struct pair){ { word, other },
            { text_cue_of(word, strlen(word)),
                text_cue_of(other, strlen(other)) }, { 0, 0 }, -1 };
    }
    return true;
}

static size_t count_in(const char *text, const char *wording)
{
    size_t count = 0, length = strlen(wording);

    for (; (text = strstr(text, wording)) != NULL; text += length)
        count++;
    return count;
}

/* Counts each wording in a text, where it is no part of the other one. */
static void count_wordings(const struct pair *pair, const char *text,
    size_t counts[2])
{
    for (int k = 0; k < 2; k++)
        counts[k] = count_in(text, pair->wordings[k]);
    for (int k = 0; k < 2; k++) {
        size_t inner = counts[!k]
            * count_in(pair->wordings[!k], pair->wordings[k]);
        counts[k] -= inner < counts[k] ? inner : counts[k];
    }
}

/* What is done with each node's text; false if memory runs out. */
typedef bool look(struct variants *variants, uint32_t node, const char *text);

static bool may_have_any(const struct variants *variants,
    const struct text_sketch *sketch)
{
    for (size_t k = 0; k < variants->count; k++)
        if (text_cue_fits(&variants->pairs[k].cues[0], sketch)
            || text_cue_fits(&variants->pairs[k].cues[1], sketch))
            return true;
    return false;
}

static bool look_at_all(struct variants *variants, struct related *related,
    look *action)
{
    struct passage passage = PASSAGE_EMPTY;
    bool good = true;

    for (uint32_t k = 0; good && k < variants->nodes.count; k++) {
        xmlNodePtr node = variants->nodes.nodes[k];
        const struct node_text *text = node_text_of(related, node);
        good = text != NULL;
        if (!good || !may_have_any(variants, &text->sketch))
            continue;
        passage_read(&passage, node, PASSAGE_TYPED);
        good = !passage.text.failed
            && action(variants, k, buffer_string(&passage.text));
    }
    passage_free(&passage);
    return good;
}

static bool count(struct variants *variants, uint32_t node, const char *text)
{
    size_t counts[2];

    (void)node;
    for (size_t k = 0; k < variants->count; k++) {
        struct pair *pair = &variants->pairs[k];
        count_wordings(pair, text, counts);
        pair->counts[0] += counts[0];
        pair->counts[1] += counts[1];
    }
    return true;
}

/* Finds the rarer wording of each pair; whether any pair has one. */
static bool decide(struct variants *variants)
{
    bool any = false;

    for (size_t k = 0; k < variants->count; k++) {
        struct pair *pair = &variants->pairs[k];
        if (pair->counts[0] > 0 && pair->counts[1] > 0)
            pair->rarer = pair->counts[0] >= pair->counts[1];
        any = any || pair->rarer >= 0;
    }
    return any;
}

/* Marks a node for the first pair of which it has the rarer wording. */
static bool mark(struct variants *variants, uint32_t node, const char *text)
{
    size_t counts[2], k = 0;
    uint32_t id;

    for (; k < variants->count; k++) {
        const struct pair *pair = &variants->pairs[k];
        if (pair->rarer < 0)
            continue;
        count_wordings(pair, text, counts);
        if (counts[pair->rarer] > 0)
            break;
    }
    if (k == variants->count)
        return true;
    if (!id_map_add(&variants->numbers,
            (uintptr_t)variants->nodes.nodes[node], &id))
        return false;
    variants->marked[node] = true;
    variants->node_pairs[id] = (uint32_t)k;
    return true;
}

static bool find_variants(struct variants *variants, struct related *related,
    xmlNodeSetPtr nodes, const char *pairs)
{
    if (!node_list_set(&variants->nodes, nodes)
        || !read_pairs(variants, pairs))
        return false;
    size_t room = variants->nodes.count + 1;
    variants->marked = calloc(room, sizeof *variants->marked);
    variants->node_pairs = calloc(room, sizeof *variants->node_pairs);
    if (!variants->marked || !variants->node_pairs
        || !look_at_all(variants, related, count))
        return false;
    return !decide(variants) || look_at_all(variants, related, mark);
}

/* What is known of the nodes; NULL if memory runs out. */
static struct variants *variants_of(struct related *related,
    xmlNodeSetPtr nodes, const char *pairs)
{
    struct kept *kept = &related->kept[KEEPER_VARIANTS];
    struct variants *variants = kept->memory;

    if (variants && strcmp(variants->source, pairs) == 0
        && node_list_is(&variants->nodes, nodes))
        return variants;
    variants = kept_renew(kept, sizeof *variants, empty);
    return variants && find_variants(variants, related, nodes, pairs)
        ? variants : kept_drop(kept);
}

static void return_variants(struct call *call, const char *pairs)
{
    if (!text_words_are_pairs(pairs, "=")) {
        call_fail(call, XPATH_INVALID_OPERAND);
        return;
    }
    struct variants *variants = variants_of(related_of(call),
        related_nodes(call, 0), pairs);
    if (variants)
        related_return_nodes(call, &variants->nodes, variants->marked);
    else
        call_fail_memory(call);
}

void related_call_variant(xmlXPathParserContextPtr parser, int given)
{
    struct call call;

    if (call_begin(&call, parser, given, 2)) {
        xmlChar *pairs = call_string(&call, 1);
        if (pairs)
            return_variants(&call, (const char *)pairs);
        xmlFree(pairs);
    }
    call_end(&call);
}

/* The pair that a node was marked for; NULL for none. */
static const struct pair *pair_of(const struct variants *variants,
    xmlNodePtr node, const char *pairs)
{
    uint32_t id;

    if (!variants || !node
        || strcmp(variants->source, pairs) != 0
        || !id_map_find(&variants->numbers, (uintptr_t)node, &id))
        return NULL;
    return &variants->pairs[variants->node_pairs[id]];
}

void related_call_variant_of(xmlXPathParserContextPtr parser, int given)
{
    struct buffer words = BUFFER_EMPTY;
    struct call call;

    if (call_begin(&call, parser, given, 2)) {
        xmlChar *pairs = call_string(&call, 1);
        const struct pair *pair = pairs ? pair_of(
            related_of(&call)->kept[KEEPER_VARIANTS].memory,
            call_node(&call, 0), (const char *)pairs) : NULL;
        if (pair)
            buffer_printf(&words, "%s" SIGN_UNEQUAL "%s",
                pair->wordings[pair->rarer],
                pair->wordings[!pair->rarer]);
        if (words.failed)
            call_fail_memory(&call);
        else if (pairs)
            call_return_string(&call, buffer_string(&words));
        xmlFree(pairs);
    }
    buffer_free(&words);
    call_end(&call);
}
