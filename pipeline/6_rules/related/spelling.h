#ifndef RELATED_SPELLING_H
#define RELATED_SPELLING_H

/*
 * Names, and wordings in a text that are nearly one of them (t:near-name in
 * related.h says what is near).
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/lexicon.h"
#include "6_rules/text/sketch.h"

struct spellings;

/* What may be other in a wording than in the name. */
struct spelling_changes {
    size_t distance;            /* so many letters at most */
    bool replaces_none;         /* they are all left out, or all put in */
};

/* The lexicon is borrowed.  NULL if memory runs out. */
struct spellings *spellings_new(struct spelling_changes changes,
    const struct lexicon *lexicon);
void spellings_free(struct spellings *names);

/* Another name; one that is too short is left out. */
bool spellings_add(struct spellings *names, const char *name);

/* Once all are added, and before any is looked for. */
bool spellings_index(struct spellings *names);

/* Whether a text with that sketch may have a wording that is nearly one. */
bool spellings_may_be_in(const struct spellings *names,
    const struct text_sketch *sketch);

/* A wording: bytes of the text, and the name that it is nearly. */
struct misspelling {
    size_t begin, end;
    const char *name;           /* NULL where there is none */
};

/* The first one in a text, of which the nearest.  False if memory runs out. */
bool spellings_find(struct spellings *names, const char *text,
    struct misspelling *found);

#endif
