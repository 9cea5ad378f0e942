#ifndef TEXT_UNITS_H
#define TEXT_UNITS_H

/* The unit behind a number; figures.h says what counts as one. */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/lexicon.h"

struct text_unit {
    const char *text;           /* as written: 万元; no length for no unit */
    size_t length;
    const char *base;           /* without 百千万亿: 元; "%" for ％ */
    size_t base_length;
    int shift;                  /* 10^shift of base make one unit */
    bool vague;                 /* 余 or 多 stands before it or in it */
};

/* Reads the unit that follows a number at once, or behind one blank: the
 * bytes up to its end, with what stands before it. */
size_t text_unit_read(const struct lexicon *lexicon, const char *text,
    struct text_unit *unit);

#endif
