/* Texts as the form prints them, kept for all rules. */

#include "6_rules/related/texts.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/arena.h"
#include "3_transform/submission.h"
#include "4_formulas/xpath/flats.h"
#include "6_rules/related/passage.h"
#include "6_rules/related/related_calls.h"

/* In the order of the nodes. */
struct texts_of_set {
    xmlNodePtr *nodes;
    const struct node_text **texts;
    size_t count;
};

struct texts {
    struct node_text **list;    /* by the numbers of elements */
    struct node_text *other;    /* of no element */
    struct texts_of_set last_set;       /* that was asked for */
    struct arena arena;         /* where they are */
    struct buffer scratch;
    struct text_cue digit;
};

static struct texts *texts_new(size_t elements)
{
    struct texts *texts = calloc(1, sizeof *texts);

    if (!texts)
        return NULL;
    texts->digit = text_cue_of("0", 1);
    texts->list = calloc(elements + 1, sizeof *texts->list);
    if (texts->list)
        return texts;
    free(texts);
    return NULL;
}

static void free_set(struct texts_of_set *set)
{
    free(set->nodes);
    free(set->texts);
    *set = (struct texts_of_set){0};
}

void texts_free(struct texts *texts)
{
    if (!texts)
        return;
    free(texts->list);
    free_set(&texts->last_set);
    arena_free(&texts->arena);
    buffer_free(&texts->scratch);
    free(texts);
}

/* What is printed in a node; NULL if memory runs out. */
static const char *words_of(struct texts *texts, xmlNodePtr node)
{
    const char *words = node_only_words(node);

    if (words)
        return words;
    buffer_clear(&texts->scratch);
    node_print(node, &texts->scratch);
    return texts->scratch.failed ? NULL : arena_copy(&texts->arena,
        buffer_string(&texts->scratch), texts->scratch.length);
}

static struct node_text *read_text(struct texts *texts,
    struct text_memory *memory, xmlNodePtr node)
{
    struct node_text *text = arena_new(&texts->arena, 1, sizeof *text);

    if (!text)
        return NULL;
    text->words = words_of(texts, node);
    if (!text->words)
        return NULL;
    text->known = memory ? text_memory_text(memory, text->words) : NULL;
    text_sketch_draw(&text->sketch, text->words);
    text->has_typed_digit = text_cue_fits(&texts->digit, &text->sketch)
        && passage_has_typed_digit(node);
    return text;
}

static struct texts *texts_of(struct related *related)
{
    if (!related->texts)
        related->texts = texts_new(related->flats->count);
    return related->texts;
}

const struct node_text *node_text_of(struct related *related, xmlNodePtr node)
{
    size_t place = flats_place(related->flats, node);
    struct texts *texts = texts_of(related);

    if (!texts)
        return NULL;
    struct node_text **text = place ? &texts->list[place] : &texts->other;
    if (!*text || !place)
        *text = read_text(texts, related->memory, node);
    return *text;
}

static bool is_of(const struct texts_of_set *set, xmlNodeSetPtr nodes)
{
    return set->texts && set->count == (size_t)nodes->nodeNr
        && memcmp(set->nodes, nodes->nodeTab,
            set->count * sizeof *set->nodes) == 0;
}

static bool begin(struct texts_of_set *set, xmlNodeSetPtr nodes)
{
    free_set(set);
    set->count = (size_t)nodes->nodeNr;
    set->nodes = calloc(set->count + 1, sizeof *set->nodes);
    set->texts = calloc(set->count + 1, sizeof *set->texts);
    if (set->nodes && set->texts)
        return true;
    free_set(set);
    return false;
}

const struct node_text *const *node_texts_of(struct related *related,
    xmlNodeSetPtr nodes)
{
    struct texts *texts = texts_of(related);
    struct texts_of_set *set = texts ? &texts->last_set : NULL;

    if (!set || is_of(set, nodes))
        return set ? set->texts : NULL;
    bool good = begin(set, nodes);
    for (size_t k = 0; good && k < set->count; k++) {
        set->nodes[k] = nodes->nodeTab[k];
        if (flats_place(related->flats, set->nodes[k])) {
            set->texts[k] = node_text_of(related, set->nodes[k]);
            good = set->texts[k];
        }
    }
    if (!good)
        free_set(set);
    return set->texts;
}
