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
 * beside each other: glyphs one after the other are not what was written. */
bool character_is_shaped(uint32_t character);

#endif
