#ifndef SAY_H
#define SAY_H

/*
 * Words of the command line, in the language of its messages.
 */

#include "0_base/phrases.h"
#include "jixiao.h"

static inline const char *say(enum phrase phrase,
    enum jixiao_language language)
{
    return phrase_text(phrase, (enum language)language);
}

#endif
