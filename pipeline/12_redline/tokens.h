#ifndef TOKENS_H
#define TOKENS_H

/*
 * Inline content (document.rng) as the pieces that a comparison leaves whole:
 * a figure with its unit, a Latin word, any other character, the end of a
 * line, a value.
 *
 * Ownership: words and values are borrowed from the page model.
 * Errors:    running out of memory is sticky, in `failed`.
 */

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "0_base/lexicon.h"

enum token_kind { TOKEN_WORDS, TOKEN_BREAK, TOKEN_VALUE };

struct token {
    enum token_kind kind;
    uint64_t key;               /* tokens that are the same have the same */
    const char *words;          /* of TOKEN_WORDS */
    size_t length;
    xmlNodePtr value;           /* of TOKEN_VALUE: its @src is what it is */
};

struct tokens {
    struct token *list;
    size_t count, room;
    bool failed;
};

#define TOKENS_EMPTY {0}

/* Words as one piece; nothing where they are NULL or empty. */
void tokens_add_whole(struct tokens *tokens, const char *words);
void tokens_add_break(struct tokens *tokens);

/* What is in an element, which may be NULL. */
void tokens_add_inlines(struct tokens *tokens, xmlNodePtr element,
    const struct lexicon *lexicon);

/* What is in a value: a figure or date is one piece. */
void tokens_add_content(struct tokens *tokens, xmlNodePtr value,
    const struct lexicon *lexicon);

void tokens_free(struct tokens *tokens);

#endif
