/* Reasons by their English words. */

#include "7_forms/reasons.h"

#include <string.h>

static const struct {
    const char *en, *zh;
} reasons[] = {
#define R(en, zh) { en, zh },
#include "7_forms/reasons.def"
#undef R
};

const char *reason_text(const char *why, enum language language)
{
    for (size_t k = 0; k < sizeof reasons / sizeof *reasons; k++)
        if (strcmp(reasons[k].en, why) == 0)
            return language == LANGUAGE_ZH ? reasons[k].zh : reasons[k].en;
    return why;
}
