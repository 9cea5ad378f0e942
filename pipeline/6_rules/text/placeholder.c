/* What a template, a form or a word processor left in a text. */

#include <string.h>

#include "0_base/utf8.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/spans.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))
#define CONTEXT 4               /* characters shown on each side */
#define REACH 60                /* bytes in which brackets close */

/* The length of what is left over at text + at; 0 where nothing is. */
typedef size_t finder(const char *text, size_t at);

static bool is_letter(char byte)
{
    return text_is_latin((unsigned char)byte)
        && !text_is_digit((unsigned char)byte);
}

static bool stands_alone(const char *text, size_t at, size_t length)
{
    return (at == 0 || !is_letter(text[at - 1]))
        && !is_letter(text[at + length]);
}

/* Names of Word's fields and of what is still to be done. */
static size_t find_name(const char *text, size_t at)
{
    static const char *const names[] = { "PAGEREF", "MERGEFIELD", "TODO",
        "FIXME", "TBD" };

    for (size_t k = 0; k < COUNT(names); k++) {
        size_t length = text_starts(text + at, names[k]);
        if (length > 0 && stands_alone(text, at, length))
            return length;
    }
    return 0;
}

static size_t find_bookmark(const char *text, size_t at)
{
    if (!text_starts(text + at, "[bookmark:"))
        return 0;
    const char *close = memchr(text + at, ']', strnlen(text + at, REACH));
    return close ? (size_t)(close - text) + 1 - at : strlen("[bookmark:");
}

/* What Word prints for a field that leads nowhere. */
static size_t find_word_error(const char *text, size_t at)
{
    static const char *const errors[] = { "！未找到引用源", "!未找到引用源",
        "！未定义书签", "!未定义书签" };
    size_t length = 0;

    for (size_t k = 0; length == 0 && k < COUNT(errors); k++)
        length = text_starts(text + at, errors[k]);
    return length;
}

/* How many bytes the same character takes, again and again. */
static size_t run_of(const char *text, size_t at, const char *character)
{
    size_t length = 0, size;

    while ((size = text_starts(text + at + length, character)) > 0)
        length += size;
    return length;
}

/* ××, XX, 20xx: at least two in a row, and in no Latin word. */
static size_t find_crosses(const char *text, size_t at)
{
    static const char *const crosses[] = { "×", "X", "x", "Ｘ", "ｘ" };

    for (size_t k = 0; k < COUNT(crosses); k++) {
        size_t length = run_of(text, at, crosses[k]);
        if (length > strlen(crosses[k]) && stands_alone(text, at, length))
            return length;
    }
    return 0;
}

/* ** and __, not within a word or a masked number: 138****0000. */
static size_t find_filler(const char *text, size_t at)
{
    const char character[] = { text[at], '\0' };
    size_t length = run_of(text, at, character);
    bool within = at > 0 && text_is_latin((unsigned char)text[at - 1])
        && text_is_latin((unsigned char)text[at + length]);

    return length > 1 && !within ? length : 0;
}

/* {{…}}; one in quotation marks is spoken of, and is left alone. */
static size_t find_open_braces(const char *text, size_t at)
{
    struct text_span rest = { text + at, strnlen(text + at, REACH) };
    size_t close = text_span_find(rest, "}}");
    size_t length = close < rest.length ? close + strlen("}}")
        : strlen("{{");

    if (!text_starts(text + at, "{{") || (text_ends(text, at, "“")
            && text_starts(text + at + length, "”")))
        return 0;
    return length;
}

/* }} that nothing opens; with {{ before it all has been looked at. */
static size_t find_close_braces(const char *text, size_t at)
{
    size_t begin = at < REACH ? 0 : at - REACH;
    struct text_span before = { text + begin, at - begin };

    return text_span_contains(before, "{{") ? 0
        : text_starts(text + at, "}}");
}

/* A sign of money without its amount. */
static size_t find_lone_sign(const char *text, size_t at)
{
    size_t size = text_starts(text + at, "￥");

    if (size == 0)
        size = text_starts(text + at, "¥");
    const char *behind = text + at + size;
    if (size > 0 && *behind == ' ')
        behind++;
    return size > 0 && !text_is_digit((unsigned char)*behind) ? size : 0;
}

/* （ ）, to be filled in. */
static size_t find_empty_brackets(const char *text, size_t at)
{
    size_t length = text_starts(text + at, "（"), size;
    unsigned code;

    while (length > 0
        && (size = text_character(text + at + length, &code)) > 0
        && utf8_is_space(code))
        length += size;
    size = length > 0 ? text_starts(text + at + length, "）") : 0;
    return size > 0 ? length + size : 0;
}

/* By the byte that it begins with, one of firsts. */
static const struct {
    unsigned char first;
    finder *find;
} finders[] = {
    { '[', find_bookmark }, { 'P', find_name }, { 'M', find_name },
    { 'T', find_name }, { 'F', find_name },
    { '!', find_word_error }, { 0xEF, find_word_error },
    { 'X', find_crosses }, { 'x', find_crosses }, { 0xC3, find_crosses },
    { 0xEF, find_crosses }, { '*', find_filler }, { '_', find_filler },
    { '{', find_open_braces }, { '}', find_close_braces },
    { 0xC2, find_lone_sign }, { 0xEF, find_lone_sign },
    { 0xEF, find_empty_brackets },
};

static const char firsts[] = "[PMTF!Xx*_{}\xC2\xC3\xEF";

static size_t find(const char *text, size_t at)
{
    size_t length = 0;

    for (size_t k = 0; length == 0 && k < COUNT(finders); k++)
        if ((unsigned char)text[at] == finders[k].first)
            length = finders[k].find(text, at);
    return length;
}

/* Where to look on: behind the character, and all that are the same. */
static size_t skip(const char *text, size_t at)
{
    char first = text[at];

    while (text[at] == first)
        at++;
    return at;
}

bool text_placeholder(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    size_t at = 0, length = 0;

    (void)lexicon;
    (void)argument;
    while (text[at += strcspn(text + at, firsts)]) {
        length = find(text, at);
        if (length > 0) {
            text_add_around(text, at, at + length, CONTEXT, found);
            break;
        }
        at = skip(text, at);
    }
    return true;
}
