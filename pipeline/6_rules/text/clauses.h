#ifndef TEXT_CLAUSES_H
#define TEXT_CLAUSES_H

/*
 * The sentence and the clause around a place of a text: what 。！？；part, and
 * commas and colons, too.  They reach so far at most that looking at every
 * place of a long one takes no more time than its length asks for.
 */

#include <stddef.h>

#include "0_base/lexicon.h"

#define TEXT_CLAUSE_REACH 300   /* bytes on each side */

struct text_span text_sentence_around(const struct lexicon *lexicon,
    const char *text, size_t begin, size_t end);
struct text_span text_clause_around(const struct lexicon *lexicon,
    const char *text, size_t begin, size_t end);

#endif
