/* What the levels of findings are called. */

#include <string.h>

#include "0_base/findings.h"
#include "0_base/phrases.h"

static const enum phrase level_phrases[] = {
    [LEVEL_HINT] = PHRASE_LEVEL_HINT,
    [LEVEL_WARNING] = PHRASE_LEVEL_WARNING,
    [LEVEL_ERROR] = PHRASE_LEVEL_ERROR,
    [LEVEL_USAGE] = PHRASE_LEVEL_USAGE,
    [LEVEL_SYSTEM] = PHRASE_LEVEL_SYSTEM,
};

const char *level_name(enum level level, enum language language)
{
    return phrase_text(level_phrases[level], language);
}

bool level_parse(const char *name, enum level *level)
{
    for (int k = LEVEL_HINT; k <= LEVEL_ERROR; k++) {
        if (strcmp(level_name((enum level)k, LANGUAGE_EN), name) == 0) {
            *level = (enum level)k;
            return true;
        }
    }
    return false;
}
