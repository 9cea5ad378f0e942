#ifndef DATED_H
#define DATED_H

/*
 * What a text says of its year, as a person typed it.
 */

#include <stdbool.h>

#include "0_base/buffer.h"
#include "0_base/lexicon.h"

/* Appends the years and days that the text names, joined by 、: 2024年、3月5日、
 * 〔2024〕5号、去年.  Each of them once; 20日 alone may be a number of days and is
 * none, and so is 24年 but for 24年全年. */
void dated_list(const struct lexicon *lexicon, const char *text,
    struct buffer *out);

/* Whether a text has references, {{…}}, and no letter of its own beside
 * them. */
bool dated_by_references(const char *text);

#endif
