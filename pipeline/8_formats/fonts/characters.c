/* The kinds of characters that fonts are chosen by. */

#include "8_formats/fonts/characters.h"

#include "0_base/unseen.h"
#include "0_base/utf8.h"
#include "8_formats/fonts/harfbuzz.h"

bool character_is_latin(uint32_t character)
{
    static const struct utf8_range ranges[] = {
        { 0x20, 0x7E }, { 0xA0, 0xB6 }, { 0xB8, 0xD6 }, { 0xD8, 0x2AF },
        { 0x300, 0x52F }, { 0x1E00, 0x1FFF },
    };

    return UTF8_IS_WITHIN(character, ranges);
}

bool character_is_shaped(uint32_t character)
{
    static const struct utf8_range ranges[] = {
        { 0x590, 0x109F }, { 0x1780, 0x18AF }, { 0x1900, 0x1AAF },
        { 0x1B00, 0x1CFF }, { 0x200F, 0x200F }, { 0x202B, 0x202B },
        { 0x202E, 0x202E }, { 0x2067, 0x2067 }, { 0xA800, 0xA95F },
        { 0xA980, 0xABFF }, { 0xFB1D, 0xFDFF }, { 0xFE70, 0xFEFE },
        { 0x10800, 0x11FFF }, { 0x1E800, 0x1EFFF },
    };

    return UTF8_IS_WITHIN(character, ranges);
}

bool character_is_unseen(uint32_t character)
{
    enum unseen kind = unseen_kind(character);

    return kind == UNSEEN_INVISIBLE || kind == UNSEEN_DIRECTION
        || kind == UNSEEN_BREAK;
}

bool character_is_blank(uint32_t character)
{
    static const struct utf8_range others[] = {
        { 0x115F, 0x1160 }, { 0x2800, 0x2800 }, { 0x3164, 0x3164 },
        { 0xFFA0, 0xFFA0 },
    };

    return hb_unicode_general_category(hb_unicode_funcs_get_default(),
            character) == HB_UNICODE_GENERAL_CATEGORY_SPACE_SEPARATOR
        || UTF8_IS_WITHIN(character, others);
}

bool character_joins(uint32_t character)
{
    static const struct utf8_range hangul[] = {
        { 0x1160, 0x11FF }, { 0xD7B0, 0xD7FF },
    };
    bool is_usual = character < 0x300
        || (character >= 0x4E00 && character < 0xA000);

    if (is_usual || character_is_unseen(character))
        return false;
    hb_unicode_general_category_t category = hb_unicode_general_category(
        hb_unicode_funcs_get_default(), character);
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK
        || category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK
        || category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK
        || UTF8_IS_WITHIN(character, hangul);
}

uint32_t character_join(uint32_t letter, uint32_t mark)
{
    hb_codepoint_t joined;

    return hb_unicode_compose(hb_unicode_funcs_get_default(), letter, mark,
        &joined) ? joined : 0;
}
