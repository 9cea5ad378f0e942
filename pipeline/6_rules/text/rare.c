/* Characters that usual fonts lack, that none can show, or that are not
 * seen. */

#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/phrases.h"
#include "0_base/unseen.h"
#include "0_base/utf8.h"

/* Characters shown on either side of one that is not seen. */
#define NEIGHBOURS 4

/* Ideographs of Unicode 15, which GB 18030-2022 has all of: radicals, and
 * extensions A to H. */
static const struct utf8_range ideographs[] = {
    { 0x2E80, 0x2FDF }, { 0x3400, 0x4DBF }, { 0x4E00, 0x9FFF },
    { 0xF900, 0xFAFF }, { 0x20000, 0x2A6DF }, { 0x2A700, 0x2EBE0 },
    { 0x2F800, 0x2FA1D }, { 0x30000, 0x323AF },
};

/* Characters that no font shows, or that no font for print has. */
static const struct utf8_range unprintable[] = {
    { 0xE000, 0xF8FF },                         /* private use */
    { 0xFDD0, 0xFDEF }, { 0xFFFD, 0xFFFF }, { 0x10000, 0x1FFFF },
    { 0x2A6E0, 0x2A6FF }, { 0x2EBE1, 0x2F7FF }, { 0x2FA1E, 0x2FFFF },
    { 0x323B0, 0xDFFFF }, { 0xF0000, 0x10FFFF },        /* private use */
};

static bool is_common(unsigned code)
{
    return (code >= ' ' && code < 0x7F) || (code >= 0x3000 && code <= 0x33FF);
}

static bool is_unprintable(unsigned code)
{
    return code >= unprintable[0].first && UTF8_IS_WITHIN(code, unprintable);
}

static bool is_control(unsigned code)
{
    return code != '\t' && code != '\n' && code != '\r'
        && unseen_kind(code) == UNSEEN_CONTROL;
}

static void add_code(const char *text, size_t size, unsigned code,
    bool printable, struct buffer *found)
{
    if (printable)
        buffer_printf(found, "%.*s%sU+%04X%s", (int)size, text,
            phrase_text(PHRASE_OPEN_BRACKET, LANGUAGE_ZH), code,
            phrase_text(PHRASE_CLOSE_BRACKET, LANGUAGE_ZH));
    else
        buffer_printf(found, "U+%04X", code);
}

static bool is_in(unsigned code, struct utf8_range range)
{
    return code >= range.first && code <= range.last;
}

/* Whether ranges in hexadecimal, "4E00-9FA5 F92C", have a code; *known is the
 * one that had the last, which most often has the next as well. */
static bool is_covered(unsigned code, const char *ranges,
    struct utf8_range *known)
{
    while (ranges && *ranges) {
        char *end;
        unsigned long first = strtoul(ranges, &end, 16), last = first;
        if (*end == '-')
            last = strtoul(end + 1, &end, 16);
        if (end == ranges)
            return false;
        *known = (struct utf8_range){ (unsigned)first, (unsigned)last };
        if (is_in(code, *known))
            return true;
        ranges = end + strspn(end, " ");
    }
    return false;
}

bool text_rare(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    struct utf8_range known = { 1, 0 };
    unsigned code;
    size_t size;

    (void)lexicon;
    for (; (size = text_character(text, &code)) > 0; text += size) {
        if (is_common(code) || is_in(code, known)
            || !UTF8_IS_WITHIN(code, ideographs)
            || is_covered(code, argument, &known))
            continue;
        add_code(text, size, code, true, found);
        break;
    }
    return true;
}

bool text_unprintable(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    unsigned code;
    size_t size;

    (void)lexicon;
    (void)argument;
    for (; (size = text_character(text, &code)) > 0; text += size) {
        if (is_common(code) || (!is_control(code) && !is_unprintable(code)))
            continue;
        add_code(text, size, code, !is_control(code) && code >= 0xFFFD
            && code < 0x20000 && (code & 0xFFFE) != 0xFFFE, found);
        break;
    }
    return true;
}

static bool is_invisible(unsigned code)
{
    enum unseen kind = unseen_kind(code);

    return kind == UNSEEN_DIRECTION || kind == UNSEEN_BREAK
        || kind == UNSEEN_INVISIBLE;
}

/* The bytes of so many characters before one. */
static size_t measure_before(const char *text, size_t at)
{
    size_t start = at;
    unsigned code;

    for (int k = 0; k < NEIGHBOURS && start > 0; k++)
        start -= text_character_before(text, start, &code);
    return at - start;
}

/* 全年〔零宽空格〕完成（第3字，U+200B） */
static void add_invisible(const char *text, size_t at, size_t number,
    enum language language, struct buffer *found)
{
    size_t before = measure_before(text, at);
    unsigned code;
    size_t size = text_character(text + at, &code);

    unseen_show(text + at - before,
        before + size + utf8_head(text + at + size, NEIGHBOURS), language,
        found);
    buffer_printf(found, "%s%zu%sU+%04X%s",
        phrase_text(PHRASE_CHARACTER, language), number,
        phrase_text(PHRASE_CHARACTER_END, language), code,
        phrase_text(PHRASE_CLOSE_BRACKET, language));
}

bool text_invisible_sign(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    unsigned code;
    size_t size;

    (void)lexicon;
    (void)argument;
    while ((size = text_character(text, &code)) > 0 && !is_invisible(code))
        text += size;
    buffer_add(found, text, size);
    return true;
}

bool text_invisible(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    enum language language = argument && strcmp(argument, "en") == 0
        ? LANGUAGE_EN : LANGUAGE_ZH;
    size_t count = 0, number = 1, at = 0, size;
    unsigned code;

    (void)lexicon;
    for (; (size = text_character(text + at, &code)) > 0; at += size) {
        if (is_invisible(code) && count++ == 0)
            add_invisible(text, at, number, language, found);
        number++;
    }
    if (count > 1)
        buffer_printf(found, "%s%zu%s",
            phrase_text(PHRASE_TIMES, language), count,
            phrase_text(PHRASE_TIMES_END, language));
    return true;
}
