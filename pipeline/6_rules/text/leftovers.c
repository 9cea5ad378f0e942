/* Looks for what other programs left in a text. */

#include "6_rules/text/leftovers.h"

#include <string.h>

#include "0_base/utf8.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/spans.h"

static size_t find(const struct lexicon *lexicon, const char *text,
    size_t at, text_finder *const *finders)
{
    size_t length = 0;

    for (; length == 0 && *finders; finders++)
        length = (*finders)(lexicon, text, at);
    return length;
}

void text_add_leftover(const struct lexicon *lexicon, const char *text,
    const struct text_needs *begins, text_finder *const *finders,
    struct buffer *found)
{
    const struct word_marks beginnings = lexicon_beginnings(lexicon,
        begins->notions, begins->count);
    unsigned code, last = 0;
    size_t size, length;

    for (size_t at = 0; (size = text_character(text + at, &code)) > 0;
        at += size, last = code)
        if (code != last
            && (word_is_marked(&beginnings, word_code_at(text + at))
                || (begins->class == TEXT_DIGIT
                    && (text_is_digit(code) || code == '.')))
            && (length = find(lexicon, text, at, finders)) > 0) {
            text_add_around(text, at, at + length, TEXT_LEFTOVER_CONTEXT,
                found);
            return;
        }
}

static bool is_letter(char byte)
{
    return text_is_latin((unsigned char)byte)
        && !text_is_digit((unsigned char)byte);
}

bool text_stands_alone(const char *text, size_t at, size_t length)
{
    return (at == 0 || !is_letter(text[at - 1]))
        && !is_letter(text[at + length]);
}

static bool joins(char byte)
{
    return text_is_latin((unsigned char)byte)
        || (byte && strchr("_-./", byte));
}

bool text_stands_free(const char *text, size_t at, size_t length)
{
    return (at == 0 || !joins(text[at - 1])) && !joins(text[at + length]);
}

size_t text_whole_word_at(const struct lexicon *lexicon, enum notion notion,
    const char *text, size_t at)
{
    size_t length = word_size_at(lexicon_words(lexicon, notion), text, at);

    return length > 0 && !text_is_latin((unsigned char)text[at + length])
        ? length : 0;
}

size_t text_blanks_at(const char *text)
{
    size_t length = 0, size;
    unsigned code;

    while ((size = text_character(text + length, &code)) > 0
        && utf8_is_space(code))
        length += size;
    return length;
}

size_t text_run_of(const char *text, size_t at, const struct word *word)
{
    size_t length = 0;

    while (strncmp(text + at + length, word->text, word->length) == 0)
        length += word->length;
    return length;
}

size_t text_brackets_at(const struct word_list *pairs, const char *text,
    size_t at, size_t reach, struct text_span *inside)
{
    const struct word *open = word_at(pairs, text, at);

    *inside = (struct text_span){ text + at, 0 };
    if (!open)
        return 0;
    const char *begin = text + at + open->length;
    size_t length = 0;
    reach = strnlen(begin, reach);
    const char *line = memchr(begin, '\n', reach);
    if (line)
        reach = (size_t)(line - begin);
    while (length + open->meaning.length <= reach && memcmp(begin + length,
            open->meaning.text, open->meaning.length) != 0)
        length++;
    *inside = (struct text_span){ begin, length };
    return length + open->meaning.length <= reach
        ? open->length + length + open->meaning.length : 0;
}
