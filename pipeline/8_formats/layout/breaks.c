/* Line breaks: the Unicode ones, mended for Chinese papers. */

#include "8_formats/layout/breaks.h"

#include <linebreak.h>
#include <stdlib.h>
#include <threads.h>

#include "0_base/utf8.h"

static bool is_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

static bool is_han(uint32_t c)
{
    static const struct utf8_range ranges[] = {
        { 0x3005, 0x3007 }, { 0x3400, 0x4DBF }, { 0x4E00, 0x9FFF },
        { 0xF900, 0xFAFF }, { 0x20000, 0x3FFFF },
    };

    return UTF8_IS_WITHIN(c, ranges);
}

static bool is_order_of_ten(const struct break_words *words, uint32_t c)
{
    return utf8_is_one_of(c, words->orders);
}

/* Within a figure: 1,200  1，200  50.3  1 050.3  12亿3千  2023—2024 */
static bool is_inside_figure(const struct break_words *words,
    const uint32_t *at, size_t before, size_t after)
{
    if (before < 1 || after < 1)
        return false;
    uint32_t last = at[-1], next = at[0];
    if (is_digit(next) && utf8_is_one_of(last, U",.，．:：/") && before > 1
        && is_digit(at[-2]))
        return true;
    if (is_digit(next) && before > 1 && is_digit(at[-2])
        && (utf8_is_one_of(last, U" —–~～") || is_order_of_ten(words, last)))
        return true;
    return is_digit(last) && after > 1 && is_digit(at[1])
        && utf8_is_one_of(next, U",.，．:：/ ");
}

/* The figure's last character, where orders of ten follow it: 5 of 5万. */
static bool ends_figure(const struct break_words *words, const uint32_t *at,
    size_t before)
{
    size_t back = 1;

    while (back <= before && is_order_of_ten(words, at[-(ptrdiff_t)back]))
        back++;
    return back <= before && (is_digit(at[-(ptrdiff_t)back])
        || utf8_is_one_of(at[-(ptrdiff_t)back], U"%％‰"));
}

/* Between a figure and its unit: 5|万|元  2024|年  100 |%  8.5|% */
static bool is_before_unit(const struct break_words *words,
    const uint32_t *at, size_t before)
{
    uint32_t next = at[0];

    if (before > 1 && at[-1] == ' ' && is_digit(at[-2]))
        return utf8_is_one_of(next, U"%％‰");
    if (before > 0 && is_digit(at[-1]) && next == ' ')
        return utf8_is_one_of(at[1], U"%％‰");
    return ends_figure(words, at, before)
        && (is_han(next) || utf8_is_one_of(next, U"%％‰℃㎡²³"));
}

/* A sign and the figure behind it: ≥|95  -|3  约 is a word of its own. */
static bool is_after_sign(const uint32_t *at, size_t before)
{
    return before > 0 && is_digit(at[0])
        && utf8_is_one_of(at[-1], U"≥≤＞＜><=＝±+-−~～¥￥$№");
}

static bool is_opening(uint32_t c)
{
    return utf8_is_one_of(c, U"“‘（《〈「『【〔〖([{〚");
}

static bool is_closing(uint32_t c)
{
    return utf8_is_one_of(c, U"”’）》〉」』】〕〗)]}、，。；：！？…—％‰%,.;:!?·");
}

bool breaks_at_mark(uint32_t before, uint32_t behind)
{
    return is_closing(before) || is_opening(behind);
}

/* Quotation marks are Chinese ones beside Han or marks: UAX 14 takes them for
 * words on both sides. */
static bool may_break_at_quote(const uint32_t *at, size_t before)
{
    uint32_t last = at[-1], next = at[0];

    if (before == 0 || is_closing(next) || is_opening(last))
        return false;
    return (utf8_is_one_of(next, U"“‘") && (is_han(last) || is_closing(last)))
        || (utf8_is_one_of(last, U"”’") && (is_han(next) || is_opening(next)
        || is_digit(next)));
}

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* don’t */
static bool is_apostrophe(const uint32_t *at, size_t before, size_t after)
{
    return before > 1 && at[-1] == U'’' && is_letter(at[-2])
        && after > 0 && is_letter(at[0]);
}

