/* Phrases by their names. */

#include "0_base/phrases.h"

static const char *const phrases[PHRASE_COUNT][LANGUAGE_COUNT] = {
#define P(name, zh, en) { zh, en },
#include "0_base/phrases.def"
#undef P
};

const char *phrase_text(enum phrase phrase, enum language language)
{
    return phrases[phrase][language];
}
