/* Text that was read in another encoding than it was written in. */

#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/leftovers.h"

#define ADDRESS_REACH 240       /* bytes of an address that are looked at */

static size_t find_wrong_characters(const struct lexicon *lexicon,
    const char *text, size_t at)
{
    return word_size_at(lexicon_words(lexicon, NOTION_MOJIBAKE), text, at);
}

/* Two such characters side by side, or with another one between them. */
static size_t find_pair(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    const struct word_list *list = lexicon_words(lexicon,
        NOTION_MOJIBAKE_CHARACTERS);
    size_t length = word_size_at(list, text, at), size;
    unsigned code;

    if (length == 0)
        return 0;
    for (int k = 0; k < 2; k++) {
        size = word_size_at(list, text, at + length);
        if (size > 0)
            return length + size;
        length += text_character(text + at + length, &code);
        if (text_is_chinese_mark(code))
            break;
    }
    return 0;
}

/* The length of a byte from 0x80 to 0xBF that was read as Windows does. */
static size_t read_tail(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    unsigned code;
    size_t size = text_character(text + at, &code);

    return code >= 0x80 && code <= 0xBF ? size
        : word_size_at(lexicon_words(lexicon, NOTION_MOJIBAKE_TAILS), text,
            at);
}

/* UTF-8 byte by byte: Ã¤, ä¸­.  The meaning of the first one is how many
 * follow it. */
static size_t find_bytes(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    const struct word *lead = word_at(lexicon_words(lexicon,
        NOTION_MOJIBAKE_LEADS), text, at);
    size_t length = lead ? lead->length : 0, size;

    for (int k = 0; lead && k < word_number(lead); k++) {
        size = read_tail(lexicon, text, at + length);
        if (size == 0)
            return 0;
        length += size;
    }
    return length;
}

static size_t find_questions(const struct lexicon *lexicon,
    const char *text, size_t at)
{
    size_t length = strspn(text + at, "?");

    return length >= lexicon_limit(lexicon, LIMIT_LOST_CHARACTERS)
        ? length : 0;
}

/* Whether a byte stands in an address, http://…. */
static bool is_in_address(const char *text, size_t at)
{
    struct text_span before = { text + at, 0 };

    while (before.length < at && before.length < ADDRESS_REACH
        && before.text[-1] > ' ' && before.text[-1] < 0x7F) {
        before.text--;
        before.length++;
    }
    return text_span_contains(before, "://");
}

/* %E4%B8%AD, but in an address, which writes Chinese so. */
static size_t find_percents(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    static const char hexadecimal[] = "0123456789ABCDEFabcdef";
    size_t length = 0;

    (void)lexicon;
    while (text[at + length] == '%'
        && strspn(text + at + length + 1, hexadecimal) >= 2)
        length += 3;
    return length >= 6 && !is_in_address(text, at) ? length : 0;
}

const struct text_needs text_mojibake_needs = { TEXT_ANY, 4,
    { NOTION_MOJIBAKE, NOTION_MOJIBAKE_CHARACTERS, NOTION_MOJIBAKE_LEADS,
    NOTION_MOJIBAKE_SIGNS } };

bool text_mojibake(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static text_finder *const finders[] = { find_wrong_characters,
        find_pair, find_bytes, find_questions, find_percents, NULL };

    (void)argument;
    text_add_leftover(lexicon, text, &text_mojibake_needs, finders, found);
    return true;
}
