#ifndef CHARACTERS_H
#define CHARACTERS_H

/*
 * The kinds of characters that fonts are chosen by.
 */

#include <stdbool.h>
#include <stdint.h>

/* Letters of Latin, Greek and Cyrillic, figures and what stands with them;
 * marks that Chinese has too, such as quotation marks and the middle dot, are
 * the Chinese face's. */
bool character_is_latin(uint32_t character);

/* Of a script that goes from right to left, or whose letters take other shapes
 * beside each other, or a mark that turns the direction round: glyphs one after
 * the other are not what was written. */
bool character_is_shaped(uint32_t character);

/* Takes no room and draws nothing, such as a zero width space. */
bool character_is_unseen(uint32_t character);

/* Takes room and draws nothing, such as spaces and fillers. */
bool character_is_blank(uint32_t character);

/* Is written onto the letter before it, such as U+0301 and the vowels of
 * Hangul. */
bool character_joins(uint32_t character);

/* The one character that a letter and such a mark are together (Unicode's
 * canonical composition); 0: there is none. */
uint32_t character_join(uint32_t letter, uint32_t mark);

#endif
