/* The kinds of characters that fonts are chosen by. */

#include "8_formats/fonts/characters.h"

#include "0_base/utf8.h"

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
        { 0x590, 0xDFF }, { 0xF00, 0x109F }, { 0x1780, 0x18AF },
        { 0xFB1D, 0xFDFF }, { 0xFE70, 0xFEFE }, { 0x10800, 0x10FFF },
        { 0x1E800, 0x1EFFF },
    };

    return UTF8_IS_WITHIN(character, ranges);
}
