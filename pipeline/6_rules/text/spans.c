/* Words, sentences and excerpts of a text. */

#include "6_rules/text/spans.h"

#include <string.h>

#include "6_rules/text/characters.h"

bool text_words_have(const char *words, struct text_span span)
{
    struct text_span word = { words, 0 };

    while (text_word_next(&word))
        if (word.length == span.length
            && memcmp(word.text, span.text, span.length) == 0)
            return true;
    return false;
}

struct text_span text_word_at(const char *text, size_t at,
    const char *words)
{
    struct text_span word = { words, 0 }, best = {0};

    while (text_word_next(&word))
        if (word.length > best.length
            && text_may_begin(word, text + at)
            && strncmp(text + at, word.text, word.length) == 0)
            best = word;
    return best;
}

bool text_pair_read(struct text_span word, const char *sign,
    struct text_pair *pair)
{
    size_t left = text_span_find(word, sign);
    size_t right = left + strlen(sign);

    if (left == 0 || right >= word.length)
        return false;
    pair->left = (struct text_span){ word.text, left };
    pair->right = (struct text_span){ word.text + right,
        word.length - right };
    return true;
}

bool text_words_are_pairs(const char *words, const char *sign)
{
    struct text_span word = { words, 0 };
    struct text_pair pair;

    while (text_word_next(&word))
        if (!text_pair_read(word, sign, &pair))
            return false;
    return true;
}

/* The length of what ends a sentence at text, or 0. */
typedef size_t end_reader(const struct lexicon *lexicon, const char *text);

static size_t read_stop(const struct lexicon *lexicon, const char *text)
{
    return *text == '\n' ? 1
        : word_size_at(lexicon_words(lexicon, NOTION_STOPS), text, 0);
}

static size_t read_long_end(const struct lexicon *lexicon, const char *text)
{
    size_t size = read_stop(lexicon, text);

    return size > 0 && word_at(lexicon_words(lexicon, NOTION_AMONG_THEM),
        text, size) ? 0 : size;
}

static size_t read_end(const struct lexicon *lexicon, const char *text)
{
    size_t size = read_stop(lexicon, text);

    return size > 0 ? size
        : word_size_at(lexicon_words(lexicon, NOTION_SEMICOLONS), text, 0);
}

/* Whether an end may be there: a line end, a stop or a semicolon. */
static bool may_end(const struct word_marks *ends, const char *text)
{
    return *text == '\n' || ((unsigned char)*text >= 0xE3
        && word_is_marked(ends, word_code_at(text)));
}

static bool next_sentence(const struct lexicon *lexicon,
    struct text_span *sentence, end_reader *read)
{
    static const enum notion notions[] = { NOTION_STOPS, NOTION_SEMICOLONS };
    const struct word_marks ends = lexicon_beginnings(lexicon, notions,
        sizeof notions / sizeof *notions);
    const char *at = sentence->text + sentence->length;
    size_t size = 0;

    sentence->text = at;
    for (; *at && size == 0; at += size > 0 ? size : text_step(at))
        size = may_end(&ends, at) ? read(lexicon, at) : 0;
    sentence->length = (size_t)(at - sentence->text);
    return sentence->length > 0;
}

bool text_sentence_next(const struct lexicon *lexicon,
    struct text_span *sentence)
{
    return next_sentence(lexicon, sentence, read_end);
}

bool text_long_sentence_next(const struct lexicon *lexicon,
    struct text_span *sentence)
{
    return next_sentence(lexicon, sentence, read_long_end);
}

bool text_span_equals(struct text_span span, const char *text)
{
    return span.length == strlen(text)
        && memcmp(span.text, text, span.length) == 0;
}

size_t text_span_find(struct text_span span, const char *word)
{
    size_t length = strlen(word);
    const char *at = span.text, *end = span.text + span.length;

    while (length <= (size_t)(end - at)
        && (at = memchr(at, *word, (size_t)(end - at) - length + 1))) {
        if (memcmp(at, word, length) == 0)
            return (size_t)(at - span.text);
        at++;
    }
    return span.length;
}

bool text_span_has(struct text_span span, struct text_span part)
{
    for (size_t k = 0; k + part.length <= span.length; k++)
        if (memcmp(span.text + k, part.text, part.length) == 0)
            return true;
    return false;
}

bool text_span_contains(struct text_span span, const char *word)
{
    return text_span_find(span, word) < span.length;
}

size_t text_span_characters(struct text_span span)
{
    size_t count = 0, size;
    unsigned code;

    for (size_t at = 0; at < span.length
        && (size = text_character(span.text + at, &code)) > 0; at += size)
        count++;
    return count;
}

size_t text_back(const char *text, size_t at, size_t count)
{
    size_t size;
    unsigned code;

    while (count-- > 0 && (size = text_character_before(text, at, &code)) > 0
        && code != '\n')
        at -= size;
    return at;
}

size_t text_forward(const char *text, size_t at, size_t count)
{
    size_t size;
    unsigned code;

    while (count-- > 0 && (size = text_character(text + at, &code)) > 0
        && code != '\n')
        at += size;
    return at;
}

void text_add_around(const char *text, size_t begin, size_t end,
    size_t count, struct buffer *out)
{
    begin = text_back(text, begin, count);
    end = text_forward(text, end, count);
    buffer_add(out, text + begin, end - begin);
}
