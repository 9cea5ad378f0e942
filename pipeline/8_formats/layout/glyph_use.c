/* The glyphs that a drawing shows, face by face. */

#include "8_formats/layout/glyph_use.h"

#include <stdlib.h>

/* No font may say that it draws U+FEFF (ISO 19005-2, 6.2.11.7.2), which a
 * space's glyph stands for. */
static void use_glyph(struct glyph_use *use, const struct glyph *glyph)
{
    uint32_t character = glyph->character == 0xFEFF ? ' ' : glyph->character;
    uint32_t *first = &use->characters[glyph->id];

    if (*first == 0)
        *first = character;
    else if (*first != character && use->others[glyph->id] == 0)
        use->others[glyph->id] = character;
}

static void use_text(const struct drawing *drawing,
    const struct operation *text, struct glyph_use *use)
{
    const struct glyph *glyphs = &drawing->glyphs[text->of.text.first];

    for (size_t k = 0; k < text->of.text.count; k++)
        use_glyph(use, &glyphs[k]);
}

static bool make_room(struct glyph_use *uses, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uses[i].characters = calloc(GLYPHS_MAX, sizeof *uses[i].characters);
        uses[i].others = calloc(GLYPHS_MAX, sizeof *uses[i].others);
        if (!uses[i].characters || !uses[i].others)
            return false;
    }
    return true;
}

struct glyph_use *glyph_use_new(const struct drawing *drawing)
{
    struct glyph_use *uses = calloc(drawing->face_count + 1, sizeof *uses);

    if (!uses || !make_room(uses, drawing->face_count)) {
        glyph_use_free(uses, drawing);
        return NULL;
    }
    for (size_t i = 0; i < drawing->operation_count; i++) {
        const struct operation *operation = &drawing->operations[i];
        if (operation->kind == OPERATION_TEXT)
            use_text(drawing, operation, &uses[operation->of.text.face]);
    }
    return uses;
}

void glyph_use_free(struct glyph_use *uses, const struct drawing *drawing)
{
    for (size_t i = 0; uses && i < drawing->face_count; i++) {
        free(uses[i].characters);
        free(uses[i].others);
    }
    free(uses);
}

size_t glyph_use_list(const struct glyph_use *use, uint32_t *glyphs)
{
    size_t count = 0;

    for (uint32_t glyph = 0; glyph < GLYPHS_MAX; glyph++)
        if (use->characters[glyph] != 0)
            glyphs[count++] = glyph;
    return count;
}
