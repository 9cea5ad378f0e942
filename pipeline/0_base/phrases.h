#ifndef PHRASES_H
#define PHRASES_H

/*
 * Words of findings that are no sentence by themselves (phrases.def).
 */

#include "0_base/findings.h"

enum phrase {
#define P(name, zh, en) PHRASE_##name,
#include "0_base/phrases.def"
#undef P
    PHRASE_COUNT
};

/* Never NULL; lives for ever. */
const char *phrase_text(enum phrase phrase, enum language language);

#endif
