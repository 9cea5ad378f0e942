#include "6_rules/related_texts.h"

#include <stdlib.h>

#include "0_base/arena.h"
#include "3_transform/submission.h"
#include "6_rules/related_map.h"
#include "6_rules/related_parts.h"

struct texts {
    struct id_map nodes;
    struct node_text **list;      /* by the numbers of their nodes */
    size_t room;
    struct arena arena;         /* where they are */
    struct buffer scratch;
};

void texts_free(struct texts *texts)
{
    if (!texts)
        return;
    id_map_free(&texts->nodes);
    free(texts->list);
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

static struct node_text *read_text(struct texts *texts, xmlNodePtr node)
{
    struct node_text *text = arena_new(&texts->arena, 1, sizeof *text);

    if (!text)
        return NULL;
    text->words = words_of(texts, node);
    if (!text->words)
        return NULL;
    text_sketch_draw(&text->sketch, text->words);
    return text;
}

const struct node_text *node_text_of(struct related *related, xmlNodePtr node)
{
    struct texts *texts = related->texts;
    uint32_t id;

    if (!texts)
        texts = related->texts = calloc(1, sizeof *texts);
    if (!texts)
        return NULL;
    if (id_map_find(&texts->nodes, (uintptr_t)node, &id))
        return texts->list[id];
    struct node_text **list = related_room(texts->list, texts->nodes.count,
        &texts->room, sizeof *list);
    if (!list)
        return NULL;
    texts->list = list;
    struct node_text *text = read_text(texts, node);
    if (!text || !id_map_add(&texts->nodes, (uintptr_t)node, &id))
        return NULL;
    return list[id] = text;
}