/* The length of the word that a text begins with; 0 where it is another. */
static size_t word_length_at(const uint32_t *text, const char32_t *word)
{
    size_t length = 0;

    while (word[length] && word[length] != ' ' && text[length] == word[length])
        length++;
    return word[length] && word[length] != ' ' ? 0 : length;
}

/* Within a word, which ends with a 0 or a blank, behind a figure. */
static bool is_inside(const char32_t *word, const uint32_t *at, size_t before)
{
    for (size_t k = 1; k < before && word[k - 1] && word[k - 1] != ' '; k++)
        if (is_digit(at[-1 - (ptrdiff_t)k])
            && word_length_at(at - k, word) > k)
            return true;
    return false;
}

/* 2023年|度 */
static bool is_inside_unit(const struct break_words *words,
    const uint32_t *at, size_t before)
{
    bool begins = true;

    for (const char32_t *word = words->units; *word; word++) {
        if (begins && is_inside(word, at, before))
            return true;
        begins = *word == ' ';
    }
    return false;
}

static enum break_after mend(const struct break_words *words,
    const uint32_t *at, size_t before, size_t after, enum break_after found)
{
    if (found == BREAK_FORCED || after == 0)
        return found;
    /* Most characters: no figure, sign or mark is near. */
    if (is_han(at[0]) && is_han(at[-1]) && !is_order_of_ten(words, at[-1]))
        return is_inside_unit(words, at, before) ? BREAK_NONE : found;
    if (is_inside_figure(words, at, before, after)
        || is_before_unit(words, at, before)
        || is_inside_unit(words, at, before) || is_after_sign(at, before)
        || is_apostrophe(at, before, after) || is_opening(at[-1])
        || is_closing(at[0]))
        return BREAK_NONE;
    return may_break_at_quote(at, before) ? BREAK_ALLOWED : found;
}

/* What the library can be asked about: at a regional indicator, which it has
 * no rule for, and at its own mark of an end it stops the program.  Both break
 * as Han does. */
static uint32_t asked_for(uint32_t c)
{
    bool is_unknown = (c >= 0x1F1E6 && c <= 0x1F1FF) || c == 0xFFFF;

    return is_unknown ? 0x4E00 : c;
}

/* One kind of the library's for each character; NULL without memory.  It makes
 * an index of its characters: without one it looks through all of them. */
static char *ask_library(const uint32_t *characters, size_t count)
{
    static once_flag is_indexed = ONCE_FLAG_INIT;
    uint32_t *copy = calloc(count + 1, sizeof *copy);
    char *found = copy ? malloc(count + 1) : NULL;

    call_once(&is_indexed, init_linebreak);
    for (size_t k = 0; found && k < count; k++)
        copy[k] = asked_for(characters[k]);
    if (found)
        set_linebreaks_utf32(copy, count, "zh", found);
    free(copy);
    return found;
}

bool breaks_find(const struct break_words *words, const uint32_t *characters,
    size_t count, unsigned char *breaks)
{
    static const enum break_after kinds[] = {
        [LINEBREAK_MUSTBREAK] = BREAK_FORCED,
        [LINEBREAK_ALLOWBREAK] = BREAK_ALLOWED,
        [LINEBREAK_NOBREAK] = BREAK_NONE,
        [LINEBREAK_INSIDEACHAR] = BREAK_NONE,
    };
    char *found = ask_library(characters, count);

    if (!found)
        return false;
    for (size_t k = 0; k < count; k++) {
        enum break_after kind = kinds[(unsigned char)found[k]];
        if (kind == BREAK_FORCED && characters[k] != '\n')
            kind = BREAK_ALLOWED;
        breaks[k] = (unsigned char)mend(words, characters + k + 1,
            k + 1, count - k - 1, kind);
    }
    free(found);
    return true;
}
