/* Finds marks of templates, and what programs print where a value is
 * missing. */

#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/leftovers.h"

/* ${unit}, [[name]], <%=x%>, «field». */
static size_t find_template_brackets(const struct lexicon *lexicon,
    const char *text, size_t at)
{
    struct text_span inside;
    size_t length = text_brackets_at(lexicon_words(lexicon,
        NOTION_TEMPLATE_MARKS), text, at, TEXT_LEFTOVER_REACH, &inside);

    return inside.length > 0 ? length : 0;
}

/* {0} */
static size_t find_index(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t digits = text[at] == '{'
        ? strspn(text + at + 1, "0123456789") : 0;

    (void)lexicon;
    return digits > 0 && text[at + 1 + digits] == '}' ? digits + 2 : 0;
}

/* Bytes of a Latin name, as programs have them, and whether it is more than two
 * digits of an address: %E4. */
static size_t measure_name(const char *text)
{
    size_t length = 0;

    while (text_is_latin((unsigned char)text[length])
        || (text[length] && strchr("_.-", text[length])))
        length++;
    bool code = length == 2
        && strspn(text, "0123456789ABCDEFabcdef") >= length;
    return code || text_is_digit((unsigned char)*text) ? 0 : length;
}

/* $unit$, %unit% and #单位名称#: a Latin name, or that of a field, between two
 * of one sign; not between the shares 5%和10%. */
static size_t find_wrapped(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    const struct word *sign = word_at(lexicon_words(lexicon,
        NOTION_TEMPLATE_SIGNS), text, at);

    if (!sign || (at > 0 && text_is_latin((unsigned char)text[at - 1])))
        return 0;
    const char *name = text + at + sign->length;
    size_t length = measure_name(name);
    if (length == 0)
        length = word_size_at(lexicon_words(lexicon, NOTION_FIELD_NAMES),
            name, 0);
    return length > 1 && strncmp(name + length, sign->text, sign->length) == 0
        ? length + 2 * sign->length : 0;
}

/* [unit] and ＜unit＞: a Latin name that is no abbreviation. */
static size_t find_named_brackets(const struct lexicon *lexicon,
    const char *text, size_t at)
{
    struct text_span inside;
    size_t length = text_brackets_at(lexicon_words(lexicon,
        NOTION_NAME_BRACKETS), text, at, TEXT_LEFTOVER_REACH, &inside);
    bool small = false;

    for (size_t k = 0; length > 0 && k < inside.length; k++)
        small = small || inside.text[k] == '_'
            || (inside.text[k] >= 'a' && inside.text[k] <= 'z');
    return small && inside.length > 2
        && measure_name(inside.text) == inside.length ? length : 0;
}

/* %s and %1$s, not 5%d: behind a number it is a share. */
static size_t find_conversion(const struct lexicon *lexicon,
    const char *text, size_t at)
{
    size_t length = 1;

    (void)lexicon;
    if (text[at] != '%'
        || (at > 0 && text_is_latin((unsigned char)text[at - 1])))
        return 0;
    size_t digits = strspn(text + at + 1, "0123456789");
    if (digits > 0 && text[at + 1 + digits] == '$')
        length += digits + 1;
    return text[at + length] && strchr("sdif@", text[at + length])
        && !text_is_latin((unsigned char)text[at + length + 1])
        ? length + 1 : 0;
}

const struct text_needs text_template_mark_needs = { TEXT_ANY, 4,
    { NOTION_TEMPLATE_MARKS, NOTION_TEMPLATE_SIGNS, NOTION_NAME_BRACKETS,
    NOTION_FORMAT_SIGNS } };

bool text_template_mark(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static text_finder *const finders[] = { find_template_brackets,
        find_index, find_wrapped, find_named_brackets, find_conversion,
        NULL };

    (void)argument;
    text_add_leftover(lexicon, text, &text_template_mark_needs, finders, found);
    return true;
}

static size_t find_program_value(const struct lexicon *lexicon,
    const char *text, size_t at)
{
    size_t length = word_size_at(lexicon_words(lexicon,
        NOTION_PROGRAM_VALUES), text, at);

    return length > 0 && text_stands_free(text, at, length) ? length : 0;
}

/* [object Object] has a blank in it. */
static size_t find_object(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    struct text_span inside;

    return text_brackets_at(lexicon_words(lexicon, NOTION_PROGRAM_OBJECTS),
        text, at, TEXT_LEFTOVER_REACH, &inside);
}

const struct text_needs text_program_value_needs = { TEXT_ANY, 2,
    { NOTION_PROGRAM_VALUES, NOTION_PROGRAM_OBJECTS } };

bool text_program_value(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static text_finder *const finders[] = { find_program_value, find_object,
        NULL };

    (void)argument;
    text_add_leftover(lexicon, text, &text_program_value_needs, finders, found);
    return true;
}
