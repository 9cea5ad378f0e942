#ifndef TEXT_NUMERALS_H
#define TEXT_NUMERALS_H

#include <stddef.h>

/* Reads a whole number in Chinese numerals below ten thousand (十二,
 * 一百零五, 两): its length in bytes, 0 where there is none. */
size_t text_numeral_read(const char *text, int *value);

#endif
