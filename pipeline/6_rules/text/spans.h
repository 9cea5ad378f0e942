#ifndef TEXT_SPANS_H
#define TEXT_SPANS_H

/*
 * Parts of a text: words of a list, sentences, excerpts.
 *
 * Those that _next() gives are found one by one, from a span of no length at
 * the beginning:
 *
 *     struct text_span sentence = { text, 0 };
 *     while (text_sentence_next(lexicon, &sentence))
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/buffer.h"
#include "0_base/lexicon.h"
#include "0_base/word_list.h"

/* Whether a span is one of the words. */
bool text_words_have(const char *words, struct text_span span);

/* Whether a text may begin with a word: most do not with its first bytes. */
static inline bool text_may_begin(struct text_span word, const char *text)
{
    return *text == *word.text
        && (word.length < 2 || text[1] == word.text[1]);
}

/* The longest of the words that stands at text + at; of no length for none. */
struct text_span text_word_at(const char *text, size_t at,
    const char *words);

/* The two sides of a sign in a word: 投拆→投诉. */
struct text_pair {
    struct text_span left, right;
};

/* False where the sign is not in there, or has nothing on one side. */
bool text_pair_read(struct text_span word, const char *sign,
    struct text_pair *pair);

/* Whether each of the words is such a pair. */
bool text_words_are_pairs(const char *words, const char *sign);

/* The next sentence; 。！？；and line ends belong to the one they end.  A long
 * one goes on behind ；and behind 。 where 其中 follows. */
bool text_sentence_next(const struct lexicon *lexicon,
    struct text_span *sentence);
bool text_long_sentence_next(const struct lexicon *lexicon,
    struct text_span *sentence);

bool text_span_equals(struct text_span span, const char *text);

/* Where a word begins in a span; its length where it is not in there. */
size_t text_span_find(struct text_span span, const char *word);

bool text_span_contains(struct text_span span, const char *word);
bool text_span_has(struct text_span span, struct text_span part);

size_t text_span_characters(struct text_span span);

/* Where `count` characters begin that end at text + at, or end that begin
 * there; they reach to the line end at most. */
size_t text_back(const char *text, size_t at, size_t count);
size_t text_forward(const char *text, size_t at, size_t count);

/* Adds the bytes from begin to end with `count` characters on each side. */
void text_add_around(const char *text, size_t begin, size_t end,
    size_t count, struct buffer *out);

#endif
