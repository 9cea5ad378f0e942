/*
 * Braces that were meant for a reference: ｛｛unit｝｝, {unit}, {{unit; and those
 * of a reference that was not replaced.
 */

#include <string.h>

#include "0_base/signs.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/leftovers.h"
#include "6_rules/text/spans.h"

/* Braces of either width, and what is between them. */
struct braces {
    size_t begin, end;
    size_t opening, closing;    /* how many */
    bool wide;                  /* one of them is */
    struct text_span inside;
};

/* Reads a run of braces; how many there are. */
static size_t read_run(const struct word_list *signs, const char *text,
    size_t *at, bool *wide)
{
    size_t count = 0, size;

    for (; (size = word_size_at(signs, text, *at)) > 0; count++) {
        *wide = *wide || size > 1;
        *at += size;
    }
    return count;
}

/* The braces that open at `at`; they may not close. */
static bool read_braces(const struct lexicon *lexicon, const char *text,
    size_t at, struct braces *braces)
{
    const struct word_list *closing = lexicon_words(lexicon,
        NOTION_CLOSING_BRACES);
    unsigned code;
    size_t size;

    *braces = (struct braces){ .begin = at };
    braces->opening = read_run(lexicon_words(lexicon, NOTION_OPENING_BRACES),
        text, &at, &braces->wide);
    if (braces->opening == 0)
        return false;
    braces->inside = (struct text_span){ text + at, 0 };
    braces->end = at;
    while (at - braces->end < TEXT_LEFTOVER_REACH
        && word_size_at(closing, text, at) == 0
        && (size = text_character(text + at, &code)) > 0 && code != '\n')
        at += size;
    braces->inside.length = at - braces->end;
    braces->closing = read_run(closing, text, &at, &braces->wide);
    if (braces->closing > 0)
        braces->end = at;
    return true;
}

/* Whether braces stand in quotation marks: the text then speaks about them. */
static bool is_spoken_of(const struct lexicon *lexicon, const char *text,
    const struct braces *braces)
{
    const struct word_list *quotes = lexicon_words(lexicon,
        NOTION_QUOTATION_MARKS);

    return word_before(quotes, text, braces->begin)
        && word_at(quotes, text, braces->end);
}

/* ${unit} is the mark of another program. */
static bool has_sign(const char *text, const struct braces *braces)
{
    return braces->begin > 0 && strchr("$#@%", text[braces->begin - 1]);
}

/* Letters, digits, signs of paths and blanks, with a letter: facts.area | 元;
 * or a short name of ideographs alone. */
static bool is_name(const struct lexicon *lexicon, struct text_span inside)
{
    bool letter = false, ideographs = inside.length > 0;
    unsigned code;
    size_t size;

    for (size_t at = 0; at < inside.length; at += size) {
        size = text_character(inside.text + at, &code);
        bool latin = text_is_latin(code);
        letter = letter || (latin && !text_is_digit(code));
        ideographs = ideographs && text_is_ideograph(code);
        if (!latin && !text_is_ideograph(code)
            && (code >= 0x80 || !strchr("._|-/ []", (int)code)))
            return false;
    }
    return letter || (ideographs
        && text_span_characters(inside) <= lexicon_limit(lexicon,
            LIMIT_BRACED_NAME));
}

static bool is_for_reference(const struct lexicon *lexicon,
    const struct braces *braces)
{
    if (braces->opening > 1 || (braces->wide && braces->closing > 0))
        return true;
    return braces->closing > 0 && is_name(lexicon, braces->inside);
}

static struct text_span trim(struct text_span span)
{
    while (span.length > 0 && *span.text == ' ') {
        span.text++;
        span.length--;
    }
    while (span.length > 0 && span.text[span.length - 1] == ' ')
        span.length--;
    return span;
}

/* ｛｛unit｝｝→{{unit}}, but {{unit}} by itself. */
static void add_braces(const char *text, const struct braces *braces,
    struct buffer *found)
{
    struct text_span inside = trim(braces->inside);

    buffer_add(found, text + braces->begin, braces->end - braces->begin);
    if (braces->closing == 0 || inside.length == 0
        || (!braces->wide && braces->opening == 2 && braces->closing == 2))
        return;
    buffer_printf(found, SIGN_ARROW "{{%.*s}}", (int)inside.length,
        inside.text);
}

/* Braces that close and were not opened, {{unit}}}; where they end. */
static size_t read_lone(const struct lexicon *lexicon, const char *text,
    size_t at, struct buffer *found)
{
    size_t begin = at;
    bool wide = false;
    struct braces braces = { .begin = begin };

    braces.closing = read_run(lexicon_words(lexicon, NOTION_CLOSING_BRACES),
        text, &at, &wide);
    braces.end = at;
    if (braces.closing > 0 && !is_spoken_of(lexicon, text, &braces))
        text_add_around(text, begin, at, TEXT_LEFTOVER_CONTEXT, found);
    return at;
}

const struct text_needs text_braces_needs = { TEXT_ANY, 2,
    { NOTION_OPENING_BRACES, NOTION_CLOSING_BRACES } };

bool text_braces(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    const struct word_marks signs = lexicon_beginnings(lexicon,
        text_braces_needs.notions, text_braces_needs.count);
    struct braces braces;
    unsigned code;

    (void)argument;
    for (size_t at = 0; text[at] && found->length == 0;) {
        if (!word_is_marked(&signs, word_code_at(text + at))) {
            at += text_character(text + at, &code);
        } else if (read_braces(lexicon, text, at, &braces)) {
            if (is_for_reference(lexicon, &braces)
                && !has_sign(text, &braces)
                && !is_spoken_of(lexicon, text, &braces))
                add_braces(text, &braces, found);
            at = braces.end;
        } else {
            size_t end = read_lone(lexicon, text, at, found);
            at = end > at ? end : at + text_character(text + at, &code);
        }
    }
    return true;
}
