/* Words: those of a list, corrections, and how much of a text there is. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/signs.h"
#include "0_base/utf8.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/spans.h"

/* The first characters of a list's words, roughly: a character that is not in
 * there begins none of them. */
struct beginnings {
    unsigned char leads[32];    /* first bytes; */
    unsigned char bits[32];     /* what follows them */
};

static void add_bit(unsigned char bits[32], unsigned code)
{
    bits[code / 8 % 32] |= (unsigned char)(1u << code % 8);
}

static bool has_bit(const unsigned char bits[32], unsigned code)
{
    return bits[code / 8 % 32] >> code % 8 & 1;
}

static unsigned beginning_of(const char *text)
{
    const unsigned char *bytes = (const unsigned char *)text;

    if (bytes[0] < 0x80)
        return bytes[0];
    return bytes[0] < 0xE0 || !bytes[1] ? bytes[1] : bytes[1] * 5u + bytes[2];
}

static void beginnings_set(struct beginnings *beginnings, const char *words)
{
    struct text_span word = { words, 0 };

    *beginnings = (struct beginnings){ .leads = {0} };
    while (text_word_next(&word)) {
        add_bit(beginnings->leads, (unsigned char)*word.text);
        add_bit(beginnings->bits, beginning_of(word.text));
    }
}

static bool begins_word(const struct beginnings *beginnings, const char *text)
{
    return has_bit(beginnings->leads, (unsigned char)*text)
        && has_bit(beginnings->bits, beginning_of(text));
}

static size_t character_size(const char *text)
{
    unsigned char first = (unsigned char)*text;

    return first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

/* The word of a list that stands at text + at; of no length if none does. */
typedef struct text_span matcher(const char *text, size_t at,
    const char *list);

/* Adds the first word of a list that a text has. */
static void add_first(const char *text, const char *list, matcher *match,
    struct buffer *found)
{
    struct beginnings beginnings;

    beginnings_set(&beginnings, list);
    for (size_t length = strlen(text), at = 0; at < length;
         at += character_size(text + at)) {
        struct text_span word = {0};
        if (begins_word(&beginnings, text + at))
            word = match(text, at, list);
        if (word.length > 0) {
            buffer_add(found, word.text, word.length);
            break;
        }
    }
}

bool text_word(const struct lexicon *lexicon, const char *text,
    const char *words, struct buffer *found)
{
    (void)lexicon;
    add_first(text, words, text_word_at, found);
    return true;
}

/* The text without white space around it and marks at its end. */
static struct text_span trim(const struct lexicon *lexicon, const char *text)
{
    const struct word_list *ends = lexicon_words(lexicon, NOTION_CELL_ENDS);
    struct text_span core = { text, strlen(text) };
    unsigned code;
    size_t size;

    while ((size = text_character(core.text, &code)) > 0
        && utf8_is_space(code)) {
        core.text += size;
        core.length -= size;
    }
    do {
        size = text_character_before(core.text, core.length, &code);
        if (!utf8_is_space(code))
            size = word_size_before(ends, core.text, core.length);
        core.length -= size;
    } while (size > 0);
    return core;
}

bool text_whole_word(const struct lexicon *lexicon, const char *text,
    const char *words, struct buffer *found)
{
    struct text_span core = trim(lexicon, text);

    (void)lexicon;
    if (text_words_have(words, core))
        buffer_add(found, core.text, core.length);
    return true;
}

bool text_beginning(const struct lexicon *lexicon, const char *text,
    const char *words, struct buffer *found)
{
    struct text_span word = text_word_at(text, 0, words);

    (void)lexicon;
    buffer_add(found, word.text, word.length);
    return true;
}

bool text_ending(const struct lexicon *lexicon, const char *text,
    const char *words, struct buffer *found)
{
    struct text_span word = { words, 0 }, best = {0};
    size_t length = strlen(text);

    (void)lexicon;
    while (text_word_next(&word))
        if (text_ends_with(text, length, word.text, word.length)
            > best.length)
            best = word;
    buffer_add(found, best.text, best.length);
    return true;
}

/* Whether the wrong word at text + at is a part of the right one there. */
static bool is_in_right(const char *text, size_t at,
    const struct text_pair *pair)
{
    const struct text_span *wrong = &pair->left, *right = &pair->right;

    for (size_t k = 0; k + wrong->length <= right->length && k <= at; k++)
        if (memcmp(right->text + k, wrong->text, wrong->length) == 0
            && strncmp(text + at - k, right->text, right->length) == 0)
            return true;
    return false;
}

/* The first pair whose left side is wrong there. */
static struct text_span pair_at(const char *text, size_t at,
    const char *pairs)
{
    struct text_span word = { pairs, 0 };
    struct text_pair pair;

    while (text_word_next(&word))
        if (text_may_begin(word, text + at)
            && text_pair_read(word, SIGN_ARROW, &pair)
            && strncmp(text + at, pair.left.text, pair.left.length) == 0
            && !is_in_right(text, at, &pair))
            break;
    return word;
}

bool text_correction(const struct lexicon *lexicon, const char *text,
    const char *pairs, struct buffer *found)
{
    (void)lexicon;
    if (!text_words_are_pairs(pairs, SIGN_ARROW))
        return false;
    add_first(text, pairs, pair_at, found);
    return true;
}

bool text_blank(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    (void)lexicon;
    (void)argument;
    if (utf8_is_blank(text))
        buffer_add_string(found, SIGN_BLANK);
    return true;
}

bool text_length(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    unsigned long count = 0;
    unsigned code;
    size_t size;

    (void)lexicon;
    (void)argument;
    for (; (size = text_character(text, &code)) > 0; text += size)
        count += !utf8_is_space(code);
    buffer_printf(found, "%lu", count);
    return true;
}

bool text_excerpt(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    char *end;
    unsigned long count = strtoul(argument, &end, 10);

    (void)lexicon;
    if (!text_is_digit((unsigned char)*argument) || *end)
        return false;
    size_t length = text_forward(text, 0, count);
    buffer_add(found, text, length);
    if (text[length])
        buffer_add_string(found, SIGN_CUT);
    return true;
}
