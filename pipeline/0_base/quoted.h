#ifndef QUOTED_H
#define QUOTED_H

/*
 * Text in quotes, where these can be told from what they are around: 「 」
 * stand around text that has quotes at its own ends, and nothing that is
 * empty is quoted.
 */

#include "0_base/findings.h"
#include "0_base/phrases.h"

struct quotes {
    enum phrase open, close;
};

/* The quotes for a text of so many bytes.  An empty text is not quoted; the
 * caller says PHRASE_EMPTY. */
struct quotes quotes_for(const char *text, size_t length);

#endif
