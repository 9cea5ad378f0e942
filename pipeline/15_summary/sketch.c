/* Sketches: drawn, compared, printed and read back. */

#include "15_summary/sketch.h"

#include <string.h>

#include "0_base/id_map.h"
#include "6_rules/text/characters.h"

#define RUN 4                   /* letters of a run that is hashed */

void sketch_begin(struct sketch *sketch)
{
    for (int k = 0; k < SKETCH_CLASSES; k++)
        sketch->least[k] = SKETCH_NONE;
}

void sketch_add(struct sketch *sketch, uint64_t hash)
{
    uint16_t rest = (uint16_t)(hash >> 32 & (SKETCH_NONE - 1));
    uint16_t *least = &sketch->least[hash % SKETCH_CLASSES];

    if (rest < *least)
        *least = rest;
}

void sketch_add_letters(struct sketch *sketch, const struct letters *letters)
{
    uint32_t run[RUN] = {0};
    size_t count = 0;

    for (size_t k = 0; k < letters->count; k++) {
        if (text_is_digit(letters->codes[k]))
            continue;
        memmove(run, run + 1, sizeof run - sizeof *run);
        run[RUN - 1] = letters->codes[k];
        if (++count < RUN)
            continue;
        uint64_t hash = 0;
        for (int n = 0; n < RUN; n++)
            hash = id_map_chain(hash, run[n]);
        sketch_add(sketch, hash);
    }
}

unsigned sketch_alike(const struct sketch *left, const struct sketch *right)
{
    unsigned same = 0, any = 0;

    for (int k = 0; k < SKETCH_CLASSES; k++) {
        bool has = left->least[k] != SKETCH_NONE
            || right->least[k] != SKETCH_NONE;
        any += has;
        same += has && left->least[k] == right->least[k];
    }
    return any ? 100 * same / any : 0;
}

void sketch_print(const struct sketch *sketch, struct buffer *out)
{
    for (int k = 0; k < SKETCH_CLASSES; k++)
        buffer_printf(out, "%0*x", SKETCH_DIGITS, sketch->least[k]);
}

static bool read_class(const char *text, uint16_t *least)
{
    static const char digits[] = "0123456789abcdef";

    *least = 0;
    for (int k = 0; k < SKETCH_DIGITS; k++) {
        const char *digit = text[k] ? strchr(digits, text[k]) : NULL;
        if (!digit)
            return false;
        *least = (uint16_t)(*least << 4 | (digit - digits));
    }
    return true;
}

bool sketch_read(const char *text, struct sketch *sketch)
{
    if (strlen(text) != (size_t)SKETCH_CLASSES * SKETCH_DIGITS)
        return false;
    for (int k = 0; k < SKETCH_CLASSES; k++)
        if (!read_class(text + (size_t)k * SKETCH_DIGITS, &sketch->least[k]))
            return false;
    return true;
}
