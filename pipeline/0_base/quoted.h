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

/* For a text of so many bytes; of an empty one PHRASE_EMPTY is to be said. */
struct quotes quotes_for(const char *text, size_t length);

#endif
