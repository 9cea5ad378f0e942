/*
 * A font file: opened, asked for glyphs, and cut.
 */

#include "../fuzz.h"
#include "8_formats/fonts/face.h"

static const uint32_t characters[] = { 'A', 'g', '5', '%', 0x4E00, 0x7B14 };
#define CHARACTERS (sizeof characters / sizeof *characters)

/* Those that the face has, in ascending order, each once. */
static size_t find_glyphs(const struct face *face,
    uint32_t glyphs[CHARACTERS])
{
    size_t count = 0, at;

    for (size_t k = 0; k < CHARACTERS; k++) {
        uint32_t glyph = face_glyph(face, characters[k]);
        face_draws(face, glyph);
        face_advance(face, glyph);
        for (at = count; at > 0 && glyphs[at - 1] > glyph; at--)
            ;
        if (glyph == 0 || (at > 0 && glyphs[at - 1] == glyph))
            continue;
        for (size_t n = count++; n > at; n--)
            glyphs[n] = glyphs[n - 1];
        glyphs[at] = glyph;
    }
    return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    uint32_t glyphs[CHARACTERS];
    struct face_subset subset;
    struct face_metrics metrics;
    struct face *face;

    fuzz_setup();
    if (face_open(fuzz_file(bytes, size), 0, &face) != FACE_GOOD)
        return 0;
    face_is_called(face, "Liberation Serif");
    face_metrics(face, &metrics);
    fuzz_need(face_cut(face, glyphs, find_glyphs(face, glyphs), &subset)
        || subset.fault == FACE_BROKEN, "a face is cut or broken");
    face_subset_free(&subset);
    face_free(face);
    return 0;
}
