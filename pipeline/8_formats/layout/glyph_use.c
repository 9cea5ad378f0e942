/* The glyphs that a drawing shows, face by face. */

#include "8_formats/layout/glyph_use.h"

#include <stdlib.h>

/* NULL without memory. */
static struct used_glyph *glyph_of(struct glyph_use *use, uint32_t id)
{
    uint32_t number;
    struct used_glyph *list = id_map_list(&use->numbers, id, use->list,
        &use->room, sizeof *list, &number);

    if (!list)
        return NULL;
    use->list = list;
    use->count = use->numbers.count;
    list[number].id = id;
    return &list[number];
}

/* No font may say that it draws U+FEFF (ISO 19005-2, 6.2.11.7.2), which a
 * space's glyph stands for. */
static bool use_glyph(struct glyph_use *use, const struct glyph *glyph)
{
    uint32_t character = glyph->character == 0xFEFF ? ' ' : glyph->character;
    struct used_glyph *used = glyph_of(use, glyph->id);

    if (!used)
        return false;
    if (used->character == 0)
        used->character = character;
    else if (used->character != character && used->other == 0)
        used->other = character;
    return true;
}

static bool use_text(const struct drawing *drawing,
    const struct operation *text, struct glyph_use *use)
{
    const struct glyph *glyphs = &drawing->glyphs[text->of.text.first];
    bool good = true;

    for (size_t k = 0; good && k < text->of.text.count; k++)
        good = use_glyph(use, &glyphs[k]);
    return good;
}

static int compare_glyphs(const void *left, const void *right)
{
    const struct used_glyph *a = left, *b = right;

    return (a->id > b->id) - (a->id < b->id);
}

/* Numbers all anew. */
static bool sort(struct glyph_use *use)
{
    bool good = (use->ids = calloc(use->count + 1, sizeof *use->ids)) != NULL;
    uint32_t number;

    if (use->count > 0)
        qsort(use->list, use->count, sizeof *use->list, compare_glyphs);
    id_map_free(&use->numbers);
    for (size_t k = 0; good && k < use->count; k++) {
        use->ids[k] = use->list[k].id;
        good = id_map_add(&use->numbers, use->ids[k], &number);
    }
    return good;
}

struct glyph_use *glyph_use_new(const struct drawing *drawing)
{
    struct glyph_use *uses = calloc(drawing->face_count + 1, sizeof *uses);
    bool good = uses != NULL;

    for (size_t i = 0; good && i < drawing->operation_count; i++) {
        const struct operation *operation = &drawing->operations[i];
        if (operation->kind == OPERATION_TEXT)
            good = use_text(drawing, operation,
                &uses[operation->of.text.face]);
    }
    for (size_t i = 0; good && i < drawing->face_count; i++)
        good = sort(&uses[i]);
    if (good)
        return uses;
    glyph_use_free(uses, drawing);
    return NULL;
}

void glyph_use_free(struct glyph_use *uses, const struct drawing *drawing)
{
    for (size_t i = 0; uses && i < drawing->face_count; i++) {
        id_map_free(&uses[i].numbers);
        free(uses[i].list);
        free(uses[i].ids);
    }
    free(uses);
}

size_t glyph_use_number(const struct glyph_use *use, uint32_t id)
{
    uint32_t number = 0;

    id_map_find(&use->numbers, id, &number);
    return number;
}
