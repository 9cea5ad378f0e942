#ifndef TEXT_CLAUSES_H
#define TEXT_CLAUSES_H

/* What is around a place of a text: the passage, which a line's end ends; the
 * long sentence, which 。！？ end; the sentence, which ； ends as well; and the
 * clause, which commas and colons end, too.  All have a greatest length, so
 * that the time for looking at every place of a text grows with its length
 * alone. */

#include <stddef.h>

#include "0_base/lexicon.h"

#define TEXT_CLAUSE_REACH 300   /* bytes on each side */

struct text_span text_passage_around(const struct lexicon *lexicon,
    const char *text, size_t begin, size_t end);
struct text_span text_long_sentence_around(const struct lexicon *lexicon,
    const char *text, size_t begin, size_t end);
struct text_span text_sentence_around(const struct lexicon *lexicon,
    const char *text, size_t begin, size_t end);
struct text_span text_clause_around(const struct lexicon *lexicon,
    const char *text, size_t begin, size_t end);

#endif
