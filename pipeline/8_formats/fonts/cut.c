/* A font program with some of the glyphs of a face, as PDF embeds it. */

#include <stdlib.h>

#include "8_formats/fonts/face_parts.h"

bool cut_take(hb_blob_t *blob, struct buffer *program)
{
    unsigned length;
    const char *bytes = hb_blob_get_data(blob, &length);

    buffer_add(program, bytes, length);
    hb_blob_destroy(blob);
    return length > 0 && !program->failed;
}

void cut_fail(struct face_subset *subset)
{
    enum face_fault fault = subset->fault;

    face_subset_free(subset);
    subset->fault = fault;
}

/* --- from outlines that are kept ----------------------------------------- */

static bool put_glyf(const struct face *face, const uint32_t *glyphs,
    struct face_subset *subset)
{
    hb_face_t *file = hb_face_builder_create();
    bool good = glyf_add_tables(face, glyphs, file, subset)
        && cut_take(hb_face_reference_blob(file), &subset->program);

    hb_face_destroy(file);
    return good;
}

/* A CFF program while it is put together: its glyphs, and the numbers in it
 * of the dictionaries that they have, as they come. */
struct putting {
    const struct outlines *kept;
    struct span *outlines;
    uint8_t *selected;
    struct cff_dictionary dictionaries[UINT8_MAX + 1];
    int numbers[UINT8_MAX + 1];         /* of one that is kept; or -1 */
    unsigned glyph_count, dictionary_count;
};

static void put_outline(struct putting *putting, uint32_t glyph)
{
    const struct outlines *kept = putting->kept;
    const struct outline *outline = outlines_find(kept, glyph);
    int *number = &putting->numbers[outline->dictionary];

    if (*number < 0) {
        *number = (int)putting->dictionary_count++;
        putting->dictionaries[*number]
            = kept->dictionaries[outline->dictionary];
    }
    putting->outlines[putting->glyph_count] = outlines_bytes(kept, outline);
    putting->selected[putting->glyph_count++] = (uint8_t)*number;
}

/* .notdef once, first. */
static void put_outlines(struct putting *putting, const uint32_t *glyphs,
    struct face_subset *subset)
{
    for (size_t k = 0; k <= UINT8_MAX; k++)
        putting->numbers[k] = -1;
    put_outline(putting, 0);
    for (size_t k = 0; k < subset->count; k++) {
        if (glyphs[k] != 0)
            put_outline(putting, glyphs[k]);
        subset->numbers[k] = (uint16_t)(putting->glyph_count - 1);
    }
    subset->glyph_count = putting->glyph_count;
}

static bool put_cff(const struct face *face, const uint32_t *glyphs,
    struct face_subset *subset)
{
    struct putting putting = { .kept = face->kept,
        .outlines = calloc(subset->count + 1, sizeof *putting.outlines),
        .selected = calloc(subset->count + 1, 1) };
    bool good = putting.outlines && putting.selected;

    if (good) {
        put_outlines(&putting, glyphs, subset);
        cff_write(&(struct cff_program){ face->postscript_name,
            face->kept->box, face->kept->matrix, putting.outlines,
            putting.selected, putting.glyph_count, putting.dictionaries,
            putting.dictionary_count }, &subset->program);
        good = !subset->program.failed;
    }
    free(putting.outlines);
    free(putting.selected);
    return good;
}

/* --- as HarfBuzz cuts ---------------------------------------------------- */

/* The number of each glyph in the cut font. */
static bool take_numbers(const hb_subset_plan_t *plan,
    const uint32_t *glyphs, struct face_subset *subset)
{
    const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);

    for (size_t i = 0; i < subset->count; i++) {
        hb_codepoint_t number = hb_map_get(map, glyphs[i]);
        if (number > UINT16_MAX) {
            subset->fault = cut_fault();
            return false;
        }
        subset->numbers[i] = (uint16_t)number;
    }
    return true;
}

/* HarfBuzz leaves a table out that it cannot cut. */
static bool take_cff(hb_face_t *cut, struct face_subset *subset)
{
    hb_blob_t *table = hb_face_reference_table(cut,
        HB_TAG('C', 'F', 'F', ' '));

    if (hb_blob_get_length(table) == 0)
        subset->fault = cut_fault();
    return cut_take(table, &subset->program);
}

/* One keyed by names stays so. */
static bool cut_named(const struct face *face, const uint32_t *glyphs,
    size_t count, struct face_subset *subset)
{
    hb_set_t *wanted = hb_set_create();
    hb_subset_plan_t *plan = NULL;
    hb_face_t *cut = NULL;

    *subset = (struct face_subset){ .is_cff = true, .count = count,
        .fault = FACE_NO_MEMORY };
    subset->numbers = calloc(count + 1, sizeof *subset->numbers);
    hb_set_add(wanted, 0);
    for (size_t i = 0; i < count; i++)
        hb_set_add(wanted, glyphs[i]);
    bool good = subset->numbers && hb_set_allocation_successful(wanted)
        && cut_plan(face, wanted, 0, subset, &plan, &cut)
        && take_numbers(plan, glyphs, subset)
        && take_cff(cut, subset);
    if (good)
        subset->glyph_count = hb_face_get_glyph_count(cut);
    hb_face_destroy(cut);
    hb_subset_plan_destroy(plan);
    hb_set_destroy(wanted);
    return good;
}

bool face_cut(const struct face *face, const uint32_t *glyphs, size_t count,
    struct face_subset *subset)
{
    bool good = face->is_named ? cut_named(face, glyphs, count, subset)
        : cut_keep(face, glyphs, count, subset) && (face->is_cff
            ? put_cff(face, glyphs, subset) : put_glyf(face, glyphs, subset));

    if (!good)
        cut_fail(subset);
    return good;
}

void face_subset_free(struct face_subset *subset)
{
    buffer_free(&subset->program);
    free(subset->numbers);
    *subset = (struct face_subset){ 0 };
}
