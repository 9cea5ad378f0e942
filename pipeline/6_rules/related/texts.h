#ifndef RELATED_TEXTS_H
#define RELATED_TEXTS_H

/*
 * Texts as the form prints them, each made and looked over once however many
 * rules read it.
 */

#include <stdbool.h>
#include <stddef.h>
#include <libxml/xpath.h>

#include "6_rules/related/related.h"
#include "6_rules/related/text_memory.h"
#include "6_rules/text/sketch.h"

struct node_text {
    const char *words;          /* in the tree, or kept with the texts */
    bool has_typed_digit;
    struct text_sketch sketch;
    struct known_text *known;   /* NULL: it is not remembered */
};

/* The text of an element, read at the first call for it; it stays where it is
 * while related lives.  That of another node is good until the next one is.
 * NULL if memory runs out. */
const struct node_text *node_text_of(struct related *related, xmlNodePtr node);

/* Those of all of these nodes, in their order, NULL for a node that is no
 * element; good until the next set is asked for.  NULL if memory runs out.
 * Many rules in turn read one set: they find its texts side by side. */
const struct node_text *const *node_texts_of(struct related *related,
    xmlNodeSetPtr nodes);

struct texts;
void texts_free(struct texts *texts);           /* NULL is allowed */

#endif
