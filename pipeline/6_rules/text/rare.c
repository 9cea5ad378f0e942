/* Characters that usual fonts or Word lack, or show as nothing. */

#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"

#include <string.h>

#define COUNT(table) (sizeof (table) / sizeof *(table))

/* In the order of the codes; none is below U+0080 but the controls. */
static const struct {
    unsigned first, last;
    bool printable;
} ranges[] = {
    { 0x01, 0x08, false }, { 0x0B, 0x0C, false }, { 0x0E, 0x1F, false },
    { 0x7F, 0x9F, false },
    { 0xAD, 0xAD, false },                      /* soft hyphen */
    { 0x61C, 0x61C, false }, { 0x180B, 0x180E, false },
    { 0x200B, 0x200F, false },                  /* zero width, directions */
    { 0x202A, 0x202E, false }, { 0x2060, 0x206F, false },
    { 0x2E80, 0x2FDF, true },                   /* radicals: ⼈ for 人 */
    { 0xE000, 0xF8FF, false },                  /* private use */
    { 0xF900, 0xFAFF, true },                   /* compatibility */
    { 0xFDD0, 0xFDEF, false },
    { 0xFE00, 0xFE0F, false },                  /* variation selectors */
    { 0xFEFF, 0xFEFF, false },
    { 0xFFF0, 0xFFFC, false }, { 0xFFFD, 0xFFFD, true },
    { 0xFFFE, 0xFFFF, false },
    { 0x10000, 0xDFFFF, true },                 /* beyond 16 bits */
    { 0xE0000, 0x10FFFF, false },               /* tags, private use */
};

/* The twelve that stand among the compatibility ideographs and are none. */
static bool is_unified(unsigned code)
{
    static const unsigned char last[] = { 0x0E, 0x0F, 0x11, 0x13, 0x14,
        0x1F, 0x21, 0x23, 0x24, 0x27, 0x28, 0x29 };

    return code >> 8 == 0xFA
        && memchr(last, (int)(code & 0xFF), sizeof last);
}

static bool is_rare(unsigned code, bool *printable)
{
    for (size_t k = 0; k < COUNT(ranges) && code >= ranges[k].first; k++)
        if (code <= ranges[k].last && !is_unified(code)) {
            *printable = ranges[k].printable && (code & 0xFFFE) != 0xFFFE;
            return true;
        }
    return false;
}

static bool is_common(unsigned code)
{
    return (code >= ' ' && code < 0x7F) || (code >= 0x3000 && code <= 0x9FFF);
}

bool text_rare(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    unsigned code;
    size_t size;
    bool printable;

    (void)lexicon;
    (void)argument;
    for (; (size = text_character(text, &code)) > 0; text += size) {
        if (is_common(code) || !is_rare(code, &printable))
            continue;
        if (printable)
            buffer_printf(found, "%.*s（U+%04X）", (int)size, text, code);
        else
            buffer_printf(found, "U+%04X", code);
        break;
    }
    return true;
}
