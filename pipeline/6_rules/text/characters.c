/* Kinds of characters. */

#include "6_rules/text/characters.h"

#include "0_base/utf8.h"

size_t text_character_read(const char *text, unsigned *code)
{
    *code = (unsigned char)*text;
    if (!*text)
        return 0;
    /* The NUL ends a character that is cut off: it continues none. */
    size_t size = utf8_read(text, UTF8_LENGTH_MAX, code);
    if (size == 0) {
        *code = TEXT_MALFORMED;
        return 1;
    }
    return size;
}

/* Most often there are three bytes: that is tried first. */
size_t text_character_before(const char *text, size_t at, unsigned *code)
{
    *code = at > 0 ? (unsigned char)text[at - 1] : 0;
    if (*code < 0x80)
        return at > 0;
    if (at >= 3 && text_character(text + at - 3, code) == 3)
        return 3;
    for (size_t size = 1; size <= at && size <= UTF8_LENGTH_MAX; size++)
        if (utf8_read(text + at - size, size, code) == size)
            return size;
    *code = TEXT_MALFORMED;
    return 1;
}

bool text_is_ideograph(unsigned code)
{
    static const struct utf8_range ranges[] = {
        { 0x4E00, 0x9FFF }, { 0x3400, 0x4DBF }, { 0x3005, 0x3007 },
        { 0xF900, 0xFAFF }, { 0x20000, 0x323AF },
    };

    return code >= 0x3005 && UTF8_IS_WITHIN(code, ranges);
}

bool text_is_chinese_mark(unsigned code)
{
    static const struct utf8_range ranges[] = {
        { 0x3001, 0x3002 }, { 0x3008, 0x3011 }, { 0x3014, 0x301B },
        { 0xFF01, 0xFF01 }, { 0xFF08, 0xFF09 }, { 0xFF0C, 0xFF0C },
        { 0xFF1A, 0xFF1B }, { 0xFF1F, 0xFF1F },
    };

    return code >= 0x3001 && UTF8_IS_WITHIN(code, ranges);
}
