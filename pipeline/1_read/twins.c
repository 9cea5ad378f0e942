/* Full-width marks and what they stand for. */

#include "1_read/twins.h"

#include <stddef.h>

#include "0_base/unseen.h"

static const struct {
    unsigned code;
    const char *meant;
} full_width[] = {
    { 0xFF0C, "," }, { 0x3001, "," }, { 0xFF1B, "," }, { 0xFF1A, ":" },
    { 0x201C, "\"" }, { 0x201D, "\"" }, { 0xFF02, "\"" }, { 0x300C, "\"" },
    { 0x300D, "\"" }, { 0x2018, "\"" }, { 0x2019, "\"" }, { 0xFF5B, "{" },
    { 0xFF5D, "}" }, { 0xFF3B, "[" }, { 0xFF3D, "]" }, { 0x3010, "[" },
    { 0x3011, "]" }, { 0xFF0E, "." }, { 0xFF0D, "-" }, { 0x2212, "-" },
    { 0xFF10, "0" }, { 0xFF11, "1" }, { 0xFF12, "2" }, { 0xFF13, "3" },
    { 0xFF14, "4" }, { 0xFF15, "5" }, { 0xFF16, "6" }, { 0xFF17, "7" },
    { 0xFF18, "8" }, { 0xFF19, "9" },
};

const char *twin_of(unsigned code)
{
    for (size_t k = 0; k < sizeof full_width / sizeof *full_width; k++)
        if (full_width[k].code == code)
            return full_width[k].meant;
    return NULL;
}

bool is_strange_space(unsigned code)
{
    enum unseen kind = unseen_kind(code);

    return kind != UNSEEN_NOT && kind != UNSEEN_CONTROL;
}
