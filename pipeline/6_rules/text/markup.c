/* Markup that was pasted as text: of pages, spreadsheets and notes. */

#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/leftovers.h"

#define ENTITY_LETTERS 8        /* of a name, at most */

static bool is_letter(char byte)
{
    return text_is_latin((unsigned char)byte)
        && !text_is_digit((unsigned char)byte);
}

/* <br>, </p>, <w:t xml:space="preserve">; a<b，c>d is none. */
static size_t find_tag(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    const char *name = text + at + 1 + (text[at] == '<' && text[at + 1] == '/');

    (void)lexicon;
    if (text[at] != '<' || (!is_letter(*name) && *name != '!'))
        return 0;
    size_t length = 0;
    while (text[at + 1 + length] >= ' ' && text[at + 1 + length] < 0x7F
        && !strchr("<>", text[at + 1 + length]))
        length++;
    return length < TEXT_LEFTOVER_REACH && text[at + 1 + length] == '>'
        ? length + 2 : 0;
}

/* &nbsp; and &#160;; R&D; is a department. */
static size_t find_entity(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz"
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    (void)lexicon;
    if (text[at] != '&' || (at > 0 && is_letter(text[at - 1])))
        return 0;
    size_t sign = text[at + 1] == '#';
    size_t length = strspn(text + at + 1 + sign, letters);
    return length > 1 && length <= ENTITY_LETTERS
        && text[at + 1 + sign + length] == ';' ? length + 2 + sign : 0;
}

/* _x000D_: a line end, as spreadsheets keep it. */
static size_t find_escape(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    static const char hexadecimal[] = "0123456789ABCDEFabcdef";
    size_t size = word_size_at(lexicon_words(lexicon, NOTION_ESCAPES), text,
        at);

    if (size == 0)
        return 0;
    size_t digits = strspn(text + at + size, hexadecimal);
    if (text[at] == '\\')
        return digits >= 4 ? size + 4 : 0;
    return digits == 4 && text[at + size + 4] == '_' ? size + 5 : 0;
}

/* \n and ```, as they are written in programs and notes. */
static size_t find_sign(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    return text_whole_word_at(lexicon, NOTION_MARKUP_SIGNS, text, at);
}

/* "## Heading" where a line begins. */
static size_t find_heading(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t length = strspn(text + at, "#");

    (void)lexicon;
    return length > 0 && (at == 0 || text[at - 1] == '\n')
        && text[at + length] == ' ' ? length : 0;
}

const struct text_needs text_markup_needs = { TEXT_ANY, 3,
    { NOTION_MARKUP_BEGINNINGS, NOTION_ESCAPES, NOTION_MARKUP_SIGNS } };

bool text_markup(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static text_finder *const finders[] = { find_tag, find_entity,
        find_escape, find_sign, find_heading, NULL };

    (void)argument;
    text_add_leftover(lexicon, text, &text_markup_needs, finders, found);
    return true;
}
